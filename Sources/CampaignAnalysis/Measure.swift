public import CampaignModel
import LogScanning
import Parallelism

/// Measures scopes of a dataset in one scan of its log, and withholds what the dataset's `minimum_group` asks for: what
/// every table, document and picture is made from.
///
/// What is withheld depends on all analyses, so that asking for one after the other
/// gives away no more than asking for all at once; they are measured even where they are not asked for.
///
/// O(touches × scopes) time at worst; memory for the counts only. Scopes that ask for different segments take a scan
/// per segment.
///
/// - Returns: one entry per scope, in the given order, with the sections asked for.
public func measure(
  _ dataset: Dataset, scopes: [Scope], options: AnalysisOptions = AnalysisOptions()
) -> [ScopeFigures] {
  let group = MinimumGroup(of: dataset)
  guard group.isAsked else { return measureUnprotected(dataset, scopes: scopes, options: options) }
  let sections = options.sections ?? Set(Section.allCases)
  var wider = options
  wider.sections = sections.union(Section.allCases)
  return measureUnprotected(dataset, scopes: scopes, options: wider).map {
    $0.withholding(group, in: dataset).only(sections.contains)
  }
}

/// Measures scopes as ``measure(_:scopes:options:)`` does, and withholds nothing: for what never leaves the library as
/// it is.
///
/// - Returns: one entry per scope, in the given order.
package func measureUnprotected(
  _ dataset: Dataset, scopes: [Scope], options: AnalysisOptions = AnalysisOptions()
) -> [ScopeFigures] {
  let analyses = Registry.analyses(of: options.sections ?? Set(Section.allCases), dataset, options)
  let measured = scopes.map { MeasuredScope($0, in: dataset) }
  let tallies = measured.map { scope in analyses.map { $0.tally(of: scope) } }
  let plan = ScanPlan(measured, analyses)
  let filled = LogScan.run(dataset, plan.scopes(measured, tallies), threads: options.threads)
  let parts = parallelFold(scopes.count, threads: options.threads) {
    [(place: Int, figures: ScopeFigures)]()
  } _: { figures, place in
    let parts = analyses.indices.map { index in
      analyses[index].sectionFigures(from: plan.tally(index, of: place, in: filled), of: measured[place])
    }
    figures.append((place, ScopeFigures(scopes[place], parts: parts)))
  }
  return parts.flatMap { $0 }.sorted { $0.place < $1.place }.map(\.figures)
}
