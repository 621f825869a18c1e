import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import FileReading
import Foundation
import Presentation

/// Which dataset is read, and how.
struct DatasetOptions: ParsableArguments {
  @Argument(
    help: "The folder of CSV tables, or a workbook (.xlsx, .ods) or SQLite file that holds them.", completion: .file())
  var dataset: String

  @Flag(name: .customLong("skip-invalid"), help: "Go on without bad rows, and say how many were left out.")
  var skipsInvalid = false

  @Option(help: "Keep the bad rows and what is wrong with them in this CSV file; goes with --skip-invalid.")
  var rejects: String?

  @Option(help: "The most threads to use, at most four per active core. (default: one per active core)")
  var threads: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Take what was counted from these files of reefknot tally, and read no touches and no contacts.",
      valueName: "file"), completion: .file())
  var tallies: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The most memory to take, such as 512M or 4G: a log that does not fit is divided by contact into a temporary file, \
      in TMPDIR, and counted part by part. (default: half of what the machine has)
      """, valueName: "size"), transform: DatasetOptions.size)
  var memory: MemorySize?

  @Flag(help: "No warnings and no progress bar.")
  var quiet = false

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
    if let rejects {
      guard skipsInvalid else { throw ValidationError("--rejects needs --skip-invalid.") }
      _ = try FileEnding.format(nil, of: rejects, by: ["csv": true], option: "--rejects")
    }
  }

  static func size(_ text: String) throws -> MemorySize {
    guard let size = MemorySize(argument: text) else {
      throw ValidationError("\"\(text)\" is not a size such as 512M, 4G or 4GiB.")
    }
    return size
  }

  /// How much memory the log may take.
  ///
  /// What cannot be counted part by part is by default refused only where the machine has not enough.
  ///
  /// - Parameter allowsParts: whether it can be.
  private func limit(allowsParts: Bool) -> MemoryLimit {
    let machine = MemorySize.ofMachine.bytes
    return MemoryLimit(
      bytes: memory?.bytes ?? (allowsParts ? machine / 2 : machine), allowsParts: allowsParts,
      folder: FileManager.default.temporaryDirectory.path)
  }

  var threadCount: Int {
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    return min(threads ?? cores, 4 * cores)
  }

  /// Whether a file is a dataset in one file: a workbook or a database.
  static func isContainer(_ path: String) -> Bool {
    guard FolderListing.isFile(path) else { return false }
    do {
      let start = try InputFile(path: path, name: path).content(upTo: 4096)
      return [.workbook, .sqlite].contains(FileKind(start))
    } catch {
      // Who reads it next says why it cannot be.
      return false
    }
  }

  /// Reads the dataset, shows progress, writes the rejects, and warns of what was left out.
  ///
  /// - Parameters:
  ///   - observedUntil: the end of observation, where the settings have none.
  ///   - allowsParts: whether counts are enough.
  func read(observedUntil: EndOfObservation? = nil, allowsParts: Bool = false) throws -> ReadingResult {
    let result: ReadingResult
    do {
      result = try self.result(observedUntil: observedUntil, allowsParts: allowsParts)
    } catch let error as ReadingError {
      throw CommandFailure(error)
    }
    warn(result)
    return result
  }

  /// Reads the dataset, shows progress and writes the rejects.
  ///
  /// - Parameters:
  ///   - shownProblems: the most problems of a file that are told in full; nil for the usual number.
  ///   - observedUntil: the end of observation, where the settings have none.
  ///   - counted: what was counted of the log, in place of it, and the contacts that are named there.
  ///   - allowsParts: whether counts are enough, so that a log for which there is no room can be counted part by part.
  func result(
    shownProblems: Int? = nil, observedUntil: EndOfObservation? = nil, counted: (CountedLog, TextColumn)? = nil,
    allowsParts: Bool = false
  ) throws -> ReadingResult {
    guard tallies.isEmpty || counted != nil else {
      throw CommandFailure.usage("--tallies: what is asked for needs the contacts themselves, not their counts")
    }
    let bar = !quiet && ProgressBar.isWanted ? ProgressBar() : nil
    var options = ReadingOptions(skipsInvalid: skipsInvalid, keepsRejects: rejects != nil, threads: threadCount)
    if let shownProblems { options.shownProblems = shownProblems }
    options.observedUntil = observedUntil
    options.counted = counted.map { (log: $0.0, names: $0.1) }
    options.memory = limit(allowsParts: allowsParts)
    if let bar { options.progress = { bar.show($0) } }
    defer { bar?.end() }
    try OpenOutputs.protect(inputFiles(ofDatasetAt: dataset))
    let result = try readDataset(at: dataset, options: options)
    if let rejects { try DatasetOptions.write(result.rejects, to: rejects) }
    return result
  }

  /// Rows left out, and that nothing was read, are always told; the rest only those who did not ask for quiet, in one
  /// line each.
  func warn(_ result: ReadingResult) {
    warn(of: result.notes)
    guard !quiet else { return }
    for warning in targetWarnings(in: result.dataset) { StandardError.warn(warning) }
  }

  /// Warns of what was found while reading.
  func warn(of notes: [ReadingNote]) {
    var unknownColumns: [(file: String, columns: [String])] = []
    for note in notes {
      switch note {
      case .leftOut, .noTouches: StandardError.warn(note.description)
      case .unknownColumn(let file, let column):
        if unknownColumns.last?.file != file { unknownColumns.append((file, [])) }
        unknownColumns[unknownColumns.count - 1].columns.append(column)
      case .ignoredFile, .writtenMidnight, .lateOutlier, .afterObservation:
        if !quiet { StandardError.warn(note.description) }
      case .blankRows, .shortRows: break
      }
    }
    guard !quiet else { return }
    for (file, columns) in unknownColumns {
      let names = columns.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
      let more = columns.count > 5 ? " and \(columns.count - 5) more" : ""
      StandardError.warn("\(file): columns that no table has are ignored: \(names)\(more)")
    }
  }

  static func write(_ rows: [RejectedRow], to path: String) throws {
    let output = try ByteOutput(path: path)
    output.write(CSVText.rejects(rows.map { (file: $0.file, line: $0.line, reason: $0.reason, row: $0.row) }))
    try output.finish()
  }
}
