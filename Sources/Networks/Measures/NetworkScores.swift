import CampaignAnalysis
import GraphAlgorithms
import GraphStructures
import Randomness

/// The value of every node by one measure, and what stands beside it.
struct NetworkScores {
  var values: [Double?]
  /// One list per companion column.
  var companions: [[NetworkRanking.Companion]] = []
  /// How a sample or an iteration went, in words.
  var note: String?

  init(_ values: [Double?], _ companions: [[NetworkRanking.Companion]] = [], note: String? = nil) {
    self.values = values
    self.companions = companions
    self.note = note
  }

  init(_ values: [Double], note: String? = nil) { self.init(values.map { Optional($0) }, note: note) }

  init(_ counts: [some BinaryInteger]) { self.init(counts.map { Double($0) }) }
}

extension Network {
  /// The scores of all nodes.
  func scores(_ options: RankingOptions) throws(NetworkError) -> NetworkScores {
    let seeds = try seeds(options)
    var network = options.usesWeights ? self : unweighted
    let measuresPaths = [.betweenness, .closeness, .harmonic].contains(options.measure)
    if measuresPaths, options.lengths == .inverse { network = network.reweighted { 1 / $0 } }
    do throws(GraphAlgorithmError) {
      switch options.measure {
      case .betweenness, .closeness, .harmonic: return try network.pathScores(options)
      case .pagerank, .personalizedPageRank, .eigenvector, .hits: return try network.walkScores(options, seeds)
      case .hops, .distance: return try network.distanceScores(options, seeds)
      default: return try network.localScores(options)
      }
    } catch {
      throw reason(error)
    }
  }

  /// What went wrong, with the ids of nodes unless they are withheld.
  func reason(_ error: GraphAlgorithmError) -> NetworkError {
    switch error {
    case .notConverged: return .notConverged(error.description)
    case .invalidWeight(let algorithm, let source, let target, let weight, let requirement):
      let ends = [source, target].map { nodes[Int($0)] }
      let edge = ends.allSatisfy(shows) ? "the edge from \(ends[0].id) to \(ends[1].id)" : "an edge"
      return .notMeasurable("\(algorithm): the weight \(weight) of \(edge) is not \(requirement).")
    }
  }

  private func seeds(_ options: RankingOptions) throws(NetworkError) -> [NodeID] {
    guard options.measure.needsSeeds else { return [] }
    guard !options.seeds.isEmpty else { throw .needsSeeds(options.measure) }
    var seeds: [NodeID] = []
    for id in options.seeds {
      guard let node = node(ofID: id) else { throw .unknownNode(id, known: nodes.map(\.id)) }
      if !seeds.contains(node) { seeds.append(node) }
    }
    return seeds
  }

  /// The degrees of nodes; an edge without direction counts once, also where others have one.
  private func degrees(_ direction: GraphAlgorithms.Direction) -> [Int] {
    guard let edgesOnce, direction == .both else { return graph.degrees(direction).map { Int($0) } }
    var degrees = [Int](repeating: 0, count: nodes.count)
    for end in edgesOnce.sources + edgesOnce.targets { degrees[Int(end)] += 1 }
    return degrees
  }

  /// The sums of the weights at nodes, of edges counted as for ``degrees(_:)``.
  private func strengths(_ direction: GraphAlgorithms.Direction) -> [Double] {
    guard let edgesOnce, direction == .both else { return graph.strengths(direction) }
    var strengths = [Double](repeating: 0, count: nodes.count)
    for edge in 0..<edgesOnce.count {
      let weight = edgesOnce.weights?[edge] ?? 1
      strengths[Int(edgesOnce.sources[edge])] += weight
      strengths[Int(edgesOnce.targets[edge])] += weight
    }
    return strengths
  }

  private func localScores(_ options: RankingOptions) throws(GraphAlgorithmError) -> NetworkScores {
    let graph = graph
    let threads = options.threads
    let direction = options.direction?.asDirection
    switch options.measure {
    case .degree: return NetworkScores(degrees(direction ?? .both))
    case .strength: return NetworkScores(strengths(direction ?? .both))
    case .core: return NetworkScores(graph.coreNumbers())
    case .clustering:
      switch edges {
      case .directed(let graph): return NetworkScores(graph.localClustering(threads: threads))
      case .undirected(let graph): return NetworkScores(graph.localClustering(threads: threads))
      }
    case .triangles: return NetworkScores(undirected(threads: threads).triangleCounts(threads: threads))
    case .constraint: return NetworkScores(try graph.constraint(threads: threads))
    case .effectiveSize: return NetworkScores(try graph.effectiveSize(threads: threads))
    case .component: return NetworkScores(graph.weakComponents(threads: threads))
    case .label: return labelScores(options)
    case .strongComponent: return NetworkScores(graph.strongComponents())
    default: return articulationScores(threads)
    }
  }

  /// Each node's label is the id of the node that it started from: labels are compared by the numbers of the nodes.
  private func labelScores(_ options: RankingOptions) -> NetworkScores {
    let rounds = options.fixedIterations ?? options.maximumIterations ?? 10
    let labels = graph.synchronousLabels(iterations: rounds, threads: options.threads)
    var sizes = [Int](repeating: 0, count: nodes.count)
    for label in labels { sizes[Int(label)] += 1 }
    let ids = nodes.map { NetworkRanking.Companion.id(shows($0) ? $0.id : nil) }
    return NetworkScores(labels.map { Double(sizes[Int($0)]) }, [labels.map { ids[Int($0)] }])
  }

  private func articulationScores(_ threads: Int) -> NetworkScores {
    let cuts = cutStructure(threads: threads)
    var isPoint = [Double?](repeating: 0, count: nodes.count)
    var bridges = [Int](repeating: 0, count: nodes.count)
    for node in cuts.articulationPoints { isPoint[Int(node)] = 1 }
    for bridge in cuts.bridges {
      bridges[Int(bridge.first)] += 1
      bridges[Int(bridge.second)] += 1
    }
    return NetworkScores(isPoint, [bridges.map { .count($0) }])
  }

  private func pathScores(_ options: RankingOptions) throws(GraphAlgorithmError) -> NetworkScores {
    let usesLengths = options.lengths != .hops
    guard options.measure == .betweenness else {
      let closeness = try graph.closeness(
        direction: options.direction?.asDirection ?? .outgoing, usesLengths: usesLengths, threads: options.threads)
      return NetworkScores(options.measure == .closeness ? closeness.closeness : closeness.harmonic)
    }
    var settings = BetweennessOptions()
    settings.usesLengths = usesLengths
    settings.isNormalized = options.isNormalized
    guard let sample = options.sample, sample < nodes.count else {
      return NetworkScores(try graph.betweenness(settings, threads: options.threads))
    }
    var generator = Xoshiro256(seed: options.randomSeed)
    let estimate = try graph.sampledBetweenness(
      sources: sample, settings, threads: options.threads, using: &generator)
    let error = estimate.standardErrors.max() ?? 0
    return NetworkScores(
      estimate.estimates, note: "Estimated from \(sample) of \(nodes.count) sources; standard error at most \(error).")
  }

  private func walkScores(
    _ options: RankingOptions, _ seeds: [NodeID]
  ) throws(GraphAlgorithmError) -> NetworkScores {
    let threads = options.threads
    switch options.measure {
    case .eigenvector:
      let found = try graph.eigenvectorCentrality(
        tolerance: options.tolerance, maximumIterations: options.maximumIterations ?? 10_000, threads: threads)
      return NetworkScores(found.scores)
    case .hits:
      let found = try graph.hubsAndAuthorities(
        tolerance: options.tolerance, maximumIterations: options.maximumIterations ?? 1000, threads: threads)
      return NetworkScores(found.authorities.map { Optional($0) }, [found.hubs.map { .number($0) }])
    default:
      var settings = PageRankOptions()
      settings.damping = options.damping
      settings.tolerance = options.tolerance
      settings.maximumIterations = options.maximumIterations ?? settings.maximumIterations
      settings.fixedIterations = options.fixedIterations
      let found =
        options.measure == .pagerank
        ? try graph.pageRank(settings, threads: threads)
        : try graph.personalizedPageRank(seeds: seeds, settings, threads: threads)
      return NetworkScores(found.scores)
    }
  }

  private func distanceScores(
    _ options: RankingOptions, _ seeds: [NodeID]
  ) throws(GraphAlgorithmError) -> NetworkScores {
    let direction = options.direction?.asDirection ?? .outgoing
    if options.measure == .hops {
      let hops = graph.hopDistances(from: seeds, direction: direction, threads: options.threads)
      return NetworkScores(hops.map { $0 < 0 ? nil : Double($0) })
    }
    let lengths = try graph.shortestPaths(from: seeds, direction: direction).lengths
    return NetworkScores(lengths.map { $0.isFinite ? $0 : nil })
  }
}

extension NetworkScores {
  /// The size of each node's component, and its number.
  init(_ components: Components) {
    self.init(
      components.labels.map { Double(components.sizes[Int($0)]) }, [components.labels.map { .count(Int($0)) }])
  }
}

extension RankingOptions.Direction {
  var asDirection: GraphAlgorithms.Direction {
    switch self {
    case .outgoing: .outgoing
    case .incoming: .incoming
    case .both: .both
    }
  }
}
