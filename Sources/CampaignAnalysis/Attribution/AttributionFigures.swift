package import CampaignFigures
import CampaignModel

/// The catalog of which touches led to conversions (<doc:Metrics#Attribution>).
package enum AttributionFigures {
  package static let conversions = Figure<Attribution>("conversions", ("Conversions", "Abschlüsse"), unit: .count) {
    $0.conversions.map { .count($0) }
  }.meaning {
    LocalizedText("Touches of kind %1.", "Berührungen der Art %1.").filled([
      $0.options.conversionKinds.joined(separator: ", ")
    ])
  }.interval(in: \.intervals)
  package static let value = Figure<Attribution>(
    "value", ("Value", "Wert"), ("What they record.", "Was sie verzeichnen."), unit: .money
  ) { $0.value.map { .money($0) } }.interval(in: \.intervals)
  package static let paths = Figure<Attribution>("paths", ("With a path", "Mit einem Weg"), unit: .count) {
    $0.paths.map { .count($0) }
  }.meaning {
    LocalizedText("Touches within %1 days led to them.", "Berührungen binnen %1 Tagen führten zu ihnen.")
      .filled(["\($0.lookbackDays)"])
  }
  package static let nullPaths = Figure<Attribution>(
    "null_paths", ("Ways still open", "Offene Wege"),
    (
      "Contacts touched after their last conversion, or without one: their last touches have led to none.",
      "Kontakte, die nach ihrem letzten Abschluss oder ohne einen berührt wurden: Diese Berührungen führten zu keinem."
    ),
    count: \.nullPaths)
  package static let unattributed = Figure<Attribution>(
    "unattributed.conversions", ("unattributed", "nicht zugerechnet"), unit: .count
  ) { $0.unattributedConversions.map { .count($0) } }.listed("unattributed")
  static let unattributedValue = Figure<Attribution>("unattributed.value", like: value) {
    $0.unattributedValue.map { .money($0) }
  }

  /// What intervals of a bootstrap are for.
  static let resampled = [conversions, value]
  static let resampledOfRow = rowConversions.figures + rowValue.figures + [removalEffect]

  static let firstRowStays = Figure<Attribution>(
    "first_row_stays", FirstInRanking.title,
    (
      "Share of 200 resamplings of the contacts in which the row with most linear credit still has it.",
      "Anteil von 200 Ziehungen der Kontakte, in denen die Zeile mit dem größten linearen Anteil ihn behält."
    ), fraction: \.firstRowStays
  ).absent(.empty)

  package static let section = FigureSection<Attribution>(
    definedUnder: "Attribution",
    [
      .figure(Figure("by", ("By", "Nach"), unit: .text) { .text($0.options.by.rawValue) }),
      .figure(Figure("lookback_days", ("Days looked back", "Tage zurück"), unit: .count) { .count($0.lookbackDays) }),
      .figure(
        Figure("conversion_kinds", ("Kinds of conversions", "Arten von Abschlüssen"), unit: .list) {
          .list($0.options.conversionKinds.map { .text($0) })
        }), .figure(conversions), .figure(value),
      .object("unattributed", [.figure(unattributed), .figure(unattributedValue)]), .figure(paths),
      .figure(nullPaths), .list(rows), .figures([firstRowStays], where: { $0.intervals != nil }),
    ],
    tables: [
      .figures(
        .init(
          "conversions", ("Conversions", "Abschlüsse"),
          ("What credit is shared out for.", "Wofür Anteile vergeben werden."),
          [conversions, value, paths, nullPaths, firstRowStays])), .list(credit), .list(creditOfValue), .list(roles),
    ])
}

extension AttributionFigures {
  package static let rows = FigureList<Attribution, [Attribution.Row]>(
    "rows", title: { $0.title(byConversions) }, notes: { _ in [Sentence(sumNote)] }, rows: { $0.rows },
    [
      .figure(Figure("rows.id", ("Group", "Gruppe"), unit: .text) { $0.group.value }.subject),
      .object(rowConversions), .object(rowValue), .figure(removalEffect), .object(rowRoles),
    ])
  static let rowConversions = object("rows.conversions", .ratio) { row, model in
    (row.conversions?[model]).map { .number($0) }
  }
  static let rowValue = object("rows.value", .money) { row, model in (row.value?[model]).map { .money($0) } }
  static let rowRoles = FigureObject<Attribution.Row, Attribution.Row>(
    "rows.roles", isInline: true, of: { $0 }, roleFigures.map { .figure($0) })

  /// A row's credit under each model.
  private static func object(
    _ path: String, _ unit: FigureUnit, _ value: @escaping @Sendable (Attribution.Row, Int) -> FigureValue?
  ) -> FigureObject<Attribution.Row, Attribution.Row> {
    FigureObject(
      path, isInline: true, of: { $0 },
      AttributionModel.allCases.enumerated().map { index, model in
        .figure(
          Figure("\(path).\(model.rawValue)", model.term.title, nil, unit: unit) { value($0, index) }
            .interval(in: \.intervals))
      })
  }

  package static let removalEffect = Figure<Attribution.Row>(
    "rows.removal_effect", ("Lost without it", "Ohne ihn verloren"), fraction: \.removalEffect
  ).interval(in: \.intervals)
  static let roleFigures: [Figure<Attribution.Row>] = [
    Figure("rows.roles.introducer", ("Opens", "Eröffnet"), unit: .count) { ($0.roles?.introducer).map { .count($0) } },
    Figure("rows.roles.influencer", ("Carries", "Trägt"), unit: .count) { ($0.roles?.influencer).map { .count($0) } },
    Figure("rows.roles.closer", ("Closes", "Schließt ab"), unit: .count) { ($0.roles?.closer).map { .count($0) } },
    Figure("rows.roles.solo", ("Alone", "Allein"), unit: .count) { ($0.roles?.solo).map { .count($0) } },
  ]

  /// What a group is credited with under each model; the group is nil for what nobody earns.
  struct Credit: Sendable {
    var group: Group?
    var credit: [Double?]
    /// The ends of their intervals; nil where there are none.
    var ends: [FigureEnds]?
  }

  private static let models = AttributionModel.allCases.indices

  static let credit = FigureList<Attribution, [Credit]>(
    "attribution", title: { $0.title(byConversions) }, notes: { _ in [Sentence(sumNote)] },
    rows: { $0.rows.map { row in row.credit(models.map { row.conversions?[$0] }, rowConversions.figures) } },
    closing: { attribution in
      Credit(group: nil, credit: models.map { _ in attribution.unattributedConversions.map(Double.init) })
    },
    [], columns: { creditColumns($0, rowConversions.path, .ratio) { .number($0) } })
  static let creditOfValue = FigureList<Attribution, [Credit]>(
    rowValue.path, title: { $0.title(byValue) }, notes: { _ in [Sentence(sumNote)] },
    table: { _ in "attribution_value" },
    rows: { $0.rows.map { row in row.credit(models.map { row.value?[$0] }, rowValue.figures) } },
    closing: { attribution in
      Credit(group: nil, credit: models.map { _ in attribution.unattributedValue })
    }, [], columns: { creditColumns($0, rowValue.path, .money) { .money($0) } })
  static let roles = FigureList<Attribution, [Attribution.Row]>(
    "roles", title: { _ in LocalizedText("Roles", "Rollen") },
    notes: { _ in
      [
        Sentence(
          LocalizedText(
            "Where on the way to a conversion each one stood.", "Wo auf dem Weg zum Abschluss jeder stand."))
      ]
    }, rows: { $0.rows }, [],
    columns: { attribution in
      let group = Figure<Attribution.Row>(
        "rows.\(attribution.options.by.rawValue)", attribution.options.by.term.title, nil, unit: .text
      ) { $0.group.value }
      return [group.subject.absent(.word(.nothingGiven))] + roleFigures + [removalEffect]
    })

  private static func creditColumns(
    _ attribution: Attribution, _ path: String, _ unit: FigureUnit, _ cell: @escaping @Sendable (Double) -> FigureValue
  ) -> [Figure<Credit>] {
    let group = Figure<Credit>(
      "rows.\(attribution.options.by.rawValue)", attribution.options.by.term.title, nil, unit: .text
    ) { row in row.group.map(\.value) ?? .term(Term("unattributed", unattributed.title)) }
    return [group.subject.absent(.word(.nothingGiven))]
      + AttributionModel.allCases.enumerated().map { index, model in
        Figure("\(path).\(model.rawValue)", model.term.title, nil, unit: unit) { $0.credit[index].map(cell) }.ends {
          $0.ends?[index]
        }
        .absent(.unknown(.withheld))
      }
  }

  private static let byConversions = LocalizedText("Conversions by %1", "Abschlüsse nach %1")
  private static let byValue = LocalizedText("Value by %1", "Wert nach %1")
  private static let sumNote = LocalizedText(
    "Credit for what came before each conversion; repeats in a row count once. Each column adds up to the whole.",
    "Anteile für das, was jedem Abschluss vorausging; Wiederholungen in Folge zählen einmal. Jede Spalte ergibt das Ganze."
  )
}

extension Attribution.Row {
  /// The row of a table of credit, with the intervals of these figures.
  fileprivate func credit(
    _ credit: [Double?], _ figures: [Figure<Attribution.Row>]
  ) -> AttributionFigures.Credit {
    let ends = figures.compactMap { $0.ends?(self) }
    return AttributionFigures.Credit(group: group, credit: credit, ends: ends.isEmpty ? nil : ends)
  }
}

extension Attribution {
  fileprivate func title(_ pattern: LocalizedText) -> LocalizedText { options.by.filled(into: pattern) }
}

extension AttributionModel {
  /// The model in words.
  package var term: Term {
    switch self {
    case .first: Term(rawValue, LocalizedText("First", "Erste"))
    case .last: Term(rawValue, LocalizedText("Last", "Letzte"))
    case .linear: Term(rawValue, LocalizedText("Linear", "Linear"))
    case .position: Term(rawValue, LocalizedText("Position", "Position"))
    case .timeDecay: Term(rawValue, LocalizedText("Time decay", "Zeitverfall"))
    case .shapley: Term(rawValue, LocalizedText("Shapley", "Shapley"))
    case .markov: Term(rawValue, LocalizedText("Markov", "Markow"))
    }
  }
}

extension Attribution {
  package static var catalog: FigureSection<Attribution> { AttributionFigures.section }
}
