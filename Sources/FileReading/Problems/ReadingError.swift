/// Why a dataset could not be read.
public enum ReadingError: Error, Sendable, CustomStringConvertible {
  /// The folder or a file that is needed is not there.
  case missing(path: String, reason: String)
  /// The system could not read a file, or not write a temporary one.
  case unreadable(path: String, reason: String)
  /// The log takes more memory than it may, and is needed in one piece.
  case tooLarge(memory: Int)
  /// Files hold what they must not: all problems, file by file.
  case badData([FileProblems])

  /// Every problem of bad data that is kept in full, in order.
  public var problems: [DataProblem] {
    if case .badData(let files) = self { files.flatMap(\.problems) } else { [] }
  }

  public var description: String {
    switch self {
    case .missing(let path, let reason), .unreadable(let path, let reason): "\(ShownText.escapePath(path)): \(reason)"
    case .tooLarge(let memory): "the log does not fit into \(memory) bytes of memory"
    case .badData(let files): files.map(\.description).joined(separator: "\n")
    }
  }

  package static func badData(_ problem: DataProblem) -> ReadingError {
    .badData([FileProblems(file: problem.file, problems: [problem], count: 1)])
  }
}

/// What is wrong in one file: the causes, the first problems in full, and how many there are.
public struct FileProblems: Sendable, CustomStringConvertible {
  /// Name of the file within the dataset's folder.
  public var file: String
  /// The first problems, in order of their lines: ``maximumShown``, unless others were asked for.
  public var problems: [DataProblem]
  /// How many there are in all.
  public var count: Int
  /// What they have in common, the most frequent first.
  public var causes: [ProblemCause]
  /// Rows that are wrong only because rows of another file are.
  public var consequences: [Consequence]

  /// How many rows wait for another file.
  public struct Consequence: Hashable, Sendable {
    /// Name of the file whose rows were refused.
    public var file: String
    public var rows: Int

    public init(file: String, rows: Int) {
      self.file = file
      self.rows = rows
    }

    /// What the rows have in common.
    public var summary: String {
      "\(rows) \(rows == 1 ? "row refers" : "rows refer") to rows of \(file) that are refused; "
        + "nothing is wrong with \(rows == 1 ? "it" : "them") otherwise"
    }
  }

  /// The most problems of a file that are kept in full unless others are asked for.
  public static let maximumShown = ReadingLimits.shownProblems

  public init(
    file: String, problems: [DataProblem], count: Int, causes: [ProblemCause] = [], consequences: [Consequence] = []
  ) {
    self.file = file
    self.problems = problems
    self.count = count
    self.causes = causes
    self.consequences = consequences
  }

  /// The causes that several rows have, then the single problems, then what follows from other files.
  public var description: String {
    var lines = causes.filter { $0.count > 1 }.map { "\(file): \($0.summary)" }
    lines += problems.map(\.description)
    if count > problems.count { lines.append("\(file): \(count - problems.count) more problems, \(count) in all") }
    lines += consequences.map { "\(file): \($0.summary)" }
    return lines.joined(separator: "\n")
  }
}
