import CampaignModel
import TestSupport
import Testing
import TimeZones

struct WallClockTests {
  private func clock(_ name: String) throws -> WallClock { try #require(WallClock(timeZone: name)) }

  /// Berlin's clocks went from 02:00 to 03:00 on 30 March 2025, and from 03:00 to 02:00 on 26 October 2025.
  @Test func `a local time that is skipped or repeated takes the offset before the change`() throws {
    let berlin = try clock("Europe/Berlin")
    let day = Int(Instant.millisecondsPerDay)
    let hour = 3_600_000
    let march = 20_177 * day  // 2025-03-30 is day 20,177 since 1970.
    #expect(berlin.instant(ofLocal: march + hour) == march)
    #expect(berlin.instant(ofLocal: march + 2 * hour + hour / 2) == march + hour + hour / 2)
    #expect(berlin.instant(ofLocal: march + 3 * hour) == march + hour)
    let october = 20_387 * day  // 2025-10-26
    #expect(berlin.instant(ofLocal: october + 2 * hour + hour / 2) == october + hour / 2)
    #expect(berlin.start(ofLocalDay: 20_178) == Int64(20_178 * day - 2 * hour))
    #expect(berlin.localDay(at: Int64(20_178 * day - 2 * hour)) == 20_178)
    #expect(berlin.localDay(at: Int64(20_178 * day - 2 * hour - 1)) == 20_177)
  }

  @Test func `an anniversary is the same date and time of day, or 28 February`() throws {
    let utc = WallClock.utc
    // 2024-02-29 is day 19,782; 2025-02-28 day 20,147; 2028-02-29 day 21,243.
    let leap = Instant(milliseconds: 19_782 * Instant.millisecondsPerDay + 5)
    #expect(utc.anniversary(1, of: leap) == Instant(milliseconds: 20_147 * Instant.millisecondsPerDay + 5))
    #expect(utc.anniversary(4, of: leap) == Instant(milliseconds: 21_243 * Instant.millisecondsPerDay + 5))
  }

  @Test func `an unknown zone has no clock`() { #expect(WallClock(timeZone: "Mars/Olympus") == nil) }
}
