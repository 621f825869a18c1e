package import CampaignAnalysis
package import CampaignModel

/// Communities of a network, ready for any format.
package struct CommunitiesDocument: TableDocument, Sendable {
  package var dataset: Dataset
  package var findings: [NetworkCommunities]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool

  package init(_ dataset: Dataset, _ findings: [NetworkCommunities], isList: Bool) {
    precondition(isList || findings.count == 1, "A document without a list holds one division.")
    self.dataset = dataset
    self.findings = findings
    self.isList = isList
  }

  /// Writes `{schema, dataset, campaign, projection, method, resolution, seed, modularity, network: {…},
  /// communities: [{community, size, inner, members: [ids]}]}`.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.communities/1")
      writer.member("dataset", dataset.name)
      if isList {
        writer.list("campaigns", findings) { writer, finding in writer.item { write(finding, to: &$0) } }
      } else {
        write(findings[0], to: &writer)
      }
    }
  }

  private func write(_ finding: NetworkCommunities, to writer: inout JSONWriter) {
    writer.scope(finding.scope, of: finding.projection, in: dataset)
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
        campaign: dataset.campaignKey(of: finding.scope, finding.projection),
        heading: dataset.heading(of: finding.projection, finding.scope),
        tables: [headlines(finding), communities(finding, options), members(finding, options)])
    }
  }

  private func headlines(_ finding: NetworkCommunities) -> FigureTable {
    var table = HeadlineTable(unknown: finding.unknown)
    table.add("communities", "Communities", finding.communities.count, "Groups with more ties within than across.")
    table.add(
      "modularity", "Modularity", finding.modularity, "Weight within them beyond what chance would put there.")
    table.add("nodes", "Nodes", finding.summary.nodes, "Nodes of the network.")
    table.add("edges", "Ties", finding.summary.edges, "Ties between different nodes.")
    return table.table(
      "communities_found", title: "Communities by \(finding.options.method.rawValue)",
      note: "How well the network falls into groups.")
  }

  private func communities(_ finding: NetworkCommunities, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "communities", title: "Sizes", note: "The groups, largest first, with their share of all ties' weight.",
      columns: [
        FigureTable.Column("community", "Community", .text), FigureTable.Column("size", "Size"),
        FigureTable.Column("inner", "Weight within", .percent), FigureTable.Column("first", "First members", .text),
      ], first: finding.communities, options
    ) { community in
      FigureTable.Row(
        "\(community.number)",
        [
          .text("\(community.number)"), .count(community.size),
          community.inner.map { .percent($0) } ?? .unknown(community.size == nil ? .withheld : .undefined),
          .text(community.members.prefix(5).map(\.id).joined(separator: ", ")),
        ])
    }
  }

  private func members(_ finding: NetworkCommunities, _ options: TableOptions) -> FigureTable {
    let members = finding.communities.flatMap { community in
      community.members.map { (number: community.number, node: $0) }
    }
    return FigureTable(
      "members", title: "Members", note: "Each node and the community it belongs to.",
      columns: [
        FigureTable.Column("node", "Node", .text), FigureTable.Column("name", "Name", .text),
        FigureTable.Column("community", "Community"),
      ], first: members, options
    ) { member in
      FigureTable.Row(
        member.node.id,
        [
          .text(member.node.id), .text(member.node.label == member.node.id ? "" : member.node.label),
          .integer(member.number),
        ])
    }
  }
}
