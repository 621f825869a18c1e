internal import CXlsxWriter
import Presentation

/// How the cells of a workbook look, by what they hold.
enum CellFormat: CaseIterable, Hashable, Sendable {
  case title
  case note
  case header
  case count
  case number
  case score
  case share
  case points
  case date
  case day
  case unknown
  case plain
}

/// The library's formats. The workbook owns them, and they live as long as it does.
@safe struct CellFormats {
  private let pointers: [CellFormat: UnsafeMutablePointer<lxw_format>]

  /// - Parameters:
  ///   - book: not closed before this value is used for the last time.
  ///   - localizer: the words that stand beside numbers.
  init(_ book: UnsafeMutablePointer<lxw_workbook>, _ localizer: Localizer) {
    // Safety: the formats belong to the open workbook.
    var pointers: [CellFormat: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    for kind in CellFormat.allCases {
      guard let format = unsafe workbook_add_format(book) else { continue }
      unsafe CellFormats.set(format, kind, localizer)
      unsafe pointers[kind] = unsafe format
    }
    unsafe self.pointers = unsafe pointers
  }

  /// The library's format; nil for that of the workbook's cells.
  func pointer(_ kind: CellFormat) -> UnsafeMutablePointer<lxw_format>? { unsafe pointers[kind] }

  private static func set(_ format: UnsafeMutablePointer<lxw_format>, _ kind: CellFormat, _ localizer: Localizer) {
    // Safety: the library copies the patterns.
    switch kind {
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 14)
    case .note: unsafe format_set_font_color(format, 0x56636F)
    case .header:
      unsafe format_set_bold(format)
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_text_wrap(format)
    case .count: unsafe format_set_num_format(format, "#,##0")
    case .number: unsafe format_set_num_format(format, "#,##0.00")
    case .score: unsafe format_set_num_format(format, "0.000000")
    case .share: unsafe format_set_num_format(format, "0.0%")
    case .points: unsafe format_set_num_format(format, localizer(.pointsPattern))
    case .date: unsafe format_set_num_format(format, "yyyy-mm-dd hh:mm")
    case .day: unsafe format_set_num_format(format, "yyyy-mm-dd")
    case .unknown:
      unsafe format_set_italic(format)
      unsafe format_set_font_color(format, 0x56636F)
    case .plain: break
    }
  }
}
