package import CampaignFigures

/// A part of a document: the tables of one campaign, or of one partner.
package struct DocumentPart: Sendable {
  /// Id of the campaign; empty where the part is about none or about several.
  package var campaign: String
  /// What the tables are about, in one line.
  package var heading: LocalizedText
  package var tables: [FigureTable]
  /// What readers are told in place of the tables, where these hold nothing; files that programs read have the tables.
  package var remark: LocalizedText?

  package init(campaign: String, heading: LocalizedText, tables: [FigureTable], remark: LocalizedText? = nil) {
    self.campaign = campaign
    self.heading = heading
    self.tables = tables
    self.remark = remark
  }
}

/// What a command answers, ready for any format.
package protocol TableDocument {
  /// Its tables, part by part.
  func parts(_ options: TableOptions) -> [DocumentPart]

  /// Writes the document of <doc:CommandLine#JSON>.
  ///
  /// - Parameter deliver: takes the next bytes of the document, in order.
  func writeJSON(isPretty: Bool, to deliver: @escaping ([UInt8]) -> Void)
}

extension TableDocument {
  /// The figures as tables for a terminal, part by part.
  package func text(_ format: TerminalTable, _ options: TableOptions = TableOptions()) -> String {
    parts(options).map { part in
      let body = part.remark.map { format.text(of: $0) } ?? format.text(of: part.tables)
      return "\(format.heading(part.heading))\n\(body)"
    }.joined(separator: "\n")
  }

  /// The figures as Markdown, part by part.
  package func markdown(_ options: TableOptions = TableOptions(), language: Language = .english) -> String {
    let localizer = Localizer(language, style: .plain)
    return parts(options).map {
      let body = $0.remark.map { MarkdownText.escaped(localizer($0)) + "\n" }
      return "# \(MarkdownText.escaped(localizer($0.heading)))\n\n"
        + (body ?? MarkdownTable.text(of: $0.tables, localizer))
    }.joined(separator: "\n")
  }

  /// The figures as one list in CSV; see ``CSVText`` for its columns.
  package func csv(_ options: TableOptions = TableOptions()) -> [UInt8] {
    CSVText.bytes(of: parts(options).map { (campaign: $0.campaign, tables: $0.tables) })
  }
}
