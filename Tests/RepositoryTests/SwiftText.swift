/// The words of a Swift file without its comments and texts, and the names that it declares at the top level.
struct SwiftText {
  private(set) var words: Set<String> = []
  /// Types, functions and aliases that other files can use.
  private(set) var declarations: Set<String> = []

  private static let introducers: Set = ["struct", "class", "enum", "protocol", "actor", "func", "typealias"]
  private static let modifiers: Set = [
    "public", "package", "internal", "final", "indirect", "nonisolated", "unsafe",
  ]

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let lineWords = Self.words(of: line)
      words.formUnion(lineWords)
      guard let first = line.utf8.first, first != UInt8(ascii: " ") else { continue }
      // Attributes come with what stands in their parentheses: what counts is the first word that introduces a name.
      let rest = lineWords.drop { !Self.introducers.contains($0) }
      let isDeclaration =
        first == UInt8(ascii: "@")
        || lineWords.prefix(1).allSatisfy { Self.introducers.contains($0) || Self.modifiers.contains($0) }
      if isDeclaration, let name = rest.dropFirst().first { declarations.insert(name) }
    }
  }

  /// Every word of a text, also those in comments and quotes.
  static func allWords(of text: String) -> Set<String> {
    Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
  }

  /// The words of a line up to a comment, without those in quotes.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isQuoted = false
    var last: UInt8 = 0
    func isLetter(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || byte >= 0x80
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }
    for byte in line.utf8 {
      if !isQuoted, isLetter(byte) || (!word.isEmpty && byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) {
        word.append(byte)
      } else {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        if byte == UInt8(ascii: "\"") && last != UInt8(ascii: "\\") { isQuoted.toggle() }
        if !isQuoted, byte == UInt8(ascii: "/"), last == UInt8(ascii: "/") { return words }
      }
      last = byte
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
