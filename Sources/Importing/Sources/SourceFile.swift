import FileReading

/// One file of a source: a file on disk, or one in a ZIP archive.
struct SourceFile: Sendable {
  /// The path as it was given, followed by that within the archive.
  var name: String
  /// Path of the file on disk.
  var path: String
  /// The entry of an archive.
  var entry: ZipEntry?
  /// The sheet of a workbook that is one of several sources.
  var sheet: String?

  init(name: String, path: String, entry: ZipEntry? = nil) {
    (self.name, self.path, self.entry) = (name, path, entry)
  }

  /// What rows can say of where they stand.
  private var parts: [Substring] { name.split(separator: "/") }

  /// The name without folders.
  var fileName: String { String(parts.last ?? "") }

  /// The name without its ending.
  var stem: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The folder that holds it.
  var folder: String { String(parts.dropLast().last ?? "") }

  /// Its bytes from the start.
  func content() throws(ReadingError) -> any ByteSource {
    if let entry { return try ZipArchive(InputFile(path: path, name: name)).content(of: entry) }
    let file = try InputFile(path: path, name: ShownText.escapePath(name))
    return name.lowercased().hasSuffix(".gz") ? try GzipSource(file) : file
  }

  /// Whether it can be opened again.
  var isRepeatable: Bool {
    do { return try InputFile(path: path, name: name).size != nil } catch { return false }
  }

  /// The files at a path: the file itself, or those of an archive that may hold a table.
  static func all(in path: String, folder: String) throws(ReadingError) -> [SourceFile] {
    let place = path.hasPrefix("/") || folder.isEmpty ? path : FilePattern.joined(folder, path)
    guard path.lowercased().hasSuffix(".zip") else { return [SourceFile(name: path, path: place)] }
    let archive = try ZipArchive(InputFile(path: place, name: ShownText.escapePath(path)))
    let endings = [".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson"]
    return archive.entries.filter { entry in
      let name = entry.name.lowercased()
      return endings.contains { name.hasSuffix($0) } && !name.hasPrefix("__macosx/")
    }.map { SourceFile(name: "\(path)/\($0.name)", path: place, entry: $0) }
  }
}
