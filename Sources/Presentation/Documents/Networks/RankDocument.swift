import CampaignAnalysis
package import CampaignFigures
import CampaignModel
package import Networks

/// The nodes of a network by a measure, ready for any format.
package struct RankDocument: TableDocument, Sendable {
  /// What the dataset, or the graph, is called.
  package var name: String
  package var rankings: [NetworkRanking]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool
  /// The most rows shown; nil for all.
  package var top: Int?

  package init(_ name: String, _ rankings: [NetworkRanking], isList: Bool, top: Int? = nil) {
    precondition(isList || rankings.count == 1, "A document without a list holds one ranking.")
    self.name = name
    self.rankings = rankings
    self.isList = isList
    self.top = top
  }

  /// Writes `{schema, dataset, campaign, projection, measure, network: {…}, ranking: [{rank, kind, id, name, value}]}`,
  /// with `hub`, `component` or `bridges` in the rows of measures that have them.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write("rank", name, rankings, isList: isList, isPretty: isPretty, to: deliver) { write($0, to: &$1) }
  }

  private func write(_ ranking: NetworkRanking, to writer: inout JSONWriter) {
    let measure = ranking.options.measure
    writer.scope(of: ranking.subject, ranking.projection)
    writer.member("measure", measure.rawValue)
    if let note = ranking.note { writer.member("note", note) }
    ranking.summary?.write(to: &writer)
    writer.rows("ranking", shown(ranking)) { writer, row in
      writer.member("rank", row.rank)
      writer.node(row.node)
      writer.figure("value", row.value, isCount: measure.isCount)
      for (name, value) in zip(measure.companions, row.companions) {
        switch value {
        case .number(let number): writer.member(name, number)
        case .count(let count): writer.member(name, count)
        case .id(let id): writer.member(name, id)
        }
      }
    }
    writer.unknown((ranking.summary?.unknown ?? []) + ranking.unknown)
  }

  private func shown(_ ranking: NetworkRanking) -> ArraySlice<NetworkRanking.Row> {
    ranking.rows.prefix(top ?? ranking.rows.count)
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    rankings.map { ranking in
      DocumentPart(
        campaign: ranking.subject.campaignKey(of: ranking.projection),
        heading: ranking.subject.heading(of: ranking.projection),
        tables: [ranking.summary?.table(unknown: ranking.unknown), table(ranking, options)].compactMap(\.self))
    }
  }

  private func table(_ ranking: NetworkRanking, _ options: TableOptions) -> FigureTable {
    let measure = ranking.options.measure
    var options = options
    if let top { options.rowLimit = top }
    let companions = measure.companions.map { name in
      FigureTable.Column(
        name, NetworkMeasure.companionTitle(name), name == "label" ? .words : .figures, isFigure: true)
    }
    let columns =
      [
        FigureTable.Column("node", "Node", "Knoten", .words), FigureTable.Column("name", "Name", "Name", .words),
        FigureTable.Column("rank", "Rank", "Rang"),
        FigureTable.Column(
          measure.companions.contains(measure.rawValue) ? "size" : measure.rawValue, measure.title),
      ] + companions
    return FigureTable(
      "ranking", title: measure.heading,
      note: [measure.meaning, ranking.note.map { .verbatim($0) }].compactMap(\.self).joined(separator: " "),
      columns: columns,
      first: ranking.rows, options
    ) { row in
      FigureTable.Row(
        row.node.id,
        [
          .name(row.node.id), .name(row.node.label == row.node.id ? "" : row.node.label),
          row.rank.map { .count($0) } ?? .empty,
          .figure(row.value, isCount: measure.isCount, else: measure == .degree ? .withheld : .undefined),
        ]
          + row.companions.map { companion in
            switch companion {
            case .number(let number): .figure(number, isCount: false)
            case .count(let count): .count(count)
            case .id(let id): id.map { .name($0) } ?? .unknown(.withheld)
            }
          })
    }
  }
}

extension FigureTable.Cell {
  /// A number, whole where it counts something; its state where there is none.
  package static func figure(
    _ value: Double?, isCount: Bool, else state: UnknownFigure.State = .undefined
  ) -> FigureTable.Cell {
    guard let value else { return .unknown(state) }
    if isCount { return .count(Int(value)) }
    return abs(value) < 100 ? .score(value) : .number(value)
  }
}

extension JSONWriter {
  /// A number, whole where it counts something.
  package mutating func figure(_ key: String, _ value: Double?, isCount: Bool) {
    if isCount { member(key, value.map { Int($0) }) } else { member(key, value) }
  }
}

extension NetworkMeasure {
  /// The measure's name for people.
  var title: LocalizedText {
    switch self {
    case .degree: LocalizedText("Degree", "Grad")
    case .strength: LocalizedText("Strength", "Stärke")
    case .pagerank: LocalizedText("PageRank", "PageRank")
    case .personalizedPageRank: LocalizedText("Personalised PageRank", "Persönlicher PageRank")
    case .betweenness: LocalizedText("Betweenness", "Betweenness")
    case .closeness: LocalizedText("Closeness", "Nähe")
    case .harmonic: LocalizedText("Harmonic", "Harmonische Nähe")
    case .eigenvector: LocalizedText("Eigenvector", "Eigenvektor")
    case .hits: LocalizedText("Authority", "Autorität")
    case .core: LocalizedText("Core", "Kern")
    case .clustering: LocalizedText("Clustering", "Clusterkoeffizient")
    case .triangles: LocalizedText("Triangles", "Dreiecke")
    case .constraint: LocalizedText("Constraint", "Constraint")
    case .effectiveSize: LocalizedText("Effective size", "Effektive Größe")
    case .component: LocalizedText("Component size", "Größe der Komponente")
    case .label: LocalizedText("Nodes with the same label", "Knoten mit derselben Marke")
    case .strongComponent: LocalizedText("Strong component size", "Größe der starken Komponente")
    case .articulation: LocalizedText("Articulation", "Gelenk")
    case .hops: LocalizedText("Hops", "Schritte")
    case .distance: LocalizedText("Distance", "Entfernung")
    }
  }

  /// The heading of a list of nodes in the measure's order.
  var heading: LocalizedText {
    let title = title
    return LocalizedText("By ", "Nach ") + LocalizedText { $0 == .english ? title[$0].lowercased() : title[$0] }
  }

  /// The heading of what is told beside the measure.
  static func companionTitle(_ name: String) -> LocalizedText {
    switch name {
    case "hub": LocalizedText("Hub", "Verteiler")
    case "bridges": LocalizedText("Bridges", "Brücken")
    case "component", "strong_component": LocalizedText("Component", "Komponente")
    case "label": LocalizedText("Label", "Marke")
    default: .verbatim(name.capitalizedFirst)
    }
  }

  /// One sentence on what it says.
  package var meaning: LocalizedText {
    switch self {
    case .degree: LocalizedText("How many ties a node has.", "Wie viele Verbindungen ein Knoten hat.")
    case .strength: LocalizedText("What its ties weigh together.", "Was seine Verbindungen zusammen wiegen.")
    case .pagerank:
      LocalizedText(
        "How likely a random walk along the ties is found there.",
        "Wie wahrscheinlich ein zufälliger Gang entlang der Verbindungen dort ist.")
    case .personalizedPageRank:
      LocalizedText(
        "How likely a random walk that starts at the seeds is found there.",
        "Wie wahrscheinlich ein zufälliger Gang, der bei den Ausgangsknoten beginnt, dort ist.")
    case .betweenness:
      LocalizedText(
        "How many of the shortest paths between others pass through it.",
        "Wie viele der kürzesten Wege zwischen anderen durch ihn führen.")
    case .closeness:
      LocalizedText("How near it is to those it reaches, 0 to 1.", "Wie nahe er denen ist, die er erreicht, 0 bis 1.")
    case .harmonic:
      LocalizedText(
        "The sum of 1/distance to those it reaches.", "Die Summe von 1/Entfernung zu denen, die er erreicht.")
    case .eigenvector:
      LocalizedText("How well it is tied to the well tied.", "Wie gut er mit den gut Verbundenen verbunden ist.")
    case .hits:
      LocalizedText(
        "Authorities are pointed to by good hubs, hubs point to good authorities.",
        "Auf Autoritäten zeigen gute Verteiler, Verteiler zeigen auf gute Autoritäten.")
    case .core:
      LocalizedText(
        "The largest k such that it is in a part where everyone has at least k ties.",
        "Das größte k, sodass er in einem Teil ist, in dem alle mindestens k Verbindungen haben.")
    case .clustering:
      LocalizedText(
        "Of the pairs of its neighbors, the share that is tied.",
        "Von den Paaren seiner Nachbarn der Anteil, der verbunden ist.")
    case .triangles:
      LocalizedText("How many triangles it is a corner of.", "Von wie vielen Dreiecken er eine Ecke ist.")
    case .constraint:
      LocalizedText(
        "How far its ties lead back to the same few (Burt).",
        "Wie weit seine Verbindungen zu denselben wenigen zurückführen (Burt).")
    case .effectiveSize:
      LocalizedText("Its ties without the redundant ones (Burt).", "Seine Verbindungen ohne die überflüssigen (Burt).")
    case .component:
      LocalizedText("Nodes of the part that it hangs together with.", "Knoten des Teils, mit dem er zusammenhängt.")
    case .label:
      LocalizedText(
        "Nodes with the label that its neighbors gave it, round by round; a label is a node's id.",
        "Knoten mit der Marke, die seine Nachbarn ihm Runde für Runde gaben; eine Marke ist die id eines Knotens.")
    case .strongComponent:
      LocalizedText("Nodes that it reaches and that reach it.", "Knoten, die er erreicht und die ihn erreichen.")
    case .articulation:
      LocalizedText(
        "1 where its part falls apart without it, and the bridges at it.",
        "1, wo sein Teil ohne ihn zerfällt, und die Brücken an ihm.")
    case .hops: LocalizedText("Steps from the nearest seed.", "Schritte vom nächsten Ausgangsknoten.")
    case .distance:
      LocalizedText(
        "Length of the shortest path from the nearest seed.", "Länge des kürzesten Wegs vom nächsten Ausgangsknoten.")
    }
  }
}
