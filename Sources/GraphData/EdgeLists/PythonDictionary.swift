import FileReading

/// The attributes of an edge as networkx writes them behind its ends: `{'weight': 3.0, 'color': 'green'}`.
enum PythonDictionary {
  /// The members of a dictionary; values are numbers, texts, truth values, or the text of anything else. None is no value.
  static func members(_ text: String, line: Int) throws(TextFault) -> [(name: String, value: AttributeValue)] {
    var scanner = ByteScanner(Array(text.utf8))
    func fault(_ expected: String) -> TextFault {
      TextFault(line, "\(ShownText.quoted(text)) is no dictionary of attributes: \(expected) was expected")
    }
    guard scanner.skip("{") else { throw fault("\"{\"") }
    var members: [(name: String, value: AttributeValue)] = []
    scanner.skipSpace()
    while !scanner.skip("}") {
      guard let quote = scanner.peek, quote == 0x22 || quote == 0x27, let name = try quoted(&scanner) else {
        throw fault("a name in quotes")
      }
      scanner.skipSpace()
      guard scanner.skip(":") else { throw fault("\":\"") }
      scanner.skipSpace()
      guard let value = try value(&scanner) else { throw fault("a value") }
      if value != .text("None") { members.append((name, value)) }
      scanner.skipSpace()
      if scanner.skip(",") {
        scanner.skipSpace()
      } else if scanner.peek != UInt8(ascii: "}") {
        throw fault("\",\" or \"}\"")
      }
    }
    guard scanner.isAtEnd else { throw fault("the end of the line") }
    return members
  }

  private static func value(_ scanner: inout ByteScanner) throws(TextFault) -> AttributeValue? {
    if let quote = scanner.peek, quote == 0x22 || quote == 0x27 { return try quoted(&scanner).map { .text($0) } }
    let start = scanner.position
    var depth = 0
    while let byte = scanner.peek {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"):
        if depth == 0 { return try plain(scanner.text(start..<scanner.position)) }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return try plain(scanner.text(start..<scanner.position))
      case 0x22, 0x27:
        guard try quoted(&scanner) != nil else { return nil }
        continue
      default: break
      }
      scanner.advance()
    }
    return nil
  }

  private static func plain(_ text: String) -> AttributeValue? {
    switch text.strippingBlanks {
    case "": nil
    case "True": .boolean(true)
    case "False": .boolean(false)
    case "nan", "inf", "-inf": .text("None")
    case let word: AttributeValue(inferring: word)
    }
  }

  /// A text in quotes; nil where it never ends.
  private static func quoted(_ scanner: inout ByteScanner) throws(TextFault) -> String? {
    guard let quote = scanner.peek else { return nil }
    scanner.advance()
    var bytes: [UInt8] = []
    while let byte = scanner.peek {
      scanner.advance()
      if byte == quote { return String(decoding: bytes, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), let next = scanner.peek else {
        bytes.append(byte)
        continue
      }
      scanner.advance()
      switch next {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "\\"), 0x22, 0x27: bytes.append(next)
      default: bytes.append(contentsOf: [byte, next])
      }
    }
    return nil
  }
}
