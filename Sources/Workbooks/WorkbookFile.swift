internal import CXlsxWriter
package import CampaignFigures
import Glibc
package import Presentation

/// Writes tables as a workbook (Office Open XML) through libxlsxwriter: a sheet a table, with real numbers, shares, amounts and
/// dates, its header and first column frozen.
///
/// The same tables give the same bytes: no time of writing is kept.
package enum WorkbookFile {
  /// Why a workbook could not be written.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// The first day of the oldest times that ZIP files hold, in seconds since 1970: any fixed instant gives the same bytes.
  static let created: time_t = 315_532_800

  /// The most rows of a sheet, its header among them.
  static let rowLimit = 1_048_576
  /// The most characters of a cell.
  static let textLimit = 32_767

  /// Writes a file, over what is there.
  ///
  /// - Parameters:
  ///   - parts: the tables, part by part.
  ///   - path: the file.
  /// - Throws: ``Failure`` where a table has more rows than a sheet, or the library cannot write.
  package static func write(_ parts: [DocumentPart], language: Language, to path: String) throws(Failure) {
    // Safety: the book is closed once, which frees it and its sheets; strings are copied by the library at each call.
    guard let book = unsafe workbook_new(path) else {
      throw Failure(description: "no workbook could be made: out of memory")
    }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = created
    _ = unsafe workbook_set_properties(book, &properties)
    let localizer = Localizer(language, style: .plain)
    let formats = unsafe CellFormats(book, localizer)
    var names = SheetNames()
    var tooLong: String?
    for part in parts {
      for table in part.tables where !table.columns.isEmpty {
        let name = names.name(table.id, of: part, isOnly: parts.count == 1)
        guard table.rows.count + 4 < rowLimit else {
          tooLong = "the table \(table.id) has \(table.rows.count) rows; a sheet holds \(rowLimit)"
          continue
        }
        guard let sheet = unsafe workbook_add_worksheet(book, name) else { continue }
        unsafe SheetWriter(sheet, formats, localizer).write(table, heading: part.heading)
      }
    }
    if unsafe book.pointee.num_worksheets == 0 { _ = unsafe workbook_add_worksheet(book, nil) }
    errno = 0
    let status = unsafe workbook_close(book)
    let reason = errno
    if let tooLong { throw Failure(description: tooLong) }
    guard status == LXW_NO_ERROR else { throw Failure(status, reason) }
  }
}

extension WorkbookFile.Failure {
  /// What the system says of a failure, else what the library says of its status.
  ///
  /// - Parameter reason: the system's number; 0 without one.
  init(_ status: lxw_error, _ reason: Int32) {
    // Safety: the texts are read before the next call.
    if reason != 0 {
      self.init(description: "the workbook could not be written: \(unsafe String(cString: strerror(reason)))")
    } else {
      let text = unsafe lxw_strerror(status).map { unsafe String(cString: $0) }
      self.init(description: text ?? "the workbook could not be written")
    }
  }
}

/// Names of sheets: at most 31 characters, without those that are not allowed, each once.
struct SheetNames {
  private var taken: Set<String> = []

  /// The name of a table's sheet; with the campaign's id before it where there are several.
  mutating func name(_ table: String, of part: DocumentPart, isOnly: Bool) -> String {
    let whole = isOnly || part.campaign.isEmpty ? table : "\(part.campaign) \(table)"
    let allowed = String(
      String.UnicodeScalarView(
        whole.unicodeScalars.map { scalar in
          "[]:*?/\\'".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? "_" : scalar
        }))
    var name = SheetNames.cut(allowed, to: 31)
    var number = 2
    // Names that differ in case alone count as equal.
    while !taken.insert(name.lowercased()).inserted {
      name = SheetNames.cut(allowed, to: 27) + " \(number)"
      number += 1
    }
    return name
  }

  /// At most so many units of UTF-16, whole characters.
  private static func cut(_ text: String, to units: Int) -> String {
    var result = ""
    for character in text where result.utf16.count + character.utf16.count <= units { result.append(character) }
    return result.isEmpty ? "_" : result
  }
}
