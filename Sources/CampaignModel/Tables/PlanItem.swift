/// A content planned for a channel (a row of plan.csv).
public struct PlanItem: Hashable, Sendable {
  /// Index of the content.
  public var content: Int
  /// Index of the channel.
  public var channel: Int
  /// By when; where the file has a date, the midnight after it.
  public var due: Instant?
  /// Whether `due` was given as a date: the day before that midnight.
  public var dueIsDate: Bool

  public init(content: Int, channel: Int, due: Instant? = nil, dueIsDate: Bool = false) {
    self.content = content
    self.channel = channel
    self.due = due
    self.dueIsDate = dueIsDate
  }
}
