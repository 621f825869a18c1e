import CampaignModel
import Testing

/// The calendar.
struct CivilDateTests {
  // Day numbers and weekdays from Python 3.12: date.toordinal() - 719163, date.weekday().
  @Test(arguments: [
    ("1970-01-01", 0, 3), ("2025-03-01", 20_148, 5), ("2024-02-29", 19_782, 3), ("1900-03-01", -25_508, 3),
    ("2000-02-29", 11_016, 1), ("0001-01-01", -719_162, 0), ("9999-12-31", 2_932_896, 4), ("1969-12-31", -1, 2),
  ])
  func `a day has one number and one text`(text: String, dayNumber: Int, weekday: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == dayNumber)
    #expect(date.weekday == weekday)
    #expect(CivilDate(dayNumber: dayNumber).description == text)
  }

  @Test(arguments: ["2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "0000-01-01", "2025-1-01", "20250101", ""])
  func `what is no day of the calendar is none`(text: String) { #expect(CivilDate(text) == nil) }

  @Test func `the days of 9,999 years follow one another`() throws {
    var expected = try #require(CivilDate(year: 1, month: 1, day: 1))
    for number in stride(from: CivilDate.supported.lowerBound, through: CivilDate.supported.upperBound, by: 13) {
      expected = CivilDate(dayNumber: number)
      let (year, month, day) = expected.components
      #expect(CivilDate(year: year, month: month, day: day) == expected)
    }
    #expect(expected.advanced(by: -13) < expected)
  }

  @Test func `an instant before 1970 belongs to the day it falls on`() {
    #expect(CivilDate(Instant(milliseconds: -1)).description == "1969-12-31")
    #expect(CivilDate(Instant(milliseconds: 86_400_000)).description == "1970-01-02")
    #expect(Instant(milliseconds: -1).sinceMidnight == (-1, 86_399_999))
  }
}
