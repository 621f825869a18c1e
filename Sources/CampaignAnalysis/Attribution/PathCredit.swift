import Foundation

/// A conversion's path: the groups that the contact met before it, neighboring repeats collapsed to one.
struct ConversionPath: Sendable {
  /// A place in the path.
  struct Step: Hashable, Sendable {
    /// Number of the group.
    var group: Int
    /// When the group was met, the last time of neighboring repeats, in milliseconds.
    var time: Int64
  }

  private(set) var steps: [Step] = []

  mutating func removeAll() { steps.removeAll(keepingCapacity: true) }

  /// Appends a touch; one of the same group as the last only moves that one's time.
  mutating func append(group: Int, time: Int64) {
    if let last = steps.last, last.group == group {
      steps[steps.count - 1].time = time
    } else {
      steps.append(Step(group: group, time: time))
    }
  }
}

/// The share of one conversion's credit that each step of its path earns; the shares of a model add up to 1.
struct PathCredit: Sendable {
  private let steps: ArraySlice<ConversionPath.Step>
  /// Whether no earlier step is of the same group.
  private let isFirstOfGroup: [Bool]
  private let distinctGroups: Int
  /// Sum of the time-decay weights, each relative to the last step's.
  private let decayTotal: Double

  /// - Parameter steps: at least one.
  init(_ steps: ArraySlice<ConversionPath.Step>) {
    precondition(!steps.isEmpty, "An empty path earns no credit.")
    self.steps = steps
    var met: Set<Int> = []
    isFirstOfGroup = steps.map { met.insert($0.group).inserted }
    distinctGroups = met.count
    decayTotal = steps.reduce(0) { $0 + PathCredit.decay($1, steps) }
  }

  /// 2^(−age / 7 days) relative to that of the last step, which keeps old paths from vanishing.
  private static func decay(_ step: ConversionPath.Step, _ steps: ArraySlice<ConversionPath.Step>) -> Double {
    exp2(-Double(steps[steps.endIndex - 1].time - step.time) / (7 * 86_400_000))
  }

  /// The share of a step, by its index in the slice, under a model that looks at one path alone; 0 under
  /// ``AttributionModel/markov``.
  func share(of step: Int, _ model: AttributionModel) -> Double {
    let count = steps.count
    let (isFirst, isLast) = (step == steps.startIndex, step == steps.endIndex - 1)
    switch model {
    case .first: return isFirst ? 1 : 0
    case .last: return isLast ? 1 : 0
    case .linear: return 1 / Double(count)
    case .position:
      if count <= 2 { return 1 / Double(count) }
      return isFirst || isLast ? 0.4 : 0.2 / Double(count - 2)
    case .timeDecay: return PathCredit.decay(steps[step], steps) / decayTotal
    case .shapley: return isFirstOfGroup[step - steps.startIndex] ? 1 / Double(distinctGroups) : 0
    case .markov: return 0
    }
  }
}
