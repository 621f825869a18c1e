import CampaignModel
import FileReading

/// Writes the cells of a table's columns plainly where that cannot change what they say.
struct CellCleaning {
  /// How a column's cells are written.
  private enum Form {
    case text
    case number
    case time
    case list
  }

  private let forms: [Form]
  private let numbers: NumberForms
  private let dateOrder: DateOrder?

  private static let numberColumns: Set = [
    "audience", "budget", "value", "cost", "row", "weight", "structure", "social", "performance", "depth",
  ]
  private static let timeColumns: Set = ["joined", "left", "start", "end", "published", "time", "date", "due"]
  private static let listColumns: Set = ["brands", "authors", "lead"]

  init(_ shape: TableShape) {
    numbers = shape.numbers
    dateOrder = shape.forms.dateOrder
    forms = shape.header.names.indices.map { position in
      guard let column = shape.header.knownName(at: position) else { return .text }
      if CellCleaning.numberColumns.contains(column) { return .number }
      if CellCleaning.timeColumns.contains(column) { return .time }
      return CellCleaning.listColumns.contains(column) ? .list : .text
    }
  }

  /// The cell without white space around it, and plain where it is a number or a time that can be read.
  func clean(_ cell: ArraySlice<UInt8>, column: Int) -> [UInt8] {
    let content = WhiteSpace.trimmed(cell)
    switch column < forms.count ? forms[column] : .text {
    case .text: return Array(content)
    case .number: return number(content) ?? Array(content)
    case .time: return time(content) ?? Array(content)
    case .list:
      let items = content.split(separator: Ascii.semicolon).map(WhiteSpace.trimmed).filter { !$0.isEmpty }
      return Array(items.joined(separator: [Ascii.semicolon]))
    }
  }

  /// A number in plain digits; nil where there is none, it is plain already, or would be read otherwise.
  private func number(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard !bytes.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
      let value = read(bytes), abs(value) < 1e15
    else { return nil }
    var text = "\(value)"
    if text.contains("e") { return nil }
    if text.hasSuffix(".0") { text.removeLast(2) }
    let plain = Array(text.utf8)
    return read(plain[...]) == value ? plain : nil
  }

  private func read(_ bytes: ArraySlice<UInt8>) -> Double? {
    do { return try WrittenNumber.parse(bytes.span, numbers) } catch { return nil }
  }

  /// A date or time with year, month and day in this order; nil where there is none, it is so already, or would be read
  /// otherwise.
  private func time(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard let written = WrittenTime(bytes.span, order: dateOrder), !CellCleaning.isPlain(bytes) else {
      return nil
    }
    let text = CellCleaning.text(written)
    let plain = Array(text.utf8)
    return WrittenTime(plain.span, order: dateOrder) == written ? plain : nil
  }

  /// Whether it is a date such as `2025-03-01`, alone or with a time such as `T09:30`, `09:30:00Z` or `09:30:00.5+01:00`.
  ///
  /// Bytes are looked at one by one: a regular expression, which is made anew for every cell, took half a millisecond each.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    guard take("0000-00-00", from: &rest) else { return false }
    if rest.isEmpty { return true }
    guard take("T00:00", from: &rest) || take(" 00:00", from: &rest) else { return false }
    if take(":00", from: &rest), take(".0", from: &rest) { rest = rest.drop { $0 &- 0x30 < 10 } }
    return rest.isEmpty
      || ["Z", "+00:00", "-00:00"].contains { offset in
        var rest = rest
        return take(offset, from: &rest) && rest.isEmpty
      }
  }

  /// Takes a pattern from the start, in which 0 stands for any digit; leaves bytes that do not start with it.
  private static func take(_ pattern: String, from bytes: inout ArraySlice<UInt8>) -> Bool {
    let wanted = pattern.utf8
    guard bytes.count >= wanted.count, zip(wanted, bytes).allSatisfy({ $0 == 0x30 ? $1 &- 0x30 < 10 : $0 == $1 }) else {
      return false
    }
    bytes = bytes.dropFirst(wanted.count)
    return true
  }

  private static func text(_ written: WrittenTime) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    guard let milliseconds = written.millisecondsOfDay else { return written.date.description }
    let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
    var text = "\(written.date) \(padded(minutes / 60, 2)):\(padded(minutes % 60, 2)):\(padded(rest / 1000, 2))"
    if rest % 1000 > 0 { text += ".\(padded(rest % 1000, 3))" }
    guard let offset = written.offset else { return text }
    if offset == 0 { return text + "Z" }
    let (hours, left) = (abs(offset) / 60_000).quotientAndRemainder(dividingBy: 60)
    return "\(text)\(offset < 0 ? "-" : "+")\(padded(hours, 2)):\(padded(left, 2))"
  }
}
