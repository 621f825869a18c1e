/// One partner's view of a partnership (a row of assessments.csv).
public struct Assessment: Hashable, Sendable {
  /// Index of the partner whose view it is.
  public var from: Int
  /// Index of the partner it is about.
  public var to: Int
  public var date: Instant
  /// 0 to 100, or nil where not assessed.
  public var structure: Double?
  /// 0 to 100, or nil where not assessed.
  public var social: Double?
  /// 0 to 100, or nil where not assessed.
  public var performance: Double?

  public init(
    from: Int, to: Int, date: Instant, structure: Double? = nil, social: Double? = nil, performance: Double? = nil
  ) {
    self.from = from
    self.to = to
    self.date = date
    self.structure = structure
    self.social = social
    self.performance = performance
  }
}
