package import CampaignFigures

extension [UnknownFigure] {
  /// Names a figure that is withheld, unless it is not known anyway.
  package mutating func addWithheld(_ entry: some CatalogEntry, if isWithheld: Bool) {
    addWithheld(named: entry.path, if: isWithheld)
  }

  /// Names figures of a list's rows, each where it is nil in some of them.
  package mutating func addWithheld<Row>(_ rows: some Collection<Row>, _ figures: Figure<Row>...) {
    for figure in figures { addWithheld(figure, rows.count { figure.value($0) == nil }, of: rows.count) }
  }

  /// Names a figure of a list's rows that is withheld in some of them, unless it is known of none anyway.
  ///
  /// - Parameter list: the list, where the figure's path is that within a row.
  package mutating func addWithheld(
    _ figure: some CatalogEntry, in list: (any CatalogEntry)? = nil, _ withheld: Int, of rows: Int
  ) {
    addWithheld(named: (list.map { "\($0.path)." } ?? "") + figure.path, withheld, of: rows)
  }

  /// Names a figure that is withheld, of a document without a catalog.
  package mutating func addWithheld(named path: String, if isWithheld: Bool) {
    guard isWithheld, !contains(where: { $0.figure == path }) else { return }
    append(UnknownFigure(path, .withheld, .countsFewContacts))
  }

  /// Names a figure of a list's rows that is withheld in some of them, of a document without a catalog.
  package mutating func addWithheld(named path: String, _ withheld: Int, of rows: Int) {
    guard withheld > 0, !contains(where: { $0.figure == path && $0.state == .notConfigured }) else { return }
    append(
      UnknownFigure(
        path, .withheld,
        LocalizedText(
          "%1 of %2 rows count fewer contacts than minimum_group, or would let such a count be worked out.",
          "%1 von %2 Zeilen zählen weniger Kontakte als minimum_group, oder eine solche Zahl ließe sich aus ihnen errechnen."
        ).filled(["\(withheld)", "\(rows)"])))
  }
}
