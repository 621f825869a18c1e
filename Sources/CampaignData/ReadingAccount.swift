import FileReading

/// What was found while reading, table by table.
struct ReadingAccount {
  private(set) var notes: [ReadingNote] = []
  private(set) var problems: [FileProblems] = []
  private(set) var rejects: [RejectedRow] = []

  /// Takes what a table's reader found.
  mutating func take(_ reader: TableReader) {
    notes += reader.notes
    if let note = reader.log.note { notes.append(note) }
    rejects += reader.log.rejects
    if let found = reader.log.fileProblems { problems.append(found) }
  }

  mutating func take(_ found: [DataProblem]) {
    for problem in found { problems.append(FileProblems(file: problem.file, problems: [problem], count: 1)) }
  }

  mutating func take(_ found: [FileProblems]) { problems += found }

  mutating func take(_ found: [ReadingNote]) { notes += found }
}
