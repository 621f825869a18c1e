import Randomness

extension EdgeList {
  /// Edges of a graph with groups planted in it: nodes have more edges within their group than out of it.
  ///
  /// Node v belongs to group v / groupSize. Exactly n · innerDegree / 2 edges are drawn among the pairs within
  /// groups and n · outerDegree / 2 among the pairs across, each pair of its kind equally likely, with replacement:
  /// parallel edges may occur, loops do not.
  ///
  /// - Parameters:
  ///   - groupCount: number of groups, at least 1.
  ///   - groupSize: nodes in each group, at least 1.
  ///   - innerDegree: mean number of edges of a node within its group; 0 where groups have one node.
  ///   - outerDegree: mean number of edges of a node to other groups; 0 where there is one group.
  ///   - generator: where the random numbers come from.
  /// - Complexity: O(m) time.
  ///
  /// Reference: A. Condon, R. M. Karp, "Algorithms for graph partitioning on the planted partition model",
  /// Random Structures & Algorithms 18(2), 2001, doi:10.1002/1098-2418(200103)18:2<116::AID-RSA1001>3.0.CO;2-2;
  /// here with fixed numbers of edges.
  public static func plantedPartition(
    groupCount: Int, groupSize: Int, innerDegree: Double, outerDegree: Double,
    using generator: inout some RandomNumberGenerator
  ) -> EdgeList {
    precondition(groupCount >= 1 && groupSize >= 1, "There must be at least one group of one node.")
    precondition(innerDegree == 0 || (innerDegree > 0 && groupSize > 1), "Groups of one node have no inner edges.")
    precondition(outerDegree == 0 || (outerDegree > 0 && groupCount > 1), "A single group has no outer edges.")
    let nodeCount = groupCount * groupSize
    var edges = EdgeList(nodeCount: nodeCount)
    for _ in 0..<Int(Double(nodeCount) * innerDegree / 2) {
      let source = generator.draw(below: nodeCount)
      let start = source / groupSize * groupSize
      let step = 1 + generator.draw(below: groupSize - 1)
      let target = start + (source - start + step) % groupSize
      edges.append(from: NodeID(source), to: NodeID(target))
    }
    for _ in 0..<Int(Double(nodeCount) * outerDegree / 2) {
      let source = generator.draw(below: nodeCount)
      let end = (source / groupSize + 1) * groupSize
      let target = (end + generator.draw(below: nodeCount - groupSize)) % nodeCount
      edges.append(from: NodeID(source), to: NodeID(target))
    }
    return edges
  }
}
