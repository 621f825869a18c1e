package import CampaignFigures

/// The catalog of every pair of partners (<doc:Metrics#Give-and-take>).
package enum PartnershipFigures {
  typealias Pair = Partnerships.Pair

  package static let section = FigureSection<Partnerships>(
    definedUnder: "Give and take",
    [.list(partnerships), .figure(comparisons)],
    tables: [.list(partnerships), .list(gestures), .list(barometers), .list(transfers)])

  package static let comparisons = Figure<Partnerships>("comparisons", ("Comparisons", "Vergleiche"), unit: .count) {
    .count($0.comparisons)
  }

  package static let partnerships = FigureList<Partnerships, [Partnerships.Pair]>(
    "partnerships", title: { _ in LocalizedText("Give and take", "Geben und Nehmen") }, notes: { tradeNotes($0) },
    isInline: false, joint: " – ", naming: .name, rows: { $0.pairs },
    unknown: { $0.knot == nil ? [UnknownFigure(balance, .withheld, .countsFewContacts)] : [] }, members,
    columns: { _ in
      sides + [
        aToB, bToA, balance, knot, isKnotConclusive, sideThatGivesMore, sharedContacts,
      ]
    })

  private static func tradeNotes(_ partnerships: Partnerships) -> [Sentence] {
    let basis = Sentence(
      LocalizedText(
        "Contacts that each side touched in its channels about the other, and the knot this makes.",
        "Kontakte, die jede Seite in ihren Kanälen mit der anderen berührte, und welcher Knoten daraus wird."))
    let judged = partnerships.pairs.compactMap(\.isConclusive)
    guard !judged.isEmpty else { return [basis] }
    return [
      basis,
      Sentence(
        LocalizedText("The intervals bear out %1 of %2 knots.", "Die Intervalle stützen %1 von %2 Knoten."),
        [.value(.count(judged.count { $0 })), .value(.count(judged.count))]),
    ]
  }

  /// What JSON says of a pair.
  package static let members: [FigureMember<Partnerships.Pair>] = [
    .figure(a), .figure(b), .figure(direction), .figure(aToB), .figure(bToA), .figure(balance), .figure(knot),
    .figure(isKnotConclusive), .figure(givesMore),
    .figure(sharedContacts), .figure(answered), .figure(daysToAnswer),
    .object(
      "partnerships.barometer",
      [
        .figure(structure), .figure(social), .figure(performance), .figure(derived), .figure(maturity),
        .figure(viewsDiffer),
      ]), .list(trust),
  ]

  static let sides = [a, b]
  static let a = Figure<Pair>.partner("partnerships.a", ("A", "A")) { $0.a }
  static let b = Figure<Pair>.partner("partnerships.b", ("B", "B")) { $0.b }
  package static let direction = Figure<Partnerships.Pair>(
    "partnerships.direction", ("Direction", "Richtung"), unit: .term
  ) { $0.direction.map { .term($0.term) } }.absent(.word(.nothingKnown))
  package static let aToB = Figure<Partnerships.Pair>(
    "partnerships.a_to_b", ("A gives B", "A gibt B"), count: \.aToB
  ).listed("given")
  package static let bToA = Figure<Partnerships.Pair>(
    "partnerships.b_to_a", ("B gives A", "B gibt A"), count: \.bToA)
  package static let balance = Figure<Partnerships.Pair>(
    "partnerships.balance", ("Balance", "Bilanz"), number: \.balance
  ).ends { ($0.balanceLow, $0.balanceHigh) }
  package static let balanceLow = Figure<Partnerships.Pair>(
    "partnerships.balance_low", ("Balance at least", "Bilanz mindestens"), number: \.balanceLow
  ).absent(.empty)
  package static let balanceHigh = Figure<Partnerships.Pair>(
    "partnerships.balance_high", ("Balance at most", "Bilanz höchstens"), number: \.balanceHigh
  ).absent(.empty)
  package static let isKnotConclusive = Figure<Partnerships.Pair>(
    "partnerships.conclusive", ("Conclusive", "Schlüssig"),
    ("Whether the interval of the balance bears the knot out.", "Ob das Intervall der Bilanz den Knoten stützt."),
    unit: .flag
  ) { $0.isConclusive.map { .flag($0) } }.absent(.empty)
  package static let knot = Figure<Partnerships.Pair>("partnerships.knot", ("Knot", "Knoten"), unit: .term) {
    $0.knot.map { .term($0.term) }
  }.absent(.unknown(.withheld))
  package static let givesMore = Figure<Partnerships.Pair>(
    "partnerships.gives_more", ("Gives more", "Gibt mehr"), unit: .partner
  ) { $0.givesMore.map { .partner($0) } }
  /// The same, as the side of the table's row.
  private static let sideThatGivesMore = Figure<Pair>("partnerships.gives_more", givesMore.title, nil, unit: .term) {
    pair in
    guard pair.knot != nil else { return nil }
    guard let more = pair.givesMore else { return .term(Term("both", LocalizedText("both alike", "beide gleich"))) }
    return .term(Term(more == pair.a ? "a" : "b", more == pair.a ? a.title : b.title))
  }.absent(.unknown(.withheld))
  package static let sharedContacts = Figure<Partnerships.Pair>(
    "partnerships.shared_contacts", ("Shared contacts", "Gemeinsame Kontakte"), count: \.sharedContacts
  ).listed("shared_contacts")
}

extension PartnershipFigures {
  static let gestures = FigureList<Partnerships, [Pair]>(
    "gestures", ("Gestures", "Gesten"),
    (
      "How similar the two are, and how many of their gestures were answered.",
      "Wie ähnlich sich die beiden sind, und wie viele ihrer Gesten erwidert wurden."
    ), joint: " – ", naming: .name, rows: { $0.pairs }, [], columns: sides + [direction, answered, daysToAnswer])
  package static let answered = Figure<Partnerships.Pair>(
    "partnerships.reciprocity", ("Answered gestures", "Erwiderte Gesten"), share: \.reciprocity.answered)
  package static let daysToAnswer = Figure<Partnerships.Pair>(
    "partnerships.median_days_to_answer", like: CooperationFigures.medianDaysToAnswer
  ) { $0.reciprocity.medianDaysToAnswer.map { .number($0) } }.absent(.empty)

  static let barometers = FigureList<Partnerships, [Pair]>(
    "barometer", ("Barometer", "Barometer"),
    (
      "0 to 100; what nobody assessed is derived from the data.",
      "0 bis 100; was niemand beurteilte, ist aus den Daten abgeleitet."
    ), joint: " – ", naming: .name, rows: { $0.pairs }, [],
    columns: sides + [structure, social, performance, maturity, differingViews, derived])
  package static let structure = Figure<Partnerships.Pair>(
    "partnerships.barometer.structure", ("Structure", "Struktur"), unit: .ratio
  ) { $0.barometer.structure.map { .number($0) } }
  package static let social = Figure<Partnerships.Pair>(
    "partnerships.barometer.social", ("Social", "Sozial"), unit: .ratio
  ) { $0.barometer.social.map { .number($0) } }
  package static let performance = Figure<Partnerships.Pair>(
    "partnerships.barometer.performance", ("Performance", "Leistung"), unit: .ratio
  ) { $0.barometer.performance.map { .number($0) } }
  package static let derived = Figure<Partnerships.Pair>(
    "partnerships.barometer.derived", ("Derived", "Abgeleitet"), unit: .list
  ) { .list($0.barometer.derived.map { .term($0.term) }) }
  package static let maturity = Figure<Partnerships.Pair>(
    "partnerships.barometer.maturity", ("Maturity", "Reife"), unit: .term
  ) { $0.barometer.maturity.map { .term($0.term) } }.absent(.word(.nothingKnown))
  package static let viewsDiffer = Figure<Partnerships.Pair>(
    "partnerships.barometer.views_differ", ("Views", "Ansichten"), unit: .flag
  ) { .flag($0.barometer.viewsDiffer) }
  /// The same, as a word where they do.
  private static let differingViews = Figure<Pair>(
    "partnerships.barometer.views_differ", viewsDiffer.title, nil, unit: .term
  ) {
    $0.barometer.viewsDiffer ? .term(Term("differ", LocalizedText("differ", "verschieden"))) : nil
  }.absent(.empty)
}

extension PartnershipFigures {
  package static let trust = FigureList<Partnerships.Pair, [TrustTransfer]>(
    "partnerships.trust", title: { _ in trustTitle }, notes: { _ in [Sentence(trustNote)] }, rows: { $0.trust },
    [
      .figure(from), .figure(to), .figure(endorsed), .figure(unendorsed), .figure(lift), .figure(difference),
      .figure(conclusive), .figure(p), .figure(q),
    ])
  /// The comparisons of all pairs as a table, conclusive ones first.
  static let transfers = FigureList<Partnerships, [TrustTransfer]>(
    "trust", title: { _ in trustTitle },
    notes: { partnerships in
      let count = compared(partnerships).count
      return [
        Sentence(trustNote),
        Sentence(
          LocalizedText(
            "%1 comparisons: about %2 would look conclusive by chance.",
            "%1 Vergleiche: etwa %2 sähen zufällig schlüssig aus."),
          [.value(.count(count)), .value(.number(Double(count) / 20))]),
      ]
    }, joint: " → ", naming: .name,
    rows: compared, [], columns: { _ in [from, to, endorsed, unendorsed, lift, difference, conclusive, p, q] })

  private static func compared(_ partnerships: Partnerships) -> [TrustTransfer] {
    partnerships.pairs.flatMap(\.trust).filter { $0.difference != nil }.sorted { left, right in
      let (first, second) = (left.difference?.difference ?? 0, right.difference?.difference ?? 0)
      if left.isConclusive != right.isConclusive { return left.isConclusive }
      return left.isOfEnough != right.isOfEnough ? left.isOfEnough : first > second
    }
  }

  private static let trustTitle = LocalizedText("Trust transfer", "Übertragenes Vertrauen")
  private static let trustNote = LocalizedText(
    "Whether contacts that know the first partner respond better to the second when they meet it there.",
    "Ob Kontakte, die den ersten Partner kennen, besser auf den zweiten ansprechen, wenn sie ihn dort treffen.")
  static let from = Figure<TrustTransfer>.partner("partnerships.trust.from", ("From", "Von")) { $0.from }
  static let to = Figure<TrustTransfer>.partner("partnerships.trust.to", ("To", "Zu")) { $0.to }
  package static let endorsed = Figure<TrustTransfer>(
    "partnerships.trust.endorsed", ("Endorsed", "Empfohlen"), share: \.endorsed
  ).absent(.unknown(.withheld))
  package static let unendorsed = Figure<TrustTransfer>(
    "partnerships.trust.unendorsed", ("Not endorsed", "Nicht empfohlen"), share: \.unendorsed
  ).absent(.unknown(.withheld))
  package static let lift = Figure<TrustTransfer>("partnerships.trust.lift", ("Lift", "Faktor"), number: \.lift)
  package static let difference = Figure<TrustTransfer>(
    "partnerships.trust.difference", ("Difference", "Differenz"), difference: \.difference)
  package static let p = Figure<TrustTransfer>(
    "partnerships.trust.p", ("By chance", "Durch Zufall"),
    (
      "How likely a difference at least this large is if there were none.",
      "Wie wahrscheinlich ein mindestens so großer Unterschied ist, wenn es keinen gäbe."
    ), fraction: \.p
  ).absent(.empty)
  package static let q = Figure<TrustTransfer>(
    "partnerships.trust.q", FalseDiscovery.title, FalseDiscovery.meaning, fraction: \.q
  ).absent(.empty)
  package static let conclusive = Figure<TrustTransfer>(
    "partnerships.trust.conclusive", ("Conclusive", "Schlüssig"), unit: .flag
  ) { .flag($0.isConclusive) }.context
}

extension Partnerships {
  package static var catalog: FigureSection<Partnerships> { PartnershipFigures.section }
}
