import CampaignFigures

extension [UnknownFigure] {
  package static let reasonWithheld =
    "It counts fewer contacts than minimum_group, or would let such a count be worked out."

  /// Names a figure that is withheld, unless it is not known anyway.
  package mutating func addWithheld(_ figure: String, if isWithheld: Bool) {
    guard isWithheld, !contains(where: { $0.figure == figure }) else { return }
    append(UnknownFigure(figure, .withheld, [UnknownFigure].reasonWithheld))
  }

  /// Names a figure of a list's rows that is withheld in some of them, unless it is known of none anyway.
  package mutating func addWithheld(_ figure: String, _ withheld: Int, of rows: Int) {
    guard withheld > 0, !contains(where: { $0.figure == figure && $0.state == .notConfigured }) else { return }
    append(
      UnknownFigure(
        figure, .withheld,
        "\(withheld) of \(rows) rows count fewer contacts than minimum_group, or would let such a count be worked out.")
    )
  }
}
