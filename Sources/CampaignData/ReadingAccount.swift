import FileReading

/// What was found while reading, table by table.
struct ReadingAccount {
  private(set) var notes: [ReadingNote] = []
  private(set) var problems: [FileProblems] = []
  private(set) var rejects: [RejectedRow] = []
  /// Rows left out of all files.
  private(set) var leftOut = 0

  /// Takes what a table's reader found.
  ///
  /// - Parameter names: the known names of a column, for those who wrote others.
  mutating func take(_ reader: TableReader, _ names: (_ column: String) -> [String]? = { _ in nil }) {
    reader.suggest(names)
    notes += reader.notes + reader.log.notes
    rejects += reader.log.rejects
    leftOut += reader.log.leftOut
    if let found = reader.log.fileProblems { problems.append(found) }
  }

  mutating func take(_ found: [DataProblem]) {
    for problem in found { problems.append(FileProblems(file: problem.file, problems: [problem], count: 1)) }
  }

  mutating func take(_ found: [FileProblems]) { problems += found }

  mutating func take(_ found: [ReadingNote]) { notes += found }
}
