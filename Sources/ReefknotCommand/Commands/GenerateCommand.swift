import ArgumentParser
import CampaignGeneration
import CampaignModel
import FileReading
import Foundation
import Presentation

/// `reefknot generate`
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "A realistic dataset of any size from a seed.",
    discussion: """
      The same seed and options give the same bytes. The folder appears whole or not at all.

      EXAMPLES:
        reefknot generate sample --seed 7 --touchpoints 20000
        reefknot generate drawn --holdout 20 --effect 5
        reefknot generate berlin --time-zone Europe/Berlin --start 2024-03-01 --campaigns 2
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  @Option(help: "Where the draws start; another seed gives another dataset.")
  var seed: UInt64 = 1

  @Option(help: "Rows of touchpoints.csv.")
  var touchpoints = 10_000

  @Option(help: "Partners, 2 to 1000.")
  var partners = 12

  @Option(help: "Contacts. (default: an eighth of the touchpoints)")
  var contacts: Int?

  @Option(help: "Campaigns, one after another, 0 to 100.")
  var campaigns = 3

  @Option(help: "The first day, YYYY-MM-DD.")
  var start: String?

  @Option(help: "Days from the first to the last. (default: 300 and 120 for each campaign)")
  var days: Int?

  @Option(name: .customLong("time-zone"), help: "IANA name of the time zone that times are written in.")
  var timeZone = "UTC"

  @Option(help: "ISO 4217 code of the currency.")
  var currency = "EUR"

  @Option(
    help: ArgumentHelp(
      "Contacts in a hundred that a draw by lot keeps away from campaigns, 0 to 90: a holdout without any effect.",
      valueName: "percent"))
  var holdout = 0

  @Option(
    help: ArgumentHelp(
      "Of the others, contacts in a hundred that order in each campaign because of it, 0 to 90: a true effect to find.",
      discussion: """
        Where a share b buys in the campaign's time anyway, it raises the share of customers by (1 - b) times that. Orders \
        for a later campaign are after-touches of those before it.
        """, valueName: "percent"))
  var effect = 0

  @Flag(help: "Replace a folder that is not empty.")
  var force = false

  @Flag(help: "No progress bar.")
  var quiet = false

  func run() throws {
    let generator = try generator()
    try FolderOutput.write(folder, replaces: force, advice: "--force replaces it") { try write(generator, to: $0) }
  }

  private func generator() throws -> DatasetGenerator {
    var first: CivilDate?
    if let start {
      guard let date = CivilDate(start) else {
        throw CommandFailure.usage("--start: \"\(start.withoutControls)\" is not a date such as 2024-03-01")
      }
      first = date
    }
    if LocalClock(name: timeZone) == nil {
      throw CommandFailure.usage(
        Suggestion.message("time zone", timeZone, known: TimeZone.knownTimeZoneIdentifiers, option: "--time-zone"))
    }
    do {
      return try DatasetGenerator(
        options: GenerationOptions(
          seed: seed, touchpoints: touchpoints, partners: partners, contacts: contacts, campaigns: campaigns,
          start: first, days: days, timeZone: timeZone, currency: currency,
          heldOut: holdout, effect: effect))
    } catch {
      throw CommandFailure.usage(error.description)
    }
  }

  private func write(_ generator: DatasetGenerator, to folder: FolderOutput) throws {
    var files: [String: ByteOutput] = [:]
    try generator.write(to: { file, bytes in
      let output: ByteOutput
      if let open = files[file] {
        output = open
      } else {
        output = try folder.open(file)
        files[file] = output
      }
      output.write(Array(bytes))
      if output.hasFailed { try output.finish() }
    })
    for name in files.keys.sorted() { try files[name]?.finish() }
  }
}
