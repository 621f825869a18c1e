import CampaignAnalysis
package import CampaignFigures
package import CampaignModel
package import Pooling

/// What totals say for sure, ready for any format.
package struct BoundsDocument: TableDocument, Sendable {
  /// What the file or folder is called.
  package var name: String
  package var results: [TotalsBounds]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool
  /// Names of partners by their ids.
  package var partnerNames: [String: String]
  /// Figures that surely count fewer contacts than this, but not 0, are withheld.
  package var minimumGroup: Int
  /// Whether the proofs of the reach's bounds are shown.
  package var explains = false

  package init(
    _ name: String, _ results: [TotalsBounds], isList: Bool, partners: [Partner] = [], minimumGroup: Int = 0
  ) {
    precondition(isList || results.count == 1, "A document without a list holds the bounds of one campaign.")
    self.name = name
    self.results = results
    self.isList = isList
    self.minimumGroup = minimumGroup
    var names: [String: String] = [:]
    for partner in partners { names[partner.id] = partner.name }
    partnerNames = names
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    results.map { result in
      var tables = [headline(result), carriers(result, options)]
      if let advice = result.advice, !advice.isEmpty { tables.append(table(of: advice, result, options)) }
      if explains { tables += proofs(result) }
      let campaign = result.family.campaign
      return DocumentPart(
        campaign: campaign ?? "", heading: .verbatim(campaign.map { "\(name) · \($0)" } ?? name), tables: tables)
    }
  }

  private func headline(_ result: TotalsBounds) -> FigureTable {
    let reach = ReachFigures.reach
    var rows = [row("reach", reach.title, result.reach, reach.meaning)]
    for asked in result.asked {
      let title = LocalizedText.verbatim(
        asked.question.partners.map { result.family.partners[$0] }.joined(separator: " + "))
      rows.append(
        row(
          "\(asked.question.figure.rawValue).\(asked.question.partners.map { result.family.partners[$0] }.joined(separator: "+"))",
          asked.question.figure.title + .verbatim(": ") + title, asked.figure, asked.question.figure.meaning))
    }
    if let guess = result.independentGuess {
      let figure = PooledFigure.independentGuess
      rows.append(
        FigureTable.Row(figure.rawValue, [.term(figure.title), .number(guess.rounded()), .empty], note: figure.meaning))
    }
    let columns = [
      FigureTable.Column("figure", "Figure", "Zahl", .words), FigureTable.Column("value", "For sure", "Sicher"),
      FigureTable.Column("closed", "By formulas alone", "Allein aus Formeln"),
    ]
    return FigureTable(
      "bounds", title: LocalizedText("Joint reach from totals", "Gemeinsame Reichweite aus Summen"),
      note: note(result).filled(["\(result.family.delivered.count)"]), columns: columns, rows: rows,
      rowsAreFigures: true)
  }

  /// How good the bounds are.
  private func note(_ result: TotalsBounds) -> LocalizedText {
    if result.isSharp {
      LocalizedText(
        "What {1:the one delivered figure says|%1 delivered figures say} for sure: no better bounds follow.",
        "Was {1:die eine gelieferte Zahl sicher sagt|%1 gelieferte Zahlen sicher sagen}: Bessere Schranken folgen nicht "
          + "daraus.")
    } else if result.family.partners.isEmpty {
      LocalizedText(
        "What {1:the one delivered figure says|%1 delivered figures say} for sure of all together: no row names a partner.",
        "Was {1:die eine gelieferte Zahl|%1 gelieferte Zahlen} sicher über alle zusammen {1:sagt|sagen}: Keine Zeile nennt "
          + "einen Partner.")
    } else {
      LocalizedText(
        "What %1 delivered figures say for sure, by closed formulas: there are too many partners or figures for the best "
          + "possible bounds.",
        "Was %1 gelieferte Zahlen sicher sagen, nach geschlossenen Formeln: Für die bestmöglichen Schranken sind es zu "
          + "viele Partner oder Zahlen.")
    }
  }

  private func row(_ id: String, _ title: LocalizedText, _ figure: BoundedFigure, _ note: LocalizedText?)
    -> FigureTable.Row
  {
    var closed = FigureTable.Cell.empty
    if !figure.isWithheld(minimumGroup: minimumGroup) {
      closed = .range(Double(figure.closedLow), figure.closedHigh.map(Double.init))
    }
    return FigureTable.Row(id, [.term(title), cell(figure), closed], note: note)
  }

  private func cell(_ figure: BoundedFigure) -> FigureTable.Cell {
    if figure.isWithheld(minimumGroup: minimumGroup) { return .unknown(.withheld) }
    return .range(Double(figure.low), figure.high.map(Double.init))
  }

  private func reference(_ partner: Int, _ result: TotalsBounds) -> Reference {
    let id = result.family.partners[partner]
    return Reference(id: id, name: partnerNames[id])
  }

  private func carriers(_ result: TotalsBounds, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "carriers", title: .partnerByPartner,
      note: .aloneAndBesideOthers,
      columns: [
        .partner, FigureTable.Column("reach", ReachFigures.carrierReach.title),
        FigureTable.Column("exclusive", ReachFigures.exclusive.title),
        FigureTable.Column("foreign", ReachFigures.foreign.title),
        FigureTable.Column("incremental", ReachFigures.incremental.title),
        FigureTable.Column("synergy", ReachFigures.synergy.title),
      ], first: result.carriers, options
    ) { carrier in
      var synergy = FigureTable.Cell.unknown(.undefined)
      if let known = carrier.synergy { synergy = .range(known.low, known.high) }
      if isSynergyWithheld(carrier) { synergy = .unknown(.withheld) }
      return FigureTable.Row(
        result.family.partners[carrier.partner],
        [
          .reference(reference(carrier.partner, result)), cell(carrier.reach), cell(carrier.exclusive),
          cell(carrier.foreign), cell(carrier.incremental), synergy,
        ])
    }
  }

  private func isSynergyWithheld(_ carrier: TotalsBounds.Carrier) -> Bool {
    [carrier.reach, carrier.incremental].contains { $0.isWithheld(minimumGroup: minimumGroup) }
  }

  private func table(
    of advice: [TotalsBounds.Advice], _ result: TotalsBounds, _ options: TableOptions
  ) -> FigureTable {
    FigureTable(
      "advice", title: LocalizedText("What to ask for next", "Wonach als Nächstes zu fragen ist"),
      note: LocalizedText(
        "Overlaps that nobody delivered, and how far apart the bounds of the reach would be if one were in the middle of "
          + "what it can be.",
        "Überschneidungen, die niemand lieferte, und wie weit die Schranken der Reichweite auseinander wären, wenn eine "
          + "in der Mitte dessen läge, was sie sein kann."),
      columns: [
        FigureTable.Column("partners", "Partners", "Partner", .words),
        FigureTable.Column("overlap", PooledFigure.overlap.title),
        FigureTable.Column("width", "Not known then", "Dann unbekannt"),
        FigureTable.Column("gain", "Less than now", "Weniger als jetzt"),
      ], first: advice, options
    ) { entry in
      FigureTable.Row(
        entry.partners.map { result.family.partners[$0] }.joined(separator: "+"),
        [
          .references(entry.partners.map { reference($0, result) }),
          .range(Double(entry.overlap.low), Double(entry.overlap.high)), .count(entry.width), .count(entry.gain),
        ])
    }
  }
}

extension TotalsBounds.Question.Figure {
  package var title: LocalizedText {
    switch self {
    case .union: PooledFigure.union.title
    case .overlap: PooledFigure.overlap.title
    case .exclusive: ReachFigures.exclusive.title
    }
  }

  package var meaning: LocalizedText {
    switch self {
    case .union: PooledFigure.union.meaning
    case .overlap: PooledFigure.overlap.meaning
    case .exclusive:
      LocalizedText("Contacts that only these partners reached.", "Kontakte, die nur diese Partner erreichten.")
    }
  }
}

extension LocalizedText {
  static let partnerByPartner = LocalizedText("Partner by partner", "Partner für Partner")
  static let aloneAndBesideOthers = LocalizedText(
    "What each partner reached, alone and beside the others.",
    "Was jeder Partner erreichte, allein und neben den anderen.")
}
