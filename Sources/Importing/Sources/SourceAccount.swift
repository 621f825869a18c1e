import FileReading

/// What became of the rows of a source.
final class SourceAccount {
  private let skipsInvalid: Bool
  private let keepsRejects: Bool
  /// Rows read, those that became rows of the dataset, and those that repeat earlier ones.
  var rows = 0
  var taken = 0
  var repeats = 0
  /// Rows that were not wanted, by reason.
  private(set) var ignored: [String: Int] = [:]
  /// Entries of lists within rows that were not wanted, by reason.
  private(set) var ignoredEntries: [String: Int] = [:]
  private var finished: [ProblemLog] = []
  private var log: ProblemLog

  init(skipsInvalid: Bool, keepsRejects: Bool) {
    (self.skipsInvalid, self.keepsRejects) = (skipsInvalid, keepsRejects)
    log = ProblemLog(file: "", skipsInvalid: skipsInvalid, keepsRejects: keepsRejects)
  }

  /// Name of the file that is being read.
  var file: String { log.file }

  /// Takes what is wrong with the file that is being read as a whole.
  func take(_ found: [FileProblems]) { for problem in found.flatMap(\.problems) { log.fail(problem) } }

  /// Goes on with another file.
  func start(_ file: String) {
    finished.append(log)
    log = ProblemLog(file: ShownText.escapePath(file), skipsInvalid: skipsInvalid, keepsRejects: keepsRejects)
  }

  /// Reasons told apart; hostile files cannot fill the memory with them.
  private static let maximumReasons = 100

  /// Takes what was noticed of rows.
  func take(_ notes: RowNotes) {
    rows += notes.rows
    for reason in notes.ignored.reasons {
      SourceAccount.count(reason, in: &ignored, times: notes.ignored.count(reason))
    }
    for reason in notes.ignoredEntries.reasons {
      SourceAccount.count(reason, in: &ignoredEntries, times: notes.ignoredEntries.count(reason))
    }
  }

  func ignore(_ reason: String) { SourceAccount.count(reason, in: &ignored) }

  private static func count(_ reason: String, in counts: inout [String: Int], times: Int = 1) {
    let isKnown = counts[reason] != nil || counts.count < maximumReasons
    counts[isKnown ? reason : "other reasons", default: 0] += times
  }

  /// A row that is wrong.
  func refuse(line: Int, column: String?, value: ArraySlice<UInt8>?, _ message: String, row: @autoclosure () -> String)
  {
    let problem = DataProblem(
      file: log.file, line: line, column: column, value: value.map { ShownText.escape($0) }, message: message)
    log.takeBadRow([problem], line: line, row: row())
  }

  /// Something wrong with the file as a whole.
  func fail(_ message: String) { log.fail(DataProblem(file: log.file, message: message)) }

  private var logs: [ProblemLog] { finished + [log] }

  /// What is an error.
  var problems: [FileProblems] { logs.compactMap(\.fileProblems) }

  /// How many rows were left out because they are wrong.
  var refused: Int { logs.reduce(0) { $0 + $1.leftOut } }

  /// Why, the most frequent reason first.
  var refusedReasons: [(reason: String, rows: Int)] {
    var counts: [String: Int] = [:]
    for log in logs { for (reason, rows) in log.leftOutReasons { counts[reason, default: 0] += rows } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (reason: $0.key, rows: $0.value) }
  }

  var rejects: [RejectedRow] { logs.flatMap(\.rejects) }
}
