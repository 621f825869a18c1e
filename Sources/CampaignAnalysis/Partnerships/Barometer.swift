import CampaignFigures
import CampaignModel

/// How a partnership stands: three scales of 0 to 100 (<doc:Metrics#Barometer>).
public struct Barometer: Hashable, Sendable {
  public enum Scale: String, CaseIterable, Hashable, Sendable {
    case structure
    case social
    case performance
  }

  /// By the smallest of at least two known scales.
  public enum Maturity: String, CaseIterable, Hashable, Sendable {
    /// Below 25.
    case contact
    /// Below 50.
    case trial
    /// Below 75.
    case established
    /// 75 or more.
    case mature
  }

  /// Regularity: how much of the time the two appear with each other.
  public var structure: Double?
  /// Give and take of gestures.
  public var social: Double?
  /// What the two bring each other, against what the larger brings itself.
  public var performance: Double?
  /// Scales that nobody assessed, and that are derived from the data.
  public var derived: [Scale]
  /// Nil while fewer than two scales are known.
  public var maturity: Maturity?
  /// Whether both sides assessed a scale more than 20 points apart.
  public var viewsDiffer: Bool

  /// Combines what the two sides think with what the data say.
  ///
  /// - Parameters:
  ///   - views: each side's latest assessment, or nil.
  ///   - derive: the figure of a scale that nobody assessed.
  init(_ views: (Assessment?, Assessment?), derive: (Scale) -> Double?) {
    derived = []
    viewsDiffer = false
    var values: [Scale: Double] = [:]
    for scale in Scale.allCases {
      let (first, second) = (views.0?[scale], views.1?[scale])
      let known = [first, second].compactMap(\.self)
      if known.isEmpty {
        derived.append(scale)
        values[scale] = derive(scale)
      } else {
        values[scale] = known.reduce(0, +) / Double(known.count)
      }
      if let first, let second, !FigureOrder.isAtMost(abs(first - second), 20) { viewsDiffer = true }
    }
    structure = values[.structure]
    social = values[.social]
    performance = values[.performance]
    guard values.count >= 2, let smallest = values.values.min() else { return }
    let isAtLeast = { (threshold: Double) in FigureOrder.isAtMost(threshold, smallest) }
    maturity = isAtLeast(75) ? .mature : isAtLeast(50) ? .established : isAtLeast(25) ? .trial : .contact
  }
}

extension Assessment {
  /// The assessment of one scale.
  fileprivate subscript(scale: Barometer.Scale) -> Double? {
    switch scale {
    case .structure: structure
    case .social: social
    case .performance: performance
    }
  }
}
