import ArgumentParser
import CampaignAnalysis
import CampaignModel
import Reports

/// `reefknot partnerships`
struct PartnershipsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partnerships",
    abstract: "Every pair: balance and knot, direction, reciprocity, barometer, trust.",
    discussion: """
      EXAMPLES:
        reefknot partnerships graphs/kiez-kocht
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try AnalysisRun(dataset: dataset, scope: scope, output: output).run(.partnerships) { _ in AnalysisOptions() }
  }
}
