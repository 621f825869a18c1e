/// What delivered figures say for sure about another one: it is at least `low` and at most `high`.
package struct BoundedFigure: Sendable {
  /// The best bounds known, in whole contacts.
  package var low: Int
  /// Nil where nothing limits it.
  package var high: Int?
  /// The bounds that need no linear program.
  package var closedLow: Int
  package var closedHigh: Int?
  /// Which closed form gave them.
  package var closedLowName: String
  package var closedHighName: String
  /// Proofs of the best bounds; nil where they are closed forms, or what was proven only in floating point.
  package var lowProof: BoundProof?
  package var highProof: BoundProof?

  /// Whether it surely counts somebody, but fewer contacts than `minimumGroup`.
  package func isWithheld(minimumGroup: Int) -> Bool { high.map { (1..<max(1, minimumGroup)).contains($0) } ?? false }

  /// How much is not known; nil where nothing limits it.
  package var width: Int? { high.map { $0 - low } }
}

/// Why a figure is at least, or at most, so many: delivered figures taken so many times add up to no more, or no less, in
/// every region.
package struct BoundProof: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    /// Number of the delivered figure; nil for what always holds.
    package var figure: Int?
    /// What it is taken times, as a fraction.
    package var numerator: Int
    package var denominator: Int
    /// The end of the delivered figure that is used.
    package var end: Double
  }

  package var steps: [Step]
  /// What they add up to, before it is rounded to whole contacts.
  package var sum: Double
}
