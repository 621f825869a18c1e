import CampaignModel
import FileReading

/// A dataset's folder: which files hold which table.
struct DatasetFolder: Sendable {
  private let listing: FolderListing
  /// The one file that holds all tables, where the dataset is no folder.
  private let container: TableContainer?
  /// Path of each table's files below the folder, in the order in which they are read: one, but for touchpoints.
  private(set) var files: [Table: [String]] = [:]
  private(set) var notes: [ReadingNote] = []
  private(set) var problems: [DataProblem] = []

  private static let endings = ["csv", "tsv", "txt"]

  /// - Parameter needed: tables without which there is no dataset.
  init(path: String, needing needed: [Table] = [.channels, .touchpoints]) throws(ReadingError) {
    if let container = try DatasetFolder.container(path) {
      self = try DatasetFolder(container, path: path, needing: needed)
      return
    }
    container = nil
    listing = try FolderListing(path: path)
    var candidates: [Table: [String]] = [:]
    for name in listing.names {
      if let table = DatasetFolder.table(ofFile: name) {
        candidates[table, default: []].append(name)
      } else if MatchingForm.of(name) == Table.touchpoints.rawValue, listing.isFolder(name) {
        candidates[.touchpoints, default: []].append(name)
      } else if DatasetFolder.isMisspeltSettings(name) {
        problems.append(
          DataProblem(
            file: ShownText.escapePath(name),
            message: "the file of settings is called \(SettingsFile.name): rename it, or its settings would be missed"))
      } else if !listing.isFolder(name), let advice = UnreadFile(name)?.advice {
        notes.append(.ignoredFile(ShownText.escapePath(name), advice: advice))
      }
    }
    for (table, names) in candidates.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if names.count > 1 {
        let list = names.map(ShownText.escapePath).joined(separator: " and ")
        problems.append(
          DataProblem(file: "\(table.rawValue).csv", message: "is there twice, as \(list); one of them must go"))
      }
      files[table] = DatasetFolder.ending(of: names[0]) == nil ? try parts(names[0]) : [names[0]]
    }
    for table in needed where files[table, default: []].isEmpty {
      let near = notes.compactMap { note in
        if case .ignoredFile(let file, _) = note, file.lowercased().contains(table.rawValue.dropLast(1)) {
          file
        } else {
          nil
        }
      }
      throw .missing(
        path: path,
        reason: "there is no \(table.rawValue).csv"
          + (table == .totals ? "" : ", which every dataset needs")
          + (near.isEmpty ? "" : "; is it \(near.joined(separator: " or "))?"))
    }
  }

  /// Whether a file is meant to be the settings but bears another name: what it protects would not be.
  private static func isMisspeltSettings(_ name: String) -> Bool {
    name != SettingsFile.name && ["reefknotyaml", "reefknotyml"].contains(MatchingForm.of(name))
  }

  /// Whether a path is a file that holds one table.
  static func isOneTable(_ path: String) throws(ReadingError) -> Bool {
    guard !FolderListing.isFolder(path: path) else { return false }
    return try container(path) == nil
  }

  /// A workbook or database at a path; nil where there is none.
  static func container(_ path: String) throws(ReadingError) -> TableContainer? {
    guard FolderListing.isFile(path) else { return nil }
    return try TableContainer(path: path) { Header.isComplete($0, table: $1) }
  }

  private init(_ container: TableContainer, path: String, needing needed: [Table]) throws(ReadingError) {
    self.container = container
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    listing = try FolderListing(
      path: (path.hasPrefix("/") ? "/" : "") + (folder.isEmpty && !path.hasPrefix("/") ? "." : folder))
    for table in container.present { files[table] = [container.file(of: table)] }
    for name in container.others {
      notes.append(.ignoredFile(ShownText.escapePath(name), advice: "no table of a dataset has this name"))
    }
    for table in needed where files[table] == nil {
      let others = container.others.map { ShownText.escape($0) }.joined(separator: ", ")
      throw .missing(
        path: path,
        reason: "there is no sheet or table \(table.rawValue)" + (table == .totals ? "" : ", which every dataset needs")
          + (others.isEmpty ? "" : "; there are \(others)"))
    }
  }

  /// The files of a folder that holds the parts of a table.
  private mutating func parts(_ folder: String) throws(ReadingError) -> [String] {
    let parts = try FolderListing(path: "\(listing.path)/\(folder)")
    var files: [String] = []
    for name in parts.names where !name.hasPrefix(".") {
      if DatasetFolder.ending(of: name) != nil, !parts.isFolder(name) {
        files.append("\(folder)/\(name)")
      } else {
        notes.append(
          .ignoredFile(
            ShownText.escapePath("\(folder)/\(name)"), advice: "only .csv, .tsv and .txt files, also with .gz, are"))
      }
    }
    return files
  }

  /// The table whose name a file bears, in any case, with an ending that tables have.
  static func table(ofFile name: String) -> Table? {
    ending(of: name).flatMap { Table(rawValue: String(name.lowercased().dropLast($0.count))) }
  }

  /// The ending of a table's file with its dots, such as `.csv.gz`; nil where it is none.
  private static func ending(of name: String) -> String? {
    let name = name.lowercased()
    for ending in endings {
      for whole in [".\(ending)", ".\(ending).gz"] where name.hasSuffix(whole) && name.count > whole.count {
        return whole
      }
    }
    return nil
  }

  /// What the dataset is called: the folder's name.
  var name: String { container?.name ?? listing.folderName }

  var hasSettings: Bool {
    container.map { $0.settings != nil } ?? listing.names.contains(SettingsFile.name)
  }

  /// What lies in the folder, for the logo.
  var contents: FolderListing { listing }

  /// Opens one of the files of a table.
  func open(_ file: String, progress: ProgressMeter?) throws(ReadingError) -> InputFile {
    if let container, let table = files.first(where: { $0.value == [file] })?.key,
      let input = container.open(table, progress: progress)
    {
      return input
    }
    return try InputFile(path: "\(listing.path)/\(file)", name: ShownText.escapePath(file), progress: progress)
  }

  /// What messages call the settings.
  var settingsName: String { container?.settingsName ?? SettingsFile.name }

  /// The bytes of reefknot.yaml, or the first of them where it is far too long.
  func settingsBytes() throws(ReadingError) -> [UInt8] {
    if let container { return container.settings ?? [] }
    let file = try InputFile(path: "\(listing.path)/\(SettingsFile.name)", name: SettingsFile.name)
    var bytes: [UInt8] = []
    while bytes.count <= SettingsFile.maximumLength, try file.read(4096, appendingTo: &bytes) > 0 {}
    return bytes
  }

  /// Bytes of all tables' files, as far as they have a size.
  var size: Int { files.keys.reduce(0) { $0 + (size(of: $1) ?? 0) } }

  /// Bytes of a table's files; nil with a pipe. What a compressed file holds is taken for eight times its size.
  func size(of table: Table) -> Int? {
    if let container { return container.size(of: table) }
    var sum = 0
    for file in files[table, default: []] {
      guard let size = listing.size(of: file) else { return nil }
      sum += size * (file.lowercased().hasSuffix(".gz") ? 8 : 1)
    }
    return sum
  }
}
