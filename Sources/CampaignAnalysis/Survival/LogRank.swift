import CampaignFigures
import Foundation

/// The log-rank test of whether two groups have the same survival.
///
/// Reference: N. Mantel, "Evaluation of survival data and two new rank order statistics arising in its
/// consideration" (1966), Cancer Chemotherapy Reports 50; with the hypergeometric variance.
public struct LogRank: Hashable, Sendable {
  /// The statistic, χ² distributed under equality.
  public let chiSquared: Double
  /// Always 1 for two groups.
  public let degreesOfFreedom = 1
  /// Probability of a statistic at least this large under equality.
  public let p: Double
  /// Events that equality lets one expect in the first group, and in the second.
  public let expectedEvents: [Double]

  /// Whether at least five events are expected in each group, without which χ² says nothing.
  public var isReliable: Bool {
    expectedEvents.allSatisfy { FigureOrder.isAtMost(5, $0) }
  }

  /// Compares two groups; nil when one is empty or the variance is 0. O(longest lifetime).
  public init?(_ first: Lifetimes, _ second: Lifetimes) {
    var (atRisk1, atRisk2) = (first.count, second.count)
    guard atRisk1 > 0, atRisk2 > 0 else { return nil }
    var (observed, expected) = (0.0, [0.0, 0.0])
    var variance = 0.0
    for time in 0..<max(first.events.count, second.events.count) {
      let (events1, gone1) = LogRank.row(first, time)
      let (events2, gone2) = LogRank.row(second, time)
      let events = Double(events1 + events2)
      let atRisk = Double(atRisk1 + atRisk2)
      if events > 0 {
        let share = Double(atRisk1) / atRisk
        observed += Double(events1)
        expected[0] += events * share
        expected[1] += events * (1 - share)
        if atRisk > 1 { variance += events * share * (1 - share) * (atRisk - events) / (atRisk - 1) }
      }
      atRisk1 -= gone1
      atRisk2 -= gone2
    }
    guard variance > 0 else { return nil }
    let excess = observed - expected[0]
    chiSquared = excess * excess / variance
    p = erfc((chiSquared / 2).squareRoot())
    expectedEvents = expected
  }

  /// Events at a time, and subjects that leave the group then.
  private static func row(_ group: Lifetimes, _ time: Int) -> (events: Int, gone: Int) {
    guard time < group.events.count else { return (0, 0) }
    return (group.events[time], group.events[time] + group.censored[time])
  }
}
