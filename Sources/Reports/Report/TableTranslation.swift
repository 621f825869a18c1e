import CampaignAnalysis

/// Turns tables of figures into what a report shows: in its language, with names in place of ids.
enum TableTranslation {
  /// The table with every heading, note and cell as text of the wording's language.
  static func shown(_ table: FigureTable, _ wording: Wording) -> FigureTable {
    var shown = table
    // Where names stand beside ids, the names are enough to read.
    let names = Set(table.columns.indices.filter { table.columns[$0].id == "name" })
    let kept = table.columns.indices.filter { !names.contains($0 + 1) || !isID(table.columns[$0]) }
    let hasNames = names.filter { column in table.rows.contains { $0.cells[column] == .empty } }.isEmpty
    let columns = hasNames ? kept : Array(table.columns.indices)
    shown.title = text(table.title, wording)
    shown.note = table.note.map { text($0, wording) }
    shown.columns = columns.map { index in
      var column = table.columns[index]
      let isName = hasNames && names.contains(index)
      // The values of campaigns side by side stand under the campaigns' names.
      let title = isName ? table.columns[index - 1].title : column.title
      column.title = column.id.hasPrefix("value.") ? title : text(title, wording)
      return column
    }
    if !shown.columns.isEmpty { shown.columns[0].alignment = .leading }
    shown.rows = table.rows.map { row in
      var copy = row
      copy.cells = columns.map { cell(row.cells[$0], in: table.columns[$0], wording) }
      copy.note = row.note.map { text($0, wording) }
      return copy
    }
    return shown
  }

  /// A text of ours in the wording's language. One that is not known there stays as it is.
  static func text(_ english: String, _ wording: Wording) -> String {
    guard wording.language == .german else { return english }
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

  private static func words(_ text: String, in column: FigureTable.Column, _ wording: Wording) -> String {
    if column.id == "derived" {
      return text.split(separator: ", ").map { self.text(String($0), wording) }.joined(separator: ", ")
    }
    if text == "withheld" { return wording(.withheld) }
    let isOurs = wordColumns.contains(column.id) || placeholders.contains(text)
    return isOurs ? self.text(text, wording) : DiagramName.short(text, 160)
  }

  private static func isID(_ column: FigureTable.Column) -> Bool {
    ["partner", "brand", "channel"].contains(column.id)
  }

  private static func cell(_ cell: FigureTable.Cell, in column: FigureTable.Column, _ wording: Wording)
    -> FigureTable.Cell
  {
    switch cell {
    case .text(let text): .text(words(text, in: column, wording))
    case .integer(let number): .text(wording.number(number))
    case .decimal(let number): .text(wording.number(number))
    case .score(let number): .text(NumberText.significant(number))
    case .percent(let share): .text(wording.percent(share))
    case .money(let amount, let currency): .text(wording.money(amount, currency))
    case .date(let instant, _): .text(wording.day(instant))
    case .proportion(let share): .text(proportion(share, wording))
    case .interval(let low, let high): .text(wording.interval(low, high))
    case .unknown(let state): .text(wording.state(state))
    case .empty: .empty
    }
  }

  private static func proportion(_ share: Proportion, _ wording: Wording) -> String {
    guard let rate = share.rate else { return wording.state(.undefined) }
    return wording(.shareCell, wording.percent(rate), wording.number(share.count), wording.number(share.of))
  }
}
