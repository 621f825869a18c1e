internal import CXlsxWriter
import CampaignFigures
import Glibc
import Presentation

/// A workbook to fill in: sheets with a header, some rows, and drop-down lists.
package enum FormWorkbook {
  /// A sheet.
  package struct Sheet: Sendable {
    package var name: String
    /// The first row is the header. What reads as a number and has no leading zero is one; all else is text.
    package var rows: [[String]]
    /// What a column's cells may hold, by its place: together at most 255 characters with their commas.
    package var choices: [(column: Int, values: [String])]

    package init(name: String, rows: [[String]], choices: [(column: Int, values: [String])]) {
      (self.name, self.rows, self.choices) = (name, rows, choices)
    }
  }

  /// Rows below the header that lists hold for.
  private static let formRows = 10_000

  /// Writes a file, over what is there; the same sheets give the same bytes.
  ///
  /// - Throws: ``WorkbookFile/Failure`` where the library cannot write.
  package static func write(_ sheets: [Sheet], to path: String) throws(WorkbookFile.Failure) {
    // Safety: the book is closed once, which frees it, its sheets and formats; the library copies strings at each call.
    guard let book = unsafe workbook_new(path) else {
      throw WorkbookFile.Failure(description: "no workbook could be made: out of memory")
    }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = WorkbookFile.created
    _ = unsafe workbook_set_properties(book, &properties)
    let formats = unsafe CellFormats(book, Localizer(.english, style: .plain))
    for sheet in sheets {
      guard let page = unsafe workbook_add_worksheet(book, sheet.name) else { continue }
      unsafe fill(page, sheet, formats)
    }
    errno = 0
    let status = unsafe workbook_close(book)
    let reason = errno
    guard status == LXW_NO_ERROR else { throw WorkbookFile.Failure(status, reason) }
  }

  private static func fill(_ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet, _ formats: CellFormats) {
    // Safety: the sheet and the formats belong to the open workbook.
    let isTable = sheet.rows.contains { $0.count > 1 }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let (line, place) = (UInt32(row), UInt16(column))
        if row > 0, let number = Double(cell), cell.first != "0" || number < 1 {
          _ = unsafe worksheet_write_number(page, line, place, number, nil)
        } else {
          let format = unsafe row == 0 && isTable ? formats.pointer(.header) : nil
          _ = unsafe worksheet_write_string(page, line, place, cell, format)
        }
      }
    }
    guard isTable else { return }
    for column in 0..<(sheet.rows.first?.count ?? 0) {
      let widest = sheet.rows.reduce(8) { max($0, $1.count > column ? $1[column].count : 0) }
      _ = unsafe worksheet_set_column(page, UInt16(column), UInt16(column), Double(min(40, widest + 2)), nil)
    }
    unsafe worksheet_freeze_panes(page, 1, 0)
    for choice in sheet.choices { unsafe allow(choice.values, in: UInt16(choice.column), of: page) }
  }

  private static func allow(_ values: [String], in column: UInt16, of page: UnsafeMutablePointer<lxw_worksheet>) {
    // Safety: the texts live until the library has copied them, and the list ends with nil.
    var texts = unsafe values.map { unsafe strdup($0) } + [nil]
    defer { for place in unsafe texts.indices { unsafe free(texts[place]) } }
    unsafe texts.withUnsafeMutableBufferPointer { list in
      var rule = unsafe lxw_data_validation()
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      unsafe rule.value_list = list.baseAddress
      _ = unsafe worksheet_data_validation_range(page, 1, column, UInt32(formRows) - 1, column, &rule)
    }
  }
}
