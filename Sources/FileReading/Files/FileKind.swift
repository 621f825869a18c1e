/// What the first bytes of a file that is no text of ours show it to be.
package enum FileKind: Hashable, Sendable {
  case gzip
  case zip
  case workbook
  case oldWorkbook
  case sqlite
  case pdf
  case parquet
  case html
  case xml
  case json
  case utf16WithoutMark

  /// - Parameter bytes: the first bytes, some hundred if there are as many.
  package init?(_ bytes: some Collection<UInt8>) {
    let start = Array(bytes.prefix(4096))
    for (kind, magic) in FileKind.magic where start.starts(with: magic) {
      let isWorkbook =
        kind == .zip
        && ["xl/", "[Content_Types].xml", "mimetypeapplication/vnd.oasis"].contains {
          FileKind.holds(start, Array($0.utf8))
        }
      self = isWorkbook ? .workbook : kind
      return
    }
    let odd = start.prefix(256).enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
    let even = start.prefix(256).enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
    if start.count >= 8, max(odd, even) * 8 > min(256, start.count) * 3 {
      self = .utf16WithoutMark
      return
    }
    let text = String(decoding: start, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(200)
      .lowercased()
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<table")
      || text.hasPrefix("<head")
      || text.hasPrefix("<body") || text.hasPrefix("<meta")
    {
      self = .html
    } else if text.hasPrefix("<?xml") {
      self = .xml
    } else if text.hasPrefix("{") || text.hasPrefix("[") {
      self = .json
    } else {
      return nil
    }
  }

  private static let magic: [(FileKind, [UInt8])] = [
    (.gzip, [0x1F, 0x8B]), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0]),
    (.sqlite, Array("SQLite format 3\0".utf8)), (.pdf, Array("%PDF-".utf8)), (.parquet, Array("PAR1".utf8)),
  ]

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count else { return false }
    return (0...bytes.count - part.count).contains { bytes[$0...].starts(with: part) }
  }

  /// Whether a file of this kind can hold no text at all.
  package var isBinary: Bool {
    switch self {
    case .html, .xml, .json: false
    default: true
    }
  }

  /// What a message says of a file that was taken for a table.
  package var complaint: String {
    switch self {
    case .gzip: "is gzip data; a compressed table ends in .csv.gz"
    case .zip: "is a zip file; unpack it, and put the tables in it into the folder"
    case .workbook: "is a workbook; save its sheets as CSV (UTF-8)"
    case .oldWorkbook: "is an old Excel workbook; save its sheets as CSV (UTF-8)"
    case .sqlite: "is a SQLite database; export its tables as CSV"
    case .pdf: "is a PDF document; tables are CSV"
    case .parquet: "is a Parquet file; export it as CSV"
    case .html: "is an HTML page, perhaps that of a sign-in or an error; export the table as CSV again"
    case .xml: "is XML; export the table as CSV"
    case .json: "is JSON; export the table as CSV"
    case .utf16WithoutMark:
      "looks like UTF-16 without a byte-order mark; save it as UTF-8, or set encoding: utf-16le in reefknot.yaml"
    }
  }
}
