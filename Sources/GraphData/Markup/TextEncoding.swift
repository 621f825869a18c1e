/// How the characters of a text stand in its bytes.
enum TextEncoding: Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// ISO 8859-1; ISO 8859-15 and Windows-1252 are their own.
  case latin1
  case latin9
  case windows1252

  /// The encoding that a name stands for, as XML and DOT use them; nil for one that is not read here.
  init?(name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" }) {
    case "utf8", "usascii", "ascii": self = .utf8
    case "utf16", "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "latin1", "l1", "iso88591", "isoir100", "cp819", "ibm819": self = .latin1
    case "latin9", "iso885915": self = .latin9
    case "windows1252", "cp1252": self = .windows1252
    default: return nil
    }
  }

  /// The encoding that a mark at the beginning tells, and the length of the mark; nil without one.
  static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The text of bytes in this encoding as UTF-8; nil where they are none.
  ///
  /// - Complexity: O(bytes).
  func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    switch self {
    case .utf8: return TextEncoding.isUTF8(bytes) ? Array(bytes) : nil
    case .utf16LittleEndian, .utf16BigEndian:
      guard bytes.count % 2 == 0 else { return nil }
      let low = self == .utf16LittleEndian ? 0 : 1
      let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
        UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
      }
      return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    case .latin1, .latin9, .windows1252:
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes {
        if byte < 0x80 { result.append(byte) } else { result.append(contentsOf: String(scalar(byte)).utf8) }
      }
      return result
    }
  }

  /// The character that a byte from 0x80 on stands for.
  private func scalar(_ byte: UInt8) -> Unicode.Scalar {
    let other: UInt32? =
      switch self {
      case .latin9: TextEncoding.latin9Characters[byte]
      case .windows1252: byte < 0xA0 ? TextEncoding.windowsCharacters[Int(byte) - 0x80] : nil
      default: nil
      }
    return other.flatMap(Unicode.Scalar.init) ?? Unicode.Scalar(byte)
  }

  private static let latin9Characters: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x160, 0xA8: 0x161, 0xB4: 0x17D, 0xB8: 0x17E, 0xBC: 0x152, 0xBD: 0x153, 0xBE: 0x178,
  ]

  /// Windows-1252 from 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
  private static let windowsCharacters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]

  /// Whether bytes are well-formed UTF-8.
  static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }
}
