package import CampaignAnalysis
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
    [.text(dataset.partners[a].label), .text(dataset.partners[b].label)]
  }

  private func giveAndTake(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "partnerships", title: "Give and take",
      note: "Contacts that each side touched in its channels about the other, and the knot this makes.",
      columns: [
        FigureTable.Column("a", "A", .text), FigureTable.Column("b", "B", .text),
        FigureTable.Column("a_to_b", "A gives B"), FigureTable.Column("b_to_a", "B gives A"),
        FigureTable.Column("balance", "Balance", .decimal), FigureTable.Column("knot", "Knot", .text, isFigure: true),
        FigureTable.Column("gives_more", "Gives more", .text, isFigure: true),
        FigureTable.Column("shared_contacts", "Shared contacts"),
      ], first: pairs, options
    ) { pair in
      FigureTable.Row(
        Partnerships.id(pair, dataset),
        Partnerships.names(pair.a, pair.b, dataset) + [
          .count(pair.aToB), .count(pair.bToA), pair.balance.map { .decimal($0) } ?? .unknown(.undefined),
          .text(pair.knot?.title ?? "withheld"),
          .text(pair.givesMore.map { $0 == pair.a ? "A" : "B" } ?? "both alike"), .count(pair.sharedContacts),
        ])
    }
  }

  private func gestures(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "gestures", title: "Gestures", note: "How similar the two are, and how many of their gestures were answered.",
      columns: [
        FigureTable.Column("a", "A", .text), FigureTable.Column("b", "B", .text),
        FigureTable.Column("direction", "Direction", .text, isFigure: true),
        FigureTable.Column("reciprocity", "Answered gestures", .proportion),
        FigureTable.Column("median_days_to_answer", "Days to answer", .decimal),
      ], first: pairs, options
    ) { pair in
      FigureTable.Row(
        Partnerships.id(pair, dataset),
        Partnerships.names(pair.a, pair.b, dataset) + [
          .text(pair.direction?.rawValue ?? "not known"),
          pair.reciprocity.answered.map { .proportion($0) } ?? .unknown(.undefined),
          pair.reciprocity.medianDaysToAnswer.map { .decimal($0) } ?? .empty,
        ])
    }
  }

  private func barometers(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    func scale(_ value: Double?) -> FigureTable.Cell { value.map { .decimal($0) } ?? .unknown(.undefined) }
    return FigureTable(
      "barometer", title: "Barometer",
      note: "0 to 100; what nobody assessed is derived from the data.",
      columns: [
        FigureTable.Column("a", "A", .text), FigureTable.Column("b", "B", .text),
        FigureTable.Column("structure", "Structure", .decimal), FigureTable.Column("social", "Social", .decimal),
        FigureTable.Column("performance", "Performance", .decimal),
        FigureTable.Column("maturity", "Maturity", .text, isFigure: true),
        FigureTable.Column("views_differ", "Views", .text, isFigure: true),
        FigureTable.Column("derived", "Derived", .text, isFigure: true),
      ], first: pairs, options
    ) { pair in
      FigureTable.Row(
        Partnerships.id(pair, dataset),
        Partnerships.names(pair.a, pair.b, dataset) + [
          scale(pair.barometer.structure), scale(pair.barometer.social), scale(pair.barometer.performance),
          .text(pair.barometer.maturity?.rawValue ?? "not known"),
          pair.barometer.viewsDiffer ? .text("differ") : .empty,
          pair.barometer.derived.isEmpty
            ? .empty : .text(pair.barometer.derived.map(\.rawValue).joined(separator: ", ")),
        ])
    }
  }

  private func trust(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    let compared = pairs.flatMap(\.trust).filter { $0.difference != nil }.sorted { left, right in
      let (first, second) = (left.difference?.difference ?? 0, right.difference?.difference ?? 0)
      return left.isConclusive != right.isConclusive ? left.isConclusive : first > second
    }
    let chance = NumberText.decimal(Double(compared.count) / 20)
    return FigureTable(
      "trust", title: "Trust transfer",
      note: """
        Whether contacts that know the first partner respond better to the second when they meet it there. \
        \(compared.count) comparisons: about \(chance) would look conclusive by chance.
        """,
      columns: [
        FigureTable.Column("from", "From", .text), FigureTable.Column("to", "To", .text),
        FigureTable.Column("endorsed", "Endorsed", .proportion),
        FigureTable.Column("unendorsed", "Not endorsed", .proportion), FigureTable.Column("lift", "Lift", .decimal),
        FigureTable.Column("difference", "Difference", .percent), FigureTable.Column("interval", "95 % interval"),
        FigureTable.Column("conclusive", "Conclusive", .text),
      ], first: compared, options
    ) { trust in
      FigureTable.Row(
        "\(dataset.partners[trust.from].id) → \(dataset.partners[trust.to].id)",
        Partnerships.names(trust.from, trust.to, dataset) + [
          trust.endorsed.map { .proportion($0) } ?? .unknown(.withheld),
          trust.unendorsed.map { .proportion($0) } ?? .unknown(.withheld),
          trust.lift.map { .decimal($0) } ?? .unknown(.undefined),
          trust.difference.map { .percent($0.difference) } ?? .unknown(.undefined),
          trust.difference.map { .interval($0.low, $0.high) } ?? .empty,
          .text(trust.isConclusive ? "yes" : "no"),
        ])
    }
  }
}

extension Knot {
  /// The knot in plain words.
  package var title: String {
    switch self {
    case .none: "none"
    case .unclear: "unclear"
    case .oneSided: "one-sided"
    case .reef: "reef"
    case .granny: "granny"
    }
  }
}
