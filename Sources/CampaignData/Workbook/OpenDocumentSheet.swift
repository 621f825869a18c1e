import FileReading

/// A table of an OpenDocument spreadsheet.
final class OpenDocumentSheet: SheetRows {
  private var tokens: MarkupTokens
  private let number: Int
  /// Cells handed on so far.
  private var given = 0

  /// The most cells of a table, with those that are written once and repeated.
  private static let maximumCells = 200_000_000

  init(_ tokens: MarkupTokens, number: Int) { (self.tokens, self.number) = (tokens, number) }

  /// Names of the tables in their order.
  static func names(_ tokens: MarkupTokens) throws(ReadingError) -> [String] {
    var tokens = tokens
    var names: [String] = []
    var depth = 0
    while let token = try tokens.next() {
      switch token {
      case .start(let isEmpty):
        guard tokens.isElement("table") else { continue }
        if depth == 0 { names.append(try tokens.text("name") ?? "") }
        if !isEmpty { depth += 1 }
      case .end: if tokens.isElement("table") { depth -= 1 }
      case .text: break
      }
    }
    return names
  }

  /// A cell while it is read.
  private struct OpenCell {
    var cell: SheetCell?
    var copies: Int
    var text: [UInt8] = []
    var paragraphs = 0
  }

  /// The row that is read.
  private struct OpenRow {
    var copies = 1
    var cells: [SheetCell] = []
    /// Empty cells that only count where another one follows.
    var gap = 0
  }

  func forEachRow(_ body: (Int, [SheetCell]) throws(ReadingError) -> Bool) throws(ReadingError) {
    var table = -1
    var rowNumber = 0
    var row = OpenRow()
    var cell: OpenCell?
    var isParagraph = 0
    var annotation = 0
    while let token = try tokens.next() {
      switch token {
      case .start(let isEmpty):
        if tokens.isElement("table") {
          table += 1
          if table > number { return }
        }
        guard table == number else { continue }
        if tokens.isElement("table-row") {
          row = OpenRow(copies: tokens.number("number-rows-repeated") ?? 1)
          if isEmpty { rowNumber += row.copies }
        } else if tokens.isElement("table-cell") || tokens.isElement("covered-table-cell") {
          let started = try start()
          if isEmpty { try end(started, &row) } else { cell = started }
        } else if tokens.isElement("annotation"), !isEmpty {
          annotation += 1
        } else if tokens.isElement("p"), annotation == 0 {
          if cell?.paragraphs ?? 0 > 0 { cell?.text.append(Ascii.newline) }
          cell?.paragraphs += 1
          if !isEmpty { isParagraph += 1 }
        } else if tokens.isElement("s"), isParagraph > 0 {
          let blanks = min(tokens.number("c") ?? 1, 1000)
          cell?.text += [UInt8](repeating: 0x20, count: blanks)
        } else if tokens.isElement("tab"), isParagraph > 0 {
          cell?.text.append(Ascii.tab)
        }
      case .end:
        guard table == number else { continue }
        if tokens.isElement("annotation") {
          annotation -= 1
        } else if tokens.isElement("p"), annotation == 0 {
          isParagraph -= 1
        } else if tokens.isElement("covered-table-cell") || tokens.isElement("table-cell") {
          if let ended = cell { try end(ended, &row) }
          cell = nil
        } else if tokens.isElement("table-row") {
          if try !give(row, &rowNumber, body) { return }
        } else if tokens.isElement("table") {
          return
        }
      case .text(let range):
        guard isParagraph > 0, annotation == 0 else { continue }
        let part = try tokens.decoded(range)
        cell?.text += part
      }
    }
  }

  /// Hands on a row. Empty ones are only counted: programs write a million of them at the end of a sheet.
  private func give(
    _ row: OpenRow, _ number: inout Int, _ body: (Int, [SheetCell]) throws(ReadingError) -> Bool
  ) throws(ReadingError) -> Bool {
    if row.cells.isEmpty {
      number += row.copies
      return true
    }
    guard number + row.copies <= OfficeSheet.maximumRows else {
      throw tokens.fault("it has more rows than a sheet can have")
    }
    given += row.copies * row.cells.count
    guard given <= OpenDocumentSheet.maximumCells else { throw tokens.fault("it repeats too many cells") }
    for _ in 0..<row.copies {
      number += 1
      if try !body(number, row.cells) { return false }
    }
    return true
  }

  private func start() throws(ReadingError) -> OpenCell {
    var cell: SheetCell?
    switch try tokens.text("value-type") {
    case "float", "currency", "percentage": cell = try tokens.text("value").map { .number(Array($0.utf8)[...]) }
    case "date":
      let text = try tokens.text("date-value") ?? ""
      let bytes = Array(text.utf8)
      cell = WrittenTime(bytes.span).map { SheetCell.time($0) } ?? SheetCell(text, .text)
    case "boolean": cell = SheetCell(try tokens.text("boolean-value") ?? "", .text)
    case "string": cell = try tokens.text("string-value").map { SheetCell($0, .text) }
    case nil where tokens.attribute("formula") != nil:
      cell = SheetCell("a formula without a stored value; open and save the workbook once", .fault)
    default: break
    }
    return OpenCell(cell: cell, copies: tokens.number("number-columns-repeated") ?? 1)
  }

  private func end(_ cell: OpenCell, _ row: inout OpenRow) throws(ReadingError) {
    let value = cell.cell ?? SheetCell(cell.text, .text)
    if value.bytes.isEmpty {
      row.gap += cell.copies
      return
    }
    guard row.cells.count + row.gap + cell.copies <= OfficeSheet.maximumColumns else {
      throw tokens.fault("it has more columns than a sheet can have")
    }
    row.cells += [SheetCell](repeating: .empty, count: row.gap) + [SheetCell](repeating: value, count: cell.copies)
    row.gap = 0
  }
}
