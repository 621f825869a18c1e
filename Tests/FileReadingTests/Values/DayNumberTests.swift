import FileReading
import Testing

struct DayNumberTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2025-03-01T09:30:00Z", 20_148), ("2024-02-29 08:00", 19_782), ("1969-12-31", -1),
  ])
  func `a date, or the date of a moment, is a day`(text: String, day: Int) {
    #expect(DayNumber.day(text) == day)
    #expect(DayNumber.date(day) == text.prefix(10))
  }

  @Test(arguments: ["", "2025-3-1", "2023-02-29", "0000-01-01", "2025-03-01X", "2025-03-1", "20250301", "2025/03/01"])
  func `anything else is none`(text: String) { #expect(DayNumber.day(text) == nil) }
}
