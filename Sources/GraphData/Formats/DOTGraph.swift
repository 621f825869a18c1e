import FileReading
import GraphStructures
import GraphvizRendering

/// Reads and writes graphs in Graphviz's language.
///
/// Values have no types in DOT: those that look like numbers or truth values are read as such. Defaults of nodes and
/// edges count for each; subgraphs are left out and noted, their nodes and edges are not. The attribute `charset` of a
/// graph tells the encoding, as for Graphviz.
enum DOTGraph {
  static func read(_ bytes: [UInt8], _ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    let text = try GraphText.decoded(bytes, declared: charset(bytes))
    if let position = text.bytes.firstIndex(of: 0) {
      throw TextFault(text.bytes[..<position].count { $0 == 0x0A } + 1, "the text holds a NUL character")
    }
    var parser = try DOTParser(text.bytes)
    try parser.parse()
    var assembly = parser.assembly
    assembly.nodeColumns.dropEmptyTexts()
    assembly.edgeColumns.dropEmptyTexts()
    // Names that our writer has escaped are read back, unless that would make one of two.
    let decoded = parser.names.map(name)
    var distinct = Interner()
    for name in decoded { _ = distinct.intern(name) }
    var reading = try assembly.graph(options, names: distinct.count == decoded.count ? decoded : parser.names)
    reading.decisions.insert(contentsOf: text.decisions, at: 0)
    return reading
  }

  /// The encoding that an attribute `charset` tells; nil where there is none, or one that is not known.
  private static func charset(_ bytes: [UInt8]) -> TextEncoding? {
    let word = Array("charset".utf8)
    var start = 0
    while let found = bytes[start...].firstIndex(of: word[0]) {
      start = found + 1
      guard bytes[found...].starts(with: word) else { continue }
      let rest = bytes[(found + word.count)...].prefix(32)
      let value = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "\"") }
      let name = value.prefix { $0 > 0x20 && !"\";,]".utf8.contains($0) }
      if let encoding = TextEncoding(declared: String(decoding: name, as: UTF8.self)) { return encoding }
    }
    return nil
  }

  /// A name as its author sees it.
  static func name(_ stored: String) -> String {
    let isPlain = stored.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\\") }
    return isPlain ? stored : DOTDocument.decodedName(stored)
  }

  /// The value that a word stands for.
  static func value(_ word: DOTTokens.Word) -> AttributeValue {
    AttributeValue(inferring: word.isMarkup ? word.text : unescaped(word.text))
  }

  /// A stored value without Graphviz's escapes of backslashes and line ends, and the joiners of its `&`.
  private static func unescaped(_ stored: String) -> String {
    guard stored.utf8.contains(UInt8(ascii: "\\")) || stored.unicodeScalars.contains("\u{2060}") else { return stored }
    var result = String.UnicodeScalarView()
    var rest = stored.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", let next = rest.first, next == "\\" || next == "n" {
        rest.removeFirst()
        result.append(next == "n" ? "\n" : "\\")
      } else if scalar == "\u{2060}", result.last == "&" {
        continue
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
