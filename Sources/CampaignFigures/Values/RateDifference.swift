/// The difference of two proportions' rates with Newcombe's hybrid score interval (<doc:Metrics#Intervals>).
///
/// Reference: R. G. Newcombe, "Interval estimation for the difference between independent proportions" (1998),
/// method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
public struct RateDifference: Hashable, Sendable {
  /// First rate − second rate, in [−1, 1].
  public var difference: Double
  /// Lower end of the 95 % interval.
  public var low: Double
  /// Upper end of the 95 % interval.
  public var high: Double

  /// Returns nil when one of the rates is unknown or has no interval.
  public init?(_ first: Proportion, minus second: Proportion) {
    guard let p1 = first.rate, let l1 = first.low, let u1 = first.high,
      let p2 = second.rate, let l2 = second.low, let u2 = second.high
    else { return nil }
    difference = p1 - p2
    low = difference - ((p1 - l1) * (p1 - l1) + (u2 - p2) * (u2 - p2)).squareRoot()
    high = difference + ((u1 - p1) * (u1 - p1) + (p2 - l2) * (p2 - l2)).squareRoot()
  }
}
