extension Retention.PartnerGroup {
  /// What several acquiring partners' cohorts did, as counts that are nil when one of theirs is.
  ///
  /// A contact has one acquirer, so that the cohorts are disjoint and add up.
  public struct Total: Hashable, Sendable {
    public var cohort: Int?
    public var stays: Int?
    public var carriesOn: Int?
    public var joins: Int?
    public var lost: Int?

    /// Adds up groups. O(groups).
    public init(_ groups: some Sequence<Retention.PartnerGroup>) {
      (cohort, stays, carriesOn, joins, lost) = (0, 0, 0, 0, 0)
      for group in groups {
        cohort = Total.sum(cohort, group.cohort)
        stays = Total.sum(stays, group.stays)
        carriesOn = Total.sum(carriesOn, group.carriesOn)
        joins = Total.sum(joins, group.joins)
        lost = Total.sum(lost, group.lost)
      }
    }

    private static func sum(_ left: Int?, _ right: Int?) -> Int? {
      guard let left, let right else { return nil }
      return left + right
    }
  }
}
