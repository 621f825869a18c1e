import FileReading

/// The lines of a Pajek file, cut into words; quotes keep blanks together.
struct PajekLines {
  private var scanner: ByteScanner
  /// The line of the words last returned.
  private(set) var line = 1
  /// The time on that line, in brackets as in `[1-3,5-*]`, which is none of its words.
  private(set) var time: String?

  init(_ bytes: [UInt8]) { scanner = ByteScanner(bytes) }

  /// Goes past everything before the first line that begins with `*`; whether there was anything but comments.
  mutating func skipProse() -> Bool {
    var sawProse = false
    while true {
      scanner.skipSpace()
      guard let byte = scanner.peek, byte != UInt8(ascii: "*") else { return sawProse }
      if byte != UInt8(ascii: "%") { sawProse = true }
      scanner.skipLine()
    }
  }

  /// The words of the next line that has any; lines that start with `%` are comments.
  mutating func next() throws(TextFault) -> [String]? {
    while !scanner.isAtEnd {
      line = scanner.place.line
      time = nil
      let words = try words()
      if !words.isEmpty { return words }
    }
    return nil
  }

  private mutating func words() throws(TextFault) -> [String] {
    var words: [String] = []
    while let byte = scanner.peek {
      switch byte {
      case 0x0A, 0x0D:
        scanner.advance()
        return words
      case UInt8(ascii: "%") where words.isEmpty: scanner.skipLine()
      case UInt8(ascii: "\""):
        let start = scanner.passed()
        while let byte = scanner.peek, byte != UInt8(ascii: "\""), byte != 0x0A, byte != 0x0D { scanner.advance() }
        guard scanner.peek == UInt8(ascii: "\"") else { throw TextFault(line, "a quote is not closed on its line") }
        words.append(MarkupText.decoded(try scanner.text(start..<scanner.position), isStrict: false) ?? "")
        scanner.advance()
      default:
        let start = scanner.position
        while let byte = scanner.peek, byte > 0x20 { scanner.advance() }
        if scanner.position == start {
          scanner.advance()
        } else {
          let word = try scanner.text(start..<scanner.position)
          if words.count > 1, PajekLines.isTime(word) { time = word } else { words.append(word) }
        }
      }
      guard words.count <= 1 << 20 else { throw TextFault(line, "the line has more than 2²⁰ words") }
    }
    return words
  }

  /// Whether a word without quotes is a time.
  static func isTime(_ word: String) -> Bool {
    guard word.hasPrefix("["), word.hasSuffix("]"), word.utf8.count > 2 else { return false }
    return word.utf8.dropFirst().dropLast().allSatisfy { "0123456789-*,".utf8.contains($0) }
  }
}
