/// How a source's file is laid out.
struct ReadingRules: Sendable {
  var encoding: String?
  var separator: UInt8?
  /// Line of the header, from 1; nil to find it.
  var headerRow: Int?
  /// Rows whose first filled cell begins so are none.
  var skippedBeginnings: [String] = []
  /// Whether lines of one cell behind the first blank row are no rows.
  var hasFooter = false
  var decimalSign: UInt8?
  var currency: String?
  /// Name of the sheet; nil for the first one that fits.
  var sheet: String?
  /// Name of the table of a database.
  var table: String?
  /// Where the rows are in a JSON document.
  var rows: String?
}
