/// What stands between the fields of an edge list.
public enum EdgeListSeparator: CaseIterable, Sendable, Hashable {
  case comma
  case semicolon
  case tab
  case bar
  /// Any number of blanks and tabs.
  case blanks

  /// Whether a byte separates fields.
  @inline(__always)
  func separates(_ byte: UInt8) -> Bool { byte == self.byte || (self == .blanks && byte == 0x09) }

  /// The byte that is written.
  @inline(__always)
  var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    case .bar: 0x7C
    case .blanks: 0x20
    }
  }

  /// What it is called, in the plural.
  public var name: String {
    switch self {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .bar: "bars"
    case .blanks: "blanks"
    }
  }

  /// The separator that a character or a word such as `tab` stands for, or nil.
  public init?(word: String) {
    switch word {
    case ",", "comma": self = .comma
    case ";", "semicolon": self = .semicolon
    case "\t", "\\t", "tab": self = .tab
    case "|", "bar", "pipe": self = .bar
    case " ", "blank", "blanks", "space": self = .blanks
    default: return nil
    }
  }
}
