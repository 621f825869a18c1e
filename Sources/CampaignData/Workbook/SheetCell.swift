import CampaignModel
package import FileReading

/// A cell of a workbook's sheet or of a database's table, as text.
package struct SheetCell: Hashable, Sendable {
  /// What the text is.
  package enum Form: Sendable {
    case text
    /// With a decimal point.
    case number
    /// `YYYY-MM-DD`, with ` HH:MM:SS` and milliseconds where there is a time of day.
    case time
    /// Nothing that can be read; the text says why.
    case fault
  }

  package var bytes: [UInt8]
  package var form: Form

  package init(_ bytes: [UInt8], _ form: Form) {
    (self.bytes, self.form) = (bytes, form)
  }

  package static let empty = SheetCell([], .text)

  init(_ text: String, _ form: Form) { self.init(Array(text.utf8), form) }

  /// A date or time as tables hold it.
  static func time(_ time: WrittenTime) -> SheetCell {
    guard let milliseconds = time.millisecondsOfDay else { return SheetCell(time.date.description, .time) }
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    var text =
      "\(time.date.description) \(digits(milliseconds / 3_600_000, 2)):\(digits(milliseconds / 60_000 % 60, 2))"
    text += ":\(digits(milliseconds / 1000 % 60, 2))"
    if milliseconds % 1000 != 0 { text += ".\(digits(milliseconds % 1000, 3))" }
    return SheetCell(text, .time)
  }

  /// A number, without an exponent where it is a whole one that a Double holds.
  static func number(_ bytes: ArraySlice<UInt8>) -> SheetCell {
    if bytes.allSatisfy({ $0 &- 48 < 10 }) { return SheetCell(Array(bytes), .number) }
    guard let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite else {
      return SheetCell(Array(bytes), .text)
    }
    return number == number.rounded() && abs(number) < 1e15
      ? SheetCell(String(Int64(number)), .number) : SheetCell(number.description, .number)
  }
}

/// A table of a workbook or a database, row by row.
package protocol SheetRows: AnyObject {
  /// Calls `body` with the number of every row, from 1, and its cells; gaps are empty cells. It ends where `body` returns
  /// false.
  func forEachRow(_ body: (Int, [SheetCell]) throws(ReadingError) -> Bool) throws(ReadingError)
}
