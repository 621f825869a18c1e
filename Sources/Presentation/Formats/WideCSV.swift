package import CampaignFigures

/// Writes one table of a document as CSV as it is shown: a row a row, a column a column; after RFC 4180, or as spreadsheets of a
/// language open it.
///
/// A proportion takes three columns (`share`, `share.count`, `share.of`) and an interval two. Numbers are unrounded, instants RFC
/// 3339 in UTC; a figure that cannot be given is its state, such as `withheld`.
package struct WideCSV {
  /// For whom the file is.
  package enum Dialect: Hashable, Sendable {
    /// For programs: commas, decimal points, identifiers as headings.
    case plain
    /// For spreadsheets set to a language: a byte-order mark, that language's separator, decimal sign and headings.
    case spreadsheet(Language)
  }

  private let dialect: Dialect
  private let localizer: Localizer
  private let usesDecimalComma: Bool
  private var bytes: [UInt8] = []

  /// The rows of every table with an identifier; nil where a document has none.
  ///
  /// Several such tables, as of several campaigns, are one below the other, with the campaign's id in a first column where
  /// there are several campaigns; those with other columns than the first have a heading of their own.
  package static func bytes(
    of campaigns: [(campaign: String, tables: [FigureTable])], table id: String, _ dialect: Dialect
  ) -> [UInt8]? {
    let tables = campaigns.flatMap { entry in entry.tables.filter { $0.id == id }.map { (entry.campaign, $0) } }
    guard !tables.isEmpty else { return nil }
    var text = WideCSV(dialect)
    let hasCampaigns = Set(campaigns.map(\.campaign)).count > 1
    var last: [String]?
    for (campaign, table) in tables {
      let lead = hasCampaigns ? [campaign] : []
      let widths = table.columns.indices.map { index in table.rows.map { text.values($0.cells[index]).count }.max() ?? 1
      }
      let head = (hasCampaigns ? ["campaign"] : []) + zip(table.columns, widths).flatMap { text.headings($0, $1) }
      if head != last { text.row(head) }
      last = head
      for row in table.rows {
        let cells = zip(row.cells, widths).flatMap { cell, width in
          let values = text.values(cell)
          return values + [String](repeating: "", count: width - values.count)
        }
        text.row(lead.map(CSVField.guarded) + cells)
      }
    }
    return text.bytes
  }

  private init(_ dialect: Dialect) {
    self.dialect = dialect
    if case .spreadsheet(let language) = dialect {
      localizer = Localizer(language, style: .plain)
      bytes = [0xEF, 0xBB, 0xBF]
    } else {
      localizer = Localizer(.english, style: .plain)
    }
    usesDecimalComma = localizer.decimalSign == ","
  }

  private func headings(_ column: FigureTable.Column, _ width: Int) -> [String] {
    let title = dialect == .plain ? column.id : localizer(column.title)
    switch width {
    case 2: return [title + ".low", title + ".high"].map(CSVField.guarded)
    case 3: return [title, title + ".count", title + ".of"].map(CSVField.guarded)
    default: return [CSVField.guarded(title)]
    }
  }

  /// The values of a cell, side by side: one, two of an interval, three of a proportion.
  private func values(_ cell: FigureTable.Cell) -> [String] {
    switch cell {
    case .term, .name, .references: return [CSVField.guarded(cell.text(localizer))]
    case .reference(let reference):
      return [CSVField.guarded(dialect == .plain ? reference.id : reference.label)]
    case .count(let value): return ["\(value)"]
    case .number(let value), .score(let value), .share(let value), .points(let value), .lead(let value),
      .money(let value, _):
      return [number(value)]
    case .date(let instant, let timeZone):
      return [dialect == .plain ? InstantText.rfc3339(instant) : localizer.date(instant, timeZone: timeZone)]
    case .proportion(let share): return [share.rate.map(number) ?? "", "\(share.count)", "\(share.of)"]
    case .interval(let low, let high): return [number(low), number(high)]
    case .limits(let low, let high): return [values(low)[0], values(high)[0]]
    case .range(let low, let high): return [number(low), high.map(number) ?? ""]
    case .unknown(let state): return [dialect == .plain ? state.rawValue : localizer.state(state)]
    case .empty: return [""]
    }
  }

  private func number(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let text = value == value.rounded() && abs(value) < 0x1p53 ? "\(Int(value))" : "\(value)"
    return usesDecimalComma ? text.replacing(".", with: ",") : text
  }

  private mutating func row(_ cells: [String]) {
    let separator = usesDecimalComma ? UInt8(ascii: ";") : UInt8(ascii: ",")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator) }
      let quoted = CSVField.quoted(cell)
      let isBare = quoted == cell && cell.contains(";") && usesDecimalComma
      bytes.append(contentsOf: (isBare ? "\"\(cell)\"" : quoted).utf8)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }
}
