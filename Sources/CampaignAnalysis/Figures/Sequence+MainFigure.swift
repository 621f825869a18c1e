extension Sequence {
  /// Rows sorted by their main figure, largest first, then by id.
  ///
  /// Rows whose main figure is withheld come last, by id, so that their place tells nothing of it.
  ///
  /// - Parameters:
  ///   - figure: nil where it is withheld.
  ///   - precedes: whether the first row's id comes before the second's.
  func sortedByMainFigure<Figure: Comparable>(
    _ figure: (Element) -> Figure?, thenBy precedes: (Element, Element) -> Bool
  ) -> [Element] {
    // Places are moved about, not rows, which can be large.
    let rows = Array(self)
    let figures = rows.map(figure)
    return rows.indices.sorted { left, right in
      switch (figures[left], figures[right]) {
      case (let first?, let second?) where first != second: first > second
      case (.some, nil): true
      case (nil, .some): false
      default: precedes(rows[left], rows[right])
      }
    }.map { rows[$0] }
  }
}
