import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import Presentation

extension CampaignReport {
  /// The terms of the report and what they mean.
  package var glossary: ReportContent.Section {
    ReportContent.Section(
      id: "glossary", title: localizer(.glossarySection), lead: localizer(.glossaryLead),
      blocks: [
        .definitions(
          LocalizedText.glossary.map {
            ReportContent.Definition(term: localizer($0.term), meaning: localizer($0.meaning))
          })
      ])
  }

  /// From what and how the figures were made.
  package var method: ReportContent.Section {
    var facts: [(LocalizedText, String)] = [
      (.datasetFact, dataset.name),
      (
        .rowsFact,
        localizer(
          .rowsText, localizer.number(dataset.touchCount), localizer.number(dataset.contactCount),
          localizer.number(dataset.partners.count), localizer.number(dataset.channels.count))
      ),
      (
        RetentionFigures.observedUntil.title,
        dataset.observedUntil.map {
          localizer.day(dataset.asGiven($0, isDate: dataset.settings.observedUntilIsDate))
        } ?? localizer(.undefined)
      ),
      (.timeZoneFact, dataset.settings.timeZone), (.gapFact, localizer.number(dataset.settings.activityGapDays)),
    ]
    for filter in filters { facts.append((.filterFact, filter)) }
    facts.append((.intervalsFact, localizer(.intervalsText)))
    if let version = options.version { facts.append((.versionFact, "Reefknot \(version)")) }
    if let made = options.made { facts.append((.madeFact, localizer.day(made))) }
    return ReportContent.Section(
      id: "method", title: localizer(.methodSection), lead: localizer(.methodLead),
      blocks: [.definitions(facts.map { ReportContent.Definition(term: localizer($0.0), meaning: $0.1) })])
  }

  /// Every figure shown, defined: from the catalog that it is shown by. Nil where none is shown.
  var definitions: ReportContent.Section? {
    let shown = figures.filter { !hasNoTouch($0) }
    guard !shown.isEmpty else { return nil }
    return ReportContent.Section(
      id: "definitions", title: localizer(.definitionsSection), lead: localizer(.definitionsLead),
      blocks: [.tables(FigureDefinitions.tables(of: shown))])
  }

  /// What the scopes' filters leave in, each once.
  private var filters: [String] {
    var filters: [String] = []
    for scope in figures.map(\.scope) {
      let filter = scope.filter
      var parts: [String] = []
      if let from = filter.from { parts.append(localizer(.filterFrom, localizer.day(from))) }
      if let until = filter.until { parts.append(localizer(.filterUntil, localizer.day(until))) }
      if let level = filter.level { parts.append(localizer(.filterLevel, level.name)) }
      if let medium = filter.medium { parts.append(localizer(.filterMedium, medium)) }
      if let segment = filter.segment { parts.append(localizer(.filterSegment, segment)) }
      let text = parts.joined(separator: ", ")
      if !text.isEmpty, !filters.contains(text) { filters.append(text) }
    }
    return filters
  }
}
