import CampaignModel
import FileReading

/// Instants as tables hold them: RFC 3339 in UTC.
enum InstantText {
  /// Such as `2025-03-01T23:30:00Z`, with milliseconds where there are any.
  static func append(_ milliseconds: Int64, to bytes: inout [UInt8]) {
    var (writer, text) = (InstantWriter(), ByteWriter())
    writer.append(milliseconds, to: &text)
    bytes += text.finish()
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
  /// `YYYY-MM-DDTHH:MM:SS.mmmZ`, of which the last five are written where they are needed.
  private var spelled = [UInt8]("0000-00-00T00:00:00.000Z".utf8)

  mutating func append(_ milliseconds: Int64, to text: inout ByteWriter) {
    let (day, time) = Instant(milliseconds: milliseconds).sinceMidnight
    if day != self.day {
      let (year, month, dayOfMonth) = CivilDate(dayNumber: day).components
      spell(year / 100, at: 0)
      spell(year % 100, at: 2)
      spell(month, at: 5)
      spell(dayOfMonth, at: 8)
      self.day = day
    }
    spell(time / 3_600_000, at: 11)
    spell(time / 60_000 % 60, at: 14)
    spell(time / 1000 % 60, at: 17)
    if time % 1000 == 0 {
      text.append(spelled.span.extracting(0..<19))
      text.append(UInt8(ascii: "Z"))
    } else {
      spelled[20] = UInt8(ascii: "0") + UInt8(time / 100 % 10)
      spell(time % 100, at: 21)
      text.append(spelled.span)
    }
  }

  /// Writes a number below 100 as two digits.
  private mutating func spell(_ number: Int, at place: Int) {
    spelled[place] = UInt8(ascii: "0") + UInt8(number / 10)
    spelled[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
  }
}
