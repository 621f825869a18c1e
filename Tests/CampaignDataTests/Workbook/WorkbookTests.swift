import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import CampaignData

struct WorkbookTests {
  private static let folder = Repository.root.appending(path: "Tests/CampaignDataTests/Fixtures/workbooks")

  private static func rows(_ name: String, sheet: Int = 0) throws -> [Int: [SheetCell]] {
    let book = try Workbook(InputFile(path: folder.appending(path: name).path, name: name))
    #expect(book.sheetNames == ["Blatt 1", "Zwei"])
    var rows: [Int: [SheetCell]] = [:]
    try book.rows(ofSheet: sheet).forEachRow { number, cells in
      rows[number] = cells
      return true
    }
    return rows
  }

  private static func texts(_ cells: [SheetCell]?) -> [String] {
    (cells ?? []).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Made by openpyxl (texts in the cells), XlsxWriter (shared texts, both systems of dates) and by hand as OpenDocument;
  /// python-calamine, a reader of its own, shows the same values.
  @Test(arguments: ["openpyxl.xlsx", "xlsxwriter.xlsx", "from-1904.xlsx", "opendocument.ods"])
  func `cells are read as they are meant`(name: String) throws {
    let rows = try Self.rows(name)
    #expect(Self.texts(rows[1]).first == "A title")
    #expect(Self.texts(rows[2]) == ["text", "number", "date", "time", "flag", "share", "gap", "formula"])
    let third = Self.texts(rows[3])
    #expect(
      third.prefix(7) == ["Müller & Söhne <GmbH>", "2600", "2025-03-29", "2025-03-29 09:30:00", "true", "0.45", ""])
    #expect(rows[3]?[2].form == .time && rows[3]?[3].form == .time && rows[3]?[5].form == .number)
    #expect(Self.texts(rows[4]).allSatisfy { $0.isEmpty })
    #expect(Self.texts(rows[5]) == ["plain bold", "1.5", "", "", "", "", "", "behind a gap"])
    #expect(try Self.texts(Self.rows(name, sheet: 1)[1]) == ["other"])
    // openpyxl does not compute formulas, and stores no value with them.
    let formula = rows[3]?[7]
    if name == "openpyxl.xlsx" { #expect(formula?.form == .fault) } else { #expect(Self.texts(rows[3]).last == "2") }
  }

  @Test func `a serial number is the millisecond that was meant`() {
    let time = SpreadsheetTime.written(serial: 45745.39583333334)
    #expect(time.map { SheetCell.time($0) } == SheetCell(Array("2025-03-29 09:30:00".utf8), .time))
    #expect(SpreadsheetTime.written(serial: 60) == nil)
    #expect(SpreadsheetTime.written(serial: 61)?.date.description == "1900-03-01")
    #expect(SpreadsheetTime.written(serial: 44283, startsIn1904: true)?.date.description == "2025-03-29")
  }

  @Test(arguments: [
    ("dd.mm.yyyy hh:mm", true), ("[h]:mm", true), ("yyyy\\-mm\\-dd", true), ("[$-407]d. mmmm yyyy", true),
    ("General", false), ("0.00 \"days\"", false), ("#,##0 [$€-407]", false), ("[Red]0.0", false), ("@", false),
    ("0;-0;\"d\"", false), ("_-* #,##0.00_d", false),
  ])
  func `a format's letters tell dates from numbers`(code: String, isTime: Bool) {
    #expect(NumberFormats.showsTime(code) == isTime)
  }

  @Test func `damaged and truncated workbooks are errors`() throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "xlsxwriter.xlsx")))
    var random = SeededGenerator(seed: 5)
    try TemporaryFolder.with { folder in
      for round in 0..<60 {
        var damaged = bytes
        if round % 2 == 0 { damaged.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
        for _ in 0..<Int.random(in: 1...8, using: &random) where !damaged.isEmpty {
          damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let file = folder.appending(path: "damaged.xlsx")
        try Data(damaged).write(to: file)
        do {
          let book = try Workbook(InputFile(path: file.path, name: "damaged.xlsx"))
          for sheet in book.sheetNames.indices { try book.rows(ofSheet: sheet).forEachRow { _, _ in true } }
        } catch {
          #expect("\(error)".contains("damaged.xlsx"))
        }
      }
    }
  }
}
