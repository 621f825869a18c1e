import FileReading

/// A text in Graphviz's language, cut into tokens.
///
/// Reference: Graphviz, *DOT Language*, https://graphviz.org/doc/info/lang.html; the scanner of libcgraph.
struct DOTTokens {
  enum Token: Equatable {
    case word(Word)
    case keyword(Keyword)
    /// One of `{ } [ ] = ; , :`.
    case mark(UInt8)
    /// `->` or, without direction, `--`.
    case edge(isDirected: Bool)
    case end
  }

  enum Keyword: String {
    case strict, graph, digraph, subgraph, node, edge
  }

  /// An id: a name, a number, a text in quotes, or markup in angle brackets.
  struct Word: Equatable {
    /// As Graphviz stores it: escapes of labels are still in it.
    var text: String
    var isMarkup = false
  }

  private var scanner: ByteScanner
  /// The token here.
  private(set) var token = Token.end
  /// Where it begins.
  private(set) var place: (line: Int, column: Int) = (1, 1)
  /// What the scanner read otherwise than its author may have meant.
  private(set) var warnings: [String] = []

  init(_ bytes: [UInt8]) throws(TextFault) {
    scanner = ByteScanner(bytes)
    try advance()
  }

  /// The fault that something else was expected here.
  func fault(_ expected: String) -> TextFault {
    let found =
      switch token {
      case .word(let word): ShownText.quoted(word.text)
      case .keyword(let keyword): "the keyword \(keyword.rawValue)"
      case .mark(let byte): ShownText.quoted(String(UnicodeScalar(byte)))
      case .edge(let isDirected): isDirected ? "\"->\"" : "\"--\""
      case .end: "the end of the file"
      }
    return TextFault(place.line, place.column, "\(expected) was expected; \(found) stands here")
  }

  /// Goes past the mark if it stands here.
  mutating func skip(_ mark: Unicode.Scalar) throws(TextFault) -> Bool {
    guard token == .mark(UInt8(ascii: mark)) else { return false }
    try advance()
    return true
  }

  /// Goes to the next token.
  mutating func advance() throws(TextFault) {
    try skipBlanks()
    place = scanner.place
    guard let byte = scanner.peek else {
      token = .end
      return
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "="),
      UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"):
      scanner.advance()
      token = .mark(byte)
    case UInt8(ascii: "\""): token = .word(Word(text: try concatenated()))
    case UInt8(ascii: "<"): token = .word(Word(text: try markup(), isMarkup: true))
    default:
      if scanner.skip("->") {
        token = .edge(isDirected: true)
      } else if scanner.skip("--") {
        token = .edge(isDirected: false)
      } else if DOTTokens.isLetter(byte) {
        try name()
      } else {
        try number()
      }
    }
  }

  private mutating func skipBlanks() throws(TextFault) {
    while let byte = scanner.peek {
      switch byte {
      case 0x20, 0x09...0x0D: scanner.advance()
      // A line that begins with # is one of the preprocessor of C.
      case UInt8(ascii: "#") where scanner.place.column == 1: scanner.skipLine()
      case UInt8(ascii: "/"):
        let place = scanner.place
        if scanner.skip("//") {
          scanner.skipLine()
        } else if scanner.skip("/*") {
          while !scanner.skip("*/") {
            guard !scanner.isAtEnd else {
              throw TextFault(place.line, place.column, "the comment that begins here never ends")
            }
            scanner.advance()
          }
        } else {
          throw scanner.fault("\"/\" begins no comment")
        }
      default: return
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private mutating func name() throws(TextFault) {
    let start = scanner.position
    while let byte = scanner.peek, DOTTokens.isLetter(byte) || DOTTokens.isDigit(byte) { scanner.advance() }
    let text = try scanner.text(start..<scanner.position)
    let length = scanner.position - start
    if length >= 4, length <= 8, let keyword = Keyword(rawValue: text.lowercased()) {
      token = .keyword(keyword)
    } else {
      token = .word(Word(text: text))
    }
  }

  private mutating func number() throws(TextFault) {
    let start = scanner.position
    if scanner.peek == UInt8(ascii: "-") { scanner.advance() }
    var digits = 0
    var sawPoint = false
    while let byte = scanner.peek, DOTTokens.isDigit(byte) || (byte == UInt8(ascii: ".") && !sawPoint) {
      if byte == UInt8(ascii: ".") { sawPoint = true } else { digits += 1 }
      scanner.advance()
    }
    guard digits > 0 else {
      throw TextFault(
        place.line, place.column, "a name, a number, a quote or one of { } [ ] = ; , : -> -- was expected")
    }
    let text = try scanner.text(start..<scanner.position)
    if let byte = scanner.peek, DOTTokens.isLetter(byte), warnings.isEmpty {
      warnings.append(
        "line \(place.line): a letter follows the number \(ShownText.quoted(text)), which Graphviz reads as two names; quotes make it one"
      )
    }
    token = .word(Word(text: text))
  }

  /// Texts in quotes that `+` joins.
  private mutating func concatenated() throws(TextFault) -> String {
    var bytes: [UInt8] = []
    while true {
      try quoted(&bytes)
      try skipBlanks()
      guard scanner.peek == UInt8(ascii: "+") else { break }
      scanner.advance()
      try skipBlanks()
      guard scanner.peek == UInt8(ascii: "\"") else {
        throw scanner.fault("a text in quotes was expected behind \"+\"")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw scanner.fault("the text is not UTF-8") }
    return text
  }

  private mutating func quoted(_ result: inout [UInt8]) throws(TextFault) {
    let place = scanner.place
    scanner.advance()
    while let byte = scanner.peek {
      scanner.advance()
      if byte == UInt8(ascii: "\"") { return }
      guard byte == UInt8(ascii: "\\"), let next = scanner.peek else {
        result.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "\""):
        result.append(next)
        scanner.advance()
      case UInt8(ascii: "\\"):
        result.append(contentsOf: [byte, next])
        scanner.advance()
      // A backslash before a line's end joins two lines.
      case 0x0A: scanner.advance()
      case 0x0D:
        scanner.advance()
        if scanner.peek == 0x0A { scanner.advance() }
      default: result.append(byte)
      }
    }
    throw TextFault(place.line, place.column, "the quote that opens here is never closed")
  }

  /// What stands between angle brackets, which nest.
  private mutating func markup() throws(TextFault) -> String {
    let place = scanner.place
    let start = scanner.passed()
    var depth = 1
    while let byte = scanner.peek {
      if scanner.skip("<!--") {
        while !scanner.isAtEnd, !scanner.skip("-->") { scanner.advance() }
        continue
      }
      if byte == UInt8(ascii: "<") { depth += 1 } else if byte == UInt8(ascii: ">") { depth -= 1 }
      scanner.advance()
      if depth == 0 { return try scanner.text(start..<scanner.position - 1) }
    }
    throw TextFault(place.line, place.column, "the \"<\" that opens here is never closed")
  }
}
