import FileReading

extension ProblemLog {
  /// An empty log of a table's file.
  init(file: String, options: ReadingOptions) {
    self.init(
      file: file, skipsInvalid: options.skipsInvalid, keepsRejects: options.keepsRejects,
      shownProblems: options.shownProblems)
  }

  /// What to say of the rows left out, or nil when none is.
  var note: ReadingNote? {
    guard leftOut > 0 else { return nil }
    let reasons = leftOutReasons.map { ReadingNote.ReasonCount(reason: $0.reason, rows: $0.rows) }
    return .leftOut(file: file, rows: leftOut, reasons: reasons)
  }

  /// Everything that is to be said of the file though it can be read.
  var notes: [ReadingNote] {
    var notes: [ReadingNote] = []
    if let note { notes.append(note) }
    if blankRows > 0 { notes.append(.blankRows(file: file, rows: blankRows)) }
    if shortRows > 0 { notes.append(.shortRows(file: file, rows: shortRows)) }
    return notes
  }
}
