import CampaignModel

extension DatasetTemplate {
  /// A sheet of the template as a workbook.
  package struct Sheet: Sendable {
    package var name: String
    /// The first row is the header.
    package var rows: [[String]]
    /// What a column's cells may hold, by its place.
    package var choices: [(column: Int, values: [String])] = []
  }

  /// A sheet for each table, with lists of kinds and of yes or no, one for the settings and one of notes.
  package static var sheets: [Sheet] {
    let kinds = KindTable.standard.kinds.map(\.name)
    var sheets = parts.map { part in
      let names = part.columns.map(\.name)
      var sheet = Sheet(name: part.table.rawValue, rows: [names] + part.rows)
      for (place, name) in names.enumerated() {
        if name == "kind" { sheet.choices.append((place, kinds)) }
        if name == "paid" || name == "relevant" { sheet.choices.append((place, ["yes", "no"])) }
      }
      return sheet
    }
    sheets.append(Sheet(name: "settings", rows: [["key", "value"]] + settings.map { [$0.0, $0.1] }))
    sheets.append(Sheet(name: "notes", rows: notes.map { [$0] }))
    return sheets
  }
}
