import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import CampaignData

/// Tables as programs and people really write them (<doc:Dataset#Text>): all of these say the same.
struct TableReaderTests {
  private static let rows = [
    ["time", "contact", "channel", "kind", "content", "value", "cost"],
    ["2025-03-02T10:00:00Z", "c1", "ch1", "open", "x1", "", "0.5"],
    ["2025-03-01T10:00:00Z", "c1", "ch2", "order", "", "12.5", ""],
    ["2025-03-03T10:00:00Z", "c3", "ch2", "share", "x1", "", ""],
  ]

  private static func text(_ rows: [[String]] = TableReaderTests.rows, separator: String = ",", lineEnd: String = "\n")
    -> String
  {
    rows.map { $0.joined(separator: separator) + lineEnd }.joined()
  }

  private func contacts(_ folder: TemporaryFolder) throws -> [String: PlainContact] {
    for tuning in [
      BlockTuning(blockSize: 40, maximumRowLength: 1 << 20, partitions: 2),
      BlockTuning(blockSize: 40, maximumRowLength: 50),
    ] {
      let cut = try readDataset(at: folder.path, options: ReadingOptions(threads: 2), tuning: tuning)
      #expect(try cut.dataset.plainContacts == folder.read().dataset.plainContacts)
    }
    return try folder.read().dataset.plainContacts
  }

  private func expectSame(_ touchpoints: String, _ changes: [String: String] = [:]) throws {
    var files = changes
    files["touchpoints.csv"] = touchpoints
    #expect(try contacts(smallDataset(files)) == contacts(smallDataset()))
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\r\r\n", "\r\r\r\n", "\n\r", "\n\n"], [",", ";", "\t", "|"])
  func `any line end and separator will do`(lineEnd: String, separator: String) throws {
    try expectSame(TableReaderTests.text(separator: separator, lineEnd: lineEnd))
  }

  @Test(arguments: [
    "\u{FEFF}\u{FEFF}", "\n\n", " \n,,\n", "sep=,\n", "\"sep=,\"\r\n", "\u{FEFF}SEP=,\n\n",
  ])
  func `what stands before the header is passed over`(start: String) throws {
    try expectSame(start + TableReaderTests.text())
  }

  @Test(arguments: [",,,,,,\n", " , ,\u{A0}\n", "\u{200B}\n", "\t\n", "\u{1A}", "\n \n"])
  func `rows of nothing are passed over`(end: String) throws {
    try expectSame(TableReaderTests.text() + end)
  }

  @Test func `blank rows and short rows are counted`() throws {
    let text = TableReaderTests.text() + ",,\n \n"
    let short = text.replacing("share,x1,,", with: "share,x1")
    let notes = try smallDataset(["touchpoints.csv": short]).read().notes
    #expect(notes.contains(.blankRows(file: "touchpoints.csv", rows: 2)))
    #expect(notes.contains(.shortRows(file: "touchpoints.csv", rows: 1)))
    try expectSame(short)
  }

  @Test func `a file that ends within a row is cut`() throws {
    let cut = String(TableReaderTests.text().replacing("share,x1,,", with: "share,x1").dropLast())
    let errors = try smallDataset(["touchpoints.csv": cut]).errors()
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("touchpoints.csv:4: the row has 5 fields") == true)
    #expect(errors.first?.contains("cut") == true)
  }

  @Test func `a short row with a line break in a quoted field is not meant`() throws {
    let text = TableReaderTests.text().replacing("share,x1,,", with: "share,\"x1\n\"")
    let errors = try smallDataset(["touchpoints.csv": text]).errors()
    #expect(errors.first?.contains("as if a quote were not closed") == true)
  }

  @Test func `white space of any kind is no part of a value`() throws {
    let spaces = ["\u{A0}", " ", "\u{200B}", "\u{FEFF}", "\u{3000}", "\u{202F}"]
    var rows = TableReaderTests.rows
    for row in 1..<rows.count {
      for column in rows[row].indices {
        let space = spaces[(row + column) % spaces.count]
        rows[row][column] = space + rows[row][column] + space
      }
    }
    try expectSame(TableReaderTests.text(rows))
    try expectSame(TableReaderTests.text(rows.map { $0.map { " \"\($0)\" " } }))
    try expectSame(
      TableReaderTests.text(), ["contacts.csv": "id,segment,relevant\n c1,new ,ja\nc2\u{A0},\u{A0},nein\n"])
  }

  @Test func `headers are matched by what they say`() throws {
    var rows = TableReaderTests.rows
    rows[0] = ["\u{A0}Time?", "CONTACT ", "chan-nel", "ki\u{AD}nd", "\"con\ntent\"", "Value.", "co_st"]
    try expectSame(TableReaderTests.text(rows))
  }

  @Test func `a quote within a field is a character`() throws {
    let folder = try smallDataset(["contacts.csv": "id,name\nc1,12\" screen\nc2,a\"b\"\n"])
    #expect(try contacts(folder)["c1"]?.name == "12\" screen")
    #expect(try contacts(folder)["c2"]?.name == "a\"b\"")
  }

  @Test func `a title before the header is told with the header's line`() throws {
    let errors = try smallDataset(["touchpoints.csv": "Export of March\n\n" + TableReaderTests.text()]).errors()
    #expect(errors.count == 1)
    #expect(errors.first?.contains("seems to be in line 3") == true)
  }

  @Test func `UTF-16 and Western tables are read`() throws {
    let folder = try smallDataset(["contacts.csv": "id,name\nc1,Käthe\n"])
    let wide = "\u{FEFF}id,name\r\nc1,Käthe\r\n".utf16
    try folder.write(wide.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }, to: "contacts.csv")
    #expect(try contacts(folder)["c1"]?.name == "Käthe")
    try folder.write(wide.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }, to: "contacts.csv")
    #expect(try contacts(folder)["c1"]?.name == "Käthe")
    try folder.write(Array("id,name\nc1,K".utf8) + [0xE4] + Array("the\n".utf8), to: "contacts.csv")
    #expect(folder.errors().first?.contains("Windows-1252") == true)
    try folder.write(Array("encoding: cp1252\n".utf8), to: "reefknot.yaml")
    #expect(try contacts(folder)["c1"]?.name == "Käthe")
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gzip"), ([0x50, 0x4B, 3, 4, 0, 0], "zip"), (Array("<!DOCTYPE html><html>".utf8), "HTML"),
      (Array("{\"id\": 1}\n".utf8), "JSON"), (Array("%PDF-1.7\n".utf8), "PDF"),
      (Array("id,name\n".utf8).flatMap { [$0, 0] }, "UTF-16"), ([0xD0, 0xCF, 0x11, 0xE0, 0, 0], "workbook"),
    ] as [([UInt8], String)])
  func `a file of another kind is called what it is`(bytes: [UInt8], expected: String) throws {
    let folder = try smallDataset()
    try folder.write(bytes, to: "contacts.csv")
    let errors = folder.errors()
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("contacts.csv") == true && errors.first?.contains(expected) == true)
  }

  @Test func `placeholders stand for nobody in every table of contacts`() throws {
    for word in [
      "NULL", "n/a", "#N/A", "#NV", "NaN", "None", "(not set)", "undefined", "Anonymous", "unknown", "\\N", "(null)",
      "NA",
      "k. A.", "#REF!", "#BEZUG!", "(not provided)", "nicht gesetzt", "-", "---", "?", ".",
    ] {
      for tuning in [BlockTuning(), BlockTuning(blockSize: 48)] {
        let folder = try smallDataset([
          "touchpoints.csv": "time,contact,channel,kind\n2025-03-02,c1,ch1,open\n2025-03-02,\(word),ch1,open\n"
        ])
        do {
          _ = try readDataset(at: folder.path, options: ReadingOptions(), tuning: tuning)
          Issue.record("\(word) was read.")
        } catch {
          #expect(error.problems.map(\.line) == [3])
        }
      }
      #expect(try smallDataset(["contacts.csv": "id\n\(word)\n"]).errors().count == 1)
      #expect(try smallDataset(["ties.csv": "from,to\nc1,\(word)\n"]).errors().count == 1)
    }
    let near =
      "time,contact,channel,kind\n2025-03-02,anonymous-17,ch1,open\n2025-03-02,nulla,ch1,open\n"
      + "2025-03-02,NAN1,ch1,open\n2025-03-02,-1,ch1,open\n2025-03-02,?a,ch1,open\n"
    #expect(try smallDataset(["touchpoints.csv": near]).errors() == [])
  }

  @Test(arguments: ["#NV", "NULL", "\\N", "(not set)", "#REF!", "undefined"])
  func `marks of missing values are no ids of partners, channels, contents and campaigns`(word: String) throws {
    for (file, text) in [
      ("partners.csv", "id\np1\np2\n\(word)\n"), ("channels.csv", "id,owner\nch1,p1\nch2,p2\n\(word),p1\n"),
      ("contents.csv", "id,brands\nx1,p1\n\(word),p1\n"),
      ("campaigns.csv", "id,start,end\nk1,2025-03-01,2025-03-31\n\(word),2025-03-01,2025-03-31\n"),
    ] {
      let errors = try smallDataset([file: text]).errors()
      #expect(errors.count == 1 && errors.first?.contains("a value is missing") == true, "\(file): \(errors)")
    }
    let owners = "id,owner\nch1,p1\nch2,p2\nch3,\(word)\n"
    let errors = try smallDataset(["channels.csv": owners], without: ["partners.csv"]).errors()
    #expect(errors.first?.hasPrefix("channels.csv:4: owner: ") == true)
  }

  @Test(arguments: ["-1", "1.0", "+1", "0.0", "1?", "-0", "10"])
  func `numbers that are neither 1 nor 0 are no truth values`(word: String) throws {
    let errors = try smallDataset(["contacts.csv": "id,relevant\nc1,\(word)\n"]).errors()
    #expect(errors.first?.contains("is not true or false") == true)
  }

  @Test(arguments: ["\u{B}", "\u{C}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}"])
  func `a table whose lines end in other characters is refused`(end: String) throws {
    for (file, text) in [
      ("touchpoints.csv", TableReaderTests.text(lineEnd: end)), ("contacts.csv", "id,name\(end)c1,Ann\(end)"),
    ] {
      let errors = try smallDataset([file: text]).errors()
      #expect(errors.count == 1 && errors.first?.contains("ends lines elsewhere") == true, "\(errors)")
    }
  }
}
