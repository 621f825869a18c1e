import GraphAlgorithms
import GraphStructures

/// What lies around one node of a network, step by step along the ties' direction.
public struct EgoNetwork: Sendable {
  /// The nodes reached, those fewest steps away first, then in their order; node 0 is the start. Of the ties only those
  /// that lead one step farther, so that each way along them is a shortest one.
  public var network: Network
  /// Steps to each of its nodes, 0 for the start.
  public var steps: [Int]
  /// The most steps looked at.
  public var within: Int
}

extension Network {
  /// The nodes that can be reached from one in at most so many steps, and the ties on shortest ways to them.
  ///
  /// - Parameters:
  ///   - id: the node to start from.
  ///   - within: the most steps, at least 1.
  /// - Throws: ``NetworkError/unknownNode(_:known:)``.
  /// - Complexity: O(n + m).
  public func egoNetwork(of id: String, within: Int, threads: Int = 1) throws(NetworkError) -> EgoNetwork {
    precondition(within >= 1, "There must be at least one step.")
    guard let start = node(ofID: id) else { throw .unknownNode(id, known: nodes.map(\.id)) }
    let graph = graph
    let distances = graph.hopDistances(from: [start], limit: within, threads: threads)
    let order = graph.nodes.filter { distances[Int($0)] >= 0 }
      .sorted { (distances[Int($0)], $0) < (distances[Int($1)], $1) }
    var place = [NodeID](repeating: -1, count: nodes.count)
    for (index, node) in order.enumerated() { place[Int(node)] = NodeID(index) }
    var list = EdgeList(nodeCount: order.count, isWeighted: graph.isWeighted)
    for node in order {
      for position in graph.outgoing.row(node) {
        let other = graph.outgoing.neighbors[position]
        guard distances[Int(other)] == distances[Int(node)] + 1 else { continue }
        list.append(from: place[Int(node)], to: place[Int(other)], weight: graph.outgoing.weight(at: position))
      }
    }
    var network = self
    network.nodes = order.map { nodes[Int($0)] }
    network.edges = isDirected ? .directed(DirectedGraph(list)) : .undirected(UndirectedGraph(list))
    return EgoNetwork(
      network: network, steps: order.map { Int(distances[Int($0)]) }, within: within)
  }
}
