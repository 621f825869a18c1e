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
    .map { $0.prepared() as any Analysis }
  let measured = scopes.map { MeasuredScope($0, in: dataset) }
  let tallies = filledTallies(dataset, measured, analyses, options)
  let parts = parallelFold(scopes.count, threads: options.threads) {
    [(place: Int, figures: ScopeFigures)]()
  } _: { figures, place in
    let parts = analyses.indices.map { index in
      analyses[index].sectionFigures(from: tallies[place][index], of: measured[place])
    }
    figures.append((place, ScopeFigures(scopes[place], parts: parts)))
  }
  return parts.flatMap { $0 }.sorted { $0.place < $1.place }.map(\.figures)
}

/// The tallies of analyses in scopes: those that were counted elsewhere, or of a scan of the log.
///
/// - Returns: by scope and analysis.
func filledTallies(
  _ dataset: Dataset, _ scopes: [MeasuredScope], _ analyses: [any Analysis], _ options: AnalysisOptions
) -> [[any Tally]] {
  if let counted = dataset.counted {
    return scopes.map { scope in
      analyses.map { analysis in
        do throws(TallyFault) {
          return try analysis.tally(of: scope, options, in: counted)
        } catch {
          preconditionFailure("What is read was checked before: \(error.reason).")
        }
      }
    }
  }
  let blank = scopes.map { scope in analyses.map { $0.blank(of: scope) } }
  let plan = ScanPlan(scopes, analyses)
  let filled = LogScan.run(dataset, plan.scopes(scopes, blank), threads: options.threads)
  return scopes.indices.map { place in analyses.indices.map { plan.tally($0, of: place, in: filled) } }
}
