import CampaignAnalysis
import CampaignModel

extension CampaignReport {
  /// The terms of the report and what they mean.
  var glossary: ReportContent.Section {
    ReportContent.Section(
      id: "glossary", title: wording(.glossarySection), lead: wording(.glossaryLead),
      blocks: [
        .definitions(
          Phrase.glossary.map { ReportContent.Definition(term: wording($0.term), meaning: wording($0.meaning)) })
      ])
  }

  /// From what and how the figures were made.
  var method: ReportContent.Section {
    var facts: [(Phrase, String)] = [
      (.datasetFact, dataset.name),
      (
        .rowsFact,
        wording(
          .rowsText, wording.number(dataset.log.count), wording.number(dataset.contacts.count),
          wording.number(dataset.partners.count), wording.number(dataset.channels.count))
      ),
      (.observedFact, dataset.observedUntil.map { wording.day($0) } ?? wording(.undefined)),
      (.timeZoneFact, dataset.settings.timeZone), (.gapFact, wording.number(dataset.settings.activityGapDays)),
    ]
    for filter in filters { facts.append((.filterFact, filter)) }
    facts.append((.intervalsFact, wording(.intervalsText)))
    if let version = options.version { facts.append((.versionFact, "Reefknot \(version)")) }
    if let made = options.made { facts.append((.madeFact, wording.day(made))) }
    return ReportContent.Section(
      id: "method", title: wording(.methodSection), lead: wording(.methodLead),
      blocks: [.definitions(facts.map { ReportContent.Definition(term: wording($0.0), meaning: $0.1) })])
  }

  /// What the scopes' filters leave in, each once.
  private var filters: [String] {
    var filters: [String] = []
    for scope in figures.map(\.scope) {
      let filter = scope.filter
      var parts: [String] = []
      if let from = filter.from { parts.append(wording(.filterFrom, wording.day(from))) }
      if let until = filter.until { parts.append(wording(.filterUntil, wording.day(until))) }
      if let level = filter.level { parts.append(wording(.filterLevel, level.name)) }
      if let medium = filter.medium { parts.append(wording(.filterMedium, medium)) }
      if let segment = filter.segment { parts.append(wording(.filterSegment, segment)) }
      let text = parts.joined(separator: ", ")
      if !text.isEmpty, !filters.contains(text) { filters.append(text) }
    }
    return filters
  }
}
