/// Why figures are not known, where several analyses say so; what one alone says stands with it.
extension LocalizedText {
  package static let countsFewContacts = LocalizedText(
    "It counts fewer contacts than minimum_group, or would let such a count be worked out.",
    "Sie zählt weniger Kontakte als minimum_group, oder eine solche Zahl ließe sich aus ihr errechnen.")
  package static let belowMinimumGroup = LocalizedText(
    "It counts fewer contacts than minimum_group, %1.", "Sie zählt weniger Kontakte als minimum_group, %1.")
  package static let nobodyReached = LocalizedText("Nobody was reached.", "Niemand wurde erreicht.")
  package static let tooLarge = LocalizedText("It is too large for a number.", "Sie ist zu groß für eine Zahl.")
  package static let reasonNotKnown = LocalizedText("It is not known.", "Sie ist nicht bekannt.")
  package static let fewRanked = LocalizedText(
    "Fewer than two rows are ranked.", "Weniger als zwei Zeilen haben eine Reihenfolge.")
  package static let noConversionValue = LocalizedText(
    "No conversion records a value.", "Kein Abschluss verzeichnet einen Wert.")
  package static let manyPairs = LocalizedText(
    "More than %1 pairs of owners have contacts in common.",
    "Mehr als %1 Paare von Besitzern haben gemeinsame Kontakte.")
  package static let noExchanges = LocalizedText("exchanges.csv is missing.", "exchanges.csv fehlt.")
  package static let noTies = LocalizedText("ties.csv is missing.", "ties.csv fehlt.")
  package static let campaignNotOver = LocalizedText(
    "The campaign had not ended when observation stopped.",
    "Die Kampagne war am Ende der Beobachtung nicht zu Ende.")
  package static let halfDidNotLapse = LocalizedText(
    "More than half of the cohort did not lapse.", "Mehr als die Hälfte der Kohorte verstummte nicht.")

  /// Why a mean up to the last day is not known.
  package static func notObserved(after days: Int) -> LocalizedText {
    LocalizedText(
      "Observation stopped less than %1 days after the last day.",
      "Die Beobachtung endete weniger als %1 Tage nach dem letzten Tag."
    ).filled(["\(days)"])
  }
}
