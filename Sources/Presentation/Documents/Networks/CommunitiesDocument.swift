import CampaignAnalysis
import CampaignFigures
import CampaignModel
package import Networks

/// Communities of a network, ready for any format.
package struct CommunitiesDocument: TableDocument, Sendable {
  /// What the dataset, or the graph, is called.
  package var name: String
  package var findings: [NetworkCommunities]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool

  package init(_ name: String, _ findings: [NetworkCommunities], isList: Bool) {
    precondition(isList || findings.count == 1, "A document without a list holds one division.")
    self.name = name
    self.findings = findings
    self.isList = isList
  }

  /// Writes `{schema, dataset, campaign, projection, method, resolution, seed, modularity, network: {…},
  /// communities: [{community, size, inner, members: [ids]}]}`.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write("communities", name, findings, isList: isList, isPretty: isPretty, to: deliver) {
      write($0, to: &$1)
    }
  }

  private func write(_ finding: NetworkCommunities, to writer: inout JSONWriter) {
    writer.scope(of: finding.subject, finding.projection)
    writer.member("method", finding.options.method.rawValue)
    writer.member("resolution", finding.options.method == .labelPropagation ? nil : finding.options.resolution)
    writer.member("seed", Int(exactly: finding.options.seed))
    writer.member("modularity", finding.modularity)
    finding.summary.write(to: &writer)
    writer.rows("communities", finding.communities) { writer, community in
      writer.member("community", community.number)
      writer.member("size", community.size)
      writer.member("inner", community.inner)
      writer.list("members", community.members) { $0.item($1.id) }
    }
    writer.unknown(finding.summary.unknown + finding.unknown)
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    findings.map { finding in
      DocumentPart(
        campaign: finding.subject.campaignKey(of: finding.projection),
        heading: finding.subject.heading(of: finding.projection),
        tables: [headlines(finding), communities(finding, options), members(finding, options)])
    }
  }

  private func headlines(_ finding: NetworkCommunities) -> FigureTable {
    var table = HeadlineTable(unknown: finding.unknown)
    table.add(
      "communities", LocalizedText("Communities", "Gemeinschaften"), finding.communities.count,
      LocalizedText("Groups with more ties within than across.", "Gruppen mit mehr Verbindungen innen als nach außen."))
    table.add(
      "modularity", LocalizedText("Modularity", "Modularität"), finding.modularity,
      LocalizedText(
        "Weight within them beyond what chance would put there.",
        "Gewicht in ihnen über das hinaus, was der Zufall dorthin brächte."))
    table.add(
      "nodes", LocalizedText("Nodes", "Knoten"), finding.summary.nodes,
      .nodesOfNetwork)
    table.add(
      "edges", LocalizedText("Ties", "Verbindungen"), finding.summary.edges,
      LocalizedText("Ties between different nodes.", "Verbindungen zwischen verschiedenen Knoten."))
    return table.table(
      "communities_found",
      title: LocalizedText("Communities by %1", "Gemeinschaften nach %1").filled(
        .verbatim(finding.options.method.rawValue)),
      note: LocalizedText("How well the network falls into groups.", "Wie gut das Netz in Gruppen zerfällt."))
  }

  private func communities(_ finding: NetworkCommunities, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "communities", title: LocalizedText("Sizes", "Größen"),
      note: LocalizedText(
        "The groups, largest first, with their share of all ties' weight.",
        "Die Gruppen, größte zuerst, mit ihrem Anteil am Gewicht aller Verbindungen."),
      columns: [
        FigureTable.Column("community", "Community", "Gemeinschaft", .words),
        FigureTable.Column("size", "Size", "Größe"),
        FigureTable.Column("inner", "Weight within", "Gewicht innen"),
        FigureTable.Column("first", "First members", "Erste Mitglieder", .words),
      ], first: finding.communities, options
    ) { community in
      FigureTable.Row(
        "\(community.number)",
        [
          .name("\(community.number)"), .count(community.size),
          .share(community.inner, else: community.size == nil ? .withheld : .undefined),
          .name(community.members.prefix(5).map(\.id).joined(separator: ", ")),
        ])
    }
  }

  private func members(_ finding: NetworkCommunities, _ options: TableOptions) -> FigureTable {
    let members = finding.communities.flatMap { community in
      community.members.map { (number: community.number, node: $0) }
    }
    return FigureTable(
      "members", title: LocalizedText("Members", "Mitglieder"),
      note: LocalizedText(
        "Each node and the community it belongs to.", "Jeder Knoten und die Gemeinschaft, zu der er gehört."),
      columns: [
        FigureTable.Column("node", "Node", "Knoten", .words), FigureTable.Column("name", "Name", "Name", .words),
        FigureTable.Column("community", "Community", "Gemeinschaft"),
      ], first: members, options
    ) { member in
      FigureTable.Row(
        member.node.id,
        [
          .name(member.node.id), .name(member.node.label == member.node.id ? "" : member.node.label),
          .count(member.number),
        ])
    }
  }
}
