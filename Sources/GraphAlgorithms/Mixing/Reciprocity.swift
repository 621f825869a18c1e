public import GraphStructures

/// How often ties are returned.
public struct Reciprocity: Sendable, Equatable {
  /// The number of ordered pairs of different nodes with an arc from the first to the second.
  public let arcs: Int
  /// The number of those whose reverse is among them.
  public let returnedArcs: Int

  /// The share of arcs that are returned; nil when there are no arcs.
  public var byArcs: Double? { arcs > 0 ? Double(returnedArcs) / Double(arcs) : nil }

  /// The share of tied pairs of nodes that are tied both ways; nil when no pair is tied.
  public var byPairs: Double? {
    let mutual = returnedArcs / 2
    return arcs > 0 ? Double(mutual) / Double(arcs - mutual) : nil
  }
}

extension DirectedGraph {
  /// How often arcs are returned. Loops do not count, parallel arcs count once, weights are not looked at.
  ///
  /// By arcs it is networkx's overall reciprocity, by pairs the "ratio" mode of igraph.
  ///
  /// - Complexity: O(n + m).
  ///
  /// Reference: S. Wasserman, K. Faust, *Social Network Analysis*, 1994, section 13.1, doi:10.1017/CBO9780511815478.
  public func reciprocity() -> Reciprocity {
    var arcs = 0
    var returned = 0
    for node in nodes {
      let sources = incoming.neighbors(of: node)
      var place = sources.startIndex
      var last: NodeID = -1
      for target in outgoing.neighbors(of: node) where target != last && target != node {
        last = target
        arcs += 1
        while place < sources.endIndex, sources[place] < target { place += 1 }
        if place < sources.endIndex, sources[place] == target { returned += 1 }
      }
    }
    return Reciprocity(arcs: arcs, returnedArcs: returned)
  }
}
