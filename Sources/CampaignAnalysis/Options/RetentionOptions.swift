/// Whose retention is measured, and after how many days.
public struct RetentionOptions: Hashable, Sendable {
  /// The contacts that are followed after the campaign's end.
  public enum Cohort: String, CaseIterable, Hashable, Sendable {
    /// New contacts of the campaign.
    case new
    /// All contacts of T(K).
    case reached
  }

  /// Who is followed.
  public var cohort: Cohort
  /// Days after the end, ascending, each at least 1.
  public var days: [Int]
  /// Whether other activity gaps and half the history are tried too.
  public var showsSensitivity: Bool

  /// - Parameter days: at least one, each at least 1; brought into order, each once.
  public init(cohort: Cohort = .new, days: [Int] = [30, 60, 90], showsSensitivity: Bool = false) {
    precondition(!days.isEmpty && days.allSatisfy { $0 >= 1 }, "Days after the end must be at least 1.")
    self.cohort = cohort
    self.showsSensitivity = showsSensitivity
    self.days = Set(days).sorted()
  }
}
