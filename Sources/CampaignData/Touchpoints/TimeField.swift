import CampaignModel

/// Reads the times of a file's rows, of which most are written alike and many fall on the same day.
///
/// `YYYY-MM-DDTHH:MM:SSZ` is read at fixed places, eight bytes at a time, and its date only when it is not the last
/// row's. Everything else goes through ``WrittenTime``, with the zone's offset remembered for the last day.
struct TimeField {
  private let clock: LocalClock
  /// The last date's bytes, `YYYY-MM-` and `DD`, and its first millisecond in UTC.
  private var lastYearAndMonth: UInt64 = 0
  private var lastDay: UInt64 = 0
  private var lastMidnight: Int64 = 0
  private var lastOffsetDay = Int.min
  private var lastOffset: Int?

  /// No time at all; outside the years that can be written.
  static let invalid = Int64.min

  init(_ clock: LocalClock) { self.clock = clock }

  /// Milliseconds since 1970-01-01T00:00:00Z, or ``invalid``.
  @inline(__always) mutating func milliseconds(_ view: BlockView, _ start: Int, _ end: Int) -> Int64 {
    if end - start == 20 {
      let yearAndMonth = view.word(start)
      let dayAndClock = view.word(start + 8)
      let secondsAndZone = view.word(start + 16) & 0xFFFF_FFFF
      if yearAndMonth == lastYearAndMonth, dayAndClock & 0xFFFF == lastDay {
        let clock = TimeField.clock(dayAndClock, secondsAndZone)
        if clock >= 0 { return lastMidnight + clock }
      }
    }
    return general(view, start, end)
  }

  /// Milliseconds of the day in `DDTHH:MM` and `:SSZ`, or -1 when they are something else.
  ///
  /// Digits are told by their upper halves: 3, also after adding 6.
  @inline(__always) private static func clock(_ dayAndClock: UInt64, _ secondsAndZone: UInt64) -> Int64 {
    let digits: UInt64 = 0xF0F0_00F0_F000_0000
    let marks: UInt64 = 0x0000_FF00_00FF_0000
    guard dayAndClock & digits == 0x3030_0030_3000_0000,
      (dayAndClock &+ 0x0606_0006_0600_0000) & digits == 0x3030_0030_3000_0000,
      dayAndClock & marks == 0x0000_3A00_0054_0000,
      secondsAndZone & 0xFFF0_F0FF == 0x5A30_303A, (secondsAndZone &+ 0x0006_0600) & 0x00F0_F000 == 0x0030_3000
    else { return -1 }
    let hour = (dayAndClock >> 24 & 15) * 10 + (dayAndClock >> 32 & 15)
    let minute = (dayAndClock >> 48 & 15) * 10 + (dayAndClock >> 56 & 15)
    let second = (secondsAndZone >> 8 & 15) * 10 + (secondsAndZone >> 16 & 15)
    guard hour < 24, minute < 60, second < 60 else { return -1 }
    return Int64(truncatingIfNeeded: ((hour * 60 + minute) * 60 + second) * 1000)
  }

  /// Any time, and the first of each day.
  @inline(never) private mutating func general(_ view: BlockView, _ start: Int, _ end: Int) -> Int64 {
    guard let written = view.withSpan(start..<end, { WrittenTime($0) }) else { return TimeField.invalid }
    if end - start == 20, written.offset == 0 {
      lastYearAndMonth = view.word(start)
      lastDay = view.word(start + 8) & 0xFFFF
      lastMidnight = Int64(written.date.dayNumber) * Instant.millisecondsPerDay
    }
    guard written.offset == nil else { return clock.start(of: written) ?? TimeField.invalid }
    if written.date.dayNumber != lastOffsetDay {
      lastOffsetDay = written.date.dayNumber
      lastOffset = clock.offset(throughout: written.date)
    }
    guard let lastOffset else { return clock.start(of: written) ?? TimeField.invalid }
    var settled = written
    settled.millisecondsOfDay = written.millisecondsOfDay ?? 0
    settled.offset = lastOffset
    return clock.start(of: settled) ?? TimeField.invalid
  }
}
