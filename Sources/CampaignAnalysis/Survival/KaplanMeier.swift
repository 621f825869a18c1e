public import CampaignFigures
import Foundation

/// The Kaplan-Meier estimate of a survival curve, with 95 % log-log confidence limits.
///
/// Events come before censorings at equal times. The variance is Greenwood's; the limits are those of
/// log(−log S), which stay within 0 and 1, and are [1, 1] at S = 1 and [0, 0] at S = 0.
///
/// References: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations" (1958),
/// doi:10.1080/01621459.1958.10501452; J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure
/// Time Data" (2002), section 1.4, for the limits.
public struct KaplanMeier: Hashable, Sendable {
  /// The estimate at one distinct time with an event or a censoring.
  public struct Step: Hashable, Sendable {
    public var time: Int
    /// Subjects without event or censoring before this time.
    public var atRisk: Int
    public var events: Int
    public var censored: Int
    /// S(time), the share that survives beyond it, in [0, 1].
    public var survival: Double
    /// Lower end of the 95 % interval.
    public var low: Double
    /// Upper end of the 95 % interval.
    public var high: Double
  }

  /// In order of time.
  public let steps: [Step]

  /// Wraps steps that are in order of time.
  init(steps: [Step]) { self.steps = steps }

  /// Estimates the curve of a group. O(longest lifetime).
  public init(_ lifetimes: Lifetimes) {
    var steps: [Step] = []
    var atRisk = lifetimes.count
    var survival = 1.0
    var greenwood = 0.0
    for time in lifetimes.events.indices {
      let events = lifetimes.events[time]
      let censored = lifetimes.censored[time]
      guard events + censored > 0 else { continue }
      survival *= Double(atRisk - events) / Double(atRisk)
      if events > 0, atRisk > events { greenwood += Double(events) / (Double(atRisk) * Double(atRisk - events)) }
      let (low, high) = KaplanMeier.limits(survival: survival, greenwood: greenwood)
      steps.append(
        Step(
          time: time, atRisk: atRisk, events: events, censored: censored, survival: survival, low: low, high: high))
      atRisk -= events + censored
    }
    self.steps = steps
  }

  private static func limits(survival: Double, greenwood: Double) -> (low: Double, high: Double) {
    if survival >= 1 { return (1, 1) }
    if survival <= 0 { return (0, 0) }
    let spread = exp(normalQuantile * greenwood.squareRoot() / abs(log(survival)))
    return (pow(survival, spread), pow(survival, 1 / spread))
  }

  /// The smallest time with S ≤ 0.5; nil when the curve does not fall that far.
  public var median: Int? { steps.first { FigureOrder.isAtMost($0.survival, 0.5) }?.time }

  /// The 95 % interval of the median: the times at which the limits of the curve come down to 0.5; nil where one does
  /// not.
  ///
  /// Reference: R. Brookmeyer and J. Crowley, "A confidence interval for the median survival time" (1982),
  /// doi:10.2307/2530286, with the log-log limits.
  public var medianInterval: (low: Int?, high: Int?) {
    (
      steps.first { FigureOrder.isAtMost($0.low, 0.5) }?.time, steps.first { FigureOrder.isAtMost($0.high, 0.5) }?.time
    )
  }

  /// S at a time: the share that survives beyond it.
  public func survival(at time: Int) -> Double { steps.last { $0.time <= time }?.survival ?? 1 }

  /// The restricted mean: the area under the curve up to a time, in units of time.
  ///
  /// The caller decides whether the curve is known that far.
  public func restrictedMean(to horizon: Int) -> Double {
    var area = 0.0
    var last = 0
    var survival = 1.0
    for step in steps where step.time < horizon {
      area += survival * Double(step.time - last)
      last = step.time
      survival = step.survival
    }
    return area + survival * Double(horizon - last)
  }

  /// The 95 % interval of the restricted mean, within 0 and the time.
  ///
  /// The variance is Σ A² d / (Y (Y − d)) over the events before the time, A being the area under the curve from there
  /// on, d the events and Y the subjects at risk.
  ///
  /// Reference: J. P. Klein and M. L. Moeschberger, "Survival Analysis" (2nd edition, 2003), section 4.5.
  public func restrictedMeanInterval(to horizon: Int) -> Interval {
    var (area, variance) = (0.0, 0.0)
    var end = horizon
    for step in steps.reversed() where step.time < horizon {
      area += step.survival * Double(end - step.time)
      end = step.time
      let (atRisk, events) = (Double(step.atRisk), Double(step.events))
      if step.events > 0, step.atRisk > step.events { variance += area * area * events / (atRisk * (atRisk - events)) }
    }
    let mean = area + Double(end)
    let spread = normalQuantile * variance.squareRoot()
    return Interval(low: max(0, mean - spread), high: min(Double(horizon), mean + spread))
  }
}
