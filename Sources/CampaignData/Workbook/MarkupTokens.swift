import FileReading

/// Tags and text of a large XML document, as ranges of its bytes: what a sheet needs, without a text for each name.
///
/// Elements must match; a document type is refused, so that nothing can be declared, expanded or fetched. The general reader
/// (``XMLReader``) makes texts of every name and value, and takes about eight times as long for a sheet.
struct MarkupTokens {
  enum Token {
    /// An element begins; it has no content where it is empty.
    case start(isEmpty: Bool)
    case end
    case text(Range<Int>)
  }

  let bytes: [UInt8]
  private let name: String
  private var position = 0
  /// The local name of the element that begins or ends.
  private(set) var element = 0..<0
  private var attributes = 0..<0
  private var open: [Range<Int>] = []

  static let maximumDepth = 256

  init(_ bytes: [UInt8], name: String) {
    (self.bytes, self.name) = (bytes, name)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  func fault(_ message: String) -> ReadingError {
    .badData(DataProblem(file: name, message: "is no XML that can be read: \(message)"))
  }

  /// The next token; nil at the end.
  mutating func next() throws(ReadingError) -> Token? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        if open.isEmpty { continue }
        return .text(start..<position)
      }
      guard position + 1 < bytes.count else { throw fault("it ends within a tag") }
      switch bytes[position + 1] {
      case UInt8(ascii: "?"): try skip(past: Array("?>".utf8))
      case UInt8(ascii: "!"):
        if starts(with: "<!--") {
          try skip(past: Array("-->".utf8))
        } else if starts(with: "<![CDATA[") {
          let start = position + 9
          try skip(past: Array("]]>".utf8))
          return .text(start..<position - 3)
        } else {
          throw fault("it has a document type")
        }
      case UInt8(ascii: "/"): return try endTag()
      default: return try startTag()
      }
    }
    guard open.isEmpty else { throw fault("it ends within an element") }
    return nil
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    // Safety: a static string has this many bytes.
    for offset in 0..<count where unsafe bytes[position + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private mutating func skip(past end: [UInt8]) throws(ReadingError) {
    while position + end.count <= bytes.count {
      if bytes[position] == end[0], bytes[position...].starts(with: end) {
        position += end.count
        return
      }
      position += 1
    }
    throw fault("something in it never ends")
  }

  /// A name from here on, without its prefix.
  private mutating func takeName() -> Range<Int> {
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") { break }
      position += 1
      if byte == UInt8(ascii: ":") { start = position }
    }
    return start..<position
  }

  private mutating func endTag() throws(ReadingError) -> Token {
    position += 2
    element = takeName()
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { throw fault("a tag does not end") }
    position += 1
    guard let expected = open.popLast(), bytes[expected] == bytes[element] else {
      throw fault("its elements do not match")
    }
    return .end
  }

  private mutating func startTag() throws(ReadingError) -> Token {
    position += 1
    element = takeName()
    guard !element.isEmpty else { throw fault("an element has no name") }
    let start = position
    var quote: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      position += 1
    }
    guard position < bytes.count else { throw fault("it ends within a tag") }
    let isEmpty = position > start && bytes[position - 1] == UInt8(ascii: "/")
    attributes = start..<(isEmpty ? position - 1 : position)
    position += 1
    if !isEmpty {
      guard open.count < MarkupTokens.maximumDepth else { throw fault("it is nested too deep") }
      open.append(element)
    }
    return .start(isEmpty: isEmpty)
  }

  /// Whether the element that begins or ends has this local name.
  func isElement(_ name: StaticString) -> Bool { holds(element, name) }

  private func holds(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    // Safety: a static string has this many bytes.
    for offset in 0..<range.count where unsafe bytes[range.lowerBound + offset] != name.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The bytes of an attribute of the element that begins, by its local name.
  func attribute(_ name: StaticString) -> Range<Int>? {
    var place = attributes.lowerBound
    while place < attributes.upperBound {
      while place < attributes.upperBound, bytes[place] <= 0x20 { place += 1 }
      var start = place
      while place < attributes.upperBound, bytes[place] != UInt8(ascii: "="), bytes[place] > 0x20 {
        place += 1
        if bytes[place - 1] == UInt8(ascii: ":") { start = place }
      }
      let found = start..<place
      while place < attributes.upperBound, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "'") {
        place += 1
      }
      guard place < attributes.upperBound else { return nil }
      let quote = bytes[place]
      let value = place + 1
      place = value
      while place < attributes.upperBound, bytes[place] != quote { place += 1 }
      if holds(found, name) { return value..<place }
      place += 1
    }
    return nil
  }

  /// The text of an attribute; nil where there is none.
  func text(_ name: StaticString) throws(ReadingError) -> String? {
    guard let range = attribute(name) else { return nil }
    return String(decoding: try decoded(range), as: UTF8.self)
  }

  /// The whole number of an attribute; nil where there is none.
  func number(_ name: StaticString) -> Int? {
    guard let range = attribute(name), range.count <= 10 else { return nil }
    var number = 0
    for byte in bytes[range] {
      guard byte &- 48 < 10 else { return nil }
      number = number * 10 + Int(byte &- 48)
    }
    return number
  }

  /// The bytes of a range with references replaced and line ends as XML reads them.
  func decoded(_ range: Range<Int>) throws(ReadingError) -> [UInt8] {
    let raw = bytes[range]
    guard raw.contains(where: { $0 == UInt8(ascii: "&") || $0 == 0x0D || $0 == 0 || $0 >= 0x80 }) else {
      return Array(raw)
    }
    guard let text = String(validating: raw, as: UTF8.self), !raw.contains(0) else {
      throw fault("its text is not UTF-8")
    }
    guard let decoded = MarkupText.decoded(text.replacing("\r\n", with: "\n"), isStrict: true) else {
      throw fault("a reference in it means nothing")
    }
    return Array(decoded.utf8)
  }
}
