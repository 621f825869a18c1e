package import CampaignFigures

/// The catalog of how contacts fare along a campaign (<doc:Metrics#Journeys>).
package enum JourneyFigures {
  package static let returning = Figure<Journeys>(
    "returning", ("Returning contacts", "Wiederkehrende Kontakte"),
    ("Touched on two days or more.", "An zwei oder mehr Tagen berührt."), share: \.returning)
  package static let oneTime = Figure<Journeys>(
    "one_time", ("One-time contacts", "Einmalige Kontakte"),
    ("Touched on one day alone.", "Nur an einem Tag berührt."), share: \.oneTime)
  package static let bounce = Figure<Journeys>(
    "bounce", ("Bounce", "Absprung"),
    ("Contacts with a single touch.", "Kontakte mit einer einzigen Berührung."), share: \.bounce)
  package static let visits = Figure<Journeys>(
    "visits", ("Visits", "Besuche"), ("Touches of kind visit.", "Berührungen der Art visit."), count: \.visits)
  package static let uniqueVisits = Figure<Journeys>(
    "unique_visits", ("Unique visits", "Verschiedene Besucher"),
    ("Contacts with such a touch.", "Kontakte mit einer solchen Berührung."), count: \.uniqueVisits)
  package static let nps = Figure<Journeys>(
    "nps", ("Net promoter score", "Weiterempfehlung (NPS)"),
    (
      "100 × (share of answers 9-10 − share of answers 0-6).",
      "100 × (Anteil der Antworten 9-10 − Anteil der Antworten 0-6)."
    ), number: \.nps
  ).ends { ($0.npsInterval?.low, $0.npsInterval?.high) }
  package static let npsAnswers = Figure<Journeys>(
    "nps_answers", ("Answers to it", "Antworten darauf"),
    ("Touches of kind nps with a value.", "Berührungen der Art nps mit einem Wert."), count: \.npsAnswers)

  package static let section = FigureSection<Journeys>(
    definedUnder: "Journeys",
    [
      .list(emotionCurve), .list(falling), .figure(nps), .figure(npsAnswers), .figure(returning), .figure(oneTime),
      .figure(bounce), .figure(visits), .figure(uniqueVisits),
    ],
    tables: [
      .figures(
        .init(
          "journeys", ("Journeys", "Wege"),
          ("How contacts fare on their way.", "Wie es Kontakten auf ihrem Weg ergeht."),
          [returning, oneTime, bounce, visits, uniqueVisits, nps, npsAnswers])), .list(rated),
    ])

  package static let emotionCurve = FigureList<Journeys, [Journeys.Decile]>(
    "emotion_curve", title: { _ in curveTitle }, notes: { [fallingNote($0)] }, rows: { $0.emotionCurve },
    [.figure(decile), .figure(ratings), .figure(mean)])
  /// The curve as a table, which has rows only where anything was rated.
  static let rated = FigureList<Journeys, [Journeys.Decile]>(
    "emotion_curve", title: { _ in curveTitle }, notes: { [fallingNote($0)] },
    rows: { journeys in journeys.emotionCurve.contains { $0.ratings != 0 } ? journeys.emotionCurve : [] },
    unknown: { $0.ratings == 0 ? [UnknownFigure(mean, .undefined, noRating)] : [] }, [],
    columns: { _ in [decile, mean, ratings] })
  private static let noRating = LocalizedText("Nobody gave a rating.", "Niemand gab eine Bewertung.")
  static let decile = Figure<Journeys.Decile>(
    "emotion_curve.decile", ("Tenth of the way", "Zehntel des Wegs"), unit: .count
  ) { .count($0.decile) }.subject
  package static let mean = Figure<Journeys.Decile>(
    "emotion_curve.mean", ("Mean rating", "Mittlere Bewertung"), number: \.mean)
  package static let ratings = Figure<Journeys.Decile>(
    "emotion_curve.ratings", ("Ratings", "Bewertungen"), count: \.ratings)

  package static let falling = FigureList<Journeys, [Journeys.Fall]>(
    "falling", ("Where ratings fall", "Wo Bewertungen fallen"),
    ("Stretches along which the mean falls.", "Strecken, auf denen das Mittel fällt."),
    rows: { $0.fallingStretches },
    [
      .figure(Figure("falling.from", ("From", "Von"), unit: .count) { .count($0.from) }.subject),
      .figure(Figure("falling.to", ("To", "Bis"), unit: .count) { .count($0.to) }.subject),
      .figure(Figure("falling.change", ("Change", "Änderung"), unit: .ratio) { .number($0.change) }),
    ])

  private static let curveTitle = LocalizedText("Emotion curve", "Stimmungskurve")

  private static func fallingNote(_ journeys: Journeys) -> Sentence {
    guard !journeys.fallingStretches.isEmpty else {
      return Sentence(
        LocalizedText(
          "Mean rating by tenth of each contact's way; it falls nowhere.",
          "Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts; sie fällt nirgends."))
    }
    let stretches = journeys.fallingStretches.map { fall in
      Sentence(
        LocalizedText("from tenth %1 to %2 (%3)", "von Zehntel %1 bis %2 (%3)"),
        [.value(.count(fall.from)), .value(.count(fall.to)), .value(.number(fall.change))])
    }
    return Sentence(
      LocalizedText(
        "Mean rating by tenth of each contact's way; it falls %1.",
        "Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts; sie fällt %1."), [.clauses(stretches)])
  }
}

extension Journeys {
  package static var catalog: FigureSection<Journeys> { JourneyFigures.section }
}
