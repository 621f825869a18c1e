import CampaignModel
import FileReading
import Testing

/// Dates and times as people and spreadsheets write them (<doc:Dataset#Values>).
struct WrittenTimeTests {
  private func instant(_ text: String, _ order: DateOrder? = nil) -> Int64? {
    let bytes = Array(text.utf8)
    return WrittenTime(bytes.span, order: order).flatMap { LocalClock.utc.start(of: $0) }
  }

  // 2025-03-02T09:30:00Z is 1740907800 (GNU date).
  @Test(arguments: [
    "2.3.2025 9:30", "02.03.2025 09:30", "2025/03/02 09:30", "2025/3/2 9:30:00", "2025-3-2 9:30", "2025-03-02  09:30",
    "2025-03-02\u{A0}09:30", "2025-03-02T09:30:00+0000", "2025-03-02 10:30:00 +01:00", "2025-03-02 10:30+01",
    "2025-03-02T10:30:00+0100", "2025-03-02 09:30:00 UTC", "2025-03-02 09:30 utc", "2025-03-02 9:30 AM",
    "2025-03-02 9:30am", "2025-03-02 09:30:00,000", "2025-03-02T09:30:00.000Z", "\u{FEFF}2025-03-02 09:30\u{A0}",
    "2025-03-02 9:30\u{202F}a.m.", "2025-03-02T09:30 Z",
  ])
  func `half past nine has many forms`(text: String) { #expect(instant(text) == 1_740_907_800_000) }

  @Test(arguments: [
    ("2025-03-02 12:00 AM", 0), ("2025-03-02 12:30 PM", 45_000), ("2025-03-02 9:30 PM", 77_400),
    ("2025-03-02 1:00 pm", 46_800),
  ])
  func `a clock of twelve hours has two halves`(text: String, seconds: Int) {
    #expect(instant(text) == Int64(1_740_873_600 + seconds) * 1000)
  }

  @Test func `dates with slashes need their order`() {
    #expect(instant("3/2/2025") == nil)
    #expect(instant("3/2/2025", .monthFirst) == 1_740_873_600_000)
    #expect(instant("2/3/2025", .dayFirst) == 1_740_873_600_000)
    #expect(instant("03/02/2025 9:30 AM", .monthFirst) == 1_740_907_800_000)
    #expect(instant("13/2/2025", .monthFirst) == nil)
    #expect(instant("2025/03/02", .monthFirst) == 1_740_873_600_000)
  }

  @Test(arguments: [
    "2025-03-02 13:00 PM", "2025-03-02 0:30 AM", "2.3.25", "20250302", "2025-03-02 9", "2025-03-02 9:3", "2025.03.02",
    "2025-03/02", "2025-03-02T", "2025-03-02 09:30 CET", "2025-03-02 09:30:00 +5180", "2025-03-02 +01:00", "2-3-2025",
  ])
  func `what is no time is none`(text: String) { #expect(instant(text) == nil) }

  @Test(arguments: [
    ("45718", "serial number"), ("45718.39", "serial number"), ("1740902400", "seconds since 1970"),
    ("1740902400000", "milliseconds"), ("1740902400000000", "microseconds"), ("20250302", "without separators"),
    ("03/02/2025", "date_order"), ("3/2/2025 9:30 AM", "date_order"), ("02.03.25", "two digits"),
    ("Mar 2, 2025", "month"),
    ("yesterday", "2025-03-01T09:30:00Z"),
  ])
  func `an error says what a value looks like`(text: String, expected: String) {
    #expect(WrittenTime.complaint(of: Array(text.utf8)[...], order: nil).contains(expected))
  }

  @Test func `a date that does not fit the order says so`() {
    #expect(WrittenTime.complaint(of: Array("13/2/2025".utf8)[...], order: .monthFirst).contains("mdy"))
  }
}
