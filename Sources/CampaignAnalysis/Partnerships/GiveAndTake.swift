import CampaignFigures

/// How even two partners give each other contacts, and whether the counts bear it out (<doc:Metrics#Give-and-take>).
package struct GiveAndTake: Hashable, Sendable {
  /// (given − returned) / (given + returned), in [−1, 1]; nil when neither gave.
  package var balance: Double?
  /// Lower end of its 95 % interval; nil when neither gave.
  package var low: Double?
  /// Upper end of its 95 % interval; nil when neither gave.
  package var high: Double?
  package var knot: Knot
  /// Whether the interval bears the knot out: within [−1/3, 1/3] for a reef, outside of it for granny and one-sided; nil
  /// where there is no such knot.
  package var isConclusive: Bool?

  /// Judges contacts given in the one and in the other direction.
  ///
  /// The interval is that of Wilson for the share that was given in the first direction, 2 s − 1 being the balance.
  package init(_ given: Int, _ returned: Int) {
    knot = Knot(given, returned)
    let share = Proportion(given, of: given + returned)
    guard share.of > 0 else { return }
    balance = Double(given - returned) / Double(share.of)
    low = share.low.map { 2 * $0 - 1 }
    high = share.high.map { 2 * $0 - 1 }
    guard let low, let high else { return }
    let third = 1.0 / 3
    switch knot {
    case .none, .unclear: isConclusive = nil
    case .reef: isConclusive = FigureOrder.isAtMost(-third, low) && FigureOrder.isAtMost(high, third)
    case .granny, .oneSided:
      isConclusive = !FigureOrder.isAtMost(low, third) || !FigureOrder.isAtMost(-third, high)
    }
  }
}
