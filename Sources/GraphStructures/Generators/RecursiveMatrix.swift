import Randomness

extension EdgeList {
  /// Edges of an R-MAT graph: a few nodes with very many edges, many with few, as in the networks people make.
  ///
  /// Each edge falls into a quadrant of the adjacency matrix with probability a, b, c or 1 − a − b − c,
  /// then into a quadrant of that one, and so on down to a single cell. Then node ids are shuffled.
  /// Loops and parallel edges occur; the builder of the graph says what becomes of them.
  ///
  /// - Parameters:
  ///   - scale: the graph has 2^scale nodes; 0 to 30.
  ///   - edgeCount: number of edges.
  ///   - a: probability of the upper left quadrant.
  ///   - b: probability of the upper right quadrant.
  ///   - c: probability of the lower left quadrant.
  ///   - generator: where the random numbers come from.
  /// - Complexity: O(m · scale) time.
  ///
  /// Reference: D. Chakrabarti, Y. Zhan, C. Faloutsos, "R-MAT: A recursive model for graph mining",
  /// SIAM International Conference on Data Mining, 2004, doi:10.1137/1.9781611972740.43.
  public static func recursiveMatrix(
    scale: Int, edgeCount: Int, a: Double = 0.57, b: Double = 0.19, c: Double = 0.19,
    using generator: inout some RandomNumberGenerator
  ) -> EdgeList {
    precondition(scale >= 0 && scale <= 30, "The scale must lie between 0 and 30.")
    precondition(a >= 0 && b >= 0 && c >= 0 && a + b + c <= 1, "The quadrants' probabilities must add up to 1.")
    let nodeCount = 1 << scale
    var names = (0..<NodeID(nodeCount)).map { $0 }
    generator.shuffle(&names)
    var sources: [NodeID] = []
    var targets: [NodeID] = []
    sources.reserveCapacity(edgeCount)
    targets.reserveCapacity(edgeCount)
    for _ in 0..<edgeCount {
      var row = 0
      var column = 0
      for _ in 0..<scale {
        let draw = generator.unitDouble()
        let isLower = draw >= a + b
        let isRight = isLower ? draw >= a + b + c : draw >= a
        row = 2 * row + (isLower ? 1 : 0)
        column = 2 * column + (isRight ? 1 : 0)
      }
      sources.append(names[row])
      targets.append(names[column])
    }
    return EdgeList(nodeCount: nodeCount, sources: sources, targets: targets)
  }
}
