public import CampaignAnalysis
public import CampaignModel
public import GraphvizRendering

/// What a diagram of any network shows.
public enum NetworkDiagram: String, CaseIterable, Hashable, Sendable {
  /// Nodes and ties as they are.
  case ties
  /// The same, colored by community.
  case communities

  /// The diagram of one network, in DOT.
  ///
  /// Every name is escaped; the same network gives the same text. Nodes are named by kind and id, such as `contact:c01`;
  /// whole names stand in tooltips.
  ///
  /// - Parameters:
  ///   - communities: those of the network, for ``communities``.
  ///   - dataset: the dataset that the network was made of, or what stands in for one.
  public func document(
    of network: Network, communities: NetworkCommunities? = nil, in dataset: Dataset,
    options: DiagramOptions = DiagramOptions()
  ) -> DOTDocument {
    precondition(self == .ties || communities != nil, "The diagram of communities needs the communities.")
    let excerpt =
      options.top.map { NetworkExcerpt(network, top: $0) } ?? TiesDiagram.standardExcerpt(of: network)
    let drawing = DiagramDrawing(
      name: rawValue, scope: network.scope, dataset: dataset, options: options,
      engine: options.engine ?? NetworkDiagram.engine(forNodes: excerpt.nodes.count))
    return TiesDiagram(network, excerpt, self == .communities ? communities : nil, drawing).document
  }

  /// How so many nodes are placed unless something else is asked for.
  static func engine(forNodes count: Int) -> LayoutEngine { count <= TiesDiagram.mostNamed ? .neato : .sfdp }
}
