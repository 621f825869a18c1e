package import CampaignAnalysis
package import CampaignModel

/// The nodes of a network by a measure, ready for any format.
package struct RankDocument: TableDocument, Sendable {
  package var dataset: Dataset
  package var rankings: [NetworkRanking]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool
  /// The most rows shown; nil for all.
  package var top: Int?

  package init(_ dataset: Dataset, _ rankings: [NetworkRanking], isList: Bool, top: Int? = nil) {
    precondition(isList || rankings.count == 1, "A document without a list holds one ranking.")
    self.dataset = dataset
    self.rankings = rankings
    self.isList = isList
    self.top = top
  }

  /// Writes `{schema, dataset, campaign, projection, measure, network: {…}, ranking: [{rank, kind, id, name, value}]}`,
  /// with `hub`, `component` or `bridges` in the rows of measures that have them.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.rank/1")
      writer.member("dataset", dataset.name)
      if isList {
        writer.list("campaigns", rankings) { writer, ranking in writer.item { write(ranking, to: &$0) } }
      } else {
        write(rankings[0], to: &writer)
      }
    }
  }

  private func write(_ ranking: NetworkRanking, to writer: inout JSONWriter) {
    let measure = ranking.options.measure
    writer.scope(ranking.scope, of: ranking.projection, in: dataset)
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
        campaign: dataset.campaignKey(of: ranking.scope, ranking.projection),
        heading: dataset.heading(of: ranking.projection, ranking.scope),
        tables: [ranking.summary?.table(unknown: ranking.unknown), table(ranking, options)].compactMap(\.self))
    }
  }

  private func table(_ ranking: NetworkRanking, _ options: TableOptions) -> FigureTable {
    let measure = ranking.options.measure
    var options = options
    if let top { options.rowLimit = top }
    let companions = measure.companions.map { name in
      FigureTable.Column(
        name, name.capitalizedFirst, name == "hub" ? .decimal : name == "label" ? .text : .integer, isFigure: true)
    }
    let columns =
      [
        FigureTable.Column("node", "Node", .text), FigureTable.Column("name", "Name", .text),
        FigureTable.Column("rank", "Rank"),
        FigureTable.Column(
          measure.companions.contains(measure.rawValue) ? "size" : measure.rawValue, measure.title,
          measure.isCount ? .integer : .decimal),
      ] + companions
    return FigureTable(
      "ranking", title: "By \(measure.title.lowercased())",
      note: [measure.meaning, ranking.note].compactMap(\.self).joined(separator: " "), columns: columns,
      first: ranking.rows, options
    ) { row in
      FigureTable.Row(
        row.node.id,
        [
          .text(row.node.id), .text(row.node.label == row.node.id ? "" : row.node.label),
          row.rank.map { .integer($0) } ?? .empty,
          .figure(row.value, isCount: measure.isCount, else: measure == .degree ? .withheld : .undefined),
        ]
          + row.companions.map { companion in
            switch companion {
            case .number(let number): .figure(number, isCount: false)
            case .count(let count): .integer(count)
            case .id(let id): id.map { .text($0) } ?? .unknown(.withheld)
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
    if isCount { return .integer(Int(value)) }
    return abs(value) < 100 ? .score(value) : .decimal(value)
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
  package var title: String {
    switch self {
    case .pagerank: "PageRank"
    case .personalizedPageRank: "Personalised PageRank"
    case .hits: "Authority"
    case .effectiveSize: "Effective size"
    case .component: "Component size"
    case .strongComponent: "Strong component size"
    case .core: "Core"
    case .label: "Nodes with the same label"
    case .articulation: "Articulation"
    default: rawValue.capitalizedFirst
    }
  }

  /// One sentence on what it says.
  package var meaning: String {
    switch self {
    case .degree: "How many ties a node has."
    case .strength: "What its ties weigh together."
    case .pagerank: "How likely a random walk along the ties is found there."
    case .personalizedPageRank: "How likely a random walk that starts at the seeds is found there."
    case .betweenness: "How many of the shortest paths between others pass through it."
    case .closeness: "How near it is to those it reaches, 0 to 1."
    case .harmonic: "The sum of 1/distance to those it reaches."
    case .eigenvector: "How well it is tied to the well tied."
    case .hits: "Authorities are pointed to by good hubs, hubs point to good authorities."
    case .core: "The largest k such that it is in a part where everyone has at least k ties."
    case .clustering: "Of the pairs of its neighbors, the share that is tied."
    case .triangles: "How many triangles it is a corner of."
    case .constraint: "How far its ties lead back to the same few (Burt)."
    case .effectiveSize: "Its ties without the redundant ones (Burt)."
    case .component: "Nodes of the part that it hangs together with."
    case .label: "Nodes with the label that its neighbors gave it, round by round; a label is a node's id."
    case .strongComponent: "Nodes that it reaches and that reach it."
    case .articulation: "1 where its part falls apart without it, and the bridges at it."
    case .hops: "Steps from the nearest seed."
    case .distance: "Length of the shortest path from the nearest seed."
    }
  }
}
