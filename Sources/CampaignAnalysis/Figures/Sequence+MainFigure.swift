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
    map { (row: $0, figure: figure($0)) }.sorted { left, right in
      switch (left.figure, right.figure) {
      case (let first?, let second?) where first != second: first > second
      case (.some, nil): true
      case (nil, .some): false
      default: precedes(left.row, right.row)
      }
    }.map(\.row)
  }
}
