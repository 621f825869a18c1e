import CampaignAnalysis
package import CampaignFigures
import CampaignModel
package import Networks

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
    table.add(
      "nodes", LocalizedText("Nodes", "Knoten"), nodes, .nodesOfNetwork)
    table.add(
      "edges", LocalizedText("Ties", "Verbindungen"), edges,
      LocalizedText("Ties; arcs where they have a direction.", "Verbindungen; Pfeile, wo sie eine Richtung haben."))
    table.add(
      "density", LocalizedText("Density", "Dichte"), share: density,
      LocalizedText("Ties of all that could be.", "Verbindungen von allen möglichen."))
    if isDirected {
      table.add(
        "reciprocity_by_arcs", LocalizedText("Arcs returned", "Erwiderte Pfeile"), reciprocityByArcs,
        LocalizedText(
          "Arcs whose reverse is there too, of all arcs.",
          "Pfeile, deren Gegenrichtung es auch gibt, von allen Pfeilen."))
      table.add(
        "reciprocity_by_pairs", LocalizedText("Pairs tied both ways", "Beidseitig verbundene Paare"),
        reciprocityByPairs,
        LocalizedText("Of all pairs that are tied at all.", "Von allen überhaupt verbundenen Paaren."))
    }
    table.add(
      "assortativity_by_sector", LocalizedText("Assortativity by sector", "Assortativität nach Branche"),
      assortativityBySector,
      LocalizedText(
        "Whether ties join nodes of one sector more than chance would, -1 to 1.",
        "Ob Verbindungen Knoten einer Branche öfter verbinden als der Zufall, -1 bis 1."))
    table.add(
      "assortativity_by_degree", LocalizedText("Assortativity by degree", "Assortativität nach Grad"),
      assortativityByDegree,
      LocalizedText(
        "Whether nodes with many ties are tied to each other, -1 to 1.",
        "Ob Knoten mit vielen Verbindungen miteinander verbunden sind, -1 bis 1."))
    table.add(
      "transitivity", LocalizedText("Transitivity", "Transitivität"), share: transitivity,
      LocalizedText(
        "Paths of two ties that a third one closes.", "Wege aus zwei Verbindungen, die eine dritte schließt."))
    table.add(
      "components", LocalizedText("Components", "Komponenten"), components,
      LocalizedText("Parts that hang together, directions aside.", "Zusammenhängende Teile, von Richtungen abgesehen."))
    table.add(
      "largest_component", .largestComponent, largestComponent,
      LocalizedText("Its nodes.", "Ihre Knoten."))
    if isDirected {
      table.add(
        "strong_components", LocalizedText("Strong components", "Starke Komponenten"), strongComponents,
        LocalizedText(
          "Parts where every node reaches every other.", "Teile, in denen jeder Knoten jeden anderen erreicht."))
    }
    table.add(
      "isolates", LocalizedText("Isolates", "Einzelne"), isolates,
      LocalizedText("Nodes without a tie.", "Knoten ohne Verbindung."))
    table.add(
      "articulation_points", LocalizedText("Articulation points", "Gelenkpunkte"), articulationPoints,
      LocalizedText("Nodes without which a part falls apart.", "Knoten, ohne die ein Teil zerfällt."))
    table.add(
      "bridges", LocalizedText("Bridges", "Brücken"), bridges,
      LocalizedText("Ties without which a part falls apart.", "Verbindungen, ohne die ein Teil zerfällt."))
    return table.table(
      "network", title: LocalizedText("The network", "Das Netz"),
      note: LocalizedText("Figures of the network as a whole.", "Zahlen des Netzes als Ganzes."))
  }
}

extension LocalizedText {
  static let largestComponent = LocalizedText("Largest component", "Größte Komponente")
  static let nodesOfNetwork = LocalizedText("Nodes of the network.", "Knoten des Netzes.")
}

extension NetworkProjection {
  /// What the ties are, in words.
  package var heading: LocalizedText {
    switch self {
    case .overlap: LocalizedText("partners tied by contacts in common", "Partner nach gemeinsamen Kontakten")
    case .given: LocalizedText("partners tied by give and take", "Partner nach Geben und Nehmen")
    case .ties: LocalizedText("contacts tied to each other", "miteinander verbundene Kontakte")
    case .channels: LocalizedText("contacts and channels", "Kontakte und Kanäle")
    }
  }
}

extension NetworkSubject {
  /// What was measured, in one line. Ties belong to no campaign.
  package func heading(of projection: NetworkProjection? = nil) -> LocalizedText {
    guard case .dataset(let dataset, let scope) = self else { return .verbatim(name) }
    guard let projection else { return dataset.heading(of: scope) }
    return (projection == .ties ? .verbatim(name) : dataset.heading(of: scope)) + .verbatim(" · ") + projection.heading
  }

  /// Id of the campaign; empty for a window, for a graph that comes from no dataset, and for ties.
  package func campaignKey(of projection: NetworkProjection? = nil) -> String {
    guard case .dataset(let dataset, let scope) = self, projection != .ties else { return "" }
    return dataset.campaignKey(of: scope)
  }
}

extension Dataset {
  /// Id of the scope's campaign; empty for a window.
  func campaignKey(of scope: Scope) -> String { scope.campaign.map { campaigns[$0].id } ?? "" }
}

extension JSONWriter {
  /// The scope of a network, and how it was made; ties belong to no campaign. Nothing for a graph that comes from no
  /// dataset.
  package mutating func scope(of subject: NetworkSubject, _ projection: NetworkProjection? = nil) {
    guard case .dataset(let dataset, let scope) = subject else { return }
    self.scope(projection == .ties ? Scope(windowOf: dataset, filter: scope.filter) : scope, in: dataset)
    if let projection { member("projection", projection.rawValue) }
  }

  /// What a node is: kind, id and name.
  package mutating func node(_ node: Network.Node) {
    member("kind", node.kind.rawValue)
    member("id", node.id)
    member("name", node.label == node.id ? nil : node.label)
  }
}
