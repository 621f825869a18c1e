public import CampaignModel

/// Measures scopes of a dataset as ``measureUnprotected(_:scopes:options:)`` does, and withholds what the dataset's
/// `minimum_group` asks for: what every table, document and picture is made from.
///
/// What is withheld depends on all analyses, so that asking for one after the other
/// gives away no more than asking for all at once; they are measured even where they are not asked for.
///
/// - Returns: one entry per scope, in the given order, with the sections asked for.
public func measure(
  _ dataset: Dataset, scopes: [Scope], options: AnalysisOptions = AnalysisOptions()
) -> [ScopeFigures] {
  let minimum = dataset.settings.minimumGroup
  guard minimum > 1 else { return measureUnprotected(dataset, scopes: scopes, options: options) }
  var wider = options
  wider.sections = Set(Section.allCases)
  return measureUnprotected(dataset, scopes: scopes, options: wider).map { entry in
    var figures = entry.withholding(fewerThan: minimum, in: dataset)
    if !options.sections.contains(.touchpoints) { figures.touchpoints = nil }
    if !options.sections.contains(.reach) { figures.reach = nil }
    if !options.sections.contains(.retention) { figures.retention = nil }
    if !options.sections.contains(.cooperation) { figures.cooperation = nil }
    if !options.sections.contains(.partnerships) { figures.partnerships = nil }
    if !options.sections.contains(.funnel) { figures.funnel = nil }
    if !options.sections.contains(.attribution) { figures.attribution = nil }
    if !options.sections.contains(.journeys) { figures.journeys = nil }
    return figures
  }
}
