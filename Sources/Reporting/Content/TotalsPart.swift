import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import Pooling
import Presentation

/// What partners' totals say of campaigns, in a report: beside what was counted, or in its place (<doc:Pool#Totals>).
struct TotalsPart {
  let document: BoundsDocument
  let options: ReportOptions
  let localizer: Localizer

  /// The part of one campaign.
  ///
  /// - Parameter index: of the campaign among the document's results.
  func section(_ index: Int, id: String) -> ReportContent.Section {
    let result = document.results[index]
    let chart = BoundsChart.chart(
      result, partners: document.partnerNames, minimumGroup: document.minimumGroup, localizer)
    let tables = document.parts(TableOptions(rowLimit: options.rowLimit))[index].tables.filter { !$0.rows.isEmpty }
    return ReportContent.Section(
      id: "\(id)-totals", title: localizer(.totalsSection), lead: localizer(.totalsLead),
      blocks: (chart.map { [.charts([$0])] } ?? []) + [.tables(tables)])
  }

  /// What the totals say for sure, sentence by sentence; what would tell of small groups is left out.
  func sentences(_ index: Int) -> [String] {
    let result = document.results[index]
    func isShown(_ figure: BoundedFigure) -> Bool { !figure.isWithheld(minimumGroup: document.minimumGroup) }
    var sentences: [String] = []
    if isShown(result.reach) {
      sentences.append(
        localizer(.totalsReach, range(result.reach), localizer.number(result.carriers.count)))
    }
    let alone = result.carriers.filter { isShown($0.exclusive) && $0.exclusive.low > 0 }
    if let most = alone.max(by: { $0.exclusive.low < $1.exclusive.low }) {
      sentences.append(localizer(.totalsExclusive, name(most.partner, result), range(most.exclusive)))
    }
    if let advice = result.advice?.first, let width = result.reach.width, isShown(result.reach) {
      sentences.append(
        localizer(
          .totalsAdvice, name(advice.partners[0], result), name(advice.partners[1], result),
          localizer.number(width), localizer.number(advice.width)))
    }
    return sentences
  }

  /// A whole report of campaigns of which nothing but totals is known.
  var content: ReportContent {
    let title = LabelText.short(document.name, 120)
    var content = ReportContent(language: options.language, title: title, subtitle: localizer(.totalsSubtitle))
    content.organization = options.organization
    content.logo = options.logo
    for (index, result) in document.results.enumerated() {
      let id = "c\(index + 1)"
      content.chapters.append(
        ReportContent.Chapter(
          id: id, title: result.family.campaign.map { LabelText.short($0, 120) } ?? title,
          subtitle: localizer(.totalsSubtitle), opening: [.summary(sentences(index))],
          sections: [section(index, id: id)]))
    }
    content.closing = [definitions]
    return content
  }

  private var definitions: ReportContent.Section {
    let terms: [(LocalizedText, LocalizedText?)] = [
      (ReachFigures.reach.title, ReachFigures.reach.meaning),
      (ReachFigures.exclusive.title, TotalsBounds.Question.Figure.exclusive.meaning),
      (ReachFigures.foreign.title, ReachFigures.foreign.meaning),
      (ReachFigures.incremental.title, ReachFigures.incremental.meaning),
      (ReachFigures.synergy.title, ReachFigures.synergy.meaning),
    ]
    return ReportContent.Section(
      id: "glossary", title: localizer(.glossarySection), lead: localizer(.glossaryLead),
      blocks: [
        .definitions(
          terms.map { title, meaning in
            ReportContent.Definition(term: localizer(title), meaning: meaning.map { localizer($0) } ?? "")
          })
      ])
  }

  private func name(_ partner: Int, _ result: TotalsBounds) -> String {
    let id = result.family.partners[partner]
    return LabelText.isolated(LabelText.short(document.partnerNames[id] ?? id, 60))
  }

  private func range(_ figure: BoundedFigure) -> String {
    localizer.range(Double(figure.low), figure.high.map(Double.init))
  }
}

extension LocalizedText {
  fileprivate static let totalsSection = LocalizedText("What partners' totals say", "Was die Summen der Partner sagen")
  fileprivate static let totalsLead = LocalizedText(
    "From figures that partners delivered, not counted contact by contact: each figure is surely within these bounds.",
    "Aus Zahlen, die Partner lieferten, nicht Kontakt für Kontakt gezählt: Jede Zahl liegt sicher in diesen Grenzen.")
  fileprivate static let totalsSubtitle = LocalizedText(
    "From partners' totals, without their contacts", "Aus Summen der Partner, ohne ihre Kontakte")
  fileprivate static let totalsReach = LocalizedText(
    "Together %2 partners reached %1 contacts, as far as their totals say.",
    "Zusammen erreichten %2 Partner %1 Kontakte, soweit ihre Summen es sagen.")
  fileprivate static let totalsExclusive = LocalizedText(
    "%1 reached the most that nobody else reached: %2 contacts.",
    "%1 erreichte die meisten, die sonst niemand erreichte: %2 Kontakte.")
  fileprivate static let totalsAdvice = LocalizedText(
    "The overlap of %1 and %2 would tell most: it would narrow the reach from within %3 contacts to within about %4.",
    "Die Überschneidung von %1 und %2 würde am meisten sagen: Sie würde die Reichweite von %3 Kontakten Spielraum auf etwa %4 eingrenzen."
  )
  static let noTouchesButTotals = LocalizedText(
    "No touch of this campaign is in the data; what follows comes from totals that partners delivered.",
    "Von dieser Kampagne sind keine Kontakte in den Daten; das Folgende stammt aus Summen, die Partner lieferten.")
}
