public import CampaignModel
public import GraphStructures
import LogScanning

extension Network {
  /// Each tie of `ties` and each touch of `channels` by itself, with its time; nil for projections whose ties sum up what
  /// happened at many times.
  ///
  /// - Complexity: O(touches) or O(ties).
  public var datedEdges: (edges: EdgeList, times: [Instant?])? {
    guard case .dataset(let dataset, let scope) = subject else { return nil }
    var nodeOfContact = [NodeID](repeating: -1, count: dataset.contacts.count)
    var nodeOfChannel = [NodeID](repeating: -1, count: dataset.channels.count)
    for (node, entry) in nodes.enumerated() {
      if entry.kind == .contact { nodeOfContact[entry.index] = NodeID(node) }
      if entry.kind == .channel { nodeOfChannel[entry.index] = NodeID(node) }
    }
    var list = EdgeList(nodeCount: nodes.count, isWeighted: true)
    var times: [Instant?] = []
    switch projection {
    case .ties:
      for tie in scope.filter.ties(of: dataset) {
        list.append(from: nodeOfContact[tie.from], to: nodeOfContact[tie.to], weight: tie.weight ?? 1)
        times.append(tie.time)
      }
    case .channels:
      let test = ScopeTest(scope, in: dataset)
      for contact in 0..<dataset.contacts.count where test.accepts(contact: contact, of: dataset.contacts) {
        for position in dataset.log.slice(of: contact) {
          let touch = dataset.log.touches[position]
          guard test.accepts(touch) else { continue }
          list.append(from: nodeOfContact[contact], to: nodeOfChannel[touch.channel])
          times.append(touch.time)
        }
      }
    case .overlap, .given, nil: return nil
    }
    return (list, times)
  }
}
