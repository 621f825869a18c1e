import CampaignFigures

extension UnknownFigure {
  /// A figure of a day or week that is null: one that has begun is withheld, any other is still to come.
  init(ofPeriod figure: some CatalogEntry, hasBegun: Bool) {
    self.init(
      figure, hasBegun ? .withheld : .incomplete,
      hasBegun
        ? .countsFewContacts
        : LocalizedText(
          "It had not begun when observation stopped.", "Am Ende der Beobachtung hatte der Zeitraum nicht begonnen."))
  }
}
