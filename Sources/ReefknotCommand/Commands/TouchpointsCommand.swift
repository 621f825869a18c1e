import ArgumentParser
import CampaignAnalysis
import Presentation

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
  @OptionGroup var list: ListOptions
  @OptionGroup var persons: OperatorOptions

  func run() throws {
    try AnalysisRun(dataset: dataset, scope: scope, output: output, list: list.list, persons: persons).run(.touchpoints)
    { _ in
      AnalysisOptions()
    }
  }
}
