import CampaignFigures
package import Pooling

/// What two partners' lists have in common, ready for any format.
package struct PrivateOverlapDocument: TableDocument, Sendable {
  package var count: PrivateOverlap.Count
  /// Overlaps of fewer contacts than this, but not 0, are withheld.
  package var minimumGroup: Int

  package init(_ count: PrivateOverlap.Count, minimumGroup: Int) {
    self.count = count
    self.minimumGroup = minimumGroup
  }

  /// The overlap; nil where it is withheld.
  package var overlap: Int? { (1..<max(1, minimumGroup)).contains(count.overlap) ? nil : count.overlap }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    let columns = [
      FigureTable.Column("figure", "Figure", "Zahl", .words), FigureTable.Column("value", "Value", "Wert"),
    ]
    let figures: [(String, LocalizedText, FigureTable.Cell)] = [
      ("overlap", PooledFigure.overlap.title, overlap.map { .count($0) } ?? .unknown(.withheld)),
      ("offered", LocalizedText("Contacts offered", "Angebotene Kontakte"), .count(count.offered)),
      ("answered", LocalizedText("Contacts answered", "Kontakte der Antwort"), .count(count.answered)),
    ]
    let table = FigureTable(
      "overlap", title: LocalizedText("Private overlap", "Verdeckter Abgleich"),
      note: LocalizedText(
        "How many contacts both lists have, and nothing else. Offer %1, answer %2.",
        "Wie viele Kontakte beide Listen haben, und sonst nichts. Angebot %1, Antwort %2."
      ).filled([String(count.offer.prefix(16)), String(count.answer.prefix(16))]), columns: columns,
      rows: figures.map { FigureTable.Row($0.0, [.term($0.1), $0.2]) }, rowsAreFigures: true)
    return [DocumentPart(campaign: "", heading: FigureSource.privateOverlap.title, tables: [table])]
  }

  /// Writes the document of <doc:CommandLine#overlap>.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.overlap/1")
      writer.member("source", FigureSource.privateOverlap.rawValue)
      writer.member("overlap", overlap)
      writer.member("offered", count.offered)
      writer.member("answered", count.answered)
      writer.member("offer", count.offer)
      writer.member("answer", count.answer)
      writer.unknown(
        overlap == nil
          ? [UnknownFigure("overlap", .withheld, .belowMinimumGroup.filled(["\(minimumGroup)"]))] : [])
    }
  }

  /// The three figures as rows of totals.csv.
  package func totals(offering: String, answering: String) -> [UInt8] {
    var text = CSVText()
    text.row(["partners", "figure", "value", "low", "high", "source"])
    func add(_ partners: String, _ figure: String, _ value: Int?) {
      let cells = [CSVField.guarded(partners), figure, value.map(String.init) ?? ""]
      let limits = value == nil ? ["1", "\(minimumGroup - 1)"] : ["", ""]
      text.row(cells + limits + ["private overlap"])
    }
    add(offering, "reach", count.offered)
    add(answering, "reach", count.answered)
    add("\(offering);\(answering)", "overlap", overlap)
    return text.bytes
  }
}
