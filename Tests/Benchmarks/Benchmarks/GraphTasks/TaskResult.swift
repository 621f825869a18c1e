import GraphAlgorithms
import GraphStructures

/// What a task found.
public enum TaskResult: Sendable {
  case scores([Double])
  case shares([Double])
  case components(Components)
  case distances([Int32])
  case cores([Int32])
  case communities(Communities)
  case coverage(Coverage)

  /// The few numbers by which results of different engines are compared.
  public func digest(of task: GraphTask, _ input: GraphInput) throws -> ResultDigest {
    var digest = ResultDigest()
    switch self {
    case .scores(let scores):
      digest.sum = scores.reduce(0, +)
      digest.top5 = Array(scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(5))
      if let reference = try input.reference(task) {
        digest.differenceToReference = zip(scores, reference).reduce(0) { $0 + abs($1.0 - $1.1) }
      }
    case .shares(let shares): digest.mean = shares.reduce(0, +) / Double(max(1, shares.count))
    case .components(let components):
      digest.components = components.count
      digest.largest = components.sizes.max()
    case .distances(let distances):
      let reached = distances.filter { $0 >= 0 }
      digest.reached = reached.count
      digest.depth = reached.max().map { Int($0) }
      digest.sum = reached.reduce(0) { $0 + Double($1) }
    case .cores(let cores):
      digest.max = cores.max().map { Int($0) }
      digest.sum = cores.reduce(0) { $0 + Double($1) }
    case .communities(let communities):
      digest.modularity = communities.modularity
      digest.communities = communities.count
    case .coverage(let coverage):
      digest.value = coverage.covered
      digest.first5 = Array(coverage.chosen.prefix(5))
    }
    return digest
  }
}

/// The few numbers by which results of different engines are compared.
public struct ResultDigest: Encodable, Equatable, Sendable {
  var sum: Double?
  var top5: [Int]?
  var differenceToReference: Double?
  var mean: Double?
  var components: Int?
  var largest: Int?
  var reached: Int?
  var depth: Int?
  var max: Int?
  var modularity: Double?
  var communities: Int?
  var value: Double?
  var first5: [NodeID]?
}
