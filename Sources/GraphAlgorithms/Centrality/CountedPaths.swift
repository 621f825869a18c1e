import GraphStructures

/// The shortest paths from one source, counted (Brandes 2001): first outwards, then the dependencies back.
protocol CountedPaths: Sendable {
  /// Finds and counts the shortest paths from `source`.
  mutating func search(from source: NodeID)

  /// Calls `body` for every node reached but the source with its dependency: Σ σ(s, t | v) / σ(s, t) over targets t.
  mutating func visitDependencies(_ body: (_ node: Int, _ dependency: Double) -> Void)
}
