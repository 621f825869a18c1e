/// A sentence about a result, with figures in it that each language words in its own way.
package struct Sentence: Sendable {
  /// What stands for a placeholder.
  package enum Part: Sendable {
    case value(FigureValue)
    /// Why there is none.
    case unknown(UnknownFigure.State)
    /// Several clauses, one after the other with commas.
    case clauses([Sentence])
  }

  /// The words, with `%1`, `%2`, … for the parts.
  package let words: LocalizedText
  package let parts: [Part]

  package init(_ words: LocalizedText, _ parts: [Part] = []) {
    self.words = words
    self.parts = parts
  }
}
