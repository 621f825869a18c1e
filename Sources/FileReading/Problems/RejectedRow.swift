/// A row that was left out because it is bad, for `--rejects`.
public struct RejectedRow: Hashable, Sendable {
  /// Name of the file within the dataset's folder.
  public var file: String
  /// Line on which the row starts, from 1.
  public var line: Int
  /// Everything that is wrong with it.
  public var reason: String
  /// The row as it stands in the file, without its line break; bytes that are no UTF-8 as U+FFFD.
  public var row: String

  public init(file: String, line: Int, reason: String, row: String) {
    self.file = file
    self.line = line
    self.reason = reason
    self.row = row
  }
}
