import ArgumentParser
import CampaignGeneration
import FileReading
import Foundation
import Glibc
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
      valueName: "percent"))
  var effect = 0

  @Flag(help: "Replace a folder that is not empty.")
  var force = false

  @Flag(help: "No progress bar.")
  var quiet = false

  func run() throws {
    let generator = try generator()
    let target = URL(filePath: folder).standardizedFileURL
    try checkTarget(target)
    let beside = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).\(getpid()).part")
    do {
      OpenOutputs.add(part: beside.path)
      try FileManager.default.createDirectory(at: beside, withIntermediateDirectories: true)
      try write(generator, to: beside)
      var failure: (any Error)?
      OpenOutputs.close(part: beside.path) {
        do { try replace(target, by: beside) } catch { failure = error }
      }
      if let failure { throw failure }
    } catch {
      OpenOutputs.close(part: beside.path) { GenerateCommand.discard(beside) }
      if let failure = error as? CommandFailure { throw failure }
      throw CommandFailure(
        .cannotCreateOutput, "\(folder.withoutControls): \(error.localizedDescription.withoutControls)")
    }
  }

  /// Removes what was made so far.
  private static func discard(_ folder: URL) {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      StandardError.warn("\(folder.path) could not be removed")
    }
  }

  private func generator() throws -> DatasetGenerator {
    var first: CalendarDate?
    if let start {
      guard let date = CalendarDate(start) else {
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

  private func checkTarget(_ target: URL) throws {
    var isFolder: ObjCBool = false
    // Safety: the call fills the variable it is given.
    guard unsafe FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw CommandFailure(.cannotCreateOutput, "\(folder.withoutControls): is there already and no folder")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path)
    guard names.isEmpty || force else {
      throw CommandFailure(
        .cannotCreateOutput, "\(folder.withoutControls): is not empty; --force replaces it")
    }
  }

  private func write(_ generator: DatasetGenerator, to folder: URL) throws {
    var files: [String: ByteOutput] = [:]
    try generator.write(to: { file, bytes in
      let output: ByteOutput
      if let open = files[file] {
        output = open
      } else {
        output = try ByteOutput(path: folder.appending(path: file).path)
        files[file] = output
      }
      output.write(Array(bytes))
      if output.hasFailed { try output.finish() }
    })
    for name in files.keys.sorted() { try files[name]?.finish() }
  }

  private func replace(_ target: URL, by folder: URL) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else { return try manager.moveItem(at: folder, to: target) }
    let old = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).\(getpid()).old")
    try manager.moveItem(at: target, to: old)
    do {
      try manager.moveItem(at: folder, to: target)
    } catch {
      try manager.moveItem(at: old, to: target)
      throw error
    }
    try manager.removeItem(at: old)
  }
}
