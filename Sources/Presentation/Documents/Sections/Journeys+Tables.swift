package import CampaignAnalysis

extension Journeys {
  /// The journeys as tables: who returns and recommends, and how ratings go along the way.
  package func tables() -> [FigureTable] {
    var table = HeadlineTable(unknown: unknown)
    table.add("returning", "Returning contacts", returning, "Touched on two days or more.")
    table.add("one_time", "One-time contacts", oneTime, "Touched on one day alone.")
    table.add("bounce", "Bounce", bounce, "Contacts with a single touch.")
    table.add("visits", "Visits", visits, "Touches of kind visit.")
    table.add("unique_visits", "Unique visits", uniqueVisits, "Contacts with such a touch.")
    table.add(
      "nps", "Net promoter score", nps, "100 × (share of answers 9-10 − share of answers 0-6).")
    table.add("nps_answers", "Answers to it", npsAnswers, "Touches of kind nps with a value.")
    return [
      table.table("journeys", title: "Journeys", note: "How contacts fare on their way."),
      FigureTable(
        "emotion_curve", title: "Emotion curve", note: fallingNote,
        columns: [
          FigureTable.Column("decile", "Tenth of the way"), FigureTable.Column("mean", "Mean rating", .decimal),
          FigureTable.Column("ratings", "Ratings"),
        ],
        rows: emotionCurve.contains { $0.ratings > 0 }
          ? emotionCurve.map {
            FigureTable.Row(
              "\($0.decile)",
              [
                .integer($0.decile), $0.mean.map { .decimal($0) } ?? .unknown(.undefined), .integer($0.ratings),
              ])
          } : []),
    ]
  }

  private var fallingNote: String {
    guard !fallingStretches.isEmpty else { return "Mean rating by tenth of each contact's way; it falls nowhere." }
    let stretches = fallingStretches.map {
      "from tenth \($0.from) to \($0.to) (\(NumberText.decimal($0.change)))"
    }
    return "Mean rating by tenth of each contact's way; it falls \(stretches.joined(separator: ", "))."
  }
}
