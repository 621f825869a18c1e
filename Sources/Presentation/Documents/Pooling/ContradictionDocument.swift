import CampaignFigures
package import CampaignModel
package import Pooling

/// Whether delivered totals can be true together, ready for any format.
package struct ContradictionDocument: TableDocument, Sendable {
  /// One campaign's figures, and those of them that cannot hold together; nil where all can.
  package struct Entry: Sendable {
    package var family: TotalsFamily
    package var contradiction: Contradiction?

    package init(_ family: TotalsFamily, _ contradiction: Contradiction?) {
      self.family = family
      self.contradiction = contradiction
    }
  }

  package var name: String
  package var entries: [Entry]

  package init(_ name: String, _ entries: [Entry]) {
    self.name = name
    self.entries = entries
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    entries.map { entry in
      let campaign = entry.family.campaign
      return DocumentPart(
        campaign: campaign ?? "", heading: .verbatim(campaign.map { "\(name) · \($0)" } ?? name),
        tables: [table(entry)])
    }
  }

  private func table(_ entry: Entry) -> FigureTable {
    let title =
      entry.contradiction == nil
      ? LocalizedText("All %1 figures can hold together", "Alle %1 Zahlen können zugleich gelten")
      : LocalizedText("Of %1 figures these cannot hold together", "Von %1 Zahlen können diese nicht zugleich gelten")
    let columns = [
      FigureTable.Column("line", "Line", "Zeile"), FigureTable.Column("figure", "Figure", "Zahl", .words),
      FigureTable.Column("partners", "Partners", "Partner", .words),
      FigureTable.Column("delivered", "Delivered", "Geliefert"),
      FigureTable.Column("source", "Source", "Quelle", .words),
    ]
    let rows = entry.totals.map { total in
      FigureTable.Row(
        "\(total.line)",
        [
          total.line > 0 ? .count(total.line) : .empty, .name(total.line > 0 ? total.label : "universe"),
          .name(total.partners.joined(separator: " + ")), .range(total.low, total.high), .name(total.source ?? ""),
        ])
    }
    return FigureTable(
      "contradiction", title: title.filled(["\(entry.family.delivered.count)"]), note: note(entry), columns: columns,
      rows: rows)
  }

  private func note(_ entry: Entry) -> LocalizedText? {
    guard let contradiction = entry.contradiction else { return nil }
    return contradiction.isSmallest
      ? LocalizedText(
        "No fewer figures contradict each other. At least one of them is wrong, or counts something else.",
        "Weniger Zahlen widersprechen sich nicht. Mindestens eine davon ist falsch oder zählt etwas anderes.")
      : LocalizedText(
        "Without any one of them the others can hold. At least one of them is wrong, or counts something else.",
        "Ohne eine davon können die übrigen gelten. Mindestens eine davon ist falsch oder zählt etwas anderes.")
  }

  /// Writes the document of <doc:CommandLine#bounds>.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.bounds_check/1")
      writer.member("dataset", name)
      writer.list("campaigns", entries) { writer, entry in
        writer.item { writer in
          writer.member("campaign", entry.family.campaign)
          writer.member("figures", entry.family.delivered.count)
          writer.member("possible", entry.contradiction == nil)
          writer.member("smallest", entry.contradiction?.isSmallest)
          writer.rows("contradiction", entry.totals) { $0.total($1) }
        }
      }
    }
  }
}

extension ContradictionDocument.Entry {
  /// The figures that cannot hold together.
  package var totals: [DeliveredTotal] { contradiction.map { family.totals($0) } ?? [] }
}
