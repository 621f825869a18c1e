import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import Presentation

/// A page on one partner, to hand over: what it gave and got, whom it brought, who stayed, its knots; beside each figure that
/// of the campaign as a whole, and no other partner's figures but those of its own partnerships.
struct PartnerPage {
  let profile: PartnerProfile
  let figures: ScopeFigures
  let dataset: Dataset
  let options: ReportOptions
  private let localizer: Localizer

  init(_ profile: PartnerProfile, _ figures: ScopeFigures, in dataset: Dataset, options: ReportOptions) {
    self.profile = profile
    self.figures = figures
    self.dataset = dataset
    self.options = options
    localizer = Localizer(options.language, timeZone: dataset.settings.timeZone)
  }

  var content: ReportContent {
    let name = LabelText.short(dataset.partners[profile.partner].label, 120)
    let scope = figures.scope
    let campaign = LabelText.short(scope.campaign.map { dataset.campaigns[$0].label } ?? dataset.name, 120)
    var content = ReportContent(
      language: options.language, title: name,
      subtitle: "\(LabelText.isolated(campaign)) · \(localizer.period(scope.start, scope.end))")
    content.organization = options.organization
    content.logo = options.logo
    let tables = PartnerDocument(dataset, [profile], isList: false).parts(TableOptions(rowLimit: options.rowLimit))
      .flatMap(\.tables).filter { !$0.rows.isEmpty }
    content.chapters = [
      ReportContent.Chapter(
        id: "partner", title: name, subtitle: campaign, opening: [.summary(sentences), .cards(cards)],
        sections: [
          ReportContent.Section(
            id: "partner-tables", title: localizer(.partnerTablesSection), lead: localizer(.partnerTablesLead),
            blocks: [.tables(tables)])
        ])
    ]
    return content
  }

  private var sentences: [String] {
    guard profile.takesPart else { return [localizer(.takesNoPart)] }
    var sentences: [String] = []
    if let reach = profile.carrier?.reach, let total = figures.reach?.reach {
      sentences.append(localizer(.partnerReached, localizer.number(reach), localizer.number(total)))
    }
    if let introduced = profile.introduced?.newContacts {
      sentences.append(localizer(.partnerIntroduced, localizer.number(introduced)))
    }
    if let foreign = profile.asBrand?.foreign, let all = profile.asBrand?.total {
      sentences.append(localizer(.partnerMet, localizer.number(foreign), localizer.number(all)))
    }
    if let cohort = profile.acquired?.cohort, let stays = profile.acquired?.stays {
      sentences.append(localizer(.partnerStayed, localizer.number(stays), localizer.number(cohort)))
    }
    let knots = profile.partnerships.compactMap(\.knot)
    if !knots.isEmpty {
      func count(_ knot: Knot) -> String { localizer.number(knots.count { $0 == knot }) }
      sentences.append(
        localizer(.partnerKnots, localizer.number(knots.count), count(.reef), count(.granny), count(.oneSided)))
    }
    return sentences
  }

  private var cards: [ReportContent.Card] {
    func card(_ title: LocalizedText, _ value: Int?, of whole: Int?, _ meaning: LocalizedText) -> ReportContent.Card {
      ReportContent.Card(
        title: localizer(title), value: localizer.count(value),
        detail: whole.map { localizer(.wholeCampaign, localizer.number($0)) }, meaning: localizer(meaning),
        isUnknown: value == nil)
    }
    guard profile.takesPart else { return [] }
    return [
      card(.partnerReachCard, profile.carrier.map(\.reach) ?? 0, of: figures.reach?.reach, .touchedInItsChannels),
      card(
        ReachFigures.exclusive.title, profile.carrier.map(\.exclusive) ?? 0, of: figures.reach?.reach,
        .partnerOnlyMeaning),
      card(
        .partnerBroughtCard, profile.introduced.map(\.newContacts) ?? 0, of: figures.touchpoints?.newContacts,
        .introducedToOthers),
      card(
        .partnerGotCard, profile.asBrand.map(\.foreign) ?? 0, of: figures.touchpoints?.foreign, .partnerGotMeaning),
      card(
        .partnerStayedCard, profile.acquired.map(\.stays) ?? 0, of: figures.retention?.stays?.count,
        .partnerStayedMeaning),
    ]
  }
}

extension LocalizedText {
  static let takesNoPart = LocalizedText(
    "This partner took no part in the campaign.", "Dieser Partner nahm an der Kampagne nicht teil.")
  static let partnerReached = LocalizedText(
    "Its channels reached %1 of the campaign's %2 contacts.", "Seine Kanäle erreichten %1 der %2 Kontakte der Kampagne."
  )
  static let partnerIntroduced = LocalizedText(
    "It introduced %1 new contacts to others.", "Er vermittelte anderen %1 neue Kontakte.")
  static let partnerMet = LocalizedText(
    "%1 of its %2 new touchpoints came about in channels of other partners.",
    "%1 seiner %2 neuen Kontaktpunkte entstanden in Kanälen anderer Partner.")
  static let partnerStayed = LocalizedText(
    "Of the %2 contacts that came by it %1 stayed.", "Von den %2 Kontakten, die über ihn kamen, blieben %1.")
  static let partnerKnots = LocalizedText(
    "Of its %1 knots with other partners %2 are reef knots, %3 granny knots, %4 one-sided.",
    "Von seinen %1 Knoten mit anderen Partnern sind %2 Kreuzknoten, %3 Altweiberknoten, %4 einseitig.")
  static let wholeCampaign = LocalizedText("whole campaign: %1", "ganze Kampagne: %1")
  static let partnerTablesSection = LocalizedText("In figures", "In Zahlen")
  static let partnerTablesLead = LocalizedText(
    "What it gave and got, partner by partner, and when taking part paid.",
    "Was er gab und bekam, Partner für Partner, und wann die Teilnahme sich auszahlte.")
  static let partnerReachCard = LocalizedText("Reached", "Erreicht")
  static let partnerOnlyMeaning = LocalizedText(
    "Contacts that no other partner reached.", "Kontakte, die kein anderer Partner erreichte.")
  static let partnerBroughtCard = LocalizedText("Brought to others", "Anderen vermittelt")
  static let partnerGotCard = LocalizedText("Got from others", "Von anderen bekommen")
  static let partnerGotMeaning = LocalizedText(
    "New touchpoints of its own message in channels of others.",
    "Neue Kontaktpunkte der eigenen Botschaft in Kanälen anderer.")
  static let partnerStayedCard = LocalizedText("Stayed", "Geblieben")
  static let partnerStayedMeaning = LocalizedText(
    "New contacts that came by it and were active after the end.",
    "Neue Kontakte, die über ihn kamen und nach dem Ende aktiv waren.")
}
