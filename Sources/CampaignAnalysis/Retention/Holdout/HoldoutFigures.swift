package import CampaignFigures

/// What the campaign brought about, as a draw by lot tells it (<doc:Metrics#Holdout>).
extension RetentionFigures {
  package static let holdout = FigureObject<Retention, Holdout>(
    "holdout", of: { $0.holdout }, [.figure(contaminated), .list(outcomes)])
  package static let contaminated = Figure<Holdout>(
    "holdout.contaminated", ("Held out and touched all the same", "Ferngehalten und dennoch berührt"),
    count: \.contaminated)

  private static let outcomes = FigureList<Holdout, [Holdout.Comparison]>(
    "holdout.outcomes", title, note, rows: { $0.outcomes }, comparison)
  /// The outcomes as a table.
  static let holdoutOutcomes = FigureList<Retention, [Holdout.Comparison]>(
    "holdout", title: { _ in LocalizedText(title) },
    notes: { retention in
      let contaminated = retention.holdout?.contaminated
      return [
        Sentence(LocalizedText(note)),
        Sentence(
          LocalizedText(
            "Held-out contacts that it touched all the same: %1.", "Ferngehaltene, die sie dennoch berührte: %1."),
          [contaminated.map { .value(.count($0)) } ?? .unknown(.withheld)]),
      ]
    }, rows: { $0.holdout?.outcomes }, [],
    columns: { _ in [outcome, addressed, heldOut, liftWithInterval, detectable.absent(.empty)] })

  private static let title: Texts = ("What the campaign brought about", "Was die Kampagne bewirkte")
  private static let note: Texts = (
    "Contacts drawn by lot: those it could address, and those it was kept away from, touched or not.",
    "Ausgeloste Kontakte: die sie ansprechen konnte, und die von ihr ferngehalten wurden, berührt oder nicht."
  )
  private static let comparison: [FigureMember<Holdout.Comparison>] = [
    .figure(outcome), .figure(addressed), .figure(heldOut), .figure(lift), .figure(liftLow), .figure(liftHigh),
    .figure(detectable),
  ]
  private static let outcome = Figure<Holdout.Comparison>(
    "holdout.outcomes.outcome", ("Outcome", "Ergebnis"), unit: .term
  ) { .term($0.outcome.term) }.subject
  package static let addressed = Figure<Holdout.Comparison>(
    "holdout.outcomes.addressed", ("Addressed", "Ansprechbar"), share: \.addressed
  ).listed("holdout.addressed")
  package static let heldOut = Figure<Holdout.Comparison>(
    "holdout.outcomes.held_out", ("Held out", "Ferngehalten"), share: \.heldOut
  ).listed("holdout.held_out")
  package static let lift = Figure<Holdout.Comparison>("holdout.outcomes.lift", ("Lift", "Wirkung"), unit: .fraction) {
    ($0.lift?.difference).map { .fraction($0) }
  }
  /// The same with its interval, as a table has it.
  private static let liftWithInterval = Figure<Holdout.Comparison>(
    lift.path, lift.title, nil, unit: .difference
  ) { $0.lift.map { .difference($0) } }
  package static let liftLow = Figure<Holdout.Comparison>(
    "holdout.outcomes.low", ("Lift at least", "Wirkung mindestens"), unit: .fraction
  ) { ($0.lift?.low).map { .fraction($0) } }
  package static let liftHigh = Figure<Holdout.Comparison>(
    "holdout.outcomes.high", ("Lift at most", "Wirkung höchstens"), unit: .fraction
  ) { ($0.lift?.high).map { .fraction($0) } }
  package static let detectable = Figure<Holdout.Comparison>(
    "holdout.outcomes.detectable", ("Detectable", "Nachweisbar"), unit: .points
  ) { $0.detectable.map { .points($0) } }
}

extension Holdout.Outcome {
  /// What `unknown` calls the comparison.
  var path: String { "\(RetentionFigures.holdout.path).\(rawValue)" }

  /// The outcome as documents and people call it.
  package var term: Term {
    switch self {
    case .customer: Term(rawValue, LocalizedText("Customer", "Kauft"))
    case .stays: Term(rawValue, RetentionFigures.stays.title)
    case .joins: Term(rawValue, RetentionFigures.joins.title)
    }
  }
}
