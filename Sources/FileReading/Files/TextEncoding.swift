/// The encodings of text that can be read.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// ISO 8859-1, where nobody may have meant ``windows1252`` by it.
  case latin1
  case windows1252
  /// ISO 8859-15, which differs from Windows-1252 in eight letters and signs, `€` among them.
  case latin9

  /// The encoding of a name, matched ignoring case, `-`, `_` and blanks; nil where it is none of these.
  package init?(name: String) {
    switch name.lowercased().filter({ !"-_ ".contains($0) }) {
    case "utf8": self = .utf8
    case "utf16le", "utf16": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "1252", "ansi", "latin1", "iso88591": self = .windows1252
    case "latin9", "iso885915": self = .latin9
    default: return nil
    }
  }

  /// What a message says can be set.
  package static let names = "utf-8, utf-16, windows-1252 or iso-8859-15"

  /// The encoding that a text's byte-order mark tells, or nil where it has none.
  package init?(markOf bytes: some Collection<UInt8>) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16LittleEndian
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16BigEndian
    } else {
      return nil
    }
  }
}

extension TextEncoding {
  /// The character of a byte from 0x80 on in an encoding of single bytes, or nil where it has none.
  func character(of byte: UInt8) -> UInt32? {
    switch self {
    case .latin9: return TextEncoding.latin9Characters[byte] ?? UInt32(byte)
    case .windows1252:
      guard byte < 0xA0 else { return UInt32(byte) }
      let scalar = TextEncoding.windowsCharacters[Int(byte) - 0x80]
      return scalar == 0 ? nil : scalar
    default: return UInt32(byte)
    }
  }

  /// The characters from 0x80 to 0x9F; 0 for none (WHATWG Encoding Standard, index windows-1252, without its controls).
  private static let windowsCharacters: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let latin9Characters: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
  ]
}
