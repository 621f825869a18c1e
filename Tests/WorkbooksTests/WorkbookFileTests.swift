import CampaignFigures
import CampaignModel
import Foundation
import Presentation
import TestSupport
import Testing
import Workbooks

/// Workbooks, read back by openpyxl where it is there, else by Python's own ZIP and XML readers.
struct WorkbookFileTests {
  private static let table = FigureTable(
    "sample", title: LocalizedText("Sample", "Probe"),
    columns: [
      FigureTable.Column("partner", LocalizedText("Partner", "Partner"), .references(.idAndName)),
      FigureTable.Column("reach", "Reach", "Reichweite"), FigureTable.Column("share", "Share", "Anteil"),
      FigureTable.Column("day", "Day", "Tag"),
      FigureTable.Column("change", "Change", "Änderung"), FigureTable.Column("history", "History", "Vorgeschichte"),
    ],
    rows: [
      FigureTable.Row(
        "p1",
        [
          .reference(Reference(id: "p1", name: "=HYPERLINK(\"http://x\")")), .count(1234),
          .proportion(Proportion(3, of: 4)), .date(Instant(milliseconds: 1_740_787_200_000), timeZone: "UTC"),
          .points(-0.125), .lead(2.5),
        ]),
      FigureTable.Row(
        "p2", [.reference(Reference(id: "+p2", name: nil)), .unknown(.withheld), .empty, .empty, .empty, .lead(-2.5)]),
    ])

  private static func write(_ name: String, in folder: URL) throws -> URL {
    let file = folder.appending(path: name)
    let part = DocumentPart(campaign: "k", heading: LocalizedText("K", "K"), tables: [table, table])
    try WorkbookFile.write([part], language: .german, to: file.path)
    return file
  }

  @Test func `numbers are numbers, names are texts, and the same tables give the same bytes`() throws {
    try TemporaryFolder.with { folder in
      let first = try Data(contentsOf: WorkbookFileTests.write("a.xlsx", in: folder))
      Thread.sleep(forTimeInterval: 2.1)
      let second = try Data(contentsOf: WorkbookFileTests.write("b.xlsx", in: folder))
      #expect(first == second)
      let script = """
        import re, zipfile
        z = zipfile.ZipFile("a.xlsx")
        assert z.testzip() is None
        sheet = z.read("xl/worksheets/sheet1.xml").decode()
        words = re.findall(r"<t[^>]*>([^<]*)</t>", z.read("xl/sharedStrings.xml").decode())
        cells = {}
        for ref, attributes, value in re.findall(r'<c r="([A-Z]+[0-9]+)"([^>]*)><v>([^<]*)</v>', sheet):
            cells[ref] = words[int(value)] if 't="s"' in attributes else float(value)
        print([cells.get(c) for c in ["A5", "B5", "C5", "D5", "E5", "F5", "G5", "H5", "I5", "A6", "C6", "I6"]])
        print([cells.get(c) for c in ["A4", "C4", "D4"]], "<f>" in sheet, "hyperlink" in sheet, 'state="frozen"' in sheet)
        print(re.findall(r'formatCode="([^"]*Punkte[^"]*)"', z.read("xl/styles.xml").decode()))
        print(re.findall(r'<sheet name="([^"]*)"', z.read("xl/workbook.xml").decode()))
        """
      try Data(script.utf8).write(to: folder.appending(path: "read.py"))
      let outcome = try Shell.run("python3 read.py", in: folder)
      // The first of March 2025 is the 45717th day of sheets.
      #expect(
        outcome.output == """
          ['p1', '=HYPERLINK("http://x")', 1234.0, 0.75, 3.0, 4.0, 45717.0, -12.5, 2.5, '+p2', 'zurückgehalten', 'keine, beginnt 2,5 Tage zu spät']
          ['Partner', 'Reichweite', 'Anteil'] False False True
          ['0.0&quot; Punkte&quot;']
          ['sample', 'sample 2']

          """, "\(outcome.errors)")
    }
  }
}
