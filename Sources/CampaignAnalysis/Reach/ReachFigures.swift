package import CampaignFigures

/// The catalog of reach (<doc:Metrics#Reach>).
package enum ReachFigures {
  package static let brand = Figure<Reach>(
    "brand", ("Brand", "Marke"),
    ("Only touches about this brand count.", "Nur Berührungen mit dieser Marke zählen."), unit: .partner
  ) { $0.brand.map { .partner($0) } }.absent(.empty)
  package static let reach = Figure<Reach>(
    "reach", ("Reach", "Reichweite"),
    ("Contacts touched, each counted once.", "Berührte Kontakte, jeder einmal gezählt."), count: \.reach)
  /// The same as ``reach``, as the whole of own, foreign and duplicated.
  package static let total = Figure<Reach>("total", like: reach, count: \.reach)
  package static let contactsGross = Figure<Reach>(
    "contacts_gross", ("Touches", "Berührungen"), ("Every touch counts.", "Jede Berührung zählt."),
    count: \.contactsGross)
  package static let frequency = Figure<Reach>(
    "frequency", ("Frequency", "Häufigkeit"),
    ("Touches per contact reached.", "Berührungen je erreichtem Kontakt."), number: \.frequency
  ).interval(in: \.intervals)
  package static let own = Figure<Reach>(
    "own", ("Reach in own channels", "Reichweite in eigenen Kanälen"),
    (
      "Contacts with a touch in a channel of the brand itself.",
      "Kontakte mit einer Berührung in einem Kanal der Marke selbst."
    ), count: \.own
  ).interval(in: \.intervals)
  package static let foreign = Figure<Reach>(
    "foreign", ("Reach in partners' channels", "Reichweite in Kanälen von Partnern"),
    ("Contacts with a touch in another's channel.", "Kontakte mit einer Berührung im Kanal eines anderen."),
    count: \.foreign
  ).asKPI("foreign_reach").interval(in: \.intervals)
  package static let duplicated = Figure<Reach>(
    "duplicated", ("Reach in both", "Reichweite in beiden"),
    ("Contacts with an own and a foreign touch.", "Kontakte mit einer eigenen und einer fremden Berührung."),
    count: \.duplicated
  ).interval(in: \.intervals)
  package static let incremental = Figure<Reach>(
    "incremental", ("Incremental reach", "Zusätzliche Reichweite"),
    ("Contacts that only partners' channels reached.", "Kontakte, die nur Kanäle von Partnern erreichten."),
    count: \.incremental
  ).asKPI("incremental_reach").interval(in: \.intervals)
  package static let synergy = Figure<Reach>(
    "synergy", ("Synergy", "Synergie"),
    ("Reach divided by reach in own channels.", "Reichweite geteilt durch die Reichweite in eigenen Kanälen."),
    number: \.synergy
  ).interval(in: \.intervals)
  package static let takeovers = Figure<Reach>(
    "takeovers", ("Takeovers", "Übernahmen"),
    (
      "Pairs of content and unpaid partner channel that carried it.",
      "Paare aus Inhalt und unbezahltem Partnerkanal, der ihn trug."
    ), count: \.takeovers)
  package static let organicShares = Figure<Reach>(
    "organic_shares", ("Organic shares", "Organisch geteilt"),
    ("Touches of kind share in unpaid channels.", "Berührungen der Art share in unbezahlten Kanälen."),
    count: \.organicShares)
  /// Contacts touched exactly 1, 2, … 9, at least 10 times.
  package static let frequencyDistribution = Figure<Reach>(
    "frequency_distribution", ("Contacts", "Kontakte"), unit: .list
  ) { .list($0.frequencyDistribution.map { $0.map { .count($0) } }) }.listed("frequency").asKPI(
    "frequency_distribution")
  /// Contacts touched at least 1, 2, … 10 times.
  package static let kPlus = Figure<Reach>("k_plus", ("At least", "Mindestens"), unit: .list) {
    .list($0.kPlus.map { $0.map { .count($0) } })
  }

  /// What intervals of a bootstrap are for.
  static let resampled = [frequency, own, foreign, duplicated, incremental, synergy]
  static let resampledOfCarrier = [exclusive, incrementalOverOwn, shapley]

  static let firstCarrierStays = Figure<Reach>(
    "first_carrier_stays", ("First carrier stays first", "Erster Träger bleibt Erster"),
    (
      "Share of 200 resamplings of the contacts in which the carrier that reached most still does.",
      "Anteil von 200 Ziehungen der Kontakte, in denen der Träger mit der größten Reichweite sie behält."
    ), fraction: \.firstCarrierStays
  ).absent(.empty)

  package static let section = FigureSection<Reach>(
    definedUnder: "Reach",
    [
      .figure(brand), .figure(reach), .figure(contactsGross), .figure(frequency), .figure(frequencyDistribution),
      .figure(kPlus), .figure(own), .figure(foreign), .figure(total), .figure(duplicated), .figure(incremental),
      .figure(synergy), .figure(takeovers), .figure(organicShares), .list(carriers), .list(stacked),
      .list(randomOrderCurve), .list(regions), .list(overlap), .list(reachCurve),
      .list(byChannel), .figures([firstCarrierStays], where: { $0.intervals != nil }),
    ],
    tables: [
      .figures(
        .init(
          "reach", ("Reach", "Reichweite"),
          ("Whom the campaign touched, and how often.", "Wen die Kampagne berührte, und wie oft."),
          [
            brand, reach, contactsGross, frequency, own, foreign, duplicated, incremental, synergy, takeovers,
            organicShares, firstCarrierStays,
          ])),
      .list(frequencies), .list(carriers), .list(stacked), .list(randomOrderCurve), .list(regions), .list(overlap),
      .list(reachCurve), .list(byChannel),
    ])
}

extension ReachFigures {
  /// How often contacts were touched, as a table; JSON has two lists of counts.
  static let frequencies = FigureList<Reach, [(times: Int, exactly: Int?, atLeast: Int?)]>(
    "frequency_distribution", ("How often contacts were touched", "Wie oft Kontakte berührt wurden"),
    (
      "Contacts touched exactly so many times, and at least so many times.",
      "Kontakte, die genau so oft und die mindestens so oft berührt wurden."
    ),
    rows: { reach in
      reach.frequencyDistribution.indices.map {
        (times: $0 + 1, exactly: reach.frequencyDistribution[$0], atLeast: reach.kPlus[$0])
      }
    },
    [
      .figure(
        Figure("touches", contactsGross.title, nil, unit: .count) {
          $0.times < 10 ? .count($0.times) : .term(Term("10", LocalizedText("10 or more", "10 oder mehr")))
        }.subject),
      .figure(Figure("contacts", frequencyDistribution.title, nil, unit: .count) { $0.exactly.map { .count($0) } }),
      .figure(Figure("k_plus", kPlus.title, nil, unit: .count) { $0.atLeast.map { .count($0) } }),
    ])

  package static let carriers = FigureList<Reach, [Reach.Carrier]>(
    "carriers", ("Who reached whom", "Wer wen erreichte"),
    (
      "Per owner of channels. A share divides each contact evenly among the owners that reached it.",
      "Je Besitzer von Kanälen. Ein Anteil teilt jeden Kontakt gleichmäßig unter den Besitzern auf, die ihn erreichten."
    ), rows: { $0.carriers },
    [
      .figure(.partner("carriers.partner") { $0.partner }), .figure(carrierReach), .figure(exclusive),
      .figure(incrementalOverOwn), .figure(shapley),
    ])
  package static let carrierReach = Figure<Reach.Carrier>("carriers.reach", like: reach, count: \.reach)
    .listed("carriers")
  package static let exclusive = Figure<Reach.Carrier>(
    "carriers.exclusive", ("Only here", "Nur hier"), count: \.exclusive
  ).listed("exclusive").interval(in: \.intervals)
  package static let incrementalOverOwn = Figure<Reach.Carrier>(
    "carriers.incremental_over_own", ("Beyond own channels", "Über eigene Kanäle hinaus"), count: \.incrementalOverOwn
  ).listed("incremental_over_own").interval(in: \.intervals)
  package static let shapley = Figure<Reach.Carrier>(
    "carriers.shapley", ("Shapley share", "Shapley-Anteil"),
    (
      "A partner's fair part of the reach: each contact is divided evenly among the partners that reached it.",
      "Der faire Anteil eines Partners: Jeder Kontakt wird gleichmäßig auf die Partner verteilt, die ihn erreichten."
    ), number: \.shapley
  ).absent(.unknown(.withheld)).interval(in: \.intervals)

  package static let stackedTitle: Texts = ("Stacked reach", "Gestapelte Reichweite")
  package static let stacked = FigureList<Reach, [Reach.StackedGain]>(
    "stacked", stackedTitle,
    ("What each carrier adds to those above it.", "Was jeder Träger zu denen darüber hinzufügt."),
    rows: { $0.stacked },
    [.figure(.partner("stacked.partner") { $0.partner }), .figure(gain), .figure(cumulative)])
  package static let gain = Figure<Reach.StackedGain>("stacked.gain", ("Adds", "Zusätzlich"), count: \.gain)
    .listed("stacked")
  package static let cumulative = Figure<Reach.StackedGain>(
    "stacked.cumulative", ("Together", "Zusammen"), count: \.cumulative)

  package static let randomOrderCurve = FigureList<Reach, [Reach.AverageReach]>(
    "random_order_curve", ("Reach by number of carriers", "Reichweite nach Zahl der Träger"),
    (
      "What so many carriers reach on average, whichever they are.",
      "Was so viele Träger im Mittel erreichen, gleich welche."
    ), isCourse: true, rows: { $0.randomOrderCurve },
    [
      .figure(
        Figure("random_order_curve.carriers", ("Carriers", "Träger"), unit: .count) { .count($0.carriers) }.subject),
      .figure(averageReach),
    ])
  package static let averageReach = Figure<Reach.AverageReach>(
    "random_order_curve.reach", ("Average reach", "Mittlere Reichweite"), number: \.reach
  ).absent(.unknown(.withheld))

  package static let regions = FigureList<Reach, Reach.RegionList>(
    "regions", ("Who was reached by exactly whom", "Wer von genau wem erreicht wurde"),
    (
      "Contacts by the exact set of partners that reached them; the rows add up to the reach.",
      "Kontakte nach der genauen Menge der Partner, die sie erreichten; die Zeilen ergeben die Reichweite."
    ), naming: .id, rows: { $0.regions },
    [
      .figure(
        Figure("regions.partners", ("Partners", "Partner"), unit: .list) { .list($0.partners.map { .partner($0) }) }
          .subject),
      .figure(regionContacts),
    ])
  package static let regionContacts = Figure<Reach.Region>(
    "regions.contacts", ("Contacts", "Kontakte"), count: \.contacts
  ).listed("region")

  package static let overlap = FigureList<Reach, [Reach.Overlap]>(
    "overlap", ("Contacts in common", "Gemeinsame Kontakte"),
    (
      "Jaccard: contacts in common, of contacts of either.",
      "Jaccard: gemeinsame Kontakte, von den Kontakten eines der beiden."
    ), naming: .id, rows: { $0.overlap },
    [
      .figure(.partner("overlap.a") { $0.a }), .figure(.partner("overlap.b", ("and partner", "und Partner")) { $0.b }),
      .figure(overlapContacts), .figure(jaccard),
    ])
  package static let overlapContacts = Figure<Reach.Overlap>(
    "overlap.contacts", like: regionContacts, count: \.contacts
  ).listed("overlap")
  package static let jaccard = Figure<Reach.Overlap>("overlap.jaccard", ("Jaccard", "Jaccard"), fraction: \.jaccard)
    .absent(.unknown(.withheld))

  package static let reachCurve = FigureList<Reach, [Reach.DailyReach]>(
    "reach_curve", ("Reach day by day", "Reichweite Tag für Tag"),
    (
      "Contacts reached up to the end of each day since the start, and how far each was observed.",
      "Kontakte, die bis zum Ende jedes Tages seit Beginn erreicht wurden, und wie weit jeder beobachtet wurde."
    ), isCourse: true, rows: { $0.reachCurve }, keeping: { $0.hasBegun && !$0.isComplete },
    unknown: { [UnknownFigure(ofPeriod: dailyReach, hasBegun: $0.hasBegun)] },
    [
      .figure(day),
      .figure(Figure("reach_curve.complete", ("Observed", "Beobachtet"), unit: .flag) { .flag($0.isComplete) }),
      .figure(dailyReach),
    ],
    columns: [
      day, dailyReach,
      .observed("reach_curve.complete") { (isComplete: $0.isComplete, hasBegun: $0.hasBegun) },
    ])
  private static let day = Figure<Reach.DailyReach>.day("reach_curve.day") { $0.day }
  package static let dailyReach = Figure<Reach.DailyReach>("reach_curve.reach", like: reach, count: \.reach)
    .listed("reach_curve")

  package static let byChannel = FigureList<Reach, [Reach.ChannelReach]>(
    "by_channel", ("Reach of each channel", "Reichweite je Kanal"),
    (
      "Contacts the campaign reached in a channel, and their share of its stated audience.",
      "Kontakte, die die Kampagne in einem Kanal erreichte, und ihr Anteil an dessen angegebenem Publikum."
    ), rows: { $0.byChannel },
    [
      .figure(Figure("by_channel.channel", ("Channel", "Kanal"), unit: .channel) { .channel($0.channel) }.subject),
      .figure(Figure("by_channel.partner", ("Partner", "Partner"), unit: .partner) { .partner($0.owner) }.context),
      .figure(channelReach),
      .figure(
        Figure("by_channel.audience", ("Audience", "Publikum"), unit: .ratio) { $0.audience.map { .number($0) } }
          .absent(.empty)),
      .figure(Figure("by_channel.share", ("Share", "Anteil"), fraction: \.share).absent(.empty)),
    ])
  package static let channelReach = Figure<Reach.ChannelReach>("by_channel.reach", like: reach, count: \.reach)
    .listed("by_channel")
}

extension Reach {
  package static var catalog: FigureSection<Reach> { ReachFigures.section }
}
