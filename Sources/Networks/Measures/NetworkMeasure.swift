import CampaignAnalysis

/// A measure of the nodes of a network (<doc:Metrics#Measures>).
public enum NetworkMeasure: String, CaseIterable, Hashable, Sendable {
  /// Ties at the node.
  case degree
  /// Their weights, added up.
  case strength
  /// The probability of finding a random walk at the node.
  case pagerank
  /// The same for a walk that starts, and starts anew, at the seeds.
  case personalizedPageRank = "personalised-pagerank"
  /// Shortest paths between others that pass through the node (Brandes).
  case betweenness
  /// How near the nodes it reaches are, 0 to 1.
  case closeness
  /// The sum of 1/distance over the nodes it reaches.
  case harmonic
  /// How well it is tied to well-tied nodes.
  case eigenvector
  /// Authorities, and hubs beside them.
  case hits
  /// The largest k such that it is in a part where all have at least k ties.
  case core
  /// The share of pairs of its neighbors that are tied.
  case clustering
  /// Triangles it is a corner of.
  case triangles
  /// Burt's constraint: how far its ties lead back to the same few.
  case constraint
  /// Burt's effective size: its ties without the redundant ones.
  case effectiveSize = "effective-size"
  /// The size of its component, directions aside.
  case component
  /// The size of the group that bears the same label after rounds of synchronous label propagation.
  case label
  /// The size of its strongly connected component.
  case strongComponent = "strong-component"
  /// Whether its component falls apart without it, and the bridges at it.
  case articulation
  /// Steps from the nearest seed.
  case hops
  /// Length of the shortest path from the nearest seed, weights as lengths.
  case distance

  /// Whether it starts from seeds.
  public var needsSeeds: Bool { [.personalizedPageRank, .hops, .distance].contains(self) }

  /// Whether its values are whole numbers.
  public var isCount: Bool {
    [.degree, .core, .triangles, .component, .label, .strongComponent, .articulation, .hops].contains(self)
  }

  /// What stands beside the value in each row: the identifiers of further columns.
  public var companions: [String] {
    switch self {
    case .hits: ["hub"]
    case .component, .strongComponent: ["component"]
    case .label: ["label"]
    case .articulation: ["bridges"]
    default: []
    }
  }
}

/// How nodes are ranked.
public struct RankingOptions: Hashable, Sendable {
  /// Which way arcs are followed or counted.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    case outgoing
    case incoming
    case both
  }

  /// What a step costs where paths are measured.
  public enum Lengths: String, CaseIterable, Hashable, Sendable {
    /// Every step is 1 long.
    case hops
    /// A weight is a length.
    case weights
    /// A length is 1 / weight: strong ties are short.
    case inverse
  }

  /// What a list is sorted by.
  public enum Order: String, CaseIterable, Hashable, Sendable {
    /// Largest value first, then by id.
    case value
    /// As the nodes are numbered: by id, of a graph file with other ids than integers as they come.
    case node
  }

  public var measure: NetworkMeasure
  /// Nil for the usual one: both for degrees and strengths, outgoing for distances.
  public var direction: Direction?
  /// Ids of the nodes that the measure starts from.
  public var seeds: [String] = []
  /// Whether weights count.
  public var usesWeights = true
  /// For betweenness, closeness and harmonic.
  public var lengths = Lengths.hops
  /// Whether betweenness is divided by the number of pairs of other nodes.
  public var isNormalized = false
  /// Sources that betweenness is estimated from, 2 or more; nil for all.
  public var sample: Int?
  /// Seed of the sample.
  public var randomSeed: UInt64 = 1
  /// Probability that PageRank follows an arc; 0 up to below 1.
  public var damping = 0.85
  /// Up to which change an iteration goes on; above 0.
  public var tolerance = 1e-10
  /// The most rounds of an iteration; nil for the measure's own limit.
  public var maximumIterations: Int?
  /// Exactly so many rounds of PageRank or of label propagation, as LDBC Graphalytics asks for; of the latter 10 when
  /// nil.
  public var fixedIterations: Int?
  /// What the list of nodes is sorted by.
  public var order = Order.value
  /// What is said of the network as a whole.
  public var summary = NetworkSummary.Extent.automatic
  /// Upper bound on threads.
  public var threads = 1

  public init(_ measure: NetworkMeasure) { self.measure = measure }
}

/// Why a network cannot be measured as asked.
public enum NetworkError: Error, Hashable, Sendable {
  /// No node has this id; the ids there are.
  case unknownNode(String, known: [String])
  /// The measure starts from seeds, and there are none.
  case needsSeeds(NetworkMeasure)
  /// An iteration did not settle within its rounds; in the algorithm's words.
  case notConverged(String)
  /// A graph algorithm cannot work on these weights; in its words.
  case notMeasurable(String)
}
