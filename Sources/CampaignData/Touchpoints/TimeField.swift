import CampaignModel

/// Reads the times of a file's rows, of which most are written alike and many fall on the same day.
///
/// `YYYY-MM-DDTHH:MM:SSZ` is read at fixed places, eight bytes at a time, and its date only when it is not the last
/// row's. Everything else goes through ``WrittenTime``, with the zone's offset remembered for the last day.
struct TimeField {
  private let clock: LocalClock
  /// The bytes of the last date's midnight, `YYYY-MM-` and `DDT00:00`, and that in milliseconds, in UTC.
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
      if yearAndMonth == lastYearAndMonth {
        let clock = TimeField.clock(dayAndClock ^ lastDay, secondsAndZone ^ TimeField.zeroSeconds)
        if clock >= 0 { return lastMidnight &+ clock }
      }
    }
    return general(view, start, end)
  }

  /// `:00Z` and, behind two bytes for the day, `T00:00`.
  private static let zeroSeconds: UInt64 = 0x5A30_303A
  private static let zeroClock: UInt64 = 0x3030_3A30_3054_0000

  /// Milliseconds of the day in `DDTHH:MM` and `:SSZ`, each without the bytes of that day's midnight, or -1 when they are
  /// something else.
  @inline(__always) private static func clock(_ dayAndClock: UInt64, _ secondsAndZone: UInt64) -> Int64 {
    // Digits have become their values, and all else 0.
    let others = (dayAndClock & 0xF0F0_FFF0_F0FF_FFFF) | (secondsAndZone & 0xFFF0_F0FF)
    let over = ((dayAndClock &+ 0x0606_0006_0600_0000) | (secondsAndZone &+ 0x0006_0600)) & 0xF0F0_00F0_F0F0_F000
    // In each byte, ten times its digit and the next one.
    let (clock, seconds) = (dayAndClock &* 10 &+ dayAndClock &>> 8, secondsAndZone &* 10 &+ secondsAndZone &>> 8)
    let (hour, minute, second) = (clock &>> 24 & 0xFF, clock &>> 48 & 0xFF, seconds &>> 8 & 0xFF)
    guard others | over == 0, hour < 24, minute < 60, second < 60 else { return -1 }
    return Int64(truncatingIfNeeded: ((hour &* 60 &+ minute) &* 60 &+ second) &* 1000)
  }

  /// Any time, and the first of each day.
  @inline(never) private mutating func general(_ view: BlockView, _ start: Int, _ end: Int) -> Int64 {
    guard let written = view.withSpan(start..<end, { WrittenTime($0) }) else { return TimeField.invalid }
    if end - start == 20, written.offset == 0 {
      lastYearAndMonth = view.word(start)
      lastDay = view.word(start + 8) & 0xFFFF | TimeField.zeroClock
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
