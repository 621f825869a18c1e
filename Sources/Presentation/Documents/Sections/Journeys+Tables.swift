package import CampaignAnalysis
import CampaignFigures

extension Journeys {
  /// The journeys as tables: who returns and recommends, and how ratings go along the way.
  package func tables() -> [FigureTable] {
    var table = HeadlineTable(unknown: unknown)
    table.add(
      "returning", LocalizedText("Returning contacts", "Wiederkehrende Kontakte"), returning,
      LocalizedText("Touched on two days or more.", "An zwei oder mehr Tagen berührt."))
    table.add(
      "one_time", LocalizedText("One-time contacts", "Einmalige Kontakte"), oneTime,
      LocalizedText("Touched on one day alone.", "Nur an einem Tag berührt."))
    table.add(
      "bounce", LocalizedText("Bounce", "Absprung"), bounce,
      LocalizedText("Contacts with a single touch.", "Kontakte mit einer einzigen Berührung."))
    table.add(
      "visits", LocalizedText("Visits", "Besuche"), visits,
      LocalizedText("Touches of kind visit.", "Berührungen der Art visit."))
    table.add(
      "unique_visits", LocalizedText("Unique visits", "Verschiedene Besucher"), uniqueVisits,
      LocalizedText("Contacts with such a touch.", "Kontakte mit einer solchen Berührung."))
    table.add(
      "nps", LocalizedText("Net promoter score", "Weiterempfehlung (NPS)"), nps,
      LocalizedText(
        "100 × (share of answers 9-10 − share of answers 0-6).",
        "100 × (Anteil der Antworten 9-10 − Anteil der Antworten 0-6)."))
    table.add(
      "nps_answers", LocalizedText("Answers to it", "Antworten darauf"), npsAnswers,
      LocalizedText("Touches of kind nps with a value.", "Berührungen der Art nps mit einem Wert."))
    return [
      table.table(
        "journeys", title: LocalizedText("Journeys", "Wege"),
        note: LocalizedText("How contacts fare on their way.", "Wie es Kontakten auf ihrem Weg ergeht.")),
      FigureTable(
        "emotion_curve", title: LocalizedText("Emotion curve", "Stimmungskurve"), note: fallingNote,
        columns: [
          FigureTable.Column("decile", "Tenth of the way", "Zehntel des Wegs"),
          FigureTable.Column("mean", "Mean rating", "Mittlere Bewertung"),
          FigureTable.Column("ratings", "Ratings", "Bewertungen"),
        ],
        rows: emotionCurve.contains { $0.ratings > 0 }
          ? emotionCurve.map {
            FigureTable.Row(
              "\($0.decile)",
              [
                .count($0.decile), .number($0.mean), .count($0.ratings),
              ])
          } : []),
    ]
  }

  private var fallingNote: LocalizedText {
    guard !fallingStretches.isEmpty else {
      return LocalizedText(
        "Mean rating by tenth of each contact's way; it falls nowhere.",
        "Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts; sie fällt nirgends.")
    }
    let stretches = fallingStretches.map {
      LocalizedText("from tenth %1 to %2 (%3)", "von Zehntel %1 bis %2 (%3)").filled(
        .number($0.from), .number($0.to), .number($0.change))
    }
    return LocalizedText(
      "Mean rating by tenth of each contact's way; it falls %1.",
      "Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts; sie fällt %1."
    ).filled(stretches.joined(separator: ", "))
  }
}
