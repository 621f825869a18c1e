import CampaignModel
import FileReading

/// Writes a dataset anew, with all that cannot be meant otherwise written plainly (<doc:Dataset#Cleaning>).
///
/// Tables become UTF-8 with plain line ends, under their own names and those of their columns, without blank rows and
/// white space around fields; numbers and times that can be read are written in digits. What cannot be read stays as it is.
/// The cleaned dataset is read to the same values.
///
/// - Parameters:
///   - write: takes bytes to add to a file, by its path within the folder.
///   - report: takes each change.
/// - Throws: ``ReadingError`` where a table's rows cannot be told apart, or the settings stand in the way; and what `write`
///   throws.
package func cleanDataset(
  at path: String, write: (_ file: String, _ bytes: [UInt8]) throws -> Void, report: @escaping (CleaningChange) -> Void
) throws {
  let folder = try DatasetFolder(path: path)
  if let problem = folder.problems.first { throw ReadingError.badData(problem) }
  let settings = try SettingsCleaning(folder, report)
  if let text = settings.text { try write(SettingsFile.name, text) }
  if let logo = settings.file.logo,
    case .success(let picture) = LogoFile.read(logo.name, line: logo.line, of: SettingsFile.name, in: folder.contents)
  {
    try write(picture.name, picture.bytes)
  }
  for table in Table.allCases {
    var names: Set<String> = []
    for file in folder.files[table, default: []] {
      let name = cleanName(of: file, table, &names)
      if name != file { report(CleaningChange(file: file, what: "is written as \(name)")) }
      let open = try OpenTable(
        table, try folder.open(file, progress: nil), forms: settings.file.forms, options: ReadingOptions())
      if open.source !== open.file { report(CleaningChange(file: file, what: "is written as plain UTF-8")) }
      var cleaning = TableCleaning(open.reader, name: name, report: report)
      try cleaning.run { bytes in try write(name, bytes) }
    }
  }
}

/// The name of a table's file, or of one of its parts, in small letters and with the ending `.csv`.
private func cleanName(of file: String, _ table: Table, _ taken: inout Set<String>) -> String {
  guard let slash = file.lastIndex(of: "/") else { return "\(table.rawValue).csv" }
  var stem = String(file[file.index(after: slash)...])
  for ending in [".gz", ".csv", ".tsv", ".txt"] where stem.lowercased().hasSuffix(ending) {
    stem.removeLast(ending.count)
  }
  // Parts are read in the order of their names, which this keeps.
  let name = taken.contains(stem) ? String(file[file.index(after: slash)...]) : stem
  taken.insert(stem)
  return "\(table.rawValue)/\(name).csv"
}
