/// Text of a file as it may be shown in a message: shortened, and with everything escaped that a terminal could obey.
package enum ShownText {
  /// The most characters of a value that a message shows.
  package static let maximumLength = 48

  /// Returns the bytes as text, invalid UTF-8 as `\xNN`, cut after ``maximumLength`` characters.
  package static func escape(_ bytes: some Collection<UInt8>) -> String {
    let prefix = Array(bytes.prefix(maximumLength * 4))
    var text = String(validating: prefix, as: UTF8.self).map(escaped) ?? escapedByByte(prefix)
    if bytes.count > prefix.count, !text.hasSuffix("…") { text += "…" }
    return text
  }

  /// Returns the text, cut after ``maximumLength`` characters.
  package static func escape(_ text: String) -> String { escape(Array(text.utf8)) }

  /// Returns the text in quotes, cut after ``maximumLength`` characters.
  package static func quoted(_ text: String) -> String { "\"\(escape(text))\"" }

  /// Returns a path in full, with everything escaped that a terminal could obey.
  package static func escapePath(_ path: String) -> String { path.unicodeScalars.map(escaped).joined() }

  private static func escaped(_ text: String) -> String {
    var shown = ""
    var length = 0
    for scalar in text.unicodeScalars {
      if length == maximumLength { return shown + "…" }
      shown += escaped(scalar)
      length += 1
    }
    return shown
  }

  /// The bytes one by one, for text that is cut within a character or no UTF-8 at all.
  private static func escapedByByte(_ bytes: [UInt8]) -> String {
    var rest = bytes[...]
    var shown = ""
    var length = 0
    while let byte = rest.first {
      if length == maximumLength { return shown + "…" }
      let width = UTF8Validation.characterLength(rest)
      if width > 0 {
        shown += escaped(String(decoding: rest.prefix(width), as: UTF8.self))
        rest = rest.dropFirst(width)
      } else {
        shown += "\\x" + hexadecimal(UInt32(byte), width: 2)
        rest = rest.dropFirst()
      }
      length += 1
    }
    return shown
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\"": return "\\\""
    case "\\": return "\\\\"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      return "\\u{" + hexadecimal(scalar.value, width: 1) + "}"
    default:
      return String(scalar)
    }
  }

  private static func hexadecimal(_ number: UInt32, width: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
