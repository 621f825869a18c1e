import Foundation
import LogScanning

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

  mutating func removeAll() { steps.empty() }

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
///
/// Filled anew for each path, so that its arrays are made once.
struct PathCredit: Sendable {
  /// By step, whether no earlier step is of the same group.
  private var isFirstOfGroup: [Bool] = []
  private var distinctGroups = 0
  /// By step, 2^(−age / 7 days) relative to that of the last step, which keeps old paths from vanishing.
  private var decays: [Double] = []
  private var decayTotal = 0.0
  private var met: StampSet

  /// - Parameter groupCount: the groups of all steps are below it.
  init(groupCount: Int) { met = StampSet(capacity: groupCount) }

  /// Turns to a path.
  ///
  /// - Parameter steps: at least one.
  mutating func load(_ steps: ArraySlice<ConversionPath.Step>) {
    precondition(!steps.isEmpty, "An empty path earns no credit.")
    isFirstOfGroup.empty()
    decays.empty()
    met.removeAll()
    (distinctGroups, decayTotal) = (0, 0)
    let end = steps[steps.endIndex - 1].time
    for step in steps {
      let isFirst = met.insert(step.group)
      isFirstOfGroup.append(isFirst)
      if isFirst { distinctGroups += 1 }
      let decay = exp2(-Double(end - step.time) / (7 * 86_400_000))
      decays.append(decay)
      decayTotal += decay
    }
  }

  /// The share of a step, by its place in the path, under a model that looks at one path alone; 0 under
  /// ``AttributionModel/markov``.
  func share(of step: Int, _ model: AttributionModel) -> Double {
    let count = decays.count
    let (isFirst, isLast) = (step == 0, step == count - 1)
    switch model {
    case .first: return isFirst ? 1 : 0
    case .last: return isLast ? 1 : 0
    case .linear: return 1 / Double(count)
    case .position:
      if count <= 2 { return 1 / Double(count) }
      return isFirst || isLast ? 0.4 : 0.2 / Double(count - 2)
    case .timeDecay: return decays[step] / decayTotal
    case .shapley: return isFirstOfGroup[step] ? 1 / Double(distinctGroups) : 0
    case .markov: return 0
    }
  }
}
