import CampaignAnalysis
import CampaignModel
import Foundation
import GraphData
import GraphStructures
import Networks

extension Network {
  /// The network as a graph for files: ids, labels, kinds and sectors of nodes, weights of edges.
  ///
  /// A channel with the id of a contact is called `channel:` and its id.
  var attributedGraph: AttributedGraph {
    var attributes = [NamedAttribute("name", .text(subject.name))]
    if let projection { attributes.append(NamedAttribute("projection", .text(projection.rawValue))) }
    if projection != .ties, case .dataset(let dataset, let scope) = subject, let campaign = scope.campaign {
      attributes.append(NamedAttribute("campaign", .text(dataset.campaigns[campaign].id)))
    }
    var columns = [
      AttributeColumn("label", .text(nodes.map(\.label))), AttributeColumn("kind", .text(nodes.map(\.kind.rawValue))),
    ]
    if nodes.contains(where: { $0.sector != nil }) {
      columns.append(AttributeColumn("sector", .text(nodes.map(\.sector))))
    }
    return AttributedGraph(
      isDirected: isDirected, nodeIDs: distinctIDs, edges: edgeList, hasIntegerWeights: hasIntegerWeights,
      nodeAttributes: columns, attributes: attributes)
  }

  /// The network with each tie or touch by itself and the day when it happened, in the dataset's time zone.
  ///
  /// - Throws: ``CommandFailure`` for projections whose ties have no time of their own.
  var datedGraph: AttributedGraph {
    get throws {
      guard case .dataset(let dataset, _) = subject, let (edges, times) = datedEdges else {
        throw CommandFailure.usage(
          "--dynamic needs ties that have a time: those of --projection ties, or touches of --projection channels")
      }
      let zone = TimeZone(identifier: dataset.settings.timeZone) ?? .gmt
      let style = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
      let days = times.map { time in
        time.map { Date(timeIntervalSince1970: Double($0.milliseconds) / 1000).formatted(style) }
      }
      var graph = attributedGraph
      graph.hasIntegerWeights = edges.weights?.allSatisfy { Int64(exactly: $0) != nil } ?? false
      graph.edges = edges
      graph.edgeAttributes = [AttributeColumn("time", .text(days))]
      graph.timeAttribute = "time"
      return graph
    }
  }

  /// The ids, byte by byte different.
  private var distinctIDs: [String] {
    var seen: Set<[UInt8]> = []
    return nodes.map { node in
      var id = node.id
      while !seen.insert(Array(id.utf8)).inserted { id = "\(node.kind.rawValue):\(id)" }
      return id
    }
  }

  /// - Throws: ``CommandFailure`` when nodes are contacts that a `minimum_group` hides.
  func checkNodesMayBeNamed() throws {
    guard hidesContacts, nodes.contains(where: { $0.kind == .contact }) else { return }
    throw CommandFailure.usage(
      "the nodes of \(projection?.rawValue ?? subject.name) are single contacts, whom the dataset's minimum_group "
        + "protects; --operator says that you run the dataset and may see them, and overlap and given are about partners"
    )
  }
}
