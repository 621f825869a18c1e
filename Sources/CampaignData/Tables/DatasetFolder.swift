import CampaignModel
import FileReading
import Glibc

/// A dataset's folder: which file holds which table.
struct DatasetFolder {
  let path: String
  /// Name of each table's file.
  private(set) var files: [Table: String] = [:]
  private(set) var hasSettings = false
  private(set) var notes: [ReadingNote] = []
  private(set) var problems: [DataProblem] = []

  init(path: String) throws(ReadingError) {
    self.path = path
    let names = Set(try DatasetFolder.names(in: path))
    hasSettings = names.contains(SettingsFile.name)
    for table in Table.allCases {
      let plain = "\(table.rawValue).csv"
      let found = [plain, plain + ".gz"].filter(names.contains)
      files[table] = found.first
      if found.count > 1 {
        problems.append(
          DataProblem(file: plain, message: "is there twice, as \(found[0]) and \(found[1]); one of them must go"))
      }
    }
    let known = Set(files.values)
    let tables = names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".csv.gz") || $0 == "reefknot.yml" }
    notes = tables.subtracting(known).sorted().map { .ignoredFile(ShownText.escapePath($0)) }
    for table in [Table.channels, .touchpoints] where files[table] == nil {
      throw .missing(path: path, reason: "there is no \(table.rawValue).csv, which every dataset needs")
    }
  }

  /// What the dataset is called: the folder's name.
  var name: String {
    let parts = path.split(separator: "/").map(String.init)
    if let last = parts.last, last != ".", last != ".." { return last }
    // Safety: realpath returns nil or a string that is ours to free.
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved).split(separator: "/").last.map(String.init) ?? "/"
  }

  /// Opens a table's file, decompressing it where its name ends in `.gz`. Nil where there is none.
  func open(_ table: Table, progress: ProgressMeter?) throws(ReadingError) -> InputFile? {
    guard let name = files[table] else { return nil }
    return try InputFile(path: "\(path)/\(name)", name: name, progress: progress)
  }

  /// The bytes of reefknot.yaml, or the first of them where it is far too long.
  func settingsBytes() throws(ReadingError) -> [UInt8] {
    let file = try InputFile(path: "\(path)/\(SettingsFile.name)", name: SettingsFile.name)
    var bytes: [UInt8] = []
    while bytes.count <= SettingsFile.maximumLength, try file.read(4096, appendingTo: &bytes) > 0 {}
    return bytes
  }

  /// Bytes of all tables' files, as far as they have a size.
  var size: Int { files.keys.reduce(0) { $0 + (size(of: $1) ?? 0) } }

  /// Bytes of a table's file; nil for a pipe. What a compressed file holds is taken for eight times its size.
  func size(of table: Table) -> Int? {
    guard let name = files[table] else { return nil }
    var status = stat()
    // Safety: stat fills the structure it is given.
    guard unsafe stat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size) * (name.hasSuffix(".gz") ? 8 : 1)
  }

  private static func names(in path: String) throws(ReadingError) -> [String] {
    // Safety: the directory is closed below; an entry's name is read before the next one is asked for.
    guard let directory = unsafe opendir(path) else {
      let code = errno
      let reason = code == ENOTDIR ? "is not a folder" : unsafe String(cString: strerror(code))
      throw code == ENOENT || code == ENOTDIR
        ? .missing(path: path, reason: reason) : .unreadable(path: path, reason: reason)
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }
}
