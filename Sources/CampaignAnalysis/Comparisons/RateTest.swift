import CampaignFigures
import Foundation

/// The test of whether two rates are the same, by their pooled rate.
enum RateTest {
  /// The probability of a difference at least this large, either way, if both groups had the rate of both together; nil
  /// where a group is empty, or all or none of both together have the outcome.
  ///
  /// Reference: R. G. Newcombe, "Interval estimation for the difference between independent proportions" (1998),
  /// doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, whose method 2 it inverts at 0.
  static func p(_ first: Proportion, _ second: Proportion) -> Double? {
    guard first.of > 0, second.of > 0 else { return nil }
    let (n1, n2) = (Double(first.of), Double(second.of))
    let pooled = Double(first.count + second.count) / (n1 + n2)
    let variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    guard variance > 0 else { return nil }
    let difference = Double(first.count) / n1 - Double(second.count) / n2
    return erfc(abs(difference) / (2 * variance).squareRoot())
  }
}
