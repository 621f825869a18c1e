package import FileReading

/// A workbook of a spreadsheet program: Office Open XML (`.xlsx`, ECMA-376) or OpenDocument (`.ods`, ISO/IEC 26300).
///
/// Formulas are not computed: their stored value is read, and a formula without one is a fault of its cell. Encrypted
/// workbooks, references to other files and document types are refused.
package struct Workbook {
  /// A sheet, visible or not.
  struct Sheet {
    var name: String
    /// The file in the archive.
    var entry: ZipEntry
    /// Which of the tables of the document, for OpenDocument.
    var number = 0
  }

  private let archive: ZipArchive
  private let file: String
  private let sheets: [Sheet]
  private let isOpenDocument: Bool
  private var formats = NumberFormats()
  private var sharedTexts: [[UInt8]] = []
  private var startsIn1904 = false

  /// The most bytes of a file in a workbook when it is unpacked.
  package static let maximumPart = 2 << 30

  package init(_ input: InputFile) throws(ReadingError) {
    file = input.name
    archive = try ZipArchive(input)
    if let content = archive.entries.first(where: { $0.name == "content.xml" }) {
      isOpenDocument = true
      var sheets: [Sheet] = []
      let tokens = MarkupTokens(try Workbook.bytes(content, archive, file), name: file)
      for name in try OpenDocumentSheet.names(tokens) {
        sheets.append(Sheet(name: name, entry: content, number: sheets.count))
      }
      self.sheets = sheets
      return
    }
    isOpenDocument = false
    let parts = try OfficeParts(archive, file)
    sheets = parts.sheets
    startsIn1904 = parts.startsIn1904
    if let styles = parts.styles {
      formats = try NumberFormats(MarkupTokens(try Workbook.bytes(styles, archive, file), name: file))
    }
    if let texts = parts.sharedTexts {
      sharedTexts = try SharedTexts.read(MarkupTokens(try Workbook.bytes(texts, archive, file), name: file))
    }
  }

  /// Names of the sheets in their order.
  package var sheetNames: [String] { sheets.map(\.name) }

  /// The rows of a sheet, by its place.
  package func rows(ofSheet place: Int) throws(ReadingError) -> any SheetRows {
    let sheet = sheets[place]
    let tokens = MarkupTokens(
      try Workbook.bytes(sheet.entry, archive, file), name: "\(file) (\(ShownText.escape(sheet.name)))")
    if isOpenDocument { return OpenDocumentSheet(tokens, number: sheet.number) }
    return OfficeSheet(tokens, formats: formats, sharedTexts: sharedTexts, startsIn1904: startsIn1904)
  }

  static func bytes(_ entry: ZipEntry, _ archive: ZipArchive, _ file: String) throws(ReadingError) -> [UInt8] {
    try archive.content(of: entry, limit: maximumPart).wholeContent(of: file, limit: maximumPart)
  }
}
