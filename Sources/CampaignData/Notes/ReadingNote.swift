public import CampaignModel

/// Something a reader of a dataset's figures should know, though the dataset can be read.
public enum ReadingNote: Hashable, Sendable, CustomStringConvertible {
  /// A column that no table has; it is ignored.
  case unknownColumn(file: String, column: String)
  /// A file that looks like a table but is not read, and what to do.
  case ignoredFile(String, advice: String)
  /// Rows that were left out because they are bad, with the reasons, the most frequent first.
  case leftOut(file: String, rows: Int, reasons: [ReasonCount])
  /// The end of a window that is written as a midnight: a mere date would include its day.
  case writtenMidnight(file: String, line: Int, column: String, value: String)
  /// Rows of nothing but blank fields, which are passed over.
  case blankRows(file: String, rows: Int)
  /// Rows that lack optional fields at their end.
  case shortRows(file: String, rows: Int)
  /// The last touch is far behind the one before it, so that observation seems to last longer than it did.
  case lateOutlier(last: String, before: String, days: Int)
  /// There is no touch at all.
  case noTouches(file: String)
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
    case .ignoredFile(let file, let advice): "\(file): is not read: \(advice)"
    case .leftOut(let file, let rows, let reasons):
      "\(file): \(rows) \(rows == 1 ? "row" : "rows") left out: "
        + reasons.map { "\($0.rows) × \($0.reason)" }.joined(separator: "; ")
    case .writtenMidnight(let file, let line, let column, let value):
      "\(file):\(line): \(column): \"\(value)\" is written as a midnight (00:00), so that this day does not belong to it; "
        + "written as a mere date, it would"
    case .blankRows(let file, let rows):
      "\(file): \(rows) blank \(rows == 1 ? "row is" : "rows are") passed over"
    case .shortRows(let file, let rows):
      "\(file): \(rows) \(rows == 1 ? "row lacks" : "rows lack") fields at the end, which count as empty"
    case .lateOutlier(let last, let before, let days):
      "touchpoints.csv: the last touch (\(last)) is \(days) days after the one before (\(before)); if its date is wrong, "
        + "observed_until in reefknot.yaml says when observation really ended"
    case .noTouches(let file): "\(file): there is no touch at all, so that nothing can be measured"
    case .afterObservation(let table, let rows):
      "\(table.rawValue).csv: \(rows) \(rows == 1 ? "row is" : "rows are") after observed_until and left out of every figure"
    }
  }
}
