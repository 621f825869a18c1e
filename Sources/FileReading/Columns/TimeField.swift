import CampaignModel

/// Reads the times of a file's rows, of which most are written alike and many fall into the same hour.
///
/// `YYYY-MM-DDTHH:MM:SSZ`, and the same without `Z` or with a blank for `T`, are read at fixed places, eight bytes at a time,
/// and their date and hour only when they are not the last row's. Everything else goes through ``WrittenTime``, with the
/// zone's offset remembered for the last day.
package struct TimeField {
  private let clock: LocalClock
  private let order: DateOrder?
  /// The last hour read: the bytes `YYYY-MM-`, those of `-DDTHH`, which begin with the last two of them, the bytes
  /// `H:00:00Z`, and its start in milliseconds, in UTC.
  private var lastHead: UInt64 = 0
  private var lastMiddle: UInt64 = 0
  private var lastTail: UInt64 = 0
  private var lastHour: Int64 = 0
  /// Length of that time, and of its last eight bytes those that belong to it; without a `Z` there is one more.
  private var lastLength = 0
  private var lastKept: UInt64 = 0
  private var lastAdded: UInt64 = 0
  private var lastOffsetDay = Int.min
  private var lastOffset: Int?

  /// No time at all; outside the years that can be written.
  package static let invalid = Int64.min

  /// - Parameter order: that of dates with slashes that begin with day or month; nil to take none of them.
  package init(_ clock: LocalClock, order: DateOrder? = nil) {
    self.clock = clock
    self.order = order
  }

  /// Milliseconds since 1970-01-01T00:00:00Z, or ``invalid``.
  @inline(__always) package mutating func milliseconds(_ view: BlockView, _ start: Int, _ end: Int) -> Int64 {
    // What follows a field that is shorter is read too, and makes it another one.
    if view.word(start) == lastHead, view.word(start &+ 5) == lastMiddle, end &- start == lastLength {
      let tail = view.word(start &+ 12) & lastKept | lastAdded
      let withinHour = TimeField.milliseconds(ofTail: tail ^ lastTail)
      if withinHour >= 0 { return lastHour &+ withinHour }
    }
    return general(view, start, end)
  }

  /// The bytes that stand for no digit in `YYYY-MM-`, `DDTHH:MM` and `H:MM:SSZ`, and zeros for digits.
  private static let zeroHead: UInt64 = 0x2D30_302D_3030_3030
  private static let zeroMiddle: UInt64 = 0x3030_3A30_3054_3030
  private static let zeroTail: UInt64 = 0x5A30_303A_3030_3A30

  /// Milliseconds since the hour's start in `H:MM:SSZ` without the bytes of `H:00:00Z`, or -1 when they are something
  /// else.
  @inline(__always) private static func milliseconds(ofTail bytes: UInt64) -> Int64 {
    // Digits have become their values, and all else 0. Tens above 5 and ones above 9 reach the upper half of their byte.
    let strange = (bytes | (bytes &+ 0x0006_0A00_060A_0000)) & 0xFFF0_F0FF_F0F0_FFFF
    guard strange == 0 else { return -1 }
    let pairs = TimeField.pairs(bytes)
    let (minute, second) = (pairs &>> 16 & 0xFF, pairs &>> 40 & 0xFF)
    return Int64(truncatingIfNeeded: (minute &* 60 &+ second) &* 1000)
  }

  /// In each byte, ten times its digit and the next one.
  @inline(__always) private static func pairs(_ digits: UInt64) -> UInt64 { digits &* 10 &+ digits &>> 8 }

  /// Any time, and the first of each hour.
  @inline(never) private mutating func general(_ view: BlockView, _ start: Int, _ end: Int) -> Int64 {
    if let milliseconds = wholeHour(view, start, length: end - start) { return milliseconds }
    guard let written = view.withSpan(start..<end, { WrittenTime($0, order: order) }) else { return TimeField.invalid }
    guard written.offset == nil, let offset = offset(throughout: written.date) else {
      return clock.start(of: written) ?? TimeField.invalid
    }
    var settled = written
    settled.millisecondsOfDay = written.millisecondsOfDay ?? 0
    settled.offset = offset
    return clock.start(of: settled) ?? TimeField.invalid
  }

  /// The offset that holds for a whole day; nil where it changes about then.
  private mutating func offset(throughout date: CivilDate) -> Int? {
    if date.dayNumber != lastOffsetDay {
      lastOffsetDay = date.dayNumber
      lastOffset = clock.offset(throughout: date)
    }
    return lastOffset
  }

  /// A time written as `YYYY-MM-DDTHH:MM:SSZ`, or without `Z` or `T`, whose hour is remembered; nil when it is written
  /// otherwise or is none.
  private mutating func wholeHour(_ view: BlockView, _ start: Int, length: Int) -> Int64? {
    guard length == 19 || length == 20 else { return nil }
    let isLocal = length == 19
    let kept: UInt64 = isLocal ? 0x00FF_FFFF_FFFF_FFFF : ~0
    let added: UInt64 = isLocal ? UInt64(UInt8(ascii: "Z")) << 56 : 0
    let hasBlank = isLocal && view[start + 10] == UInt8(ascii: " ")
    let head = view.word(start) ^ TimeField.zeroHead
    let middle = view.word(start + 8) ^ TimeField.zeroMiddle ^ (hasBlank ? TimeField.blankForT : 0)
    let strange =
      (head | (head &+ 0x0006_0600_0606_0606)) & 0xFFF0_F0FF_F0F0_F0F0
      | (middle | (middle &+ 0x0000_0006_0600_0606)) & 0x0000_FFF0_F0FF_F0F0
    let (years, days) = (TimeField.pairs(head), TimeField.pairs(middle))
    let hour = days >> 24 & 0xFF
    let tail = TimeField.zeroTail ^ (view.word(start + 12) & 0xF)
    let withinHour = TimeField.milliseconds(ofTail: (view.word(start + 12) & kept | added) ^ tail)
    guard strange == 0, hour < 24, withinHour >= 0,
      let date = CivilDate(
        year: Int((years & 0xFF) * 100 + (years >> 16 & 0xFF)), month: Int(years >> 40 & 0xFF), day: Int(days & 0xFF))
    else { return nil }
    var ahead = 0
    if isLocal {
      guard let offset = offset(throughout: date) else { return nil }
      ahead = offset
    }
    let hourStart = Int64(date.dayNumber) * Instant.millisecondsPerDay + Int64(hour) * 3_600_000 - Int64(ahead)
    // Time zones move the first and last hours of all beyond what can be written.
    guard
      !isLocal || (CivilDate.supported.lowerBound < date.dayNumber && date.dayNumber < CivilDate.supported.upperBound)
    else { return nil }
    (lastHead, lastMiddle, lastTail) = (view.word(start), view.word(start + 5), tail)
    (lastLength, lastKept, lastAdded, lastHour) = (length, kept, added, hourStart)
    return hourStart + withinHour
  }

  /// What turns a blank into the `T` that ``zeroMiddle`` has.
  private static let blankForT = UInt64(UInt8(ascii: "T") ^ UInt8(ascii: " ")) << 16
}
