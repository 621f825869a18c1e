import ArgumentParser
import CampaignAnalysis
import CampaignModel
import Presentation

/// `reefknot funnel`
struct FunnelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel",
    abstract: "Visitors, leads, customers and money, per medium, channel, partner or format.",
    discussion: """
      Beside the funnel it tells how contacts fare on their way: ratings, recommendation, who returns.

      EXAMPLES:
        reefknot funnel graphs/kiez-kocht
        reefknot funnel graphs/kiez-kocht --by format --format csv
        reefknot funnel graphs/kiez-kocht --list customers
        reefknot funnel graphs/kiez-kocht --by partner --intervals
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var bootstrap: IntervalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var counts: ListOptions
  @OptionGroup var persons: OperatorOptions

  @Option(help: "By what the rows are.")
  var by = Grouping.medium

  func run() throws {
    try AnalysisRun(dataset: dataset, scope: scope, output: output, list: counts.list, persons: persons).run(.funnel) {
      _ in
      AnalysisOptions(funnelBy: by, intervals: bootstrap.intervals)
    }
  }
}
