extension UnknownFigure {
  /// A figure of the catalog that cannot be given.
  ///
  /// - Parameter row: the number of the row it belongs to, such as a day, which follows the list's name in the path.
  package init(_ entry: some CatalogEntry, row: Int? = nil, _ state: State, _ reason: LocalizedText) {
    self.init(row.map { UnknownFigure.path(of: entry.path, row: $0) } ?? entry.path, state, reason)
  }

  /// The path of a figure in one row of its list: `days.bracket` of day 90 is `days.90.bracket`.
  package static func path(of path: String, row: Int) -> String {
    let parts = path.split(separator: ".", maxSplits: 1)
    return parts.count == 1 ? "\(parts[0]).\(row)" : "\(parts[0]).\(row).\(parts[1])"
  }
}
