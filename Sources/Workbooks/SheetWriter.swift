internal import CXlsxWriter
import CampaignFigures
import CampaignModel
import Presentation
import TimeZones

/// Writes one table to one sheet: heading, title and note, then the header and a row a row.
///
/// A cell that says more than one value (a count of a whole with its rate, the ends of an interval) takes a column for each.
@safe struct SheetWriter {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: CellFormats
  private let localizer: Localizer

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats, _ localizer: Localizer) {
    unsafe self.sheet = unsafe sheet
    self.formats = formats
    self.localizer = localizer
  }

  /// Rows before the header.
  private static let headRows = 3

  func write(_ table: FigureTable, heading: LocalizedText) {
    text(localizer(heading), 0, 0, .note)
    text(localizer(table.title), 1, 0, .title)
    if let note = table.note { text(localizer(note), 2, 0, .note) }
    var column = 0
    for index in table.columns.indices {
      let cells = table.rows.map { $0.cells[index] }
      guard cells.contains(where: { $0 != .empty }) else { continue }
      column += write(table.columns[index], cells, at: column)
    }
    if table.rows.contains(where: { $0.note != nil }) {
      header(localizer(.meaningColumn), column, width: 60)
      for (row, entry) in table.rows.enumerated() {
        if let note = entry.note { text(localizer(note), row + SheetWriter.headRows + 1, column, .note) }
      }
    }
    if table.omittedRows > 0 {
      text(
        localizer.omittedRows(table.omittedRows), table.rows.count + SheetWriter.headRows + 1, 0, .note)
    }
    // Safety: the sheet lives until its workbook is closed.
    unsafe worksheet_freeze_panes(sheet, UInt32(SheetWriter.headRows + 1), 1)
  }

  /// Writes a column of the table.
  ///
  /// - Returns: how many columns of the sheet it took.
  private func write(_ column: FigureTable.Column, _ cells: [FigureTable.Cell], at start: Int) -> Int {
    let title = localizer(column.title)
    var titles = [title]
    if cells.contains(where: { if case .proportion = $0 { true } else { false } }) {
      titles = [title, "\(title): \(localizer(.countColumn))", "\(title): \(localizer(.wholeColumn))"]
    } else if cells.contains(where: \.isInterval) {
      titles = ["\(title): \(localizer(.lowColumn))", "\(title): \(localizer(.highColumn))"]
    } else if case .references(.idAndName) = column.kind {
      titles = [title, localizer(.name)]
    }
    var widest = titles.map { _ in 8 }
    for (row, cell) in cells.enumerated() {
      for (place, letters) in write(cell, column, row + SheetWriter.headRows + 1, start, of: titles.count).enumerated()
      where place < widest.count {
        widest[place] = max(widest[place], letters)
      }
    }
    for (place, title) in titles.enumerated() {
      header(title, start + place, width: min(60, max(widest[place] + 2, min(24, title.count + 2))))
    }
    return titles.count
  }

  /// Writes a cell's values side by side.
  ///
  /// - Returns: about how many letters each takes.
  private func write(
    _ cell: FigureTable.Cell, _ column: FigureTable.Column, _ row: Int, _ start: Int, of columns: Int
  ) -> [Int] {
    switch cell {
    case .empty: return []
    case .count(let count):
      number(Double(count), row, start, .count)
      return ["\(count)".count * 4 / 3]
    case .number(let value):
      number(value, row, start, value == value.rounded() ? .count : .number)
      return [10]
    case .score(let value):
      number(value, row, start, .score)
      return [10]
    case .share(let value):
      number(value, row, start, .share)
      return [8]
    case .lead(let days) where days >= 0: return write(.number(days), column, row, start, of: columns)
    case .points(let difference):
      number(difference * 100, row, start, .points)
      return [12]
    case .money(let amount, _):
      number(amount, row, start, .number)
      return [12]
    case .date(let instant, let timeZone):
      let local = (WallClock(timeZone: timeZone) ?? .utc).local(instant).milliseconds
      // Days since the end of 1899, as sheets count them; 25,569 of them before 1970.
      let serial = Double(local) / Double(Instant.millisecondsPerDay) + 25_569
      guard serial >= 61 else {
        text(localizer.date(instant, timeZone: timeZone), row, start, .plain)
        return [16]
      }
      let isDay = local % Instant.millisecondsPerDay == 0
      number(serial, row, start, isDay ? .day : .date)
      return [16]
    case .proportion(let share):
      if let rate = share.rate { number(rate, row, start, .share) }
      number(Double(share.count), row, start + 1, .count)
      number(Double(share.of), row, start + 2, .count)
      return [8, 8, 8]
    case .interval(let low, let high):
      number(low, row, start, .share)
      number(high, row, start + 1, .share)
      return [8, 8]
    case .range(let low, let high):
      number(low, row, start, .number)
      if let high { number(high, row, start + 1, .number) }
      return [8, 8]
    case .limits(let low, let high):
      return [low, high].enumerated().map { place, end in
        write(end, column, row, start + place, of: 1).first ?? 0
      }
    case .unknown(let state):
      text(localizer.state(state), row, start, .unknown)
      return [localizer.state(state).count]
    case .reference(let reference) where columns == 2:
      text(reference.id, row, start, .plain)
      if let name = reference.name { text(name, row, start + 1, .plain) }
      return [reference.id.count, reference.name?.count ?? 0]
    case .term, .name, .reference, .references, .lead:
      var naming = FigureTable.Naming.name
      if case .references(let other) = column.kind { naming = other }
      let words = cell.text(localizer, naming: naming)
      text(words, row, start, .plain)
      return [words.count]
    }
  }

  private func header(_ words: String, _ column: Int, width: Int) {
    text(words, SheetWriter.headRows, column, .header)
    // Safety: as for the freezing of panes.
    unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil)
  }

  /// A text is written as a text, never as a formula or link, whatever it starts with.
  private func text(_ words: String, _ row: Int, _ column: Int, _ format: CellFormat) {
    let shown = words.utf16.count <= WorkbookFile.textLimit ? words : String(words.prefix(8_000))
    // Safety: the library copies the text.
    _ = unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), shown, formats.pointer(format))
  }

  private func number(_ value: Double, _ row: Int, _ column: Int, _ format: CellFormat) {
    guard value.isFinite else { return }
    // Safety: the format lives until the workbook is closed.
    _ = unsafe worksheet_write_number(sheet, UInt32(row), UInt16(column), value, formats.pointer(format))
  }
}

extension FigureTable.Cell {
  /// Whether it holds the two ends of an interval.
  fileprivate var isInterval: Bool {
    switch self {
    case .interval, .limits, .range: true
    default: false
    }
  }
}
