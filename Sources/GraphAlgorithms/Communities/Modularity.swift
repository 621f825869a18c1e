public import GraphStructures
import Parallelism

/// A division of a graph's nodes into communities.
public struct Communities: Sendable, Equatable {
  /// The community of each node, in `0..<count`; communities are numbered by their smallest node.
  public let labels: [Int32]
  /// The number of nodes of each community.
  public let sizes: [Int]
  /// The modularity of the division at the resolution it was found with; nil where it is undefined.
  public let modularity: Double?

  /// The number of communities.
  public var count: Int { sizes.count }
}

extension Graph {
  /// The modularity of a division: the weight within communities beyond what chance would put there, as a share.
  ///
  ///     undirected  Q = Σ over communities c of [ w(c)/m − γ (s(c)/2m)² ]
  ///     directed    Q = Σ over communities c of [ w(c)/m − γ s_out(c) s_in(c)/m² ]
  ///
  /// w(c) is the weight of the edges within c, a loop's weight once; s(c) the sum of its nodes' strengths, to which a
  /// loop gives twice its weight; m the weight of all edges; γ the resolution: larger ones favor smaller communities.
  ///
  /// - Parameters:
  ///   - labels: the community of each node, any numbers from 0 to n − 1.
  ///   - resolution: γ, at least 0; 1 is plain modularity.
  /// - Returns: a number up to 1; nil when the edges weigh nothing.
  /// - Throws: `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(n + m).
  ///
  /// Reference: M. E. J. Newman, M. Girvan, "Finding and evaluating community structure in networks", Physical Review E
  /// 69, 2004, doi:10.1103/PhysRevE.69.026113; J. Reichardt, S. Bornholdt, 2006, doi:10.1103/PhysRevE.74.016110
  /// (resolution); E. A. Leicht, M. E. J. Newman, 2008, doi:10.1103/PhysRevLett.100.118703 (directed).
  public func modularity(of labels: [Int32], resolution: Double = 1) throws(GraphAlgorithmError) -> Double? {
    try modularity(of: labels, resolution: resolution, threads: 1)
  }

  private func modularity(
    of labels: [Int32], resolution: Double, threads: Int
  ) throws(GraphAlgorithmError) -> Double? {
    precondition(labels.count == nodeCount, "Every node needs a community.")
    precondition(labels.allSatisfy { $0 >= 0 && $0 < nodeCount }, "A community is a number from 0 to n − 1.")
    precondition(resolution >= 0 && resolution.isFinite, "The resolution must be a number of at least 0.")
    try requireWeights(.nonNegative, for: "Modularity")
    let out = strengths(.outgoing)
    let into = isDirected ? strengths(.incoming) : out
    var outSums = [Double](repeating: 0, count: nodeCount)
    var inSums = outSums
    for node in nodes {
      let label = labels[Int(node)]
      outSums[Int(label)] += out[Int(node)]
      inSums[Int(label)] += into[Int(node)]
    }
    let (outgoing, isDirected) = (outgoing, isDirected)
    let within = parallelSum(nodeCount, size: 1 << 12, threads: threads) { nodes in
      let labels = labels.span
      let neighbors = outgoing.neighbors.span
      var within = 0.0
      for node in nodes {
        for position in outgoing.row(NodeID(node)) {
          // Safety: arcs lie within the neighbors, and neighbors are nodes, each of which has a label.
          let neighbor = unsafe Int(neighbors[unchecked: position])
          guard unsafe labels[unchecked: neighbor] == labels[node] else { continue }
          // In an undirected graph an edge stands in two rows but a loop in one, so a loop counts double here.
          within += outgoing.weight(at: position) * (!isDirected && neighbor == node ? 2 : 1)
        }
      }
      return within
    }
    let total = out.reduce(0, +)
    guard total > 0 else { return nil }
    let expected = zip(outSums, inSums).reduce(0.0) { $0 + ($1.0 / total) * ($1.1 / total) }
    return within / total - resolution * expected
  }

  /// The division that some labels stand for.
  func communities(
    _ labels: [Int32], resolution: Double = 1, threads: Int = 1
  ) throws(GraphAlgorithmError) -> Communities {
    let parts = Components(representatives: labels)
    return Communities(
      labels: parts.labels, sizes: parts.sizes,
      modularity: try modularity(of: parts.labels, resolution: resolution, threads: threads))
  }
}
