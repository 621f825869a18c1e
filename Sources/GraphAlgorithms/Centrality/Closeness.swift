public import GraphStructures
import Parallelism

/// How far the other nodes are from each node.
public struct Closeness: Sendable, Equatable {
  /// The closeness of each node, 0 to 1; 0 where it reaches no other.
  public let closeness: [Double]
  /// The harmonic closeness of each node: the sum of 1/distance over the nodes it reaches.
  public let harmonic: [Double]
  /// The number of other nodes that each node reaches.
  public let reachable: [Int]
}

extension Graph {
  /// The closeness and the harmonic closeness of each node.
  ///
  ///     closeness(v) = r/(n − 1) · r/Σ d(v, u),   harmonic(v) = Σ 1/d(v, u)   over the r nodes u that v reaches
  ///
  /// The factor r/(n − 1) makes nodes of small components less close (Wasserman and Faust). Distances run along
  /// `direction`; networkx takes those *to* a node, which is `.incoming` here.
  ///
  /// - Parameters:
  ///   - direction: which way arcs are followed.
  ///   - usesLengths: whether weights are lengths, or every edge has length 1.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Throws: with lengths `invalidWeight` for a weight that is not above 0 or not finite.
  /// - Complexity: O(n m) time, with lengths O(n m log n); O(n) memory per thread.
  ///
  /// Reference: S. Wasserman, K. Faust, *Social Network Analysis*, 1994, section 5.2, doi:10.1017/CBO9780511815478;
  /// P. Boldi, S. Vigna, "Axioms for centrality", Internet Mathematics 10, 2014, doi:10.1080/15427951.2013.865686.
  public func closeness(
    direction: Direction = .outgoing, usesLengths: Bool = false, threads: Int = 1
  ) throws(GraphAlgorithmError) -> Closeness {
    if usesLengths { try requireWeights(.positive, for: "Closeness") }
    let adjacencies = adjacencies(direction)
    let byLengths = usesLengths && isWeighted
    let nodeCount = nodeCount
    var sums: [Double] = []
    var reached: [Int] = []
    let harmonic = [Double](slots: nodeCount) { harmonic in
      sums = [Double](slots: nodeCount) { sums in
        reached = [Int](slots: nodeCount) { reached in
          parallelChunks(nodeCount, size: 32, threads: threads) { _, sources in
            var search = DistanceSums(adjacencies, byLengths: byLengths)
            for source in sources {
              search.run(from: NodeID(source))
              sums[source] = search.sum
              harmonic[source] = search.harmonicSum
              reached[source] = search.reached
            }
          }
        }
      }
    }
    let closeness = zip(sums, reached).map { sum, reached in
      sum > 0 ? Double(reached) / sum * (Double(reached) / Double(nodeCount - 1)) : 0
    }
    return Closeness(closeness: closeness, harmonic: harmonic, reachable: reached)
  }
}

/// The distances from one source, added up.
private struct DistanceSums {
  private let adjacencies: [Adjacency]
  private var lengthSearch: BestFirstSearch?
  private var order: [NodeID] = []
  private var isReached: [Bool]
  private(set) var sum = 0.0
  private(set) var harmonicSum = 0.0
  private(set) var reached = 0

  init(_ adjacencies: [Adjacency], byLengths: Bool) {
    self.adjacencies = adjacencies
    lengthSearch = byLengths ? BestFirstSearch(adjacencies, .length) : nil
    isReached = [Bool](repeating: false, count: adjacencies[0].nodeCount)
  }

  mutating func run(from source: NodeID) {
    sum = 0
    harmonicSum = 0
    reached = 0
    guard lengthSearch == nil else {
      lengthSearch?.run(from: [source])
      for node in (lengthSearch?.order ?? []).dropFirst() { add(lengthSearch?.keys[Int(node)] ?? 0, count: 1) }
      return
    }
    isReached[Int(source)] = true
    order.append(source)
    var head = 0
    var distance = 0.0
    while head < order.count {
      let end = order.count
      for place in head..<end { explore(order[place]) }
      head = end
      distance += 1
      add(distance, count: order.count - end)
    }
    for node in order { isReached[Int(node)] = false }
    order.removeAll(keepingCapacity: true)
  }

  private mutating func explore(_ node: NodeID) {
    for adjacency in adjacencies {
      for neighbor in adjacency.neighbors(of: node) where !isReached[Int(neighbor)] {
        isReached[Int(neighbor)] = true
        order.append(neighbor)
      }
    }
  }

  private mutating func add(_ distance: Double, count: Int) {
    guard count > 0 else { return }
    sum += distance * Double(count)
    harmonicSum += Double(count) / distance
    reached += count
  }
}
