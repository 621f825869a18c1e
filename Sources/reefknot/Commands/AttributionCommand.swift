import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import Presentation

/// `reefknot attribution`
struct AttributionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution",
    abstract: "Conversions and value per channel, partner or medium, under all models side by side.",
    discussion: """
      EXAMPLES:
        reefknot attribution graphs/kiez-kocht
        reefknot attribution graphs/kiez-kocht --by partner --conversion order,booking --lookback 30
        reefknot attribution graphs/kiez-kocht --explain c0047
        reefknot attribution graphs/kiez-kocht --by partner --intervals
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var bootstrap: IntervalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var counts: ListOptions
  @OptionGroup var persons: OperatorOptions

  @Option(help: "By what credit is shared out: channel, partner, medium or format.")
  var by = Grouping.channel

  @Option(
    help: "Kinds of touches that are conversions: a,b. (default: order,booking,donation,subscription,partnership)")
  var conversion: String?

  @Option(help: "How many days back a path reaches. (default: attribution_lookback_days of reefknot.yaml, or 90)")
  var lookback: Int?

  @Option(help: "Show one contact's paths, and where each share of the credit comes from.")
  var explain: String?

  /// The longest lookback that can be asked for, a thousand years.
  private static let maximumLookback = 365_000

  mutating func validate() throws {
    if let lookback, !(1...AttributionCommand.maximumLookback).contains(lookback) {
      throw ValidationError("--lookback must be at least 1 day and at most \(AttributionCommand.maximumLookback).")
    }
  }

  func run() throws {
    guard let explain else {
      return try AnalysisRun(dataset: dataset, scope: scope, output: output, list: counts.list, persons: persons)
        .run(.attribution) { data in
          AnalysisOptions(attribution: try self.options(in: data), intervals: bootstrap.intervals)
        }
    }
    let destination = try ByteOutput(path: output.output)
    let data = try persons.persons(in: dataset.read().dataset, "--explain shows the paths of")
    let scopes = try scope.scopes(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("--explain looks at one campaign") }
    guard let contact = data.contacts.firstIndex(ofID: explain) else {
      throw CommandFailure.usage("--explain: there is no contact \"\(explain.withoutControls)\"")
    }
    let options = try self.options(in: data)
    let figures = measure(
      data, scopes: scopes,
      options: AnalysisOptions(sections: [.attribution], attribution: options, threads: dataset.threadCount))
    guard let attribution = figures[0].attribution else { return }
    ExplanationDocument(data, scope: scopes[0], contact: contact, options: options, attribution: attribution)
      .write(output, to: destination)
    try destination.finish()
  }

  private func options(in data: Dataset) throws -> AttributionOptions {
    let kinds = try conversion.map { text in
      try text.listed(of: "--conversion").map { name in
        let name = name.lowercased()
        guard let index = data.kinds.index(of: name) else {
          throw CommandFailure.usage(
            Suggestion.message("kind", name, known: data.kinds.kinds.map(\.name), option: "--conversion"))
        }
        guard data.kinds.kinds[index].level == .transaction else {
          throw CommandFailure.usage(
            "--conversion: \"\(name.withoutControls)\" is of level \(data.kinds.kinds[index].level.name), and "
              + "conversions are transactions; a row \(name.withoutControls),transaction of kinds.csv makes it one")
        }
        return name
      }
    }
    return AttributionOptions(
      by: by, conversionKinds: kinds ?? AttributionOptions.standardKinds, lookbackDays: lookback)
  }
}
