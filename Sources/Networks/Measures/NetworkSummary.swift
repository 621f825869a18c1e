import CampaignAnalysis
public import CampaignFigures
import GraphAlgorithms
import GraphStructures

/// Figures of a network as a whole (<doc:Metrics#Measures>).
public struct NetworkSummary: Hashable, Sendable {
  /// Nil when it counts contacts and is withheld, as the other counts of nodes here.
  public var nodes: Int?
  /// Ties; of a directed network arcs, each way counted. In a graph file's network parallel ones and loops count too.
  public var edges: Int
  public var isDirected: Bool
  /// Ties of all that could be: between contacts and channels in `channels`, else between any two nodes, each way if
  /// directed. Above 1 where ties are parallel. Nil when there could be none.
  public var density: Double?
  /// Arcs whose reverse is there too, of all arcs; nil for an undirected network.
  public var reciprocityByArcs: Proportion?
  /// Pairs tied both ways, of all pairs tied; nil for an undirected network.
  public var reciprocityByPairs: Proportion?
  /// Whether ties join nodes of one sector more than chance would, −1 to 1; nodes without sector are left out.
  public var assortativityBySector: Double?
  /// Correlation of the degrees at both ends of a tie, −1 to 1.
  public var assortativityByDegree: Double?
  /// Share of the paths of two edges that are closed by a third, directions aside.
  public var transitivity: Double?
  /// Parts that hang together, directions aside.
  public var components: Int
  public var largestComponent: Int?
  /// Parts in which every node reaches every other along the arcs; nil for an undirected network.
  public var strongComponents: Int?
  public var isolates: Int?
  /// Nodes without which their component falls apart.
  public var articulationPoints: Int?
  /// Edges without which their component falls apart; a pair tied by several, or both ways, has none.
  public var bridges: Int?
  /// Figures that are nil, and why; their names start with `network.`.
  public var unknown: [UnknownFigure] = []

  /// How much is measured.
  public enum Extent: String, Hashable, Sendable {
    /// Everything, unless there are more than ``largestMeasured`` ties: then sizes and components.
    case automatic
    /// Everything, however long it takes.
    case whole
    /// Nothing.
    case none
  }

  /// The most ties of a network that is measured as a whole without being asked to.
  public static let largestMeasured = 1_000_000

  /// Measures a network.
  ///
  /// - Parameters:
  ///   - isWhole: whether figures count that need more than a look at each tie: triangles, cuts, mixing.
  ///   - threads: upper bound on threads.
  /// - Complexity: O(n + m), as a whole O(m^1.5) at worst, for the triangles.
  public init(_ network: Network, isWhole: Bool = true, threads: Int = 1) {
    let graph = network.graph
    nodes = graph.nodeCount
    edges = network.edgesOnce?.count ?? graph.edgeCount
    isDirected = graph.isDirected
    density = NetworkSummary.density(network)
    let parts = graph.weakComponents(threads: threads)
    components = parts.count
    largestComponent = parts.sizes.max()
    isolates = graph.degrees(.both).count { $0 == 0 }
    if isWhole {
      measureStructure(network, threads: threads)
    } else {
      addUnmeasured()
    }
    if network.nodes.contains(where: { $0.kind == .contact }) { withhold(network) }
  }

  /// Measures a network as far as asked for, or not at all.
  init?(_ network: Network, _ extent: Extent, threads: Int) {
    guard extent != .none else { return nil }
    let isSmall = network.graph.edgeCount <= NetworkSummary.largestMeasured
    self.init(network, isWhole: isSmall || extent == .whole, threads: threads)
  }

  private mutating func measureStructure(_ network: Network, threads: Int) {
    let graph = network.graph
    let ties = network.undirected(threads: threads)
    if case .directed(let directed) = network.edges {
      let reciprocity = directed.reciprocity()
      let mutual = reciprocity.returnedArcs / 2
      reciprocityByArcs = Proportion(complete: reciprocity.returnedArcs, of: reciprocity.arcs)
      reciprocityByPairs = Proportion(complete: mutual, of: reciprocity.arcs - mutual)
      strongComponents = directed.strongComponents().count
    }
    let sectors = Array(Set(network.nodes.compactMap(\.sector))).sorted()
    let classes = Dictionary(uniqueKeysWithValues: zip(sectors, sectors.indices))
    if !sectors.isEmpty {
      assortativityBySector = graph.assortativity(
        byClass: network.nodes.map { $0.sector.flatMap { classes[$0] } ?? -1 })
    }
    assortativityByDegree = graph.degreeAssortativity()
    transitivity = ties.transitivity(threads: threads)
    let cuts = network.cutStructure(threads: threads)
    articulationPoints = cuts.articulationPoints.count
    bridges = cuts.bridges.count
    addUnknown(hasSectors: !sectors.isEmpty)
  }

  /// Names the figures that are left out of a large network's summary.
  private mutating func addUnmeasured() {
    let names = [
      "reciprocity_by_arcs", "reciprocity_by_pairs", "assortativity_by_sector", "assortativity_by_degree",
      "transitivity", "strong_components", "articulation_points", "bridges",
    ]
    unknown = names.map {
      UnknownFigure(
        "network.\($0)", .notConfigured,
        LocalizedText(
          "Of a network of more than %1 ties it is measured on request only.",
          "In einem Netz von mehr als %1 Verbindungen wird sie nur auf Wunsch gemessen."
        ).filled(["\(NetworkSummary.largestMeasured)"]))
    }
  }

  /// Takes out counts of few contacts, and what would tell them. The rest beside the largest component is such a
  /// count too; so are, with channels among the nodes, the contacts that are left when these are taken off.
  private mutating func withhold(_ network: Network) {
    let group = network.minimumGroup
    guard group.isAsked, let all = nodes, let largest = largestComponent else { return }
    let channels = network.nodes.count { $0.kind == .channel }
    var system = CountSystem()
    let contacts = system.add(CountName.contacts, all - channels)
    let whole = system.add(CountName.nodes, all)
    system.sum(whole, of: [contacts, system.add(CountName.channels, channels, ofContacts: false, isFixed: true)])
    system.sum(
      whole,
      of: [system.add(CountName.largestComponent, largest), system.add(CountName.otherComponents, all - largest)])
    system.add(CountName.isolates, isolates ?? 0)
    system.add(CountName.articulationPoints, articulationPoints ?? 0)
    system.protect(group)
    nodes = network.isReachWithheld ? nil : system.shown(nodes, CountName.nodes)
    largestComponent = nodes == nil ? nil : system.shown(largestComponent, CountName.largestComponent)
    isolates = system.shown(isolates, CountName.isolates)
    articulationPoints = system.shown(articulationPoints, CountName.articulationPoints)
    // Density and ties together tell the nodes.
    if nodes == nil { density = nil }
    unknown.addWithheld(named: "network.nodes", if: nodes == nil)
    unknown.addWithheld(named: "network.density", if: nodes == nil)
    unknown.addWithheld(named: "network.largest_component", if: largestComponent == nil)
    unknown.addWithheld(named: "network.isolates", if: isolates == nil)
    unknown.addWithheld(named: "network.articulation_points", if: articulationPoints == nil)
  }

  private mutating func addUnknown(hasSectors: Bool) {
    var unknown: [UnknownFigure] = []
    func add(_ figure: String, _ reason: LocalizedText, _ state: UnknownFigure.State = .undefined, if isUnknown: Bool) {
      if isUnknown { unknown.append(UnknownFigure("network.\(figure)", state, reason)) }
    }
    add(
      "density",
      LocalizedText("There are too few nodes for a tie.", "Es gibt zu wenige Knoten für eine Verbindung."),
      if: density == nil)
    let directionless = LocalizedText(
      "The ties have no direction.", "Die Verbindungen haben keine Richtung.")
    let arcless = LocalizedText("There are no arcs.", "Es gibt keine Pfeile.")
    let isArcless = reciprocityByArcs?.rate == nil
    add("reciprocity_by_arcs", isDirected ? arcless : directionless, if: isArcless)
    add("reciprocity_by_pairs", isDirected ? arcless : directionless, if: isArcless)
    add("strong_components", directionless, if: strongComponents == nil)
    if hasSectors {
      add(
        "assortativity_by_sector",
        LocalizedText(
          "Too few ties join nodes with a sector, or all have one.",
          "Zu wenige Verbindungen verbinden Knoten mit einer Branche, oder alle haben dieselbe."),
        if: assortativityBySector == nil)
    } else {
      add(
        "assortativity_by_sector", LocalizedText("No node has a sector.", "Kein Knoten hat eine Branche."),
        .notConfigured, if: true)
    }
    add(
      "assortativity_by_degree",
      LocalizedText(
        "There are no ties, or all degrees are alike.", "Es gibt keine Verbindungen, oder alle Grade sind gleich."),
      if: assortativityByDegree == nil)
    add(
      "transitivity", LocalizedText("There are no paths of two ties.", "Es gibt keine Wege aus zwei Verbindungen."),
      if: transitivity == nil)
    add(
      "largest_component", LocalizedText("There are no nodes.", "Es gibt keine Knoten."), if: largestComponent == nil)
    self.unknown = unknown
  }

  private static func density(_ network: Network) -> Double? {
    let graph = network.graph
    let nodes = Double(graph.nodeCount)
    var possible = graph.isDirected ? nodes * (nodes - 1) : nodes * (nodes - 1) / 2
    if network.projection == .channels {
      let channels = Double(network.nodes.count { $0.kind == .channel })
      possible = channels * (nodes - channels)
    }
    return possible > 0 ? Double(graph.edgeCount) / possible : nil
  }
}

extension CountName {
  // Nodes of a network that are shown together.
  fileprivate static let contacts = CountName("network.contacts")
  fileprivate static let channels = CountName("network.channels")
  fileprivate static let nodes = CountName("network.nodes")
  fileprivate static let largestComponent = CountName("network.largest_component")
  fileprivate static let otherComponents = CountName("network.other_components")
  fileprivate static let isolates = CountName("network.isolates")
  fileprivate static let articulationPoints = CountName("network.articulation_points")
}
