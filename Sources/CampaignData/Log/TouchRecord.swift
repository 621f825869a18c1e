import CampaignModel

/// How a touch is packed into a record's two words: time and three flags; content, channel and kind.
enum TouchRecord {
  /// Set in the first word when a value follows in the byte stream.
  static let hasValue: UInt64 = 1
  /// Set in the first word when a cost follows in the byte stream.
  static let hasCost: UInt64 = 2
  /// Set in the first word when the row's number follows in the byte stream.
  static let hasRow: UInt64 = 4
  static let flags: UInt64 = 7

  /// The highest number of a row, the highest up to which every whole number is a Double.
  static let maximumRow = 9_007_199_254_740_992.0

  static let kindShift: UInt64 = 0
  static let channelShift: UInt64 = 8
  static let contentShift: UInt64 = 32

  /// The first word of a touch without numbers.
  @inline(__always) static func time(_ milliseconds: Int64) -> UInt64 { UInt64(bitPattern: milliseconds &<< 3) }

  @inline(__always) static func milliseconds(_ time: UInt64) -> Int64 { Int64(bitPattern: time) &>> 3 }

  /// The second word.
  static func codes(_ touch: Touch) -> UInt64 {
    UInt64(touch.contentOrZero) << contentShift | UInt64(touch.channel) << channelShift | UInt64(touch.kind)
  }

  @inline(__always) static func touch(_ record: KeyedRecord) -> Touch {
    let codes = record.second
    return Touch(
      milliseconds: milliseconds(record.first), channel: UInt32(truncatingIfNeeded: codes &>> channelShift) & 0xFF_FFFF,
      contentCode: UInt32(truncatingIfNeeded: codes &>> contentShift), kind: UInt32(truncatingIfNeeded: codes & 0xFF))
  }
}
