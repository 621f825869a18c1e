/// One thing in an XML document.
package enum XMLEvent {
  /// An element begins; names are without namespace prefixes.
  case start(XMLElement)
  /// The element of this name ends.
  case end(String)
  /// Text within an element, with references replaced.
  case text(String)
}

/// The beginning of an element.
package struct XMLElement {
  /// The name without the prefix of its namespace.
  package var name: String
  package var attributes: [(name: String, value: String)]
  package var line: Int
  package var column: Int

  /// The value of an attribute, or nil.
  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The value of an attribute that must be there.
  package func required(_ name: String) throws(TextFault) -> String {
    guard let value = self[name] else {
      throw TextFault(line, column, "<\(self.name)> has no attribute \"\(name)\", which was expected")
    }
    return value
  }
}

/// Reads XML event by event: well-formed documents without a document type of their own, as UTF-8 (``decoded(_:)``).
///
/// Entities other than the five predefined ones cannot be declared, so that nothing is expanded and no other file is
/// read. Elements nest at most ``deepest`` deep.
///
/// Reference: W3C, *Extensible Markup Language (XML) 1.0*, fifth edition, 2008.
package struct XMLReader {
  /// How deep elements nest at most.
  package static let deepest = 256
  /// The most attributes of an element.
  package static let mostAttributes = 1000

  private var scanner: ByteScanner
  private var open: [String] = []
  private var pendingEnd: String?
  private var sawRoot = false
  /// Names with prefix of the attributes of one element.
  private var qualifiedNames: [String] = []

  package init(_ bytes: [UInt8]) { scanner = ByteScanner(bytes) }

  package var line: Int { scanner.place.line }
  package var column: Int { scanner.place.column }

  package func fault(_ message: String) -> TextFault { scanner.fault(message) }

  /// The next event, or nil at the end of the document.
  package mutating func next() throws(TextFault) -> XMLEvent? {
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
        let isFirst = scanner.position == 2
        try instruction(isFirst: isFirst)
      } else if scanner.skip("<![CDATA[") {
        guard !open.isEmpty else { throw fault("text stands outside of any element") }
        let start = scanner.position
        try skip(past: "]]>", "a CDATA section")
        return .text(try plain(start..<scanner.position - 3))
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
  package mutating func skipElement() throws(TextFault) {
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
  package mutating func content() throws(TextFault) -> String {
    var content = ""
    while let event = try next() {
      switch event {
      case .text(let text): content += text
      case .end: return content
      case .start(let element):
        throw TextFault(element.line, element.column, "<\(element.name)> stands where text was expected")
      }
    }
    return content
  }

  private mutating func skip(past end: StaticString, _ what: String) throws(TextFault) {
    let place = scanner.place
    let isComment = end.utf8CodeUnitCount == 3 && what == "a comment"
    while !scanner.isAtEnd {
      if scanner.skip(end) { return }
      if isComment, scanner.skip("--") { throw fault("\"--\" must not stand in a comment") }
      scanner.advance()
    }
    throw TextFault(place.line, place.column, "\(what) that begins here never ends")
  }

  /// Goes past an instruction; that of the document itself may stand at its beginning only.
  private mutating func instruction(isFirst: Bool) throws(TextFault) {
    let place = scanner.place
    let target = try name()
    if target.lowercased() == "xml", !isFirst {
      throw TextFault(place.line, place.column, "an XML declaration may stand at the document's beginning only")
    }
    try skip(past: "?>", "an instruction")
  }

  /// A document type that names another file is left unread; one that declares anything itself is refused.
  private mutating func documentType() throws(TextFault) {
    while let byte = scanner.peek {
      if byte == UInt8(ascii: "[") { throw fault("a document type with declarations of its own is not read") }
      scanner.advance()
      if byte == UInt8(ascii: ">") { return }
    }
    throw fault("the document type never ends")
  }

  private mutating func text() throws(TextFault) -> String? {
    let start = scanner.position
    var isBlank = true
    while let byte = scanner.peek, byte != UInt8(ascii: "<") {
      if byte > 0x20 { isBlank = false }
      if byte == UInt8(ascii: "]"), scanner.skip("]]>") { throw fault("\"]]>\" must not stand in text") }
      scanner.advance()
    }
    if open.isEmpty {
      if !isBlank { throw fault("text stands outside of any element") }
      return nil
    }
    return try decoded(start..<scanner.position)
  }

  private mutating func end() throws(TextFault) -> XMLEvent {
    let name = try self.name()
    scanner.skipSpace()
    guard scanner.skip(">") else { throw fault("\">\" was expected") }
    guard let expected = open.popLast() else { throw fault("</\(name)> ends nothing") }
    guard name == expected else { throw fault("</\(name)> stands where </\(expected)> was expected") }
    return .end(name)
  }

  private mutating func start() throws(TextFault) -> XMLEvent {
    let place = scanner.place
    scanner.advance()
    if open.isEmpty, sawRoot { throw fault("a second element stands behind the document's end") }
    sawRoot = true
    guard open.count < XMLReader.deepest else { throw fault("elements nest deeper than \(XMLReader.deepest)") }
    var element = XMLElement(name: try name(), attributes: [], line: place.line, column: place.column)
    qualifiedNames.removeAll(keepingCapacity: true)
    open.append(element.name)
    while true {
      let hasSpace = scanner.skipSpace()
      let isEmpty = scanner.skip("/>")
      if isEmpty { pendingEnd = element.name }
      if isEmpty || scanner.skip(">") {
        try checkDistinctAttributes()
        return .start(element)
      }
      guard hasSpace, !scanner.isAtEnd else { throw fault("\">\" or an attribute was expected") }
      let nameStart = scanner.position
      let name = try self.name()
      qualifiedNames.append(try scanner.text(nameStart..<scanner.position))
      scanner.skipSpace()
      guard scanner.skip("=") else { throw fault("\"=\" was expected after the attribute \(ShownText.quoted(name))") }
      scanner.skipSpace()
      guard let quote = scanner.peek, quote == 0x22 || quote == 0x27 else { throw fault("a quote was expected") }
      let start = scanner.passed()
      while let byte = scanner.peek, byte != quote {
        if byte == UInt8(ascii: "<") { throw fault("\"<\" must not stand in an attribute") }
        scanner.advance()
      }
      let range = start..<scanner.position
      guard !scanner.isAtEnd else { throw fault("the attribute \(ShownText.quoted(name)) never ends") }
      scanner.advance()
      element.attributes.append((name, try decoded(range, isAttribute: true)))
      guard element.attributes.count <= XMLReader.mostAttributes else {
        throw fault("an element has more than \(XMLReader.mostAttributes) attributes")
      }
    }
  }

  /// Throws where an element has two attributes of one name.
  private func checkDistinctAttributes() throws(TextFault) {
    if qualifiedNames.count < 2 { return }
    var seen = Set<String>()
    for name in qualifiedNames where !seen.insert(name).inserted {
      throw fault("the element has two attributes \(ShownText.quoted(name))")
    }
  }

  /// A name without its prefix.
  private mutating func name() throws(TextFault) -> String {
    var start = scanner.position
    while let byte = scanner.peek {
      switch byte {
      case UInt8(ascii: ":"):
        start = scanner.passed()
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

  /// The text of a range, with references replaced, and line ends as XML reads them: one newline, in an attribute a blank.
  private func decoded(_ range: Range<Int>, isAttribute: Bool = false) throws(TextFault) -> String {
    var text = try plain(range)
    if isAttribute, text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) {
      text = String(decoding: text.utf8.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
    }
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    guard let decoded = MarkupText.decoded(text, isStrict: true) else {
      throw fault("an \"&\" is not followed by a reference that XML defines")
    }
    guard MarkupText.fitsXML(decoded) else { throw fault("a reference stands for a character that XML forbids") }
    return decoded
  }

  /// The text of a range without references; control characters are an error.
  private func plain(_ range: Range<Int>) throws(TextFault) -> String {
    var text = try scanner.text(range)
    if text.utf8.contains(0x0D) {
      var result: [UInt8] = []
      for (byte, next) in zip(text.utf8, Array(text.utf8.dropFirst()) + [0]) where byte != 0x0D || next != 0x0A {
        result.append(byte == 0x0D ? 0x0A : byte)
      }
      text = String(decoding: result, as: UTF8.self)
    }
    guard MarkupText.fitsXML(text) else { throw fault("a control character stands in the text, which XML forbids") }
    return text
  }
}

extension XMLReader {
  /// A document as UTF-8, from the encoding that a mark or its declaration tells.
  package static func decoded(_ bytes: [UInt8]) throws(TextFault) -> [UInt8] {
    let mark = TextEncoding.marked(bytes)
    var encoding = mark?.encoding ?? .utf8
    let content = bytes[(mark?.length ?? 0)...]
    if mark == nil, let name = declaredEncoding(content.prefix(200)) {
      guard let declared = TextEncoding(declared: name) else {
        throw TextFault(
          1, 1, "the encoding \(ShownText.quoted(name)) is not read; UTF-8, UTF-16, ISO-8859-1 and windows-1252 are")
      }
      encoding = declared
    }
    guard let decoded = encoding.decoded(content) else {
      throw TextFault.notUTF8(content, "the text is not in its encoding, \(encoding)")
    }
    return decoded
  }

  /// The encoding that the declaration at the beginning names.
  private static func declaredEncoding(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return nil }
    let declaration = text[..<end.lowerBound]
    guard let found = declaration.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/) else { return nil }
    return String(found.1)
  }
}
