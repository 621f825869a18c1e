import ArgumentParser
import Presentation

/// What the ending of a file's name says of its format.
enum FileEnding {
  /// Endings that name a format of some command, or of others' tools: never the name of a file in another one.
  private static let known: Set<String> = [
    "json", "csv", "tsv", "md", "markdown", "html", "htm", "xlsx", "xls", "ods", "svg", "png", "pdf", "jpg", "jpeg",
    "gv", "dot", "graphml", "gexf", "gml", "net", "xml", "yaml", "yml", "sqlite", "db", "parquet", "doc", "docx",
    "odt", "rtf", "ppt", "pptx", "odp", "gif", "webp", "eps", "ps", "gz", "zip", "xz", "bz2", "zst",
  ]

  /// The ending in lower case, without its dot; nil for standard output and names without one.
  static func of(_ path: String?) -> String? {
    guard let path, path != "-", let name = path.split(separator: "/").last,
      let dot = name.lastIndex(of: "."), dot > name.startIndex
    else { return nil }
    return name[dot...].dropFirst().lowercased()
  }

  /// The format in which a file is written: as chosen, else as its ending says, else nil.
  ///
  /// - Parameter endings: those that the command can write.
  /// - Throws: a ValidationError where the ending names a format that the command cannot write, or another one than was
  ///   chosen.
  static func format<Format: Equatable>(
    _ chosen: Format?, of path: String?, by endings: KeyValuePairs<String, Format>, option: String = "--output"
  ) throws -> Format? {
    guard let path, let ending = of(path) else { return chosen }
    let named = endings.first { $0.key == ending }?.value
    if named == nil, known.contains(ending) {
      throw ValidationError(
        "\(option) \(path.withoutControls): this cannot be written as .\(ending), but as "
          + endings.map { ".\($0.key)" }.joined(separator: ", ") + ".")
    }
    if let chosen, let named, chosen != named {
      throw ValidationError("\(option) \(path.withoutControls): the ending and --format name two formats.")
    }
    return chosen ?? named
  }
}

extension String {
  /// The entries of a list such as `a,b`, without blanks around them and empty ones.
  var listed: [String] { split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty } }

  /// The entries of a list that was given.
  ///
  /// - Throws: a ValidationError where it has none.
  func listed(of option: String) throws -> [String] {
    let entries = listed
    guard !entries.isEmpty else { throw ValidationError("\(option) names nothing.") }
    return entries
  }
}
