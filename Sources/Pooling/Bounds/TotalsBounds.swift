/// What delivered totals of a campaign say for sure about its joint audience (<doc:Pool#Totals>).
package struct TotalsBounds: Sendable {
  package var family: TotalsFamily
  /// Contacts that any partner reached.
  package var reach: BoundedFigure
  /// One entry a partner, in the family's order.
  package var carriers: [Carrier]
  /// Figures that were asked for.
  package var asked: [Asked]
  /// What the reach would be if partners' audiences were independent of each other: a guess; nil where it cannot be made.
  package var independentGuess: Double?
  /// What knowing one more overlap would narrow, the most first; nil where it was not looked into.
  package var advice: [Advice]?
  /// Whether bounds are the best possible; else they are closed forms.
  package var isSharp: Bool

  package struct Carrier: Sendable {
    /// Number of the partner.
    package var partner: Int
    /// Contacts it reached.
    package var reach: BoundedFigure
    /// Contacts that nobody else reached.
    package var exclusive: BoundedFigure
    /// Contacts that the others reached.
    package var foreign: BoundedFigure
    /// Contacts that the others reached and it did not.
    package var incremental: BoundedFigure
    /// Reach of all divided by its own; nil where its own may be 0.
    package var synergy: (low: Double, high: Double?)?
  }

  package struct Asked: Sendable {
    package var question: Question
    package var figure: BoundedFigure
  }

  /// A figure that someone asks for.
  package struct Question: Hashable, Sendable {
    package enum Figure: String, CaseIterable, Sendable {
      case union
      case overlap
      case exclusive
    }

    package var figure: Figure
    /// Numbers of the partners.
    package var partners: [Int]

    package init(_ figure: Figure, _ partners: [Int]) {
      self.figure = figure
      self.partners = partners
    }
  }

  /// What one more overlap would tell.
  package struct Advice: Sendable {
    /// The two partners whose overlap nobody delivered.
    package var partners: [Int]
    /// Between which numbers it lies.
    package var overlap: (low: Int, high: Int)
    /// How much of the reach would not be known if the overlap were in the middle between them.
    package var width: Int
    /// By how much less that is than now.
    package var gain: Int
  }
}

/// Why there are no bounds.
package enum TotalsError: Error, Sendable {
  /// Delivered figures that cannot hold together.
  case contradiction(Contradiction)
  /// The method did not come to an end.
  case unfinished
}

/// Computes what delivered totals say for sure.
///
/// - Parameters:
///   - questions: further figures to bound.
///   - advises: whether to look into what one more overlap would narrow.
///   - threads: at least 1; the result does not depend on it.
/// - Throws: ``TotalsError/contradiction(_:)`` where the figures cannot hold together.
/// - Complexity: some hundred linear programs over 2ⁿ regions for n partners, up to 16.
package func bounds(
  of family: TotalsFamily, questions: [TotalsBounds.Question] = [], advises: Bool = false, threads: Int = 1
) throws(TotalsError) -> TotalsBounds {
  let calculation = BoundsCalculation(family: family, threads: threads)
  return try calculation.run(questions, advises: advises)
}
