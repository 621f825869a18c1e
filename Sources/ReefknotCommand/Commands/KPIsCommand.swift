import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import Presentation

/// `reefknot kpis`
struct KPIsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kpis",
    abstract: "All KPIs of a campaign on one page, by level, with targets beside them.",
    discussion: """
      Several campaigns stand side by side, each with its change against the one before it.

      A target is held against its KPI as it stood on the due date; with a filter targets are left out.

      With --fail-on the exit status is 3 when a target is missed, for runs that nobody watches; the figures are
      written all the same. It is 65 when a target names no KPI or no value, since nobody knows whether it is met; with a \
      filter, which leaves out all targets, it is wrong usage.

      EXAMPLES:
        reefknot kpis graphs/kiez-kocht
        reefknot kpis graphs/kiez-kocht --all --format csv
        reefknot kpis graphs/kiez-kocht --fail-on missed --quiet -o kpis.json --format json
      """)

  /// Targets that make the command fail.
  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    /// Targets past their due date that were not attained.
    case missed
    /// These, and targets that lag behind the time gone by.
    case behind
  }

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var bootstrap: IntervalOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "End with status 3 when a target is missed, or missed or behind.")
  var failOn: FailOn?

  func validate() throws {
    guard failOn == nil || !scope.hasFilter else {
      throw ValidationError("--fail-on holds targets against whole campaigns: it goes with no filter.")
    }
  }

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    var data = try dataset.readForFigures()
    let scopes = try scope.scopes(in: data)
    let figures = try dataset.measured(
      &data, scopes: scopes,
      options: AnalysisOptions(
        sections: KPIs.sections, funnelBy: nil, intervals: bootstrap.intervals, threads: dataset.threadCount))
    if !dataset.quiet {
      for scope in scopes {
        AnalysisRun.warnOfNoTouches(scope, in: data)
        AnalysisRun.warnOfLength(scope, in: data)
      }
    }
    FigureDocument(data, figures, section: .kpis, isList: scope.isList).write(output, to: destination)
    try destination.finish()
    let unreadable = figures.flatMap { UnreadableTarget.all(of: $0.scope, in: data) }
    guard let failOn else {
      if !dataset.quiet { for target in unreadable { StandardError.warn(target.message) } }
      return
    }
    let states: Set<TargetStatus.State> = failOn == .missed ? [.missed] : [.missed, .behind]
    let failed = figures.flatMap { entry in
      KPIs(entry, in: data).entries.filter { $0.target?.state.map(states.contains) ?? false }.map {
        "\($0.kpi.id)\(entry.scope.campaign.map { " of \(data.campaigns[$0].id.withoutControls)" } ?? "")"
      }
    }
    guard unreadable.isEmpty else {
      throw CommandFailure(.badData, unreadable.map(\.message).joined(separator: "\n"))
    }
    guard failed.isEmpty else {
      throw CommandFailure(.targetMissed, "targets not met: \(failed.joined(separator: ", "))")
    }
  }
}
