import CampaignAnalysis
import Drawing
import Presentation

/// Turns tables of figures into what a report shows: in its language, with names in place of ids.
enum TableTranslation {
  /// The table with every heading, note and cell as text of the localizer's language.
  static func shown(_ table: FigureTable, _ localizer: Localizer) -> FigureTable {
    var shown = table
    // Where names stand beside ids, the names are enough to read.
    let names = Set(table.columns.indices.filter { table.columns[$0].id == "name" })
    let kept = table.columns.indices.filter { !names.contains($0 + 1) || !isID(table.columns[$0]) }
    let hasNames = names.filter { column in table.rows.contains { $0.cells[column] == .empty } }.isEmpty
    let columns = hasNames ? kept : Array(table.columns.indices)
    shown.title = text(table.title, localizer)
    shown.note = table.note.map { text($0, localizer) }
    shown.columns = columns.map { index in
      var column = table.columns[index]
      let isName = hasNames && names.contains(index)
      // The values of campaigns side by side stand under the campaigns' names.
      let title = isName ? table.columns[index - 1].title : column.title
      column.title = column.id.hasPrefix("value.") ? title : text(title, localizer)
      return column
    }
    if !shown.columns.isEmpty { shown.columns[0].alignment = .leading }
    shown.rows = table.rows.map { row in
      var copy = row
      copy.cells = columns.map { cell(row.cells[$0], in: table.columns[$0], localizer) }
      copy.note = row.note.map { text($0, localizer) }
      return copy
    }
    return shown
  }

  /// A text of ours in the localizer's language. One that is not known there stays as it is.
  static func text(_ english: String, _ localizer: Localizer) -> String {
    guard localizer.language == .german else { return english }
    if let known = german[english] { return known }
    let numbers = english.split { !$0.isNumber }.map(String.init)
    if let number = numbers.first, numbers.count == 1,
      let known = german[english.replacing(number, with: "%1")]
    {
      return known.replacing("%1", with: number)
    }
    for beginning in beginnings where english.hasPrefix(beginning.english) {
      var rest = String(english.dropFirst(beginning.english.count))
      for (word, translation) in beginning.words { rest = rest.replacing(word, with: translation) }
      return beginning.german + rest
    }
    return english
  }

  /// Columns that hold words of ours, not names from the dataset.
  private static let wordColumns: Set<String> = [
    "figure", "level", "class", "touches", "knot", "direction", "maturity", "views_differ", "conclusive", "status",
    "state",
  ]

  /// Words of ours that may stand among names.
  private static let placeholders: Set<String> = ["none given", "unattributed", "both alike", "not known", "withheld"]

  private static func words(_ text: String, in column: FigureTable.Column, _ localizer: Localizer) -> String {
    if column.id == "derived" {
      return text.split(separator: ", ").map { self.text(String($0), localizer) }.joined(separator: ", ")
    }
    if text == "withheld" { return localizer(.withheld) }
    let isOurs = wordColumns.contains(column.id) || placeholders.contains(text)
    return isOurs ? self.text(text, localizer) : DiagramName.short(text, 160)
  }

  private static func isID(_ column: FigureTable.Column) -> Bool {
    ["partner", "brand", "channel"].contains(column.id)
  }

  private static func cell(_ cell: FigureTable.Cell, in column: FigureTable.Column, _ localizer: Localizer)
    -> FigureTable.Cell
  {
    switch cell {
    case .text(let text): .text(words(text, in: column, localizer))
    case .integer(let number): .text(localizer.number(number))
    case .decimal(let number): .text(localizer.number(number))
    case .score(let number): .text(NumberText.significant(number))
    case .percent(let share): .text(localizer.percent(share))
    case .money(let amount, let currency): .text(localizer.money(amount, currency))
    case .date(let instant, _): .text(localizer.day(instant))
    case .proportion(let share): .text(proportion(share, localizer))
    case .interval(let low, let high): .text(localizer.interval(low, high))
    case .unknown(let state): .text(localizer.state(state))
    case .empty: .empty
    }
  }

  private static func proportion(_ share: Proportion, _ localizer: Localizer) -> String {
    guard let rate = share.rate else { return localizer.state(.undefined) }
    return localizer(.shareCell, localizer.percent(rate), localizer.number(share.count), localizer.number(share.of))
  }
}
