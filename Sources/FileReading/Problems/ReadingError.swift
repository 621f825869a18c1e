/// Why a dataset could not be read.
public enum ReadingError: Error, Sendable, CustomStringConvertible {
  /// The folder or a file that is needed is not there.
  case missing(path: String, reason: String)
  /// The system could not read a file.
  case unreadable(path: String, reason: String)
  /// Files hold what they must not: all problems, file by file.
  case badData([FileProblems])

  /// Every problem of bad data that is kept in full, in order.
  public var problems: [DataProblem] {
    if case .badData(let files) = self { files.flatMap(\.problems) } else { [] }
  }

  public var description: String {
    switch self {
    case .missing(let path, let reason), .unreadable(let path, let reason): "\(ShownText.escapePath(path)): \(reason)"
    case .badData(let files): files.map(\.description).joined(separator: "\n")
    }
  }

  package static func badData(_ problem: DataProblem) -> ReadingError {
    .badData([FileProblems(file: problem.file, problems: [problem], count: 1)])
  }
}

/// What is wrong in one file: the first problems in full, and how many there are.
public struct FileProblems: Sendable, CustomStringConvertible {
  /// Name of the file within the dataset's folder.
  public var file: String
  /// The first ``maximumShown`` problems, in order of their lines.
  public var problems: [DataProblem]
  /// How many there are in all.
  public var count: Int

  /// The most problems of a file that are kept in full.
  public static let maximumShown = ReadingLimits.shownProblems

  public init(file: String, problems: [DataProblem], count: Int) {
    self.file = file
    self.problems = problems
    self.count = count
  }

  public var description: String {
    var lines = problems.map(\.description)
    if count > problems.count { lines.append("\(file): \(count - problems.count) more problems, \(count) in all") }
    return lines.joined(separator: "\n")
  }
}
