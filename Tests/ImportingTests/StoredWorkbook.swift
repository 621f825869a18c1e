import TestSupport

/// A small dataset as a workbook whose parts are stored as they are, each with the right checksum whatever it holds.
enum StoredWorkbook {
  private static let namespace = "http://schemas.openxmlformats.org/"

  /// The files of the archive.
  static var parts: [(name: String, bytes: [UInt8])] {
    let tables = [
      ("channels", [["id", "owner", "audience"], ["letter", "mill", "2600"]]),
      (
        "touchpoints",
        [
          ["time", "contact", "channel", "kind"], ["2025-03-02 09:30", "ann", "letter", "open"],
          ["2025-03-29T09:30:00Z", "bob", "letter", "click"],
        ]
      ),
      ("settings", [["key", "value"], ["timezone", "Europe/Berlin"]]),
    ]
    let sheets = tables.indices.map { "<sheet name=\"\(tables[$0].0)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>" }
    let relations = tables.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(namespace)officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    let files =
      [
        ("[Content_Types].xml", "<Types xmlns=\"\(namespace)package/2006/content-types\"/>"),
        (
          "_rels/.rels",
          "<Relationships xmlns=\"\(namespace)package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(namespace)officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
        (
          "xl/workbook.xml",
          "<workbook xmlns=\"\(namespace)spreadsheetml/2006/main\" xmlns:r=\"\(namespace)officeDocument/2006/relationships\"><sheets>\(sheets.joined())</sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"\(namespace)package/2006/relationships\">\(relations.joined())</Relationships>"
        ),
      ] + tables.enumerated().map { ("xl/worksheets/sheet\($0.offset + 1).xml", sheet($0.element.1)) }
    return files.map { ($0.0, Array($0.1.utf8)) }
  }

  private static func sheet(_ rows: [[String]]) -> String {
    var text = "<worksheet xmlns=\"\(namespace)spreadsheetml/2006/main\"><sheetData>"
    for (number, row) in rows.enumerated() {
      text += "<row r=\"\(number + 1)\">"
      for (place, cell) in row.enumerated() {
        let reference = "\(UnicodeScalar(UInt8(65 + place)))\(number + 1)"
        text +=
          Double(cell) == nil
          ? "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
          : "<c r=\"\(reference)\"><v>\(cell)</v></c>"
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  /// An archive of files.
  static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in parts {
      let header = numbers([
        (20, 2), (0, 2), (0, 2), (0, 2), (0x21, 2), (Int(crc32(content)), 4), (content.count, 4),
        (content.count, 4), (name.utf8.count, 2), (0, 2),
      ])
      directory += [0x50, 0x4B, 0x01, 0x02] + numbers([(20, 2)]) + header
      directory += numbers([(0, 2), (0, 2), (0, 2), (0, 4), (bytes.count, 4)]) + Array(name.utf8)
      bytes += [0x50, 0x4B, 0x03, 0x04] + header + Array(name.utf8) + content
    }
    return bytes + directory + [0x50, 0x4B, 0x05, 0x06]
      + numbers([(0, 2), (0, 2), (parts.count, 2), (parts.count, 2), (directory.count, 4), (bytes.count, 4), (0, 2)])
  }

  /// Numbers of a few bytes each, the lowest first.
  private static func numbers(_ list: [(number: Int, count: Int)]) -> [UInt8] {
    list.flatMap { number, count in (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  }
}
