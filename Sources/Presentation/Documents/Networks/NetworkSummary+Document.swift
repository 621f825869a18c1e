package import CampaignAnalysis
package import CampaignModel

extension NetworkSummary {
  /// The figures of the network as a whole, under `network`.
  package func write(to writer: inout JSONWriter) {
    writer.object("network") { writer in
      writer.member("nodes", nodes)
      writer.member("edges", edges)
      writer.member("directed", isDirected)
      writer.member("density", density)
      writer.member("reciprocity_by_arcs", reciprocityByArcs)
      writer.member("reciprocity_by_pairs", reciprocityByPairs)
      writer.member("assortativity_by_sector", assortativityBySector)
      writer.member("assortativity_by_degree", assortativityByDegree)
      writer.member("transitivity", transitivity)
      writer.member("components", components)
      writer.member("largest_component", largestComponent)
      writer.member("strong_components", strongComponents)
      writer.member("isolates", isolates)
      writer.member("articulation_points", articulationPoints)
      writer.member("bridges", bridges)
    }
  }

  /// The same as a table with one row a figure.
  package func table(unknown: [UnknownFigure]) -> FigureTable {
    let own = self.unknown.map { UnknownFigure(String($0.figure.dropFirst("network.".count)), $0.state, $0.reason) }
    var table = HeadlineTable(unknown: own + unknown)
    table.add("nodes", "Nodes", nodes, "Nodes of the network.")
    table.add("edges", "Ties", edges, "Ties; arcs where they have a direction.")
    table.add("density", "Density", share: density, "Ties of all that could be.")
    if isDirected {
      table.add(
        "reciprocity_by_arcs", "Arcs returned", reciprocityByArcs, "Arcs whose reverse is there too, of all arcs.")
      table.add(
        "reciprocity_by_pairs", "Pairs tied both ways", reciprocityByPairs, "Of all pairs that are tied at all.")
    }
    table.add(
      "assortativity_by_sector", "Assortativity by sector", assortativityBySector,
      "Whether ties join nodes of one sector more than chance would, -1 to 1.")
    table.add(
      "assortativity_by_degree", "Assortativity by degree", assortativityByDegree,
      "Whether nodes with many ties are tied to each other, -1 to 1.")
    table.add("transitivity", "Transitivity", share: transitivity, "Paths of two ties that a third one closes.")
    table.add("components", "Components", components, "Parts that hang together, directions aside.")
    table.add("largest_component", "Largest component", largestComponent, "Its nodes.")
    if isDirected {
      table.add(
        "strong_components", "Strong components", strongComponents, "Parts where every node reaches every other.")
    }
    table.add("isolates", "Isolates", isolates, "Nodes without a tie.")
    table.add(
      "articulation_points", "Articulation points", articulationPoints, "Nodes without which a part falls apart.")
    table.add("bridges", "Bridges", bridges, "Ties without which a part falls apart.")
    return table.table("network", title: "The network", note: "Figures of the network as a whole.")
  }
}

extension NetworkProjection {
  /// What the ties are, in words.
  package var heading: String {
    switch self {
    case .overlap: "partners tied by contacts in common"
    case .given: "partners tied by give and take"
    case .ties: "contacts tied to each other"
    case .channels: "contacts and channels"
    }
  }
}

extension Dataset {
  /// What was measured, in one line. Ties belong to no campaign.
  package func heading(of projection: NetworkProjection, _ scope: Scope) -> String {
    if isOfGraph { return name }
    return projection == .ties ? "\(name) · \(projection.heading)" : "\(heading(of: scope)) · \(projection.heading)"
  }

  /// Id of the scope's campaign; empty for a window, and for ties, which belong to no campaign.
  func campaignKey(of scope: Scope, _ projection: NetworkProjection? = nil) -> String {
    projection == .ties ? "" : scope.campaign.map { campaigns[$0].id } ?? ""
  }
}

extension JSONWriter {
  /// The scope of a network; ties belong to no campaign.
  package mutating func scope(_ scope: Scope, of projection: NetworkProjection, in dataset: Dataset) {
    if dataset.isOfGraph { return }
    var scope = scope
    if projection == .ties { scope = Scope(windowOf: dataset, filter: scope.filter) }
    self.scope(scope, in: dataset)
    member("projection", projection.rawValue)
  }

  /// What a node is: kind, id and name.
  package mutating func node(_ node: Network.Node) {
    member("kind", node.kind.rawValue)
    member("id", node.id)
    member("name", node.label == node.id ? nil : node.label)
  }
}
