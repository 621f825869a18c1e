package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

extension Partnerships {
  /// The partnerships as tables: give and take, barometer, trust.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    [
      giveAndTake(dataset, options), gestures(dataset, options), barometers(dataset, options), trust(dataset, options),
    ]
  }

  private static func id(_ pair: Pair, _ dataset: Dataset) -> String {
    "\(dataset.partners[pair.a].id) – \(dataset.partners[pair.b].id)"
  }

  private static func names(_ a: Int, _ b: Int, _ dataset: Dataset) -> [FigureTable.Cell] {
    [.partner(a, in: dataset), .partner(b, in: dataset)]
  }

  /// The ends of the balance's interval, in the units of the balance.
  private static func interval(_ pair: Pair) -> FigureTable.Cell {
    guard let low = pair.balanceLow, let high = pair.balanceHigh else { return .empty }
    return .term(LocalizedText("%1 to %2", "%1 bis %2").filled(.number(low), .number(high)))
  }

  private var note: LocalizedText {
    let basis = LocalizedText(
      "Contacts that each side touched in its channels about the other, and the knot this makes.",
      "Kontakte, die jede Seite in ihren Kanälen mit der anderen berührte, und welcher Knoten daraus wird.")
    let judged = pairs.compactMap(\.isConclusive)
    guard !judged.isEmpty else { return basis }
    let counts = LocalizedText(
      " The intervals bear out %1 of %2 knots.", " Die Intervalle stützen %1 von %2 Knoten.")
    return basis + counts.filled(.number(judged.count { $0 }), .number(judged.count))
  }

  private func giveAndTake(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    let given = unknown.first { $0.figure == "partnerships.a_to_b" }?.state ?? .withheld
    return FigureTable(
      "partnerships", title: LocalizedText("Give and take", "Geben und Nehmen"),
      note: note,
      columns: [
        FigureTable.Column("a", "A", "A", .words), FigureTable.Column("b", "B", "B", .words),
        FigureTable.Column("a_to_b", "A gives B", "A gibt B"), FigureTable.Column("b_to_a", "B gives A", "B gibt A"),
        FigureTable.Column("balance", "Balance", "Bilanz"),
        FigureTable.Column("balance_interval", "95 % interval", "95-%-Intervall", .words),
        FigureTable.Column("knot", "Knot", "Knoten", .words, isFigure: true),
        FigureTable.Column("conclusive", "Conclusive", "Schlüssig", .words, isFigure: true),
        FigureTable.Column("gives_more", "Gives more", "Gibt mehr", .words, isFigure: true),
        FigureTable.Column("shared_contacts", "Shared contacts", "Gemeinsame Kontakte"),
      ], first: pairs, options
    ) { pair in
      FigureTable.Row(
        Partnerships.id(pair, dataset),
        Partnerships.names(pair.a, pair.b, dataset) + [
          .count(pair.aToB, else: given), .count(pair.bToA, else: given),
          .number(pair.balance, else: pair.knot == nil ? given : .undefined), Partnerships.interval(pair),
          pair.knot.map { .term($0.words) } ?? .unknown(given), pair.isConclusive.map { .term($0) } ?? .empty,
          pair.knot == nil
            ? .unknown(given)
            : .term(
              pair.givesMore.map { .verbatim($0 == pair.a ? "A" : "B") } ?? LocalizedText("both alike", "beide gleich")),
          .count(pair.sharedContacts),
        ])
    }
  }

  private func gestures(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "gestures", title: LocalizedText("Gestures", "Gesten"),
      note: LocalizedText(
        "How similar the two are, and how many of their gestures were answered.",
        "Wie ähnlich sich die beiden sind, und wie viele ihrer Gesten erwidert wurden."),
      columns: [
        FigureTable.Column("a", "A", "A", .words), FigureTable.Column("b", "B", "B", .words),
        FigureTable.Column("direction", "Direction", "Richtung", .words, isFigure: true),
        FigureTable.Column("reciprocity", "Answered gestures", "Erwiderte Gesten"),
        FigureTable.Column("median_days_to_answer", "Days to answer", "Tage bis zur Antwort"),
      ], first: pairs, options
    ) { pair in
      FigureTable.Row(
        Partnerships.id(pair, dataset),
        Partnerships.names(pair.a, pair.b, dataset) + [
          .term(pair.direction?.words ?? .notKnown),
          .proportion(pair.reciprocity.answered, else: .undefined),
          pair.reciprocity.medianDaysToAnswer.map { .number($0) } ?? .empty,
        ])
    }
  }

  private func barometers(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "barometer", title: LocalizedText("Barometer", "Barometer"),
      note: LocalizedText(
        "0 to 100; what nobody assessed is derived from the data.",
        "0 bis 100; was niemand beurteilte, ist aus den Daten abgeleitet."),
      columns: [
        FigureTable.Column("a", "A", "A", .words), FigureTable.Column("b", "B", "B", .words),
        FigureTable.Column("structure", "Structure", "Struktur"), FigureTable.Column("social", "Social", "Sozial"),
        FigureTable.Column("performance", "Performance", "Leistung"),
        FigureTable.Column("maturity", "Maturity", "Reife", .words, isFigure: true),
        FigureTable.Column("views_differ", "Views", "Ansichten", .words, isFigure: true),
        FigureTable.Column("derived", "Derived", "Abgeleitet", .words, isFigure: true),
      ], first: pairs, options
    ) { pair in
      FigureTable.Row(
        Partnerships.id(pair, dataset),
        Partnerships.names(pair.a, pair.b, dataset) + [
          .number(pair.barometer.structure), .number(pair.barometer.social), .number(pair.barometer.performance),
          .term(pair.barometer.maturity?.words ?? .notKnown),
          pair.barometer.viewsDiffer ? .term(LocalizedText("differ", "verschieden")) : .empty,
          pair.barometer.derived.isEmpty
            ? .empty : .term(pair.barometer.derived.map(\.words).joined(separator: ", ")),
        ])
    }
  }

  private func trust(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    let compared = pairs.flatMap(\.trust).filter { $0.difference != nil }.sorted { left, right in
      let (first, second) = (left.difference?.difference ?? 0, right.difference?.difference ?? 0)
      return left.isConclusive != right.isConclusive ? left.isConclusive : first > second
    }
    return FigureTable(
      "trust", title: LocalizedText("Trust transfer", "Übertragenes Vertrauen"),
      note: LocalizedText(
        """
        Whether contacts that know the first partner respond better to the second when they meet it there. \
        %1 comparisons: about %2 would look conclusive by chance.
        """,
        """
        Ob Kontakte, die den ersten Partner kennen, besser auf den zweiten ansprechen, wenn sie ihn dort treffen. \
        %1 Vergleiche: etwa %2 sähen zufällig schlüssig aus.
        """
      ).filled(.verbatim("\(compared.count)"), .number(Double(compared.count) / 20)),
      columns: [
        FigureTable.Column("from", "From", "Von", .words), FigureTable.Column("to", "To", "Zu", .words),
        FigureTable.Column("endorsed", "Endorsed", "Empfohlen"),
        FigureTable.Column("unendorsed", "Not endorsed", "Nicht empfohlen"),
        FigureTable.Column("lift", "Lift", "Faktor"),
        FigureTable.Column("difference", "Difference", "Differenz"),
        FigureTable.Column("interval", "95 % interval", "95-%-Intervall"),
        FigureTable.Column("conclusive", "Conclusive", "Schlüssig", .words),
      ], first: compared, options
    ) { trust in
      FigureTable.Row(
        "\(dataset.partners[trust.from].id) → \(dataset.partners[trust.to].id)",
        Partnerships.names(trust.from, trust.to, dataset) + [
          .proportion(trust.endorsed),
          .proportion(trust.unendorsed),
          .number(trust.lift),
          .share(trust.difference?.difference),
          trust.difference.map { .interval($0.low, $0.high) } ?? .empty,
          .term(trust.isConclusive),
        ])
    }
  }
}
