import CampaignModel
import FileReading

/// The template as a workbook, with drop-down lists of kinds, levels and yes or no.
///
/// Text cells and one style for dates are all that it needs, so that no library for writing workbooks is.
package enum TemplateWorkbook {
  /// The bytes of an Office Open XML workbook; always the same.
  package static var bytes: [UInt8] {
    let sheets = sheets
    var archive = ZipText()
    archive.add("[Content_Types].xml", contentTypes(sheets.count))
    archive.add(
      "_rels/.rels",
      relations([("officeDocument", "xl/workbook.xml")]))
    archive.add("xl/workbook.xml", book(sheets.map(\.name)))
    archive.add(
      "xl/_rels/workbook.xml.rels",
      relations(sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") } + [("styles", "styles.xml")]))
    archive.add("xl/styles.xml", styles)
    for (number, sheet) in sheets.enumerated() {
      archive.add("xl/worksheets/sheet\(number + 1).xml", text(of: sheet))
    }
    return archive.finished
  }

  private struct Sheet {
    var name: String
    var rows: [[String]]
    /// What a column's cells may hold, by its place.
    var choices: [(column: Int, values: [String])] = []
  }

  private static var sheets: [Sheet] {
    let kinds = KindTable.standard.kinds.map(\.name)
    var sheets = DatasetTemplate.parts.map { part in
      let names = part.columns.map(\.name)
      var sheet = Sheet(name: part.table.rawValue, rows: [names] + part.rows)
      for (place, name) in names.enumerated() {
        if name == "kind" { sheet.choices.append((place, kinds)) }
        if name == "paid" || name == "relevant" { sheet.choices.append((place, ["yes", "no"])) }
      }
      return sheet
    }
    sheets.append(
      Sheet(name: "settings", rows: [["key", "value"]] + DatasetTemplate.settings.map { [$0.0, $0.1] }))
    sheets.append(Sheet(name: "notes", rows: DatasetTemplate.notes.map { [$0] }))
    return sheets
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let namespace = "http://schemas.openxmlformats.org/"

  private static func contentTypes(_ sheets: Int) -> String {
    let main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var text = declaration + "<Types xmlns=\"\(namespace)package/2006/content-types\">"
    text += "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    text += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(main).sheet.main+xml\"/>"
    text += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(main).styles+xml\"/>"
    for number in 1...sheets {
      text += "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(main).worksheet+xml\"/>"
    }
    return text + "</Types>"
  }

  private static func relations(_ targets: [(kind: String, target: String)]) -> String {
    var text = declaration + "<Relationships xmlns=\"\(namespace)package/2006/relationships\">"
    for (number, target) in targets.enumerated() {
      text +=
        "<Relationship Id=\"rId\(number + 1)\" Type=\"\(namespace)officeDocument/2006/relationships/\(target.kind)\""
      text += " Target=\"\(target.target)\"/>"
    }
    return text + "</Relationships>"
  }

  private static func book(_ names: [String]) -> String {
    var text = declaration + "<workbook xmlns=\"\(namespace)spreadsheetml/2006/main\""
    text += " xmlns:r=\"\(namespace)officeDocument/2006/relationships\"><sheets>"
    for (number, name) in names.enumerated() {
      text += "<sheet name=\"\(MarkupText.xml(name))\" sheetId=\"\(number + 1)\" r:id=\"rId\(number + 1)\"/>"
    }
    return text + "</sheets></workbook>"
  }

  private static let styles =
    declaration + "<styleSheet xmlns=\"\(namespace)spreadsheetml/2006/main\">"
    + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
    + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
    + "<cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>"

  private static func text(of sheet: Sheet) -> String {
    var text = declaration + "<worksheet xmlns=\"\(namespace)spreadsheetml/2006/main\"><sheetData>"
    for (number, row) in sheet.rows.enumerated() {
      text += "<row r=\"\(number + 1)\">"
      for (place, cell) in row.enumerated() where !cell.isEmpty {
        let reference = "\(letters(place))\(number + 1)"
        if number > 0, let value = Double(cell), cell.first != "0" || value < 1 {
          text += "<c r=\"\(reference)\"><v>\(cell)</v></c>"
        } else {
          let style = number == 0 && sheet.rows.count > 1 && row.count > 1 ? " s=\"1\"" : ""
          text +=
            "<c r=\"\(reference)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(MarkupText.xml(cell))</t></is></c>"
        }
      }
      text += "</row>"
    }
    text += "</sheetData>"
    if !sheet.choices.isEmpty {
      text += "<dataValidations count=\"\(sheet.choices.count)\">"
      for (column, values) in sheet.choices {
        text +=
          "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"\(letters(column))2:\(letters(column))10000\">"
        text += "<formula1>\"\(values.joined(separator: ","))\"</formula1></dataValidation>"
      }
      text += "</dataValidations>"
    }
    return text + "</worksheet>"
  }

  private static func letters(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column % 26))) }
}

/// A ZIP archive of stored files with a fixed date.
private struct ZipText {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ text: String) {
    let content = Array(text.utf8)
    let header = ZipText.numbers([
      (20, 2), (0, 2), (0, 2), (0, 2), (0x21, 2), (Int(Checksum.crc32(content)), 4), (content.count, 4),
      (content.count, 4), (name.utf8.count, 2), (0, 2),
    ])
    directory += [0x50, 0x4B, 0x01, 0x02] + ZipText.numbers([(20, 2)]) + header
    directory += ZipText.numbers([(0, 2), (0, 2), (0, 2), (0, 4), (bytes.count, 4)]) + Array(name.utf8)
    bytes += [0x50, 0x4B, 0x03, 0x04] + header + Array(name.utf8) + content
    count += 1
  }

  var finished: [UInt8] {
    bytes + directory + [0x50, 0x4B, 0x05, 0x06]
      + ZipText.numbers([(0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (bytes.count, 4), (0, 2)])
  }

  /// Numbers of a few bytes each, the lowest first.
  private static func numbers(_ list: [(number: Int, count: Int)]) -> [UInt8] {
    list.flatMap { number, count in (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  }
}
