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

  /// Whether no earlier step is of the same group. O(step).
  func isFirstOfGroup(_ step: Int) -> Bool {
    !steps[..<step].contains { $0.group == steps[step].group }
  }

  /// Number of distinct groups. O(n²) for n steps.
  var distinctGroups: Int { steps.indices.count { isFirstOfGroup($0) } }
}

/// The share of one conversion's credit that each step of its path earns; the shares of a model add up to 1.
struct PathCredit: Sendable {
  private let path: ConversionPath
  private let distinctGroups: Int
  /// Sum of the time-decay weights, each relative to the last step's.
  private let decayTotal: Double

  /// - Parameter path: at least one step.
  init(_ path: ConversionPath) {
    precondition(!path.steps.isEmpty, "An empty path earns no credit.")
    self.path = path
    distinctGroups = path.distinctGroups
    decayTotal = path.steps.reduce(0) { $0 + PathCredit.decay($1, path) }
  }

  /// 2^(−age / 7 days) relative to that of the last step, which keeps old paths from vanishing.
  private static func decay(_ step: ConversionPath.Step, _ path: ConversionPath) -> Double {
    let last = path.steps[path.steps.count - 1].time
    return exp2(-Double(last - step.time) / (7 * 86_400_000))
  }

  /// The share of a step under a model that looks at one path alone; 0 under ``AttributionModel/markov``.
  func share(of step: Int, _ model: AttributionModel) -> Double {
    let count = path.steps.count
    let isEdge = step == 0 || step == count - 1
    switch model {
    case .first: return step == 0 ? 1 : 0
    case .last: return step == count - 1 ? 1 : 0
    case .linear: return 1 / Double(count)
    case .position:
      if count <= 2 { return 1 / Double(count) }
      return isEdge ? 0.4 : 0.2 / Double(count - 2)
    case .timeDecay: return PathCredit.decay(path.steps[step], path) / decayTotal
    case .shapley: return path.isFirstOfGroup(step) ? 1 / Double(distinctGroups) : 0
    case .markov: return 0
    }
  }
}
