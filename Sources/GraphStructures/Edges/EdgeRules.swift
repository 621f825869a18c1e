/// What a builder does with edges that join the same two nodes (for a directed graph: in the same direction).
public enum ParallelEdges: Sendable, CaseIterable {
  /// Every edge stays; equal edges lie side by side, in the order of the input.
  case keep
  /// The first edge of the input stays, with its weight.
  case first
  /// One edge whose weight is the sum; an edge without weight counts 1, so the result is always weighted.
  case sum
  /// One edge with the smallest weight; without weights the graph stays unweighted.
  case min
  /// One edge with the largest weight; without weights the graph stays unweighted.
  case max
}

/// What a builder does with loops, edges from a node to itself.
public enum Loops: Sendable, CaseIterable {
  /// Loops stay.
  case keep
  /// Loops are left out.
  case drop
}
