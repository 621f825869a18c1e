package import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

extension [Trust.Entry] {
  /// What was found that bears on the figures, as a table; nil where nothing was found.
  package func table(in dataset: Dataset) -> FigureTable? {
    let found = filter(\.isDoubtful)
    guard !found.isEmpty else { return nil }
    return FigureTable(
      "trust", title: LocalizedText("Can these figures be trusted", "Kann man diesen Zahlen trauen"),
      note: LocalizedText(
        "What was left out or is doubtful; what is not listed was looked for and not found.",
        "Was fehlt oder zweifelhaft ist; was hier nicht steht, wurde gesucht und nicht gefunden."),
      columns: [
        FigureTable.Column("id", "What", "Was", .words), FigureTable.Column("count", "Found", "Gefunden"),
        FigureTable.Column("of", "Of", "Von"), FigureTable.Column("value", "Value", "Wert"),
        FigureTable.Column("meaning", "What it means", "Was es heißt", .words),
      ],
      rows: found.map { entry in
        FigureTable.Row(
          entry.check.rawValue,
          [
            .term(entry.check.title), .count(entry.count), .count(entry.of),
            entry.value.map { .money($0, currency: dataset.settings.currency) } ?? .empty, .term(entry.check.meaning),
          ])
      })
  }

  /// What was found, in a sentence each: how much, of how many, and what it means for which figure.
  package func sentences(in dataset: Dataset) -> [LocalizedText] {
    compactMap { entry in
      guard let count = entry.count, let of = entry.of, entry.isDoubtful else { return nil }
      var found = LocalizedText("%1: %2 of %3", "%1: %2 von %3").filled(
        entry.check.title, .number(count), .number(of))
      if let value = entry.value {
        found = found + LocalizedText(" (%1)", " (%1)").filled(.money(value, dataset.settings.currency))
      }
      return LocalizedText("%1. %2", "%1. %2").filled(found, entry.check.meaning)
    }
  }
}

extension Trust.Entry {
  /// Whether what was found bears on the figures: paid touches where some lack a cost, anything else where there is any.
  fileprivate var isDoubtful: Bool {
    check == .costedPaidTouches ? count == nil || count != of : count != 0
  }
}

extension TrustCheck {
  /// What is looked for, in a few words.
  package var title: LocalizedText {
    switch self {
    case .transactionsLeftOut: LocalizedText("Transactions left out", "Ausgelassene Abschlüsse")
    case .lateTransactions: LocalizedText("Transactions after the end", "Abschlüsse nach dem Ende")
    case .duplicateRows: LocalizedText("Repeated rows", "Wiederholte Zeilen")
    case .duplicateTransactions: LocalizedText("Repeated transactions", "Wiederholte Abschlüsse")
    case .refunds: LocalizedText("Refunds", "Erstattungen")
    case .midnightKinds: LocalizedText("Kinds without a time of day", "Arten ohne Uhrzeit")
    case .lateOutliers: LocalizedText("Touches long after all others", "Berührungen lange nach allen anderen")
    case .earlyOutliers: LocalizedText("Touches long before all others", "Berührungen lange vor allen anderen")
    case .unlistedContacts: LocalizedText("Contacts not in contacts.csv", "Kontakte, die in contacts.csv fehlen")
    case .costedPaidTouches: LocalizedText("Paid touches with a cost", "Bezahlte Berührungen mit Kosten")
    case .inconclusiveKnots: LocalizedText("Knots that are not settled", "Unentschiedene Knoten")
    case .shortHistory: LocalizedText("New contacts after a short history", "Neue Kontakte nach kurzer Vorgeschichte")
    }
  }

  /// What it means for which figure, and what to do.
  package var meaning: LocalizedText {
    switch self {
    case .transactionsLeftOut:
      LocalizedText(
        "They came before the campaign's touch or carry another campaign's content: no customer, revenue or conversion has them.",
        "Sie kamen vor der Berührung der Kampagne oder tragen Inhalte einer anderen: Kunden, Einnahmen und Abschlüsse zählen sie nicht."
      )
    case .lateTransactions:
      LocalizedText(
        "No customer, revenue or conversion has them; conversion_days_after_end in reefknot.yaml counts them.",
        "Kunden, Einnahmen und Abschlüsse zählen sie nicht; conversion_days_after_end in reefknot.yaml nimmt sie auf.")
    case .duplicateRows:
      LocalizedText(
        "They equal an earlier row in every column and count again in touches, frequency and sums; remove them if they were exported twice.",
        "Sie gleichen einer früheren Zeile in jeder Spalte und zählen in Berührungen, Häufigkeit und Summen erneut; doppelt exportierte gehören entfernt."
      )
    case .duplicateTransactions:
      LocalizedText(
        "They count again in revenue and conversions; remove them if they were exported twice.",
        "Sie zählen in Einnahmen und Abschlüssen erneut; doppelt exportierte gehören entfernt.")
    case .refunds:
      LocalizedText(
        "They lower revenue and credit and make no customer.",
        "Sie mindern Einnahmen und Zurechnung und machen niemanden zum Kunden.")
    case .midnightKinds:
      LocalizedText(
        "They stand at the end of their day; what came first on that day is not known.",
        "Sie stehen am Ende ihres Tages; was an dem Tag zuerst kam, ist nicht bekannt.")
    case .lateOutliers:
      LocalizedText(
        "Without observed_until in reefknot.yaml they set the end of observation, and with it who stays; look for a wrong year.",
        "Ohne observed_until in reefknot.yaml bestimmen sie das Ende der Beobachtung und damit, wer bleibt; vielleicht stimmt das Jahr nicht."
      )
    case .earlyOutliers:
      LocalizedText(
        "They make the history look longer than it is, so that contacts count as new; look for a wrong year.",
        "Sie lassen die Vorgeschichte länger aussehen, als sie ist, sodass Kontakte als neu zählen; vielleicht stimmt das Jahr nicht."
      )
    case .unlistedContacts:
      LocalizedText(
        "They have no segment, sector or relevance: such figures leave them out.",
        "Sie haben weder Segment noch Branche noch Relevanz: Solche Zahlen lassen sie aus.")
    case .costedPaidTouches:
      LocalizedText(
        "Cost and return know only touches that record a cost.",
        "Kosten und Ertrag kennen nur Berührungen, die Kosten verzeichnen.")
    case .inconclusiveKnots:
      LocalizedText(
        "Their interval allows another knot too: read them as a hint.",
        "Ihr Intervall lässt auch einen anderen Knoten zu: Sie sind nur ein Hinweis.")
    case .shortHistory:
      LocalizedText(
        "The data begin less than 90 days before the start, or after it: some of them may be old acquaintances.",
        "Die Daten beginnen weniger als 90 Tage vor dem Start oder erst danach: Manche von ihnen sind vielleicht alte Bekannte."
      )
    }
  }
}
