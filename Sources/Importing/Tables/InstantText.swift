import CampaignModel

/// Instants as tables hold them: RFC 3339 in UTC.
enum InstantText {
  /// Such as `2025-03-01T23:30:00Z`, with milliseconds where there are any.
  static func append(_ milliseconds: Int64, to bytes: inout [UInt8]) {
    var writer = InstantWriter()
    writer.append(milliseconds, to: &bytes)
  }

  static func of(_ milliseconds: Int64) -> String {
    var bytes: [UInt8] = []
    append(milliseconds, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Writes instants one after the other; those of one day share its date.
struct InstantWriter {
  private var day: Int?
  private var date: [UInt8] = []

  mutating func append(_ milliseconds: Int64, to bytes: inout [UInt8]) {
    let (day, time) = Instant(milliseconds: milliseconds).sinceMidnight
    if day != self.day {
      let (year, month, dayOfMonth) = CivilDate(dayNumber: day).components
      date.removeAll(keepingCapacity: true)
      InstantWriter.append(year / 100, to: &date)
      InstantWriter.append(year % 100, to: &date)
      date.append(UInt8(ascii: "-"))
      InstantWriter.append(month, to: &date)
      date.append(UInt8(ascii: "-"))
      InstantWriter.append(dayOfMonth, to: &date)
      date.append(UInt8(ascii: "T"))
      self.day = day
    }
    bytes.append(contentsOf: date)
    InstantWriter.append(time / 3_600_000, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    InstantWriter.append(time / 60_000 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    InstantWriter.append(time / 1000 % 60, to: &bytes)
    if time % 1000 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(time / 100 % 10))
      InstantWriter.append(time % 100, to: &bytes)
    }
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Appends a number below 100 as two digits.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
