import FileReading

/// The settings of a cleaned dataset: as they are, but for the encoding of tables, which is UTF-8 then.
struct SettingsCleaning {
  /// The settings as they are read.
  let file: SettingsFile
  /// What is written; nil where there are none.
  private(set) var text: [UInt8]?

  init(_ folder: DatasetFolder, _ report: (CleaningChange) -> Void) throws(ReadingError) {
    guard folder.hasSettings else {
      file = SettingsFile()
      return
    }
    let bytes = try folder.settingsBytes()
    file = SettingsFile(bytes)
    if let problem = file.problems.first { throw .badData(problem) }
    guard let line = file.encodingLine else {
      text = bytes
      return
    }
    var lines = bytes.split(separator: Ascii.newline, omittingEmptySubsequences: false)
    lines.remove(at: line - 1)
    let rest = Array(lines.joined(separator: [Ascii.newline]))
    let changed = SettingsFile(rest)
    guard changed.problems.isEmpty, changed.forms.encoding == .utf8, "\(changed.settings)" == "\(file.settings)",
      changed.forms.decimalSign == file.forms.decimalSign, changed.forms.dateOrder == file.forms.dateOrder
    else {
      throw .badData(
        DataProblem(
          file: SettingsFile.name, line: line, column: "encoding",
          message: "does not stand on a line of its own, and cannot be taken out for tables that are UTF-8"))
    }
    text = rest
    report(CleaningChange(file: SettingsFile.name, line: line, what: "encoding is left out: the tables are UTF-8"))
  }
}
