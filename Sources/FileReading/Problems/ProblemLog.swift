/// Everything found wrong in one file while it is read.
package struct ProblemLog: Sendable {
  package let file: String
  /// Whether bad rows are left out; otherwise each is an error.
  package let skipsInvalid: Bool
  package let keepsRejects: Bool
  /// So many problems are kept in full.
  package let shownProblems: Int

  package private(set) var problems: [DataProblem] = []
  package private(set) var problemCount = 0
  package private(set) var leftOut = 0
  /// Rows of nothing but blank fields, which are passed over.
  package var blankRows = 0
  /// Rows that lack optional fields at their end.
  package var shortRows = 0
  private var causes: [String: ProblemCause] = [:]
  /// Rows that are wrong only because rows of another file were refused, by that file.
  private var consequences: [String: Int] = [:]
  package private(set) var rejects: [RejectedRow] = []

  /// Told apart up to this many; hostile files cannot fill the memory with causes.
  package static let maximumCauses = 100

  package init(
    file: String, skipsInvalid: Bool, keepsRejects: Bool, shownProblems: Int = ReadingLimits.shownProblems
  ) {
    self.file = file
    self.skipsInvalid = skipsInvalid
    self.keepsRejects = keepsRejects
    self.shownProblems = shownProblems
  }

  /// Takes a problem of the file as a whole: always an error.
  package mutating func fail(_ problem: DataProblem) {
    problemCount += 1
    if problems.count < shownProblems { problems.append(problem) }
    count(problem, line: problem.line)
  }

  /// Takes a bad row with what is wrong with it: an error each, or one row left out.
  package mutating func takeBadRow(_ found: [DataProblem], line: Int, row: @autoclosure () -> String) {
    guard skipsInvalid else {
      for problem in found { fail(problem) }
      return
    }
    leftOut += 1
    if let first = found.first { count(first, line: line) }
    guard keepsRejects else { return }
    rejects.append(
      RejectedRow(
        file: file, line: line, reason: found.map(ProblemLog.rejectReason).joined(separator: "; "), row: row()))
  }

  private mutating func count(_ problem: DataProblem, line: Int?) {
    let reason = problem.reason
    let isKnown = causes[reason] != nil || causes.count < ProblemLog.maximumCauses
    causes[isKnown ? reason : "another reason", default: ProblemCause(reason: isKnown ? reason : "another reason")]
      .add(line: line, value: problem.value)
  }

  /// Takes a row that would be good if the row of another file that it refers to were.
  package mutating func takeConsequence(of file: String) { consequences[file, default: 0] += 1 }

  private static func rejectReason(_ problem: DataProblem) -> String {
    var placeless = problem
    placeless.file = ""
    placeless.line = nil
    return String(placeless.description.dropFirst(2))
  }

  /// Returns the log and leaves an empty one.
  package mutating func take() -> ProblemLog {
    var taken = ProblemLog(
      file: file, skipsInvalid: skipsInvalid, keepsRejects: keepsRejects, shownProblems: shownProblems)
    swap(&taken, &self)
    return taken
  }

  /// Whether there is anything to tell.
  package var isEmpty: Bool {
    problemCount == 0 && leftOut == 0 && blankRows == 0 && shortRows == 0 && consequences.isEmpty
  }

  /// Counts the lines of everything found from another line on.
  package mutating func moveLines(by distance: Int) {
    for position in problems.indices { problems[position].line? += distance }
    for position in rejects.indices { rejects[position].line += distance }
    for reason in causes.keys { causes[reason]?.moveLines(by: distance) }
  }

  /// Adds what a later part of the same file found.
  package mutating func append(_ later: ProblemLog) {
    problemCount += later.problemCount
    problems.append(contentsOf: later.problems.prefix(shownProblems - problems.count))
    leftOut += later.leftOut
    blankRows += later.blankRows
    shortRows += later.shortRows
    causes.merge(later.causes) { $0.joined(with: $1) }
    consequences.merge(later.consequences, uniquingKeysWith: +)
    rejects.append(contentsOf: later.rejects)
  }

  /// Answers unknown names with the nearest known ones.
  ///
  /// - Parameter names: the known names of a column.
  package mutating func suggest(_ names: (_ column: String) -> [String]?) {
    for position in problems.indices where problems[position].isUnknownName && problems[position].detail == nil {
      guard let column = problems[position].column, let value = problems[position].value,
        let nearest = names(column).flatMap({ NearestName.of(value, among: $0) }), nearest != value
      else { continue }
      problems[position].detail = "did you mean \(ShownText.escape(nearest))?"
    }
  }

  /// The problems, or nil when nothing is an error.
  package var fileProblems: FileProblems? {
    guard problemCount > 0 || (!skipsInvalid && !consequences.isEmpty) else { return nil }
    return FileProblems(
      file: file, problems: problems, count: problemCount, causes: sortedCauses,
      consequences: consequences.sorted { $0.key < $1.key }.map { .init(file: $0.key, rows: $0.value) })
  }

  private var sortedCauses: [ProblemCause] {
    causes.values.sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }

  /// Why rows were left out and how many for each reason, the most frequent first.
  package var leftOutReasons: [(reason: String, rows: Int)] { sortedCauses.map { (reason: $0.reason, rows: $0.count) } }
}

/// What several rows of a file have in common that is wrong with them.
public struct ProblemCause: Hashable, Sendable {
  /// What is wrong, without the value.
  public private(set) var reason: String
  /// How many rows.
  public private(set) var count = 0
  /// Lines of the first of them.
  public private(set) var lines: [Int] = []
  /// How often each value stands there, for the first ``maximumValues`` different ones.
  public private(set) var values: [String: Int] = [:]

  /// The most lines, and the most values, that are kept.
  public static let maximumLines = 5
  public static let maximumValues = 20

  init(reason: String) { self.reason = reason }

  mutating func add(line: Int?, value: String?) {
    count += 1
    if let line, lines.count < ProblemCause.maximumLines { lines.append(line) }
    if let value, values[value] != nil || values.count < ProblemCause.maximumValues { values[value, default: 0] += 1 }
  }

  mutating func moveLines(by distance: Int) {
    for position in lines.indices { lines[position] += distance }
  }

  func joined(with later: ProblemCause) -> ProblemCause {
    var sum = self
    sum.count += later.count
    sum.lines += later.lines.prefix(ProblemCause.maximumLines - lines.count)
    for (value, count) in later.values.sorted(by: { $0.key < $1.key })
    where sum.values[value] != nil || sum.values.count < ProblemCause.maximumValues {
      sum.values[value, default: 0] += count
    }
    return sum
  }

  /// Such as `30 × contact: stands for nobody (lines 2, 5, 9 …; "NULL" 20, "(not set)" 10)`.
  public var summary: String {
    var parts: [String] = []
    if !lines.isEmpty {
      parts.append(
        "\(lines.count == 1 ? "line" : "lines") \(lines.map(String.init).joined(separator: ", "))"
          + (count > lines.count ? " …" : ""))
    }
    let common = values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
    if !common.isEmpty, values.count < count {
      parts.append(common.map { "\"\($0.key)\" \($0.value)" }.joined(separator: ", "))
    }
    return "\(count) × \(reason)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))")
  }
}
