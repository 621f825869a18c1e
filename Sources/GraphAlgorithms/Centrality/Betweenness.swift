public import GraphStructures
import Parallelism
import Randomness

/// Settings of betweenness.
public struct BetweennessOptions: Sendable, Equatable {
  /// Whether weights are lengths, or every edge has length 1.
  public var usesLengths = false
  /// Whether scores are divided by the number of pairs of other nodes, so that they lie between 0 and 1.
  public var isNormalized = false

  /// The settings above.
  public init() {}
}

/// Betweenness estimated from a sample of sources.
public struct SampledBetweenness: Sendable, Equatable {
  /// The estimate of each node's betweenness.
  public let estimates: [Double]
  /// The standard error of each estimate; 0 when every node was a source.
  public let standardErrors: [Double]
  /// The nodes whose shortest paths were counted, in ascending order.
  public let sources: [NodeID]
}

extension Graph {
  /// The betweenness of each node: of the shortest paths between two other nodes, the shares that pass through it.
  ///
  ///     b(v) = Σ σ(s, t | v) / σ(s, t)   over ordered pairs s ≠ v ≠ t, in an undirected graph over unordered ones
  ///
  /// σ(s, t) counts the shortest paths from s to t, σ(s, t | v) those through v. Parallel edges are different paths;
  /// loops are on none. With lengths, two paths whose lengths differ by less than one part in 10⁹ are equally short.
  ///
  /// - Parameters:
  ///   - options: whether weights are lengths, whether to normalise by the (n − 1)(n − 2) ordered pairs of others.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Throws: with lengths `invalidWeight` for a weight that is not above 0 or not finite.
  /// - Complexity: O(n m) time, with lengths O(n m log n); O(n) memory per thread.
  ///
  /// Reference: L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40(1), 1977,
  /// doi:10.2307/3033543; U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical
  /// Sociology 25(2), 2001, doi:10.1080/0022250X.2001.9990249.
  public func betweenness(
    _ options: BetweennessOptions = BetweennessOptions(), threads: Int = 1
  ) throws(GraphAlgorithmError) -> [Double] {
    try betweenness(from: nodes.map { $0 }, options, threads: threads)
  }

  /// The part of the betweenness of each node that paths from the given sources make up.
  ///
  /// In an undirected graph each path still counts half, since its reverse starts from another source. Otherwise as
  /// ``betweenness(_:threads:)``, whose result this is when every node is a source.
  public func betweenness(
    from sources: [NodeID], _ options: BetweennessOptions = BetweennessOptions(), threads: Int = 1
  ) throws(GraphAlgorithmError) -> [Double] {
    let scale = pathScale(options)
    return try dependencies(from: sources, options, squares: false, threads: threads).sums.map { $0 * scale }
  }

  /// An estimate of the betweenness of each node from `count` sources drawn without replacement.
  ///
  ///     estimate(v) = n/k · Σ δ(s, v) over the k sources s,   standard error = n · √((1 − k/n) · variance of δ / k)
  ///
  /// δ(s, v) is the part of b(v) from source s. The estimate is unbiased; for a node that few sources see, the error
  /// is itself uncertain.
  ///
  /// - Parameters:
  ///   - count: number of sources, 2 to n.
  ///   - generator: draws the sources.
  ///   - options: as for ``betweenness(_:threads:)``.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Throws: as ``betweenness(_:threads:)``.
  /// - Complexity: O(k m) time, with lengths O(k m log n).
  ///
  /// Reference: U. Brandes, C. Pich, "Centrality estimation in large networks", International Journal of Bifurcation
  /// and Chaos 17(7), 2007, doi:10.1142/S0218127407018403.
  public func sampledBetweenness(
    sources count: Int, _ options: BetweennessOptions = BetweennessOptions(), threads: Int = 1,
    using generator: inout some RandomNumberGenerator
  ) throws(GraphAlgorithmError) -> SampledBetweenness {
    precondition(count >= 2 && count <= nodeCount, "A sample of sources has 2 to n nodes.")
    var drawn = nodes.map { $0 }
    for place in 0..<count { drawn.swapAt(place, place + generator.draw(below: drawn.count - place)) }
    let sources = drawn[..<count].sorted()
    let (sums, squares) = try dependencies(from: sources, options, squares: true, threads: threads)
    let sampled = Double(count)
    let all = Double(nodeCount)
    let scale = pathScale(options)
    let errors = zip(sums, squares).map { sum, square in
      let variance = max(0, square - sum * sum / sampled) / (sampled - 1)
      return scale * all * ((1 - sampled / all) * variance / sampled).squareRoot()
    }
    return SampledBetweenness(
      estimates: sums.map { $0 * scale * all / sampled }, standardErrors: errors, sources: sources)
  }

  /// What a dependency counts: half in an undirected graph, and divided by the pairs when normalised.
  private func pathScale(_ options: BetweennessOptions) -> Double {
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2)
    if options.isNormalized { return nodeCount > 2 ? 1 / pairs : 0 }
    return isDirected ? 1 : 0.5
  }

  /// The dependencies of each node added over the sources, and their squares if asked for.
  private func dependencies(
    from sources: [NodeID], _ options: BetweennessOptions, squares: Bool, threads: Int
  ) throws(GraphAlgorithmError) -> (sums: [Double], squares: [Double]) {
    for source in sources { check(source, "source") }
    let usesLengths = options.usesLengths && isWeighted
    if usesLengths { try requireWeights(.positive, for: "Betweenness") }
    let order = DegreeOrder(outgoing)
    let ahead = order.renumberedTranspose(of: incoming, threads: threads)
    let starts = sources.map { order.ranks[Int($0)] }
    let sums: [[Double]]
    if usesLengths {
      sums = dependencySums(from: starts, squares: squares, threads: threads) { CountedLengthPaths(ahead) }
    } else {
      let back = isDirected ? order.renumberedTranspose(of: outgoing, threads: threads) : ahead
      sums = dependencySums(from: starts, squares: squares, threads: threads) {
        CountedHopPaths(ahead: ahead, back: back)
      }
    }
    return (order.restored(sums[0]), squares ? order.restored(sums[1]) : [])
  }

  /// The sums of the dependencies and, if asked for, of their squares, by the new numbers of the nodes.
  private func dependencySums(
    from sources: [NodeID], squares: Bool, threads: Int, _ makePaths: @Sendable () -> some CountedPaths
  ) -> [[Double]] {
    // As many partial sums as memory allows, but never a number that depends on the threads.
    let lanes = max(1, min(sources.count, 64, max(8, (1 << 22) / max(1, nodeCount))))
    let columns = squares ? 2 : 1
    let nodeCount = nodeCount
    var partials = [Double](repeating: 0, count: lanes * columns * nodeCount)
    partials.withSlots { partials in
      parallelFor(lanes, threads: threads) { lane in
        var paths = makePaths()
        let base = lane * columns * nodeCount
        for place in stride(from: lane, to: sources.count, by: lanes) {
          paths.search(from: sources[place])
          paths.visitDependencies { node, dependency in
            partials[base + node] += dependency
            if squares { partials[base + nodeCount + node] += dependency * dependency }
          }
        }
      }
    }
    return (0..<columns).map { column in
      (0..<nodeCount).map { node in
        (0..<lanes).reduce(0.0) { $0 + partials[($1 * columns + column) * nodeCount + node] }
      }
    }
  }
}
