import FileReading

/// Where the parts of an Office Open XML workbook are in its archive.
struct OfficeParts {
  private(set) var sheets: [Workbook.Sheet] = []
  private(set) var styles: ZipEntry?
  private(set) var sharedTexts: ZipEntry?
  private(set) var startsIn1904 = false

  init(_ archive: ZipArchive, _ file: String) throws(ReadingError) {
    func entry(_ path: String) -> ZipEntry? {
      let wanted = path.lowercased()
      return archive.entries.first { $0.name.lowercased().replacing("\\", with: "/") == wanted }
    }
    guard let book = entry("xl/workbook.xml"), let relations = entry("xl/_rels/workbook.xml.rels") else {
      let isBinary = entry("xl/workbook.bin") != nil
      throw .badData(
        DataProblem(
          file: file,
          message: isBinary
            ? "is a binary workbook (.xlsb); save it as .xlsx" : "is no workbook: it has no list of sheets"))
    }
    var targets: [String: String] = [:]
    var tokens = MarkupTokens(try Workbook.bytes(relations, archive, file), name: file)
    while let token = try tokens.next() {
      guard case .start = token, tokens.isElement("Relationship"), let id = try tokens.text("Id"),
        let target = try tokens.text("Target")
      else { continue }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
      targets[id] = path
      let kind = try tokens.text("Type") ?? ""
      if kind.hasSuffix("/styles") { styles = entry(path) }
      if kind.hasSuffix("/sharedStrings") { sharedTexts = entry(path) }
    }
    tokens = MarkupTokens(try Workbook.bytes(book, archive, file), name: file)
    while let token = try tokens.next() {
      guard case .start = token else { continue }
      if tokens.isElement("workbookPr") {
        startsIn1904 = ["1", "true"].contains(try tokens.text("date1904") ?? "")
      } else if tokens.isElement("sheet"), let name = try tokens.text("name"), let id = try tokens.text("id") {
        // A sheet of charts has no cells.
        guard let target = targets[id], let entry = entry(target), target.lowercased().contains("worksheets/") else {
          continue
        }
        sheets.append(Workbook.Sheet(name: name, entry: entry))
      }
    }
    guard !sheets.isEmpty else { throw .badData(DataProblem(file: file, message: "is a workbook without a sheet")) }
  }
}

/// Texts that cells of a workbook share.
enum SharedTexts {
  /// The texts in their order: runs of one text joined, phonetic readings left out.
  static func read(_ tokens: MarkupTokens) throws(ReadingError) -> [[UInt8]] {
    var tokens = tokens
    var texts: [[UInt8]] = []
    var current: [UInt8] = []
    var isText = false
    var phonetic = 0
    while let token = try tokens.next() {
      switch token {
      case .start(let isEmpty):
        if tokens.isElement("si") {
          current = []
          if isEmpty { texts.append([]) }
        } else if tokens.isElement("rPh") {
          if !isEmpty { phonetic += 1 }
        } else if tokens.isElement("t") {
          isText = !isEmpty
        }
      case .end:
        if tokens.isElement("si") {
          texts.append(OfficeText.unescaped(current))
        } else if tokens.isElement("rPh") {
          phonetic -= 1
        } else if tokens.isElement("t") {
          isText = false
        }
      case .text(let range): if isText, phonetic == 0 { current += try tokens.decoded(range) }
      }
    }
    return texts
  }
}

/// Texts of cells, in which characters that XML forbids are written as `_x000D_`.
enum OfficeText {
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")), bytes.count >= 7 else { return bytes }
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "_"), place + 7 <= bytes.count, bytes[place + 1] == UInt8(ascii: "x"),
        bytes[place + 6] == UInt8(ascii: "_"),
        let code = UInt32(String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16), code > 0,
        let scalar = Unicode.Scalar(code)
      {
        result += String(Character(scalar)).utf8
        place += 7
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }
}
