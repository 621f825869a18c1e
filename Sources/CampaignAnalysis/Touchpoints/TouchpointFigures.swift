package import CampaignFigures

/// The catalog of new contacts and touchpoints (<doc:Metrics#New-touchpoints>).
package enum TouchpointFigures {
  package static let newContactsTitle: Texts = ("New contacts", "Neue Kontakte")
  package static let newContacts = Figure<NewTouchpoints>(
    "new_contacts", newContactsTitle,
    (
      "Contacts whose very first touch is the campaign's.",
      "Kontakte, deren allererste Berührung zur Kampagne gehört."
    ), count: \.newContacts)
  package static let newTouchpoints = Figure<NewTouchpoints>(
    "new_touchpoints.total", ("New touchpoints", "Neue Kontaktpunkte"),
    (
      "Pairs of contact and brand that met here for the first time.",
      "Paare aus Kontakt und Marke, die sich hier zum ersten Mal begegneten."
    ), count: \.newTouchpoints
  ).listed("new_touchpoints")
  package static let own = Figure<NewTouchpoints>(
    "new_touchpoints.own", ("of them own", "davon eigene"),
    ("They met in a channel of the brand itself.", "Sie begegneten sich in einem Kanal der Marke selbst."),
    count: \.own)
  package static let foreign = Figure<NewTouchpoints>(
    "new_touchpoints.foreign", ("of them foreign", "davon fremde"),
    ("They met in a partner's channel.", "Sie begegneten sich im Kanal eines Partners."), count: \.foreign)
  package static let penetration = Figure<NewTouchpoints>(
    "penetration", ("Network penetration", "Netzwerkdurchdringung"),
    (
      "How many of the new touchpoints partners brought about.",
      "Wie viele der neuen Kontaktpunkte Partner herstellten."
    ), share: \.penetration)
  package static let relevantNewContacts = Figure<NewTouchpoints>(
    "relevant_new_contacts", ("Relevant new contacts", "Relevante neue Kontakte"),
    (
      "New contacts that are marked as relevant in contacts.csv.",
      "Neue Kontakte, die in contacts.csv als relevant markiert sind."
    ), count: \.relevantNewContacts)
  package static let singleBrandCost = Figure<NewTouchpoints>(
    "single_brand_cost", ("Cost without the network", "Kosten ohne das Netzwerk"),
    (
      "What the relevant new contacts would have cost in single-brand marketing.",
      "Was die relevanten neuen Kontakte im Einzelmarketing gekostet hätten."
    ), money: \.singleBrandCost)
  package static let unaffordableContacts = Figure<NewTouchpoints>(
    "unaffordable_contacts", ("Unaffordable contacts", "Unerschwingliche Kontakte"),
    (
      "Relevant new contacts beyond what the budget would have bought alone.",
      "Relevante neue Kontakte über das hinaus, was das Budget allein gekauft hätte."
    ), count: \.unaffordableContacts)
  package static let historyDays = Figure<NewTouchpoints>(
    "history_days", ("Days of history", "Tage Vorgeschichte"),
    (
      "Recorded before the start; with few, contacts from earlier times may count as new.",
      "Vor dem Beginn aufgezeichnet; bei wenigen können frühere Kontakte als neu zählen."
    ), unit: .ratio
  ) { $0.historyDays.map { .lead($0) } }

  /// New contacts by what brought them, one figure a class.
  package static let firstContactMix = FirstContactClass.allCases.map { kind in
    Figure<NewTouchpoints>(
      "first_contact_mix.\(kind.name)", kind.term.title, nil, unit: .count,
      remove: { $0.firstContactMix[kind.rawValue] = nil },
      value: { $0.firstContactMix[kind.rawValue].map { .count($0) } })
  }

  package static let section = FigureSection<NewTouchpoints>(
    definedUnder: "New touchpoints",
    [
      .figure(historyDays), .figure(newContacts),
      .object("new_touchpoints", [.figure(newTouchpoints), .figure(own), .figure(foreign)]), .figure(penetration),
      .object("first_contact_mix", firstContactMix.map { .figure($0) }), .figure(relevantNewContacts),
      .figure(singleBrandCost), .figure(unaffordableContacts), .list(introducedBy), .list(byBrand), .list(byChannel),
      .list(byMedium), .list(byWeek), .list(audiencePenetration),
    ],
    tables: [
      .figures(
        .init(
          "touchpoints", ("New contacts and touchpoints", "Neue Kontakte und Kontaktpunkte"),
          ("Whom the campaign met for the first time.", "Wem die Kampagne zum ersten Mal begegnete."),
          [
            newContacts, newTouchpoints, own, foreign, penetration, relevantNewContacts, singleBrandCost,
            unaffordableContacts, historyDays,
          ])),
      .list(mix), .list(introducedBy), .list(byBrand), .list(byChannel), .list(byMedium), .list(byWeek),
      .list(audiencePenetration),
    ])
}

extension TouchpointFigures {
  /// The classes of first contact as a table; in JSON they are members of an object.
  static let mix = FigureList<NewTouchpoints, [(kind: FirstContactClass, count: Int?)]>(
    "first_contact_mix", ("How new contacts came", "Wie neue Kontakte kamen"),
    ("New contacts by their very first touch.", "Neue Kontakte nach ihrer allerersten Berührung."),
    rows: { figures in FirstContactClass.allCases.map { (kind: $0, count: figures.firstContactMix[$0.rawValue]) } },
    [
      .figure(Figure("first_contact_mix.class", firstContact, unit: .term) { .term($0.kind.term) }.subject),
      .figure(mixContacts),
    ])

  /// New contacts of a class.
  static let mixContacts = Figure<(kind: FirstContactClass, count: Int?)>(
    "first_contact_mix.new_contacts", like: newContacts
  ) { $0.count.map { .count($0) } }.listed("first_contact_mix")

  package static let introducedBy = FigureList<NewTouchpoints, [NewTouchpoints.Introduction]>(
    "introduced_by", ("Who introduced them", "Wer den Kontakt herstellte"),
    (
      "New touchpoints and contacts by the partner in whose channel they first met another's message.",
      "Neue Kontaktpunkte und Kontakte nach dem Partner, in dessen Kanal sie zuerst der Botschaft eines anderen begegneten."
    ), rows: { $0.introducedBy },
    [
      .figure(.partner("introduced_by.partner") { $0.partner }), .figure(introducedTouchpoints),
      .figure(introducedContacts),
    ])
  package static let introducedTouchpoints = Figure<NewTouchpoints.Introduction>(
    "introduced_by.new_touchpoints", like: newTouchpoints, count: \.newTouchpoints
  ).listed("introduced_by")
  package static let introducedContacts = Figure<NewTouchpoints.Introduction>(
    "introduced_by.new_contacts", like: newContacts, count: \.newContacts)

  package static let byBrand = FigureList<NewTouchpoints, [NewTouchpoints.BrandCount]>(
    "by_brand", ("New touchpoints by brand", "Neue Kontaktpunkte nach Marke"),
    ("Contacts each brand met for the first time.", "Kontakte, denen jede Marke zum ersten Mal begegnete."),
    rows: { $0.byBrand },
    [
      .figure(Figure("by_brand.brand", ("Brand", "Marke"), unit: .partner) { .partner($0.brand) }.subject),
      .figure(brandTotal), .figure(brandOwn), .figure(brandForeign),
    ])
  package static let brandTotal = Figure<NewTouchpoints.BrandCount>(
    "by_brand.total", like: newTouchpoints, count: \.total
  ).listed("by_brand")
  package static let brandOwn = Figure<NewTouchpoints.BrandCount>("by_brand.own", ("Own", "Eigene"), count: \.own)
  package static let brandForeign = Figure<NewTouchpoints.BrandCount>(
    "by_brand.foreign", ("Foreign", "Fremde"), count: \.foreign)

  package static let byChannel = FigureList<NewTouchpoints, [NewTouchpoints.ChannelCount]>(
    "by_channel", ("New touchpoints by channel", "Neue Kontaktpunkte nach Kanal"),
    ("Where they met first, own or foreign.", "Wo sie sich zuerst begegneten, eigen oder fremd."),
    rows: { $0.byChannel },
    [
      .figure(Figure("by_channel.channel", ("Channel", "Kanal"), unit: .channel) { .channel($0.channel) }.subject),
      .figure(channelTouchpoints), .figure(channelContacts),
    ])
  package static let channelTouchpoints = Figure<NewTouchpoints.ChannelCount>(
    "by_channel.new_touchpoints", like: newTouchpoints, count: \.newTouchpoints
  ).listed("by_channel")
  package static let channelContacts = Figure<NewTouchpoints.ChannelCount>(
    "by_channel.new_contacts", like: newContacts, count: \.newContacts)

  package static let byMedium = FigureList<NewTouchpoints, [NewTouchpoints.MediumCount]>(
    "by_medium", ("New touchpoints by medium", "Neue Kontaktpunkte nach Medium"),
    ("In what kind of channel they met first.", "In welcher Art von Kanal sie sich zuerst begegneten."),
    rows: { $0.byMedium },
    [
      .figure(
        Figure("by_medium.medium", ("Medium", "Medium"), unit: .text) { $0.medium.map { .text($0) } }.subject
          .absent(.word(.nothingGiven))),
      .figure(mediumTouchpoints), .figure(mediumContacts),
    ])
  package static let mediumTouchpoints = Figure<NewTouchpoints.MediumCount>(
    "by_medium.new_touchpoints", like: newTouchpoints, count: \.newTouchpoints
  ).listed("by_medium")
  package static let mediumContacts = Figure<NewTouchpoints.MediumCount>(
    "by_medium.new_contacts", like: newContacts, count: \.newContacts)

  package static let byWeek = FigureList<NewTouchpoints, [NewTouchpoints.WeekCount]>(
    "by_week", ("New by week", "Neu je Woche"),
    (
      "Weeks of seven days from the start, and how far each was observed.",
      "Wochen zu sieben Tagen ab Beginn, und wie weit jede beobachtet wurde."
    ), rows: { $0.byWeek },
    unknown: { week in
      [weekContacts, weekTouchpoints].map { UnknownFigure(ofPeriod: $0, hasBegun: week.hasBegun) }
    },
    [
      .figure(week), .figure(weekStart),
      .figure(Figure("by_week.complete", ("Observed", "Beobachtet"), unit: .flag) { .flag($0.isComplete) }),
      .figure(weekContacts), .figure(weekTouchpoints),
    ],
    columns: [
      week, weekStart, weekContacts, weekTouchpoints,
      .observed("by_week.complete") { (isComplete: $0.isComplete, hasBegun: $0.hasBegun) },
    ])
  private static let week = Figure<NewTouchpoints.WeekCount>("by_week.week", ("Week", "Woche"), unit: .count) {
    .count($0.week)
  }.subject
  private static let weekStart = Figure<NewTouchpoints.WeekCount>("by_week.start", ("Starts", "Beginnt"), unit: .date) {
    .date($0.start)
  }
  package static let weekContacts = Figure<NewTouchpoints.WeekCount>(
    "by_week.new_contacts", like: newContacts, count: \.newContacts)
  package static let weekTouchpoints = Figure<NewTouchpoints.WeekCount>(
    "by_week.new_touchpoints", like: newTouchpoints, count: \.newTouchpoints
  ).listed("by_week")

  package static let audiencePenetration = FigureList<NewTouchpoints, [NewTouchpoints.AudienceShare]>(
    "audience_penetration", ("How much of each audience took part", "Wie viel von jedem Publikum teilnahm"),
    (
      "Contacts the campaign touched in a partner's channels, of those ever touched there before its end.",
      "Kontakte, die die Kampagne in den Kanälen eines Partners berührte, von allen dort je vor ihrem Ende berührten."
    ), rows: { $0.audiencePenetration },
    [.figure(.partner("audience_penetration.partner") { $0.partner }), .figure(audienceShare)])
  package static let audienceShare = Figure<NewTouchpoints.AudienceShare>(
    "audience_penetration.count", ("Touched", "Berührt"), share: \.share
  ).listed("audience_penetration").spread.absent(.unknown(.withheld))

  static let firstContact: Texts = ("First contact", "Erstkontakt")
}

extension NewTouchpoints {
  package static var catalog: FigureSection<NewTouchpoints> { TouchpointFigures.section }
}
