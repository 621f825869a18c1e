public import GraphStructures

/// What keeps an algorithm from giving a result.
public enum GraphAlgorithmError: Error, Equatable, Sendable {
  /// An iteration did not settle: after `iterations` rounds the change was still `change`, not below `tolerance`.
  case notConverged(algorithm: String, iterations: Int, change: Double, tolerance: Double)
  /// An arc's weight is not what the algorithm is defined for; `requirement` says what that is.
  case invalidWeight(algorithm: String, source: NodeID, target: NodeID, weight: Double, requirement: String)
}

extension GraphAlgorithmError: CustomStringConvertible {
  /// The error as a sentence.
  public var description: String {
    switch self {
    case .notConverged(let algorithm, let iterations, let change, let tolerance):
      "\(algorithm) did not converge: after \(iterations) iterations the change is \(change), not below \(tolerance)."
    case .invalidWeight(let algorithm, let source, let target, let weight, let requirement):
      "\(algorithm): the weight \(weight) of the edge from node \(source) to node \(target) is not \(requirement)."
    }
  }
}

/// What an algorithm asks of every weight.
enum WeightRequirement: String {
  case nonNegative = "a finite number of at least 0"
  case positive = "a finite number above 0"
  case probability = "a number from 0 to 1"

  func holds(_ weight: Double) -> Bool {
    switch self {
    case .nonNegative: weight >= 0 && weight.isFinite
    case .positive: weight > 0 && weight.isFinite
    case .probability: weight >= 0 && weight <= 1
    }
  }
}

extension Graph {
  /// Throws the first arc, in the order of the rows, whose weight does not meet the requirement.
  func requireWeights(_ requirement: WeightRequirement, for algorithm: String) throws(GraphAlgorithmError) {
    guard let weights = outgoing.weights else { return }
    guard let place = weights.firstIndex(where: { !requirement.holds($0) }) else { return }
    let source = outgoing.offsets.lastIndex { Int($0) <= place } ?? 0
    throw .invalidWeight(
      algorithm: algorithm, source: NodeID(source), target: outgoing.neighbors[place], weight: weights[place],
      requirement: requirement.rawValue)
  }
}
