import CampaignFigures
import Presentation
import Testing

struct WordedTableTests {
  private func table(_ names: [String?], _ naming: FigureTable.Naming) -> FigureTable {
    FigureTable(
      "t", title: .verbatim("T"), columns: [FigureTable.Column("partner", "Partner", "Partner", .references(naming))],
      rows: names.enumerated().map { FigureTable.Row("p\($0)", [.reference(Reference(id: "p\($0)", name: $1))]) })
  }

  private func cells(_ table: FigureTable, _ style: Localizer.Style) -> [[String]] {
    WordedTable(table, Localizer(.english, style: style)).rows.map(\.cells)
  }

  @Test func `a terminal shows ids, and names beside them where some have one`() {
    #expect(cells(table(["Mill", nil], .idAndName), .plain) == [["p0", "Mill"], ["p1", ""]])
    #expect(cells(table([nil, nil], .idAndName), .plain) == [["p0"], ["p1"]])
  }

  @Test func `a page leaves ids out where all have names`() {
    #expect(cells(table(["Mill", "Bakery"], .idAndName), .page) == [["Mill"], ["Bakery"]])
    #expect(cells(table(["Mill", nil], .idAndName), .page) == [["p0", "Mill"], ["p1", ""]])
    let columns = WordedTable(table(["Mill"], .idAndName), Localizer(.german)).columns
    #expect(columns.map(\.title) == ["Partner"])
  }

  @Test func `where ids are told, a page has names, shortened`() {
    let long = String(repeating: "x", count: 200)
    #expect(cells(table([long, nil], .id), .plain) == [["p0"], ["p1"]])
    #expect(cells(table([long, nil], .id), .page) == [[String(repeating: "x", count: 59) + "…"], ["p1"]])
    #expect(cells(table([long, nil], .name), .plain) == [[long], ["p1"]])
    #expect(cells(table([long, nil], .name), .page) == [[String(repeating: "x", count: 159) + "…"], ["p1"]])
  }

  @Test func `columns that hold nothing are left out, and rows left out are told`() {
    var table = FigureTable(
      "t", title: LocalizedText("Title", "Titel"),
      columns: [FigureTable.Column("a", "A", "A"), FigureTable.Column("b", "B", "B")],
      rows: [FigureTable.Row("1", [.empty, .count(1)]), FigureTable.Row("2", [.empty, .empty])])
    table.omittedRows = 1
    let worded = WordedTable(table, Localizer(.german))
    #expect(worded.title == "Titel")
    #expect(worded.columns.map(\.id) == ["b"])
    #expect(worded.columns[0].alignment == .leading)
    #expect(worded.rows.map(\.cells) == [["1"], [""]])
    #expect(worded.omission == "1 weitere Zeile ist weggelassen.")
  }
}
