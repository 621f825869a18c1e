import CampaignData
import CampaignModel
import FileReading

/// Tables of a dataset that are taken as they are, beside what is imported.
struct OwnTables {
  struct OwnTable {
    var file: SourceFile
    /// The recipe that hands on every column.
    var overlay: YamlMap
  }

  private(set) var sources: [OwnTable] = []
  /// The bytes of reefknot.yaml, if there is one.
  private(set) var settings: [UInt8]?
  /// The time zone that it names.
  private(set) var timeZone: String?
  private let folder: String

  /// - Parameter name: the folder's as the user wrote it, for messages.
  init(_ folder: String, name: String) throws(ReadingError) {
    self.folder = folder
    let listing = try FolderListing(path: folder)
    for file in listing.names {
      if file == "reefknot.yaml" {
        let input = try InputFile(path: "\(folder)/\(file)", name: "\(name)/\(file)")
        let bytes = try input.wholeContent(of: "\(name)/\(file)", limit: ReadingLimits.settingsLength)
        settings = bytes
        let text = String(decoding: bytes, as: UTF8.self)
        timeZone = text.firstMatch(of: /(?m)^timezone\s*:\s*['"]?([\w\/+-]+)/).map { String($0.1) }
      }
      guard let table = OwnTables.table(ofFile: file), !listing.isFolder(file) else { continue }
      let source = SourceFile(name: FilePattern.joined(name, file), path: "\(folder)/\(file)")
      sources.append(OwnTable(file: source, overlay: try OwnTables.overlay(source, table)))
    }
  }

  static func table(ofFile name: String) -> Table? {
    let lower = name.lowercased()
    let bare = lower.hasSuffix(".gz") ? String(lower.dropLast(3)) : lower
    for ending in [".csv", ".tsv", ".txt"] where bare.hasSuffix(ending) {
      return Table(rawValue: String(bare.dropLast(ending.count)))
    }
    return nil
  }

  private static func form(_ name: String) -> String {
    let form = MatchingForm.of(name)
    return form == "organization" ? "organisation" : form
  }

  /// A recipe that takes each column for that of the same name.
  private static func overlay(_ file: SourceFile, _ table: Table) throws(ReadingError) -> YamlMap {
    let known = Dictionary(uniqueKeysWithValues: (table.requiredColumns + table.optionalColumns).map { (form($0), $0) })
    let opened = try ExportOpener.table(in: file, ReadingRules()) { names in
      Set(names.compactMap { known[form($0)] }).isSuperset(of: table.requiredColumns)
        ? names.count { known[form($0)] != nil } : 0
    }
    guard opened.fit > 0 else {
      throw .badData(
        DataProblem(
          file: file.name, line: 1,
          message: "has not all columns that the table needs: \(table.requiredColumns.joined(separator: ", "))",
          detail: "columns found: \(opened.columns.prefix(20).map { ShownText.escape($0) }.joined(separator: ", "))"))
    }
    var entries: [YamlMap.Entry] = []
    var columns: [YamlMap.Entry] = []
    for name in opened.columns {
      guard let column = known[form(name)], !entries.contains(where: { $0.key == column }) else { continue }
      let place = YamlMap(
        file: file.name, line: 1, entries: [.init(key: "column", line: 1, value: .text(name, line: 1))])
      entries.append(.init(key: column, line: 1, value: .map(place)))
      let needed = YamlMap(
        file: file.name, line: 1, entries: [.init(key: "needed", line: 1, value: .text("yes", line: 1))])
      columns.append(.init(key: name, line: 1, value: .map(needed)))
    }
    let rule = YamlMap(file: file.name, line: 1, entries: entries)
    return YamlMap(
      file: file.name, line: 1,
      entries: [
        .init(key: table.rawValue, line: 1, value: .map(rule)),
        .init(key: "columns", line: 1, value: .map(YamlMap(file: file.name, line: 1, entries: columns))),
      ])
  }

  /// Names of the kinds that an own table defines.
  func kindNames() throws(ReadingError) -> [String] {
    var names: [String] = []
    for table in sources where table.overlay["kinds"] != nil {
      let opened = try ExportOpener.table(in: table.file, ReadingRules()) { $0.count { MatchingForm.of($0) == "kind" } }
      var reader = ExpressionReader(file: table.file.name)
      let kind = reader.reference("kind", list: nil)
      opened.bind(ColumnBinding(reader.references, lists: []) { _ in [] })
      try opened.forEachRow(SourceAccount(skipsInvalid: true, keepsRejects: false)) { row throws(ReadingError) in
        let name = String(decoding: row.bytes(kind), as: UTF8.self)
        if !name.isEmpty, names.count < 10_000 { names.append(name.lowercased()) }
      }
    }
    return names
  }
}
