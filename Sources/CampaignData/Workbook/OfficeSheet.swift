import FileReading

/// A sheet of an Office Open XML workbook.
final class OfficeSheet: SheetRows {
  private var tokens: MarkupTokens
  private let formats: NumberFormats
  private let sharedTexts: [[UInt8]]
  private let startsIn1904: Bool

  /// The most columns and rows of a sheet, as spreadsheet programs have them.
  static let maximumColumns = 16_384
  static let maximumRows = 1_048_576

  init(_ tokens: MarkupTokens, formats: NumberFormats, sharedTexts: [[UInt8]], startsIn1904: Bool) {
    (self.tokens, self.formats, self.sharedTexts, self.startsIn1904) = (tokens, formats, sharedTexts, startsIn1904)
  }

  /// A cell while it is read.
  private struct OpenCell {
    var column: Int
    var style: Int
    var type: [UInt8]
    var value: [UInt8]?
    var text: [UInt8] = []
    var hasFormula = false

    mutating func take(value part: [UInt8]) { value = (value ?? []) + part }
  }

  func forEachRow(_ body: (Int, [SheetCell]) throws(ReadingError) -> Bool) throws(ReadingError) {
    var row = 0
    var cells: [SheetCell] = []
    var cell: OpenCell?
    var phonetic = 0
    var isValue = false
    var isText = false
    while let token = try tokens.next() {
      switch token {
      case .start(let isEmpty):
        if tokens.isElement("row") {
          row = max(row + 1, tokens.number("r") ?? 0)
          guard row <= OfficeSheet.maximumRows else { throw tokens.fault("it has more rows than a sheet can have") }
          cells.removeAll(keepingCapacity: true)
        } else if tokens.isElement("c") {
          let started = try start(after: cells.count)
          if isEmpty { pad(&cells, to: started.column + 1) } else { cell = started }
        } else if tokens.isElement("v") {
          isValue = !isEmpty
          if cell?.value == nil { cell?.value = isEmpty ? nil : [] }
        } else if tokens.isElement("f") {
          cell?.hasFormula = true
        } else if tokens.isElement("t") {
          isText = !isEmpty
        } else if tokens.isElement("rPh"), !isEmpty {
          phonetic += 1
        }
      case .end:
        if tokens.isElement("c"), let ended = cell {
          pad(&cells, to: ended.column)
          if cells.count == ended.column { cells.append(try self.value(of: ended)) }
          cell = nil
        } else if tokens.isElement("row") {
          if try !body(row, cells) { return }
        } else if tokens.isElement("v") {
          isValue = false
        } else if tokens.isElement("t") {
          isText = false
        } else if tokens.isElement("rPh") {
          phonetic -= 1
        }
      case .text(let range):
        if isValue {
          let part = try tokens.decoded(range)
          cell?.take(value: part)
        } else if isText, phonetic == 0, cell != nil {
          let part = try tokens.decoded(range)
          cell?.text += part
        }
      }
    }
  }

  private func pad(_ cells: inout [SheetCell], to count: Int) {
    while cells.count < count { cells.append(.empty) }
  }

  private func start(after column: Int) throws(ReadingError) -> OpenCell {
    var place = column
    if let reference = tokens.attribute("r") {
      var letters = 0
      for byte in tokens.bytes[reference] {
        let letter = byte & 0xDF
        guard letter &- 65 < 26, letters <= OfficeSheet.maximumColumns else { break }
        letters = letters * 26 + Int(letter - 64)
      }
      if letters > 0 { place = letters - 1 }
    }
    guard place >= column, place < OfficeSheet.maximumColumns else { throw tokens.fault("its cells are out of order") }
    let type = tokens.attribute("t").map { Array(tokens.bytes[$0]) } ?? []
    return OpenCell(column: place, style: tokens.number("s") ?? 0, type: type)
  }

  private func value(of cell: OpenCell) throws(ReadingError) -> SheetCell {
    if cell.type == Array("inlineStr".utf8) { return SheetCell(OfficeText.unescaped(cell.text), .text) }
    guard let value = cell.value else {
      return cell.hasFormula
        ? SheetCell("a formula without a stored value; open and save the workbook once", .fault) : .empty
    }
    switch cell.type.first {
    case UInt8(ascii: "s") where cell.type.count == 1:
      guard let number = Int(String(decoding: value, as: UTF8.self)), sharedTexts.indices.contains(number) else {
        throw tokens.fault("a cell's text is not among the shared ones")
      }
      return SheetCell(sharedTexts[number], .text)
    case UInt8(ascii: "s"): return SheetCell(OfficeText.unescaped(value), .text)
    case UInt8(ascii: "b"): return SheetCell(value == [UInt8(ascii: "1")] ? "true" : "false", .text)
    case UInt8(ascii: "e"): return SheetCell(value, .text)
    case UInt8(ascii: "d"): return SheetCell(value, .text)
    default:
      if value.isEmpty { return .empty }
      if formats.isTime(style: cell.style), let serial = Double(String(decoding: value, as: UTF8.self)),
        let time = SpreadsheetTime.written(serial: serial, startsIn1904: startsIn1904)
      {
        return .time(time)
      }
      return .number(value[...])
    }
  }
}
