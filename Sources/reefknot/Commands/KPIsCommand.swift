import ArgumentParser
import CampaignAnalysis
import CampaignModel
import Reports

/// `reefknot kpis`
struct KPIsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kpis",
    abstract: "All KPIs of a campaign on one page, by level, with targets beside them.",
    discussion: """
      EXAMPLES:
        reefknot kpis graphs/kiez-kocht
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try AnalysisRun(dataset: dataset, scope: scope, output: output).run(.kpis) { _ in AnalysisOptions(funnelBy: nil) }
  }
}
