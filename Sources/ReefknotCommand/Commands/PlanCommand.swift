import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import Presentation

/// `reefknot plan`
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Who communicates what on which channel: done, late, missed, open, unplanned.",
    discussion: """
      EXAMPLES:
        reefknot plan graphs/kiez-kocht
        reefknot plan graphs/kiez-kocht --all --format csv
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    let data = try dataset.readForFigures()
    let scopes = try scope.scopes(in: data)
    let counted = try dataset.counting(data) { plan in for scope in scopes { plan.addPlan(scope) } }
    let reviews = scopes.map { reviewPlan(counted, scope: $0, threads: dataset.threadCount) }
    if !dataset.quiet, !data.tables.contains(.plan) {
      StandardError.warn("plan.csv is missing: whatever happened counts as unplanned")
    }
    PlanDocument(data, reviews, isList: scope.isList).write(output, to: destination)
    try destination.finish()
  }
}
