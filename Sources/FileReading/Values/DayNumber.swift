import CampaignModel

/// Dates as days since 1970-01-01, for files whose times are dates.
package enum DayNumber {
  /// The day of a date, or of a moment's date, such as `2025-03-01T09:30:00Z`; nil of anything else.
  package static func day(_ text: String) -> Int? {
    let bytes = Array(text.utf8.prefix(11))
    if bytes.count > 10, bytes[10] != UInt8(ascii: "T"), bytes[10] != UInt8(ascii: " ") { return nil }
    return CivilDate(String(decoding: bytes.prefix(10), as: UTF8.self))?.dayNumber
  }

  /// The date of a day, such as `2025-03-01`.
  package static func date(_ day: Int) -> String { CivilDate(dayNumber: day).description }
}
