import FileReading

/// A table of an export that is being read.
protocol ExportTable: AnyObject {
  /// Names of its columns; of JSON, those of its first rows.
  var columns: [String] { get }
  /// How well the columns fit, 0 for not at all.
  var fit: Int { get }

  /// Name of the sheet, of a workbook.
  var sheet: String? { get }
  /// Whether a comma within a number may be a decimal sign: where it does not separate fields.
  var allowsDecimalComma: Bool { get }

  /// Says which columns will be asked for.
  func bind(_ binding: ColumnBinding)

  /// Calls `body` for every row of the right shape; the others go to the account.
  func forEachRow(
    _ account: SourceAccount, _ body: (any SourceRow) throws(ReadingError) -> Void
  ) throws(ReadingError)
}

extension ExportTable {
  var sheet: String? { nil }
  var allowsDecimalComma: Bool { false }
}
