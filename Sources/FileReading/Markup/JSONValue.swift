/// A value of a JSON document, members in their order.
package enum JSONValue {
  case null
  case boolean(Bool)
  case integer(Int64)
  case double(Double)
  case text(String)
  case list([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// The value of a member; nil if this is no object or has none of that name.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }
}

/// Reads JSON (RFC 8259), value by value, nested at most ``deepest`` deep. Numbers without fraction and exponent
/// are integers where they fit 64 bits. Python's `NaN` and `Infinity` are read as null.
package struct JSONReader {
  package static let deepest = 64

  private var scanner: ByteScanner

  package init(_ bytes: [UInt8]) { scanner = ByteScanner(bytes) }

  package var place: (line: Int, column: Int) { scanner.place }

  package func fault(_ message: String) -> TextFault { scanner.fault(message) }

  /// The next value, whole.
  package mutating func value(depth: Int = 0) throws(TextFault) -> JSONValue {
    guard depth < JSONReader.deepest else { throw fault("values nest deeper than \(JSONReader.deepest)") }
    scanner.skipSpace()
    switch scanner.peek {
    case UInt8(ascii: "{"):
      var members: [(name: String, value: JSONValue)] = []
      try object { (name, reader) throws(TextFault) in members.append((name, try reader.value(depth: depth + 1))) }
      return .object(members)
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try list { (reader) throws(TextFault) in values.append(try reader.value(depth: depth + 1)) }
      return .list(values)
    case UInt8(ascii: "\""): return .text(try string())
    case nil: throw fault("the document ends where a value was expected")
    default: break
    }
    if scanner.skip("true") { return .boolean(true) }
    if scanner.skip("false") { return .boolean(false) }
    if scanner.skip("null") { return .null }
    // Python writes these, which JSON has no numbers for.
    if scanner.skip("NaN") || scanner.skip("Infinity") || scanner.skip("-Infinity") { return .null }
    return try number()
  }

  /// Reads an object, handing each member's name to `member`, which must read its value.
  package mutating func object(_ member: (String, inout JSONReader) throws(TextFault) -> Void) throws(TextFault) {
    try entries("{", "}") { (reader) throws(TextFault) in
      reader.scanner.skipSpace()
      guard reader.scanner.peek == UInt8(ascii: "\"") else {
        throw reader.fault("a member's name in quotes was expected")
      }
      let name = try reader.string()
      reader.scanner.skipSpace()
      guard reader.scanner.skip(":") else { throw reader.fault("\":\" was expected after \(ShownText.quoted(name))") }
      try member(name, &reader)
    }
  }

  /// Reads a list; `entry` must read one value.
  package mutating func list(_ entry: (inout JSONReader) throws(TextFault) -> Void) throws(TextFault) {
    try entries("[", "]", entry)
  }

  private mutating func entries(
    _ begin: StaticString, _ end: StaticString, _ entry: (inout JSONReader) throws(TextFault) -> Void
  ) throws(TextFault) {
    scanner.skipSpace()
    guard scanner.skip(begin) else { throw fault("\"\(begin)\" was expected") }
    scanner.skipSpace()
    if scanner.skip(end) { return }
    while true {
      try entry(&self)
      scanner.skipSpace()
      if scanner.skip(end) { return }
      guard scanner.skip(",") else { throw fault("\",\" or \"\(end)\" was expected") }
      // Its place is where an entry begins, not where the blanks before it do.
      scanner.skipSpace()
    }
  }

  /// Whether the next value is an object.
  package mutating func startsObject() -> Bool {
    scanner.skipSpace()
    return scanner.peek == UInt8(ascii: "{")
  }

  /// Whether only blanks follow.
  package mutating func isAtEnd() -> Bool {
    scanner.skipSpace()
    return scanner.isAtEnd
  }

  /// Throws unless only blanks follow.
  package mutating func end() throws(TextFault) {
    scanner.skipSpace()
    if !scanner.isAtEnd { throw fault("text follows the document's end") }
  }

  private mutating func number() throws(TextFault) -> JSONValue {
    let start = scanner.position
    let place = scanner.place
    while let byte = scanner.peek, byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"),
      byte != UInt8(ascii: "}")
    {
      scanner.advance()
    }
    let text = try scanner.text(start..<scanner.position)
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let hasLeadingZero =
      digits.count > 1 && digits.first == 0x30 && digits.dropFirst().first.map { $0 >= 0x30 && $0 <= 0x39 } == true
    if !hasLeadingZero, !text.hasPrefix("+"), !text.hasPrefix("."), !text.hasSuffix(".") {
      if let number = Int64(text) { return .integer(number) }
      if let number = WrittenNumber.decimal(text) { return .double(number) }
    }
    throw TextFault(place.line, place.column, "\(ShownText.quoted(text)) is no value of JSON")
  }

  private mutating func string() throws(TextFault) -> String {
    let place = scanner.place
    scanner.advance()
    var result: [UInt8] = []
    while let byte = scanner.peek {
      scanner.advance()
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: result, as: UTF8.self) else { throw fault("the text is not UTF-8") }
        return text
      case UInt8(ascii: "\\"): try escape(&result)
      case 0..<0x20: throw fault("a control character stands in a text; it must be escaped")
      default: result.append(byte)
      }
    }
    throw TextFault(place.line, place.column, "the text that begins here never ends")
  }

  private mutating func escape(_ result: inout [UInt8]) throws(TextFault) {
    guard let byte = scanner.peek else { throw fault("the document ends within a text") }
    scanner.advance()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if (0xD800..<0xDC00).contains(units[0]), scanner.skip("\\u") { units.append(try unit()) }
      guard let text = String(validating: units, as: UTF16.self) else {
        throw fault("half a surrogate pair is no text")
      }
      result.append(contentsOf: text.utf8)
    default: throw fault("no such escape in JSON")
    }
  }

  private mutating func unit() throws(TextFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = scanner.peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits were expected")
      }
      unit = unit << 4 | UInt16(digit)
      scanner.advance()
    }
    return unit
  }
}
