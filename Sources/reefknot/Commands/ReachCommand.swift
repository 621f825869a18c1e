import ArgumentParser
import CampaignAnalysis
import CampaignModel
import Reports

/// `reefknot reach`
struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract: "Reach, own and foreign, overlap, and who adds what.",
    discussion: """
      EXAMPLES:
        reefknot reach graphs/kiez-kocht
        reefknot reach graphs/kiez-kocht --brand muehle --format json
        reefknot reach graphs/kiez-kocht --list exclusive:radio
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var list: ListOptions

  @Option(help: "Only touches about this brand, a partner's id.")
  var brand: String?

  @Option(help: "Partners in the order in which reach is stacked: a,b. (default: the largest gain first)")
  var order: String?

  func run() throws {
    try AnalysisRun(dataset: dataset, scope: scope, output: output, list: list.list).run(.reach) { data in
      AnalysisOptions(
        brand: try brand.map { try data.partner($0, option: "--brand") },
        stackingOrder: try (order ?? "").split(separator: ",").map { try data.partner(String($0), option: "--order") })
    }
  }
}

extension Dataset {
  /// The index of a partner, by id.
  func partner(_ id: String, option: String) throws -> Int {
    let id = id.trimmed
    guard let index = partners.firstIndex(where: { $0.id == id }) else {
      throw CommandFailure.usage(Suggestion.message("partner", id, known: partners.map(\.id), option: option))
    }
    return index
  }
}
