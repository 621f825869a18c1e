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

  @Option(help: "By what credit is shared out.")
  var by = Grouping.channel

  @OptionGroup var conversions: ConversionOptions

  @Option(help: "Show one contact's paths, and where each share of the credit comes from.")
  var explain: String?

  func run() throws {
    guard let explain else {
      return try AnalysisRun(dataset: dataset, scope: scope, output: output, list: counts.list, persons: persons)
        .run(.attribution) { data in
          AnalysisOptions(attribution: try conversions.options(by: by, in: data), intervals: bootstrap.intervals)
        }
    }
    let destination = try ByteOutput(path: output.output)
    var data = try persons.persons(in: dataset.read().dataset, "--explain shows the paths of")
    let scopes = try scope.scopes(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("--explain looks at one campaign") }
    guard let contact = data.contacts.firstIndex(ofID: explain) else {
      throw CommandFailure.usage("--explain: there is no contact \"\(explain.withoutControls)\"")
    }
    let options = try conversions.options(by: by, in: data)
    let figures = try dataset.measured(
      &data, scopes: scopes,
      options: AnalysisOptions(sections: [.attribution], attribution: options, threads: dataset.threadCount))
    guard let attribution = figures[0].attribution else { return }
    ExplanationDocument(data, scope: scopes[0], contact: contact, options: options, attribution: attribution)
      .write(output, to: destination)
    try destination.finish()
  }
}
