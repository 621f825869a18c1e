import ArgumentParser
import CampaignAnalysis
import Reports

/// `reefknot touchpoints`
struct TouchpointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "touchpoints",
    abstract: "New contacts and touchpoints, and who introduced them.",
    discussion: """
      EXAMPLES:
        reefknot touchpoints graphs/kiez-kocht
        reefknot touchpoints graphs/kiez-kocht --medium newsletter --format csv
        reefknot touchpoints graphs/kiez-kocht --list new_contacts
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try AnalysisRun(dataset: dataset, scope: scope, output: output).run(.touchpoints) { _ in AnalysisOptions() }
  }
}
