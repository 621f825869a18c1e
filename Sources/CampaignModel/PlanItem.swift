/// A content planned for a channel (a row of plan.csv).
public struct PlanItem: Hashable, Sendable {
  /// Index of the content.
  public var content: Int
  /// Index of the channel.
  public var channel: Int
  /// By when; where the file has a date, the midnight after it.
  public var due: Instant?

  public init(content: Int, channel: Int, due: Instant? = nil) {
    self.content = content
    self.channel = channel
    self.due = due
  }
}
