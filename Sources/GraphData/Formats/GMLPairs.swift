import FileReading

/// A file in GML, cut into keys and values.
struct GMLPairs {
  enum Value {
    case integer(Int64)
    case double(Double)
    case text(String)
    /// A list begins.
    case list

    /// The value as one of an attribute; lists have none.
    var attribute: AttributeValue {
      switch self {
      case .integer(let number): .integer(number)
      case .double(let number): .double(number)
      case .text(let text): .text(text)
      case .list: .text("")
      }
    }
  }

  struct Pair {
    /// The key, or `]` for the end of a list.
    var key: String
    var value: Value
    var place: (line: Int, column: Int)
  }

  private var scanner: ByteScanner

  init(_ bytes: [UInt8]) { scanner = ByteScanner(bytes) }

  func fault(_ message: String) -> TextFault { scanner.fault(message) }

  /// The next key and value, nil at the end of the file.
  mutating func next() throws(TextFault) -> Pair? {
    skipSpace()
    let place = scanner.place
    guard let byte = scanner.peek else { return nil }
    if scanner.skip("]") { return Pair(key: "]", value: .list, place: place) }
    guard byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") else {
      throw scanner.fault("a key was expected")
    }
    let key = try word()
    guard key.utf8.allSatisfy(GMLPairs.isOfKey) else {
      throw TextFault(place.line, place.column, "\(ShownText.quoted(key)) is no key, which has letters and digits only")
    }
    skipSpace()
    guard let first = scanner.peek else { throw scanner.fault("a value was expected after \(ShownText.quoted(key))") }
    if scanner.skip("[") { return Pair(key: key, value: .list, place: place) }
    if first == UInt8(ascii: "\"") { return Pair(key: key, value: .text(try quoted(key)), place: place) }
    let text = try word()
    if let number = Int64(text) { return Pair(key: key, value: .integer(number), place: place) }
    if let number = WrittenNumber.any(text) { return Pair(key: key, value: .double(number), place: place) }
    throw TextFault(
      place.line, place.column, "\(key) is \(ShownText.quoted(text)); a number, a quoted text or [ was expected")
  }

  /// Whether a byte may stand in a key: letters and digits, and what other writers add to them.
  private static func isOfKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// A text in quotes. What follows the closing quote tells whether a backslash before it was meant to keep it open.
  private mutating func quoted(_ key: String) throws(TextFault) -> String {
    let place = scanner.place
    let start = scanner.passed()
    while let byte = scanner.peek, byte != UInt8(ascii: "\"") { scanner.advance() }
    guard !scanner.isAtEnd else {
      throw TextFault(place.line, place.column, "the quote after \(ShownText.quoted(key)) is never closed")
    }
    let raw = try scanner.text(start..<scanner.position)
    scanner.advance()
    if let next = scanner.peek, next > 0x20, next != UInt8(ascii: "]"), next != UInt8(ascii: "#") {
      let isEscape = raw.utf8.last == UInt8(ascii: "\\")
      throw TextFault(
        place.line, place.column,
        isEscape
          ? "a backslash stands before a quote, which it does not escape in GML; &quot; does"
          : "text follows a closing quote; a blank was expected")
    }
    return MarkupText.decoded(raw, isStrict: false) ?? raw
  }

  /// Goes past blanks and comments, which begin with `#` and end with the line.
  private mutating func skipSpace() {
    while true {
      scanner.skipSpace()
      guard scanner.peek == UInt8(ascii: "#") else { return }
      scanner.skipLine()
    }
  }

  private mutating func word() throws(TextFault) -> String {
    let start = scanner.position
    while let byte = scanner.peek, byte > 0x20, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]"),
      byte != UInt8(ascii: "\"")
    {
      scanner.advance()
    }
    return try scanner.text(start..<scanner.position)
  }
}
