import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphStructures
import LogScanning

extension Network {
  static func ties(_ scope: Scope, in dataset: Dataset, threads: Int) -> Network {
    let kept = scope.filter.ties(of: dataset)
    let order = ContactOrder(endsOf: kept, in: dataset)
    let isWeighted = kept.contains { $0.weight != nil }
    var list = EdgeList(nodeCount: order.contacts.count, isWeighted: isWeighted)
    for tie in kept {
      list.append(from: order.node(of: tie.from), to: order.node(of: tie.to), weight: tie.weight ?? 1)
    }
    let graph = DirectedGraph(list, parallelEdges: isWeighted ? .sum : .first, threads: threads)
    var unknown: [UnknownFigure] = []
    if !dataset.tables.contains(.ties) {
      unknown.append(UnknownFigure("nodes", .notConfigured, .noTies))
    }
    return Network(
      subject: .dataset(dataset, scope), projection: .ties, nodes: order.contacts.map { dataset.contactNode($0) },
      edges: .directed(graph),
      minimumGroup: MinimumGroup(of: dataset), unknown: unknown)
  }

  static func channels(_ scope: Scope, in dataset: Dataset, threads: Int) -> Network {
    let test = ScopeTest(scope, in: dataset)
    var touches: [(contact: Int, channel: Int)] = []
    var reached: [Int] = []
    var isUsed = [Bool](repeating: false, count: dataset.channels.count)
    for contact in 0..<dataset.contacts.count where test.accepts(contact: contact, of: dataset.contacts) {
      let before = touches.count
      for position in dataset.log.slice(of: contact) {
        let touch = dataset.log.touches[position]
        guard test.accepts(touch) else { continue }
        touches.append((contact, touch.channel))
        isUsed[touch.channel] = true
      }
      if touches.count > before { reached.append(contact) }
    }
    let order = ContactOrder(of: reached, in: dataset)
    let channels = isUsed.indices.filter { isUsed[$0] }.sorted { dataset.channels[$0].id < dataset.channels[$1].id }
    var nodeOfChannel = [NodeID](repeating: -1, count: dataset.channels.count)
    for (place, channel) in channels.enumerated() { nodeOfChannel[channel] = NodeID(order.contacts.count + place) }
    var list = EdgeList(nodeCount: order.contacts.count + channels.count)
    for touch in touches { list.append(from: order.node(of: touch.contact), to: nodeOfChannel[touch.channel]) }
    var network = Network(
      subject: .dataset(dataset, scope), projection: .channels,
      nodes: order.contacts.map { dataset.contactNode($0) } + channels.map { dataset.channelNode($0) },
      edges: .undirected(UndirectedGraph(list, parallelEdges: .sum, threads: threads)),
      minimumGroup: MinimumGroup(of: dataset), unknown: [])
    network.withholdChannels(scope, in: dataset, threads: threads)
    return network
  }

  /// Finds which channels' contacts are withheld, together with what other analyses show of the scope: a channel that
  /// is its owner's only one has its owner's reach, and all channels' contacts add up to the edges.
  private mutating func withholdChannels(_ scope: Scope, in dataset: Dataset, threads: Int) {
    guard minimumGroup.isAsked else { return }
    var system = CountSystem(of: scope, in: dataset, threads: threads)
    let graph = graph
    var variables: [(channel: Int, variable: Int)] = []
    var channelsOf = [Int](repeating: 0, count: dataset.partners.count)
    for (node, entry) in nodes.enumerated() where entry.kind == .channel {
      let contacts = graph.outgoing.arcCount(of: NodeID(node))
      variables.append((entry.index, system.add(CountName("channel.contacts")[entry.index], contacts)))
      channelsOf[dataset.channels[entry.index].owner] += 1
    }
    for (channel, variable) in variables {
      let owner = dataset.channels[channel].owner
      guard channelsOf[owner] == 1, let reach = system.variable(named: ReachFigures.carrierReach.count[owner]) else {
        continue
      }
      system.same(variable, reach)
    }
    let edges = system.add(CountName("edges"), graph.edgeCount, ofContacts: false, isFixed: true)
    if !variables.isEmpty { system.sum(edges, of: variables.map(\.variable)) }
    system.protect(minimumGroup)
    isReachWithheld = system.isWithheld(ReachFigures.reach.count)
    withheldChannels = Set(variables.filter { system.isWithheld[$0.variable] }.map(\.channel))
  }
}

/// Some contacts in order of id, and the place of each.
struct ContactOrder {
  let contacts: [Int]
  private var places: [NodeID]

  /// Contacts and the ends of ties, each once, however often they occur. O(n log n) for n of them.
  init(of contacts: [Int] = [], endsOf ties: [Tie] = [], in dataset: Dataset) {
    var isMember = [Bool](repeating: false, count: dataset.contacts.count)
    for contact in contacts { isMember[contact] = true }
    for tie in ties {
      isMember[tie.from] = true
      isMember[tie.to] = true
    }
    self.contacts = isMember.indices.filter { isMember[$0] }.map { (contact: $0, id: dataset.contacts.ids[$0]) }
      .sorted { $0.id < $1.id }.map(\.contact)
    places = [NodeID](repeating: -1, count: dataset.contacts.count)
    for (place, contact) in self.contacts.enumerated() { places[contact] = NodeID(place) }
  }

  /// The place of a contact; −1 for one that is not among them.
  func node(of contact: Int) -> NodeID { places[contact] }
}

extension Filter {
  /// The ties that pass: between two contacts, dated within `from` and `until` where these are given, both ends in
  /// the segment.
  func ties(of dataset: Dataset) -> [Tie] {
    let segment = segment.map { dataset.contacts.segments.code(of: $0) ?? .max }
    return dataset.ties.filter { tie in
      guard tie.from != tie.to else { return false }
      if from != nil || until != nil {
        guard let time = tie.time else { return false }
        if let from, time < from { return false }
        if let until, time >= until { return false }
      }
      guard let segment else { return true }
      return [tie.from, tie.to].allSatisfy { dataset.contacts.segments.code(ofRow: $0) == segment }
    }
  }
}
