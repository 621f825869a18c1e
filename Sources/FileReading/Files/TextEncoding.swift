/// The encodings of text that can be read.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
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
