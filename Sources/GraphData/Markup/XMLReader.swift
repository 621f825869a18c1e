/// One thing in an XML document.
enum XMLEvent {
  /// An element begins; names are without namespace prefixes.
  case start(XMLElement)
  /// The element of this name ends.
  case end(String)
  /// Text within an element, with references replaced.
  case text(String)
}

/// The beginning of an element.
struct XMLElement {
  var name: String
  var attributes: [(name: String, value: String)]
  var line: Int
  var column: Int

  /// The value of an attribute, or nil.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The value of an attribute that must be there.
  func required(_ name: String) throws(GraphFault) -> String {
    guard let value = self[name] else {
      throw GraphFault(line, column, "<\(self.name)> has no attribute \"\(name)\", which was expected")
    }
    return value
  }
}

/// Reads XML event by event: well-formed UTF-8 documents without a document type of their own.
///
/// Entities other than the five predefined ones cannot be declared, so that nothing is expanded and no other file is
/// read. Elements nest at most ``deepest`` deep.
///
/// Reference: W3C, *Extensible Markup Language (XML) 1.0*, fifth edition, 2008.
struct XMLReader {
  static let deepest = 256

  private var scanner: ByteScanner
  private var open: [String] = []
  private var pendingEnd: String?
  private var sawRoot = false

  init(_ bytes: [UInt8]) { scanner = ByteScanner(bytes) }

  var line: Int { scanner.place.line }
  var column: Int { scanner.place.column }

  func fault(_ message: String) -> GraphFault { scanner.fault(message) }

  /// The next event, or nil at the end of the document.
  mutating func next() throws(GraphFault) -> XMLEvent? {
    if let name = pendingEnd {
      pendingEnd = nil
      open.removeLast()
      return .end(name)
    }
    while let byte = scanner.peek {
      if byte != UInt8(ascii: "<") {
        if let text = try text() { return .text(text) }
        continue
      }
      if scanner.skip("<!--") {
        try skip(past: "-->", "a comment")
      } else if scanner.skip("<?") {
        try declaration()
      } else if scanner.skip("<![CDATA[") {
        guard !open.isEmpty else { throw fault("text stands outside of any element") }
        let start = scanner.position
        try skip(past: "]]>", "a CDATA section")
        return .text(try scanner.text(start..<scanner.position - 3))
      } else if scanner.skip("<!DOCTYPE") {
        try documentType()
      } else if scanner.skip("</") {
        return try end()
      } else {
        return try start()
      }
    }
    if let name = open.last { throw fault("the document ends within <\(name)>") }
    if !sawRoot { throw fault("the document is empty; an XML element was expected") }
    return nil
  }

  /// Goes past the element that has just begun.
  mutating func skipElement() throws(GraphFault) {
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// The text of the element that has just begun, up to its end; elements in it are an error.
  mutating func content() throws(GraphFault) -> String {
    var content = ""
    while let event = try next() {
      switch event {
      case .text(let text): content += text
      case .end: return content
      case .start(let element):
        throw GraphFault(element.line, element.column, "<\(element.name)> stands where text was expected")
      }
    }
    return content
  }

  private mutating func skip(past end: StaticString, _ what: String) throws(GraphFault) {
    let place = scanner.place
    while !scanner.isAtEnd {
      if scanner.skip(end) { return }
      scanner.advance()
    }
    throw GraphFault(place.line, place.column, "\(what) that begins here never ends")
  }

  private mutating func declaration() throws(GraphFault) {
    let start = scanner.position
    try skip(past: "?>", "an instruction")
    let text = try scanner.text(start..<scanner.position - 2).lowercased()
    guard text.hasPrefix("xml "), let found = text.firstRange(of: "encoding") else { return }
    let rest = text[found.upperBound...].drop { $0 == " " || $0 == "=" }
    let name = rest.dropFirst().prefix { $0 != "\"" && $0 != "'" }
    if name != "utf-8", name != "us-ascii", name != "ascii", name != "utf8" {
      throw fault("the encoding is \(shown(String(name))); UTF-8 was expected")
    }
  }

  /// A document type that names another file is left unread; one that declares anything itself is refused.
  private mutating func documentType() throws(GraphFault) {
    while let byte = scanner.peek {
      if byte == UInt8(ascii: "[") { throw fault("a document type with declarations of its own is not read") }
      scanner.advance()
      if byte == UInt8(ascii: ">") { return }
    }
    throw fault("the document type never ends")
  }

  private mutating func text() throws(GraphFault) -> String? {
    let start = scanner.position
    var isBlank = true
    while let byte = scanner.peek, byte != UInt8(ascii: "<") {
      if byte > 0x20 { isBlank = false }
      scanner.advance()
    }
    if open.isEmpty {
      if !isBlank { throw fault("text stands outside of any element") }
      return nil
    }
    return try decoded(start..<scanner.position)
  }

  private mutating func end() throws(GraphFault) -> XMLEvent {
    let name = try self.name()
    scanner.skipSpace()
    guard scanner.skip(">") else { throw fault("\">\" was expected") }
    guard let expected = open.popLast() else { throw fault("</\(name)> ends nothing") }
    guard name == expected else { throw fault("</\(name)> stands where </\(expected)> was expected") }
    return .end(name)
  }

  private mutating func start() throws(GraphFault) -> XMLEvent {
    let place = scanner.place
    scanner.advance()
    if open.isEmpty, sawRoot { throw fault("a second element stands behind the document's end") }
    sawRoot = true
    guard open.count < XMLReader.deepest else { throw fault("elements nest deeper than \(XMLReader.deepest)") }
    var element = XMLElement(name: try name(), attributes: [], line: place.line, column: place.column)
    open.append(element.name)
    while true {
      let hasSpace = scanner.skipSpace()
      if scanner.skip("/>") {
        pendingEnd = element.name
        return .start(element)
      }
      if scanner.skip(">") { return .start(element) }
      guard hasSpace, !scanner.isAtEnd else { throw fault("\">\" or an attribute was expected") }
      let name = try self.name()
      scanner.skipSpace()
      guard scanner.skip("=") else { throw fault("\"=\" was expected after the attribute \(shown(name))") }
      scanner.skipSpace()
      guard let quote = scanner.peek, quote == 0x22 || quote == 0x27 else { throw fault("a quote was expected") }
      scanner.advance()
      let start = scanner.position
      while let byte = scanner.peek, byte != quote {
        if byte == UInt8(ascii: "<") { throw fault("\"<\" must not stand in an attribute") }
        scanner.advance()
      }
      let range = start..<scanner.position
      guard !scanner.isAtEnd else { throw fault("the attribute \(shown(name)) never ends") }
      scanner.advance()
      element.attributes.append((name, try decoded(range)))
      guard element.attributes.count <= 1000 else { throw fault("an element has more than 1000 attributes") }
    }
  }

  /// A name without its prefix.
  private mutating func name() throws(GraphFault) -> String {
    var start = scanner.position
    while let byte = scanner.peek {
      switch byte {
      case UInt8(ascii: ":"):
        scanner.advance()
        start = scanner.position
        continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
        scanner.advance()
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if scanner.position == start { break }
        scanner.advance()
        continue
      default: break
      }
      break
    }
    guard scanner.position > start else { throw fault("a name was expected") }
    return try scanner.text(start..<scanner.position)
  }

  private func decoded(_ range: Range<Int>) throws(GraphFault) -> String {
    let text = try scanner.text(range)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    guard let decoded = MarkupText.decoded(text, isStrict: true) else {
      throw fault("an \"&\" is not followed by a reference that XML defines")
    }
    return decoded
  }
}
