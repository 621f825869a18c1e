/// Where the rows of a table have what a recipe asks for.
struct ColumnPlaces: Sendable {
  /// Position of each reference; -1 where it has none or is of a list.
  private(set) var columns: [Int] = []
  /// Positions of each reference within lists, entry by entry.
  private(set) var entries: [[Int]] = []
  /// How many entries each list has.
  private(set) var entryCounts: [Int] = []

  init() {}

  init(_ binding: ColumnBinding, in header: [String]) {
    (columns, entries) = binding.positions(in: header)
    let places = entries
    entryCounts = binding.lists.map { list in
      zip(binding.references, places).filter { $0.0.list == list }.map(\.1.count).max() ?? 0
    }
  }

  /// The same in memory of its own.
  func unshared() -> ColumnPlaces {
    var copy = ColumnPlaces()
    copy.columns = columns.map { $0 }
    copy.entries = entries.map { $0.map { $0 } }
    copy.entryCounts = entryCounts.map { $0 }
    return copy
  }

  /// Position of a reference in the row, for an entry of its list; -1 where it has none.
  func position(_ reference: Int, entry: Int) -> Int {
    let position = columns[reference]
    if position >= 0 { return position }
    return entry < entries[reference].count ? entries[reference][entry] : -1
  }
}
