// The text of a whole document, as XML, DOT and other graph files name its encoding.
extension TextEncoding {
  /// The encoding that a name stands for, as XML and DOT use them; nil for one that is not read here.
  package init?(declared name: String) {
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
  package static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    TextEncoding(markOf: bytes).map { ($0, $0 == .utf8 ? 3 : 2) }
  }

  /// The text of bytes in this encoding as UTF-8; nil where they are none.
  ///
  /// - Complexity: O(bytes).
  package func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
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

  /// The character that a byte from 0x80 on stands for; a control character where Windows-1252 has none.
  private func scalar(_ byte: UInt8) -> Unicode.Scalar {
    character(of: byte).flatMap(Unicode.Scalar.init) ?? Unicode.Scalar(byte)
  }

  /// Whether bytes are well-formed UTF-8.
  package static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }
}
