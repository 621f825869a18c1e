/// A planned figure for a KPI of a campaign (a row of targets.csv).
public struct Target: Hashable, Sendable {
  /// Index of the campaign.
  public var campaign: Int
  /// The KPI's identifier as written; it may be unknown.
  public var kpi: String
  /// The planned figure; nil where the cell is empty.
  public var value: Double?
  /// By when; where the file has a date, the midnight after it. Nil where the cell is empty.
  public var due: Instant?
  /// Whether `due` was given as a date: the day before that midnight.
  public var dueIsDate: Bool

  public init(campaign: Int, kpi: String, value: Double?, due: Instant?, dueIsDate: Bool = false) {
    self.campaign = campaign
    self.kpi = kpi
    self.value = value
    self.due = due
    self.dueIsDate = dueIsDate
  }
}
