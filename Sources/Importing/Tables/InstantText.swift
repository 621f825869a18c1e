import CampaignModel

/// Instants as tables hold them: RFC 3339 in UTC.
enum InstantText {
  /// Such as `2025-03-01T23:30:00Z`, with milliseconds where there are any.
  static func append(_ milliseconds: Int64, to bytes: inout [UInt8]) {
    let (day, time) = Instant(milliseconds: milliseconds).sinceMidnight
    let (year, month, dayOfMonth) = CivilDate(dayNumber: day).components
    append(year, 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(month, 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(dayOfMonth, 2, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    append(time / 3_600_000, 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(time / 60_000 % 60, 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(time / 1000 % 60, 2, to: &bytes)
    if time % 1000 != 0 {
      bytes.append(UInt8(ascii: "."))
      append(time % 1000, 3, to: &bytes)
    }
    bytes.append(UInt8(ascii: "Z"))
  }

  static func of(_ milliseconds: Int64) -> String {
    var bytes: [UInt8] = []
    append(milliseconds, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
