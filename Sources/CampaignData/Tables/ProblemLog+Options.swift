import FileReading

extension ProblemLog {
  /// An empty log of a table's file.
  init(file: String, options: ReadingOptions) {
    self.init(file: file, skipsInvalid: options.skipsInvalid, keepsRejects: options.keepsRejects)
  }

  /// What to say of the rows left out, or nil when none is.
  var note: ReadingNote? {
    guard leftOut > 0 else { return nil }
    let reasons = leftOutReasons.map { ReadingNote.ReasonCount(reason: $0.reason, rows: $0.rows) }
    return .leftOut(file: file, rows: leftOut, reasons: reasons)
  }
}
