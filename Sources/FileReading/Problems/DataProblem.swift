/// One thing that is wrong in a file: where it is, what stands there, and what was expected.
///
/// Its description reads `touchpoints.csv:1204: channel: "ch9" is not in channels.csv`.
public struct DataProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Name of the file within the dataset's folder.
  public var file: String
  /// Line on which the row starts, from 1; nil where the whole file is meant.
  public var line: Int?
  /// Name of the column, or of the setting.
  public var column: String?
  /// What stands there, shortened and with control characters escaped.
  public var value: String?
  /// What is wrong with it, as the rest of a sentence that begins with the value. The same for all rows with the
  /// same fault, so that faults can be counted by it.
  public var message: String
  /// What only holds for this row, such as the line where an id was used first.
  public var detail: String?
  /// Whether the value is a name that nobody knows, so that the nearest known one helps.
  package var isUnknownName = false

  public init(
    file: String, line: Int? = nil, column: String? = nil, value: String? = nil, message: String,
    detail: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.message = message
    self.detail = detail
  }

  /// The fault without its place: what rows with the same fault have in common.
  public var reason: String {
    if let column { return "\(column): \(message)" }
    return message
  }

  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if let column { text += ": \(column)" }
    text += ": "
    if let value { text += "\"\(value)\" " }
    text += message
    if let detail { text += " (\(detail))" }
    return text
  }
}
