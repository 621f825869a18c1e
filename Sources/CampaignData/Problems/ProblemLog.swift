/// Everything found wrong in one file while it is read.
struct ProblemLog {
  let file: String
  /// Whether bad rows are left out; otherwise each is an error.
  let skipsInvalid: Bool
  let keepsRejects: Bool

  private(set) var problems: [DataProblem] = []
  private(set) var problemCount = 0
  private(set) var leftOut = 0
  private var reasons: [String: Int] = [:]
  private(set) var rejects: [RejectedRow] = []

  /// Kept apart up to this many; hostile files cannot fill the memory with reasons.
  static let maximumReasons = 100

  init(file: String, options: ReadingOptions) {
    self.init(file: file, skipsInvalid: options.skipsInvalid, keepsRejects: options.keepsRejects)
  }

  private init(file: String, skipsInvalid: Bool, keepsRejects: Bool) {
    self.file = file
    self.skipsInvalid = skipsInvalid
    self.keepsRejects = keepsRejects
  }

  /// Takes a problem of the file as a whole: always an error.
  mutating func fail(_ problem: DataProblem) {
    problemCount += 1
    if problems.count < FileProblems.maximumShown { problems.append(problem) }
  }

  /// Takes a bad row with what is wrong with it: an error each, or one row left out.
  mutating func takeBadRow(_ found: [DataProblem], line: Int, row: @autoclosure () -> String) {
    guard skipsInvalid else {
      for problem in found { fail(problem) }
      return
    }
    leftOut += 1
    for reason in found.prefix(1).map(\.reason) {
      let known = reasons[reason] != nil || reasons.count < ProblemLog.maximumReasons
      reasons[known ? reason : "another reason", default: 0] += 1
    }
    guard keepsRejects else { return }
    rejects.append(
      RejectedRow(
        file: file, line: line, reason: found.map(ProblemLog.rejectReason).joined(separator: "; "), row: row()))
  }

  private static func rejectReason(_ problem: DataProblem) -> String {
    var placeless = problem
    placeless.file = ""
    placeless.line = nil
    return String(placeless.description.dropFirst(2))
  }

  /// Returns the log and leaves an empty one.
  mutating func take() -> ProblemLog {
    var taken = ProblemLog(file: file, skipsInvalid: skipsInvalid, keepsRejects: keepsRejects)
    swap(&taken, &self)
    return taken
  }

  /// Counts the lines of everything found from another line on.
  mutating func moveLines(by distance: Int) {
    for position in problems.indices { problems[position].line? += distance }
    for position in rejects.indices { rejects[position].line += distance }
  }

  /// Adds what a later part of the same file found.
  mutating func append(_ later: ProblemLog) {
    problemCount += later.problemCount
    problems.append(contentsOf: later.problems.prefix(FileProblems.maximumShown - problems.count))
    leftOut += later.leftOut
    reasons.merge(later.reasons, uniquingKeysWith: +)
    rejects.append(contentsOf: later.rejects)
  }

  /// The problems, or nil when nothing is an error.
  var fileProblems: FileProblems? {
    problemCount == 0 ? nil : FileProblems(file: file, problems: problems, count: problemCount)
  }

  /// What to say of the rows left out, or nil when none is.
  var note: ReadingNote? {
    guard leftOut > 0 else { return nil }
    let counts = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return .leftOut(file: file, rows: leftOut, reasons: counts.map { .init(reason: $0.key, rows: $0.value) })
  }
}
