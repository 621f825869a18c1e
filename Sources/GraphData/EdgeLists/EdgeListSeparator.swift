/// What stands between the fields of an edge list.
enum EdgeListSeparator: Sendable {
  case comma
  case tab
  /// Any number of blanks and tabs.
  case blanks

  /// The separator of a format, or nil if it is no edge list.
  init?(_ format: GraphFileFormat) {
    switch format {
    case .csv: self = .comma
    case .tsv: self = .tab
    case .edgelist: self = .blanks
    default: return nil
    }
  }

  /// Whether a byte separates fields.
  @inline(__always)
  func separates(_ byte: UInt8) -> Bool {
    switch self {
    case .comma: byte == 0x2C
    case .tab: byte == 0x09
    case .blanks: byte == 0x20 || byte == 0x09
    }
  }

  /// The byte that is written.
  var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .tab: 0x09
    case .blanks: 0x20
    }
  }
}
