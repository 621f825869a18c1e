public import CampaignModel

/// Something a reader of a dataset's figures should know, though the dataset can be read.
public enum ReadingNote: Hashable, Sendable, CustomStringConvertible {
  /// A column that no table has; it is ignored.
  case unknownColumn(file: String, column: String)
  /// A file that looks like a table but bears no table's name; it is ignored.
  case ignoredFile(String)
  /// A key of reefknot.yaml that means nothing; it is ignored.
  case unknownSetting(file: String, line: Int, key: String)
  /// Rows that were left out because they are bad, with the reasons, the most frequent first.
  case leftOut(file: String, rows: Int, reasons: [ReasonCount])
  /// Rows dated after `observed_until`; they are left out of every figure.
  case afterObservation(table: Table, rows: Int)

  /// How many rows were left out for one reason.
  public struct ReasonCount: Hashable, Sendable {
    public var reason: String
    public var rows: Int

    public init(reason: String, rows: Int) {
      self.reason = reason
      self.rows = rows
    }
  }

  public var description: String {
    switch self {
    case .unknownColumn(let file, let column): "\(file):1: column \"\(column)\" is unknown and ignored"
    case .ignoredFile(let file): "\(file): no table has this name; the file is ignored"
    case .unknownSetting(let file, let line, let key): "\(file):\(line): setting \"\(key)\" is unknown and ignored"
    case .leftOut(let file, let rows, let reasons):
      "\(file): \(rows) \(rows == 1 ? "row" : "rows") left out: "
        + reasons.map { "\($0.rows) × \($0.reason)" }.joined(separator: "; ")
    case .afterObservation(let table, let rows):
      "\(table.rawValue).csv: \(rows) \(rows == 1 ? "row is" : "rows are") after observed_until and left out of every figure"
    }
  }
}
