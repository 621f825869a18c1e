public import GraphStructures
import Parallelism

/// Settings of PageRank.
public struct PageRankOptions: Sendable, Equatable {
  /// The probability that the walk follows an arc rather than starting anew; 0 up to below 1.
  public var damping = 0.85
  /// The walk has settled when the scores' absolute changes of one round add up to less than this.
  public var tolerance = 1e-10
  /// The most rounds made.
  public var maximumIterations = 1000
  /// Exactly this many rounds, settled or not, as LDBC Graphalytics defines it; nil to go on until settled.
  public var fixedIterations: Int?
  /// Whether arcs are followed in proportion to their weights, or all equally.
  public var usesWeights = true

  /// The settings above.
  public init() {}
}

/// Scores found by repeating a step, and how it went.
public struct IterativeScores: Sendable, Equatable {
  /// The score of each node.
  public let scores: [Double]
  /// The number of rounds made.
  public let iterations: Int
  /// The change made by the last round, measured as the algorithm says.
  public let change: Double
}

extension Graph {
  /// The probability of finding a random walk at each node (PageRank).
  ///
  ///     p(v) = (1 − d)/n + d · (Σ p(u) · w(u, v)/s(u) over arcs u → v  +  Σ p(u)/n over sinks u)
  ///
  /// d is the damping and s(u) the sum of the weights of the arcs that leave u; a sink is a node with s(u) = 0, and
  /// what it holds is spread over all nodes. Parallel arcs add up; an undirected edge is an arc either way, a loop
  /// one arc. Starts from 1/n everywhere.
  ///
  /// - Parameters:
  ///   - options: damping, tolerance, rounds.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Returns: scores that add up to 1; none for a graph without nodes.
  /// - Throws: `notConverged`; `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(n + m) a round, about ln(tolerance)/ln(damping) rounds; O(n) memory.
  ///
  /// Reference: S. Brin, L. Page, "The anatomy of a large-scale hypertextual Web search engine", Computer Networks 30,
  /// 1998, doi:10.1016/S0169-7552(98)00110-X; A. N. Langville, C. D. Meyer, *Google's PageRank and Beyond*, 2006.
  public func pageRank(
    _ options: PageRankOptions = PageRankOptions(), threads: Int = 1
  ) throws(GraphAlgorithmError) -> IterativeScores {
    let even = [Double](repeating: 1 / Double(max(1, nodeCount)), count: nodeCount)
    return try pageRank(returningTo: even, options, threads: threads)
  }

  /// PageRank of a walk that starts anew at the seeds only: how close each node is to them.
  ///
  ///     p(v) = (1 − d) · t(v) + d · (Σ p(u) · w(u, v)/s(u)  +  t(v) · Σ p(u) over sinks u)
  ///
  /// t is even over the seeds and 0 elsewhere; what sinks hold returns to the seeds. Otherwise as
  /// ``pageRank(_:threads:)``.
  ///
  /// - Parameter seeds: at least one node; one given k times weighs k times as much.
  public func personalizedPageRank(
    seeds: [NodeID], _ options: PageRankOptions = PageRankOptions(), threads: Int = 1
  ) throws(GraphAlgorithmError) -> IterativeScores {
    precondition(!seeds.isEmpty, "A personalised PageRank needs at least one seed.")
    var start = [Double](repeating: 0, count: nodeCount)
    for seed in seeds {
      check(seed, "seed")
      start[Int(seed)] += 1 / Double(seeds.count)
    }
    return try pageRank(returningTo: start, options, threads: threads)
  }

  private func pageRank(
    returningTo start: [Double], _ options: PageRankOptions, threads: Int
  ) throws(GraphAlgorithmError) -> IterativeScores {
    precondition(options.damping >= 0 && options.damping < 1, "Damping must be at least 0 and below 1.")
    if options.usesWeights { try requireWeights(.nonNegative, for: "PageRank") }
    guard nodeCount > 0 else { return IterativeScores(scores: [], iterations: 0, change: 0) }
    let walk = PageRankWalk(self, start: start, options, threads: threads)
    var scores = start
    var change = Double.infinity
    let rounds = options.fixedIterations ?? options.maximumIterations
    for round in 0..<rounds {
      change = walk.step(&scores)
      if options.fixedIterations == nil && change < options.tolerance {
        return IterativeScores(scores: scores, iterations: round + 1, change: change)
      }
    }
    if options.fixedIterations != nil { return IterativeScores(scores: scores, iterations: rounds, change: change) }
    throw .notConverged(
      algorithm: "PageRank", iterations: rounds, change: change, tolerance: options.tolerance)
  }
}

/// One round of PageRank: every node gathers what its predecessors pass on.
private struct PageRankWalk: Sendable {
  let incoming: Adjacency
  let usesWeights: Bool
  let start: [Double]
  let damping: Double
  let threads: Int
  /// 1 / s(u), and 0 for sinks.
  let shares: [Double]

  init(_ graph: some Graph, start: [Double], _ options: PageRankOptions, threads: Int) {
    incoming = graph.incoming
    usesWeights = options.usesWeights && graph.isWeighted
    self.start = start
    damping = options.damping
    self.threads = threads
    let outgoing = graph.outgoing
    let weights = usesWeights ? outgoing.weights : nil
    shares = [Double](slots: graph.nodeCount) { shares in
      parallelChunks(graph.nodeCount, size: 1 << 14, threads: threads) { _, nodes in
        for node in nodes {
          let row = outgoing.row(NodeID(node))
          let total = weights.map { weights in row.reduce(0) { $0 + weights[$1] } } ?? Double(row.count)
          shares[node] = total > 0 ? 1 / total : 0
        }
      }
    }
  }

  /// Replaces the scores by the next round's and returns the sum of the absolute changes.
  func step(_ scores: inout [Double]) -> Double {
    let size = 1 << 12
    let nodeCount = scores.count
    let old = scores
    var lost = 0.0
    let passedOn = [Double](slots: nodeCount) { passedOn in
      lost = parallelSum(nodeCount, size: size, threads: threads) { nodes in
        var lost = 0.0
        for node in nodes {
          passedOn[node] = old[node] * shares[node]
          if shares[node] == 0 { lost += old[node] }
        }
        return lost
      }
    }
    let anew = 1 - damping + damping * lost
    return scores.withSlots { scores in
      parallelSum(nodeCount, size: size, threads: threads) { nodes in
        var change = 0.0
        for node in nodes {
          let next =
            anew * start[node] + damping * incoming.gathered(passedOn.span, at: NodeID(node), usesWeights: usesWeights)
          change += abs(next - scores[node])
          scores[node] = next
        }
        return change
      }
    }
  }
}
