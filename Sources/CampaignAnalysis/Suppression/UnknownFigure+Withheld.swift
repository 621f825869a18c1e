import CampaignFigures

extension [UnknownFigure] {
  package static let reasonWithheld =
    "It counts fewer contacts than minimum_group, or would let such a count be worked out."

  /// Names a figure that is withheld.
  package mutating func addWithheld(_ figure: String, if isWithheld: Bool) {
    guard isWithheld else { return }
    append(UnknownFigure(figure, .withheld, [UnknownFigure].reasonWithheld))
  }

  /// Names a figure of a list's rows that is withheld in some of them.
  package mutating func addWithheld(_ figure: String, _ withheld: Int, of rows: Int) {
    guard withheld > 0 else { return }
    append(
      UnknownFigure(
        figure, .withheld,
        "\(withheld) of \(rows) rows count fewer contacts than minimum_group, or would let such a count be worked out.")
    )
  }
}
