import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import Presentation

/// `reefknot partnerships`
struct PartnershipsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partnerships",
    abstract: "Every pair: balance and knot, direction, reciprocity, barometer, trust.",
    discussion: """
      With --with and --compare it looks at would-be partnerships instead: what each side would bring and take, over \
      the whole log unless a campaign or window is named.

      EXAMPLES:
        reefknot partnerships graphs/kiez-kocht
        reefknot partnerships graphs/kiez-kocht --list given:wochenmarkt+biokorb
        reefknot partnerships graphs/kiez-kocht --with gusstopf --compare kiezblatt,kochschule
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var counts: ListOptions
  @OptionGroup var persons: OperatorOptions

  @Option(help: "The partner that looks for others; goes with --compare.")
  var with: String?

  @Option(help: "Would-be partners: a,b.")
  var compare: String?

  mutating func validate() throws {
    if (with == nil) != (compare == nil) { throw ValidationError("--with and --compare go together.") }
  }

  func run() throws {
    guard let with, let compare else {
      return try AnalysisRun(dataset: dataset, scope: scope, output: output, list: counts.list, persons: persons)
        .run(.partnerships) { _ in
          AnalysisOptions()
        }
    }
    let destination = try ByteOutput(path: output.output)
    let data = try dataset.read().dataset
    let partner = try data.partner(with, option: "--with")
    var candidates: [Int] = []
    for id in try compare.listed(of: "--compare") {
      let candidate = try data.partner(id, option: "--compare")
      guard candidate != partner else { throw CommandFailure.usage("--compare: a partner is not its own candidate") }
      if !candidates.contains(candidate) { candidates.append(candidate) }
    }
    let scopes = try scope.orWholeLog(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("--with looks at one campaign or window") }
    let screening = screen(candidates, for: partner, in: data, scope: scopes[0], threads: dataset.threadCount)
    ScreeningDocument(data, screening).write(output, to: destination)
    try destination.finish()
  }
}
