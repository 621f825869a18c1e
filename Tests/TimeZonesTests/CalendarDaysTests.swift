import CampaignModel
import TestSupport
import Testing

@testable import TimeZones

struct CalendarDaysTests {
  private static func settings(_ zone: String, _ blocks: Settings.Blocks = .calendar) -> Settings {
    var settings = Settings(timeZone: zone)
    settings.blocks = blocks
    return settings
  }

  /// Hours since 2025-01-01T00:00Z.
  private static func hour(_ hours: Double) -> Instant { .day(hours / 24) }

  /// Berlin's clocks go forward on 30 March 2025, day 88 of the year from 0: that day has 23 hours.
  @Test func `days begin at midnight before and after clocks go forward`() throws {
    let midnight = Double(88 * 24 - 1)
    let days = try #require(
      CalendarDays(from: Self.hour(midnight - 24), until: Self.hour(midnight + 240), Self.settings("Europe/Berlin")))
    #expect(days.start(of: 0) == Self.hour(midnight - 24).milliseconds)
    #expect(days.start(of: 1) == Self.hour(midnight).milliseconds)
    #expect(days.start(of: 2) == Self.hour(midnight + 23).milliseconds)
    #expect(days.start(of: 9) == Self.hour(midnight + 23 + 7 * 24).milliseconds)
    #expect(days.day(of: Self.hour(midnight + 22.99).milliseconds) == 1)
    #expect(days.day(of: Self.hour(midnight + 23).milliseconds) == 2)
    #expect(days.day(of: Self.hour(midnight - 0.01).milliseconds) == 0)
  }

  /// On 26 October 2025, day 298, they go back: that day has 25 hours.
  @Test func `the day on which clocks go back lasts an hour longer`() throws {
    let midnight = Double(298 * 24 - 2)
    let days = try #require(
      CalendarDays(from: Self.hour(midnight), until: Self.hour(midnight + 240), Self.settings("Europe/Berlin")))
    #expect(days.start(of: 1) == Self.hour(midnight + 25).milliseconds)
    #expect(days.day(of: Self.hour(midnight + 24.5).milliseconds) == 0)
    #expect(days.day(of: Self.hour(midnight + 25).milliseconds) == 1)
    #expect(days.day(of: Self.hour(midnight + 48.99).milliseconds) == 1)
    #expect(days.day(of: Self.hour(midnight + 49).milliseconds) == 2)
  }

  /// Over some years, whatever the time of day: the day of an instant is the last one that has begun.
  @Test(arguments: ["Europe/Berlin", "America/Sao_Paulo", "Africa/Casablanca", "Pacific/Apia", "Australia/Lord_Howe"])
  func `an instant lies in the last day that has begun`(zone: String) throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<6 {
      let start = Instant.day(Double.random(in: -5500 ... -4400, using: &random))
      let days = try #require(CalendarDays(from: start, until: start.adding(days: 800), Self.settings(zone)))
      let borders = (0...802).map { days.start(of: $0) }
      #expect(zip(borders, borders.dropFirst()).allSatisfy { $0 <= $1 })
      for _ in 0..<300 {
        var instant = start.milliseconds + Int64.random(in: 0...800 * Instant.millisecondsPerDay, using: &random)
        if Bool.random(using: &random) { instant = borders[Int.random(in: 0...800, using: &random)] }
        guard instant <= start.adding(days: 800).milliseconds else { continue }
        #expect(days.day(of: instant) == (borders.lastIndex { $0 <= instant } ?? -1))
      }
    }
  }

  @Test func `days have 24 hours unless the calendar is asked for, and where clocks never change`() {
    #expect(CalendarDays(from: .day(0), until: .day(400), Self.settings("Europe/Berlin", .hours)) == nil)
    #expect(CalendarDays(from: .day(0), until: .day(400), Self.settings("UTC")) == nil)
  }
}
