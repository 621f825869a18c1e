import FileReading

/// What a file holds that was taken for an edge list and is none.
enum ForeignContent {
  /// What the first bytes look like, and the way out; nil where they may be an edge list.
  static func name(of bytes: ArraySlice<UInt8>) -> String? {
    if let kind = FileKind(bytes), let name = name(of: kind, bytes) { return name }
    let text = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    if text.hasPrefix("%%matrixmarket") { return "Matrix Market; --input-format matrixmarket reads it" }
    let words = text.split(maxSplits: 3) { $0.isWhitespace }
    if text.hasPrefix("*vertices") || text.hasPrefix("*network") { return "Pajek; --input-format pajek reads it" }
    if words.first == "graph" || words.first == "digraph" || words.first == "strict",
      text.prefix(while: { !$0.isNewline }).contains("{")
    {
      return "DOT; --input-format dot reads it"
    }
    if words.first == "graph", words.dropFirst().first?.hasPrefix("[") == true {
      return "GML; --input-format gml reads it"
    }
    return nil
  }

  private static func name(of kind: FileKind, _ bytes: ArraySlice<UInt8>) -> String? {
    switch kind {
    case .gzip: return "gzip data"
    case .zip: return "a zip file; unpack it"
    case .workbook, .oldWorkbook: return "a workbook; save its sheet as CSV (UTF-8)"
    case .sqlite: return "a SQLite database; export its table as CSV"
    case .pdf: return "a PDF document"
    case .parquet: return "a Parquet file; export it as CSV"
    case .html: return "an HTML page, perhaps that of a sign-in or an error"
    case .xml: return "XML; --input-format graphml or gexf reads it"
    case .json:
      // An id may begin like a list or an object, but not go on so.
      let next = bytes.filter { $0 > 0x20 && $0 < 0x80 }.dropFirst().first
      return next.map { "\"{[}]".utf8.contains($0) } == true ? "JSON; --input-format json reads it" : nil
    case .utf16WithoutMark: return "UTF-16 without a byte-order mark; save it as UTF-8"
    }
  }
}
