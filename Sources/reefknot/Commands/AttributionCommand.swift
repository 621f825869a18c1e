import ArgumentParser
import CampaignAnalysis
import CampaignModel
import Reports

/// `reefknot attribution`
struct AttributionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution",
    abstract: "Conversions and value per channel, partner or medium, under all models side by side.",
    discussion: """
      EXAMPLES:
        reefknot attribution graphs/kiez-kocht
        reefknot attribution graphs/kiez-kocht --by partner --conversion order,booking --lookback 30
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "By what credit is shared out: channel, partner, medium or format.")
  var by = Grouping.channel

  func run() throws {
    try AnalysisRun(dataset: dataset, scope: scope, output: output).run(.attribution) { _ in
      AnalysisOptions(attribution: AttributionOptions(by: by))
    }
  }
}
