import CampaignModel
import GraphStructures

/// The ties between contacts as a graph for finding paths: of several ties from one contact to another the one of
/// the largest weight counts, and a tie without weight counts 1.
struct TieGraph: Sendable {
  /// The contacts with a tie, in order of id: that is how nodes are numbered.
  let order: ContactOrder
  let graph: DirectedGraph

  init(_ filter: Filter, in dataset: Dataset, threads: Int) {
    let ties = filter.ties(of: dataset)
    order = ContactOrder(endsOf: ties, in: dataset)
    var list = EdgeList(nodeCount: order.contacts.count, isWeighted: true)
    for tie in ties { list.append(from: order.node(of: tie.from), to: order.node(of: tie.to), weight: tie.weight ?? 1) }
    graph = DirectedGraph(list, parallelEdges: .max, threads: threads)
  }

  /// The node of a contact; nil when it has no ties.
  func node(of contact: Int) -> NodeID? {
    let node = order.node(of: contact)
    return node < 0 ? nil : node
  }
}
