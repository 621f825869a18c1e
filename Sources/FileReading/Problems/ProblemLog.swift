/// Everything found wrong in one file while it is read.
package struct ProblemLog {
  package let file: String
  /// Whether bad rows are left out; otherwise each is an error.
  package let skipsInvalid: Bool
  package let keepsRejects: Bool

  package private(set) var problems: [DataProblem] = []
  package private(set) var problemCount = 0
  package private(set) var leftOut = 0
  private var reasons: [String: Int] = [:]
  package private(set) var rejects: [RejectedRow] = []

  /// Kept apart up to this many; hostile files cannot fill the memory with reasons.
  package static let maximumReasons = 100

  package init(file: String, skipsInvalid: Bool, keepsRejects: Bool) {
    self.file = file
    self.skipsInvalid = skipsInvalid
    self.keepsRejects = keepsRejects
  }

  /// Takes a problem of the file as a whole: always an error.
  package mutating func fail(_ problem: DataProblem) {
    problemCount += 1
    if problems.count < FileProblems.maximumShown { problems.append(problem) }
  }

  /// Takes a bad row with what is wrong with it: an error each, or one row left out.
  package mutating func takeBadRow(_ found: [DataProblem], line: Int, row: @autoclosure () -> String) {
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
  package mutating func take() -> ProblemLog {
    var taken = ProblemLog(file: file, skipsInvalid: skipsInvalid, keepsRejects: keepsRejects)
    swap(&taken, &self)
    return taken
  }

  /// Counts the lines of everything found from another line on.
  package mutating func moveLines(by distance: Int) {
    for position in problems.indices { problems[position].line? += distance }
    for position in rejects.indices { rejects[position].line += distance }
  }

  /// Adds what a later part of the same file found.
  package mutating func append(_ later: ProblemLog) {
    problemCount += later.problemCount
    problems.append(contentsOf: later.problems.prefix(FileProblems.maximumShown - problems.count))
    leftOut += later.leftOut
    reasons.merge(later.reasons, uniquingKeysWith: +)
    rejects.append(contentsOf: later.rejects)
  }

  /// The problems, or nil when nothing is an error.
  package var fileProblems: FileProblems? {
    problemCount == 0 ? nil : FileProblems(file: file, problems: problems, count: problemCount)
  }

  /// Why rows were left out and how many for each reason, the most frequent first.
  package var leftOutReasons: [(reason: String, rows: Int)] {
    reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (reason: $0.key, rows: $0.value) }
  }
}
