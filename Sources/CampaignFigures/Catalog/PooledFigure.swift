/// What is said of figures that come from totals, sketches or private overlaps instead of contacts.
///
/// Figures that are counted from contacts too have their names where these are; here is what only the joint audience has.
package enum PooledFigure: String, CaseIterable, Sendable {
  case union
  case overlap
  case independentGuess = "independent_guess"

  package var title: LocalizedText {
    switch self {
    case .union: LocalizedText("Reach together", "Gemeinsame Reichweite")
    case .overlap: LocalizedText("Overlap", "Überschneidung")
    case .independentGuess: LocalizedText("A guess: if independent", "Geraten: wenn unabhängig")
    }
  }

  package var meaning: LocalizedText {
    switch self {
    case .union:
      LocalizedText(
        "Contacts that any of these partners reached.", "Kontakte, die irgendeiner dieser Partner erreichte.")
    case .overlap:
      LocalizedText(
        "Contacts that each of these partners reached.", "Kontakte, die jeder dieser Partner erreichte.")
    case .independentGuess:
      LocalizedText(
        "What the reach would be if who is in one audience said nothing about the others. Audiences of partners are "
          + "seldom so.",
        "Was die Reichweite wäre, wenn die Zugehörigkeit zu einem Publikum nichts über die anderen sagte. So sind "
          + "Publika von Partnern selten.")
    }
  }
}

/// How a figure came about that was not counted from contacts.
package enum FigureSource: String, CaseIterable, Sendable {
  /// Bounds that follow from totals.
  case totals
  /// An estimate from sketches.
  case sketches
  /// An exact count of what two partners have in common.
  case privateOverlap = "private_overlap"

  package var title: LocalizedText {
    switch self {
    case .totals: LocalizedText("sure bounds from totals", "sichere Schranken aus Summen")
    case .sketches: LocalizedText("estimated from sketches", "aus Skizzen geschätzt")
    case .privateOverlap: LocalizedText("private overlap, exact", "verdeckter Abgleich, exakt")
    }
  }
}
