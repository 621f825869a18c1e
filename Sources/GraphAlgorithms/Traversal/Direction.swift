import GraphStructures

/// Which way a directed graph's arcs are followed; an undirected graph's edges go both ways whatever is said.
public enum Direction: String, Sendable, CaseIterable {
  /// From source to target.
  case outgoing
  /// From target to source.
  case incoming
  /// Either way, as if the graph were undirected.
  case both

  /// The direction that leads back.
  public var reversed: Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }
}

extension Graph {
  /// The adjacencies that hold the arcs of one direction: one, or for both directions of a directed graph two.
  func adjacencies(_ direction: Direction) -> [Adjacency] {
    if !isDirected { return [outgoing] }
    return switch direction {
    case .outgoing: [outgoing]
    case .incoming: [incoming]
    case .both: [outgoing, incoming]
    }
  }
}
