import LogScanning

/// Counts contacts by the exact set of owners that reached them, where there are more than 64 partners.
///
/// Rows are kept without their empty words, so that memory follows the owners that reached contacts, not those that could
/// have: of 50,000 owners a row has 782 words.
struct WideRegionTable: Sendable {
  /// The sets so far, in the order in which they were first met.
  private(set) var regions: Regions
  /// Number of a region plus 1, 0 for a free slot; their number is a power of two, at most half of it taken.
  private var slots = [UInt32](repeating: 0, count: 64)
  /// The row at hand: its words that are not empty, and which these are.
  private var words: [UInt64] = []
  private var places: [UInt32] = []

  init(wordsPerRow: Int) { regions = Regions(wordsPerRow: wordsPerRow, capacity: 0) }

  /// Adds counts to the entry of a row.
  mutating func add(_ row: Span<UInt64>, counts: UInt64) {
    words.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    for place in row.indices where row[place] != 0 {
      words.append(row[place])
      places.append(UInt32(place))
    }
    addRow(Regions.Region(counts: counts))
  }

  /// Adds the counts of another table over the same partners.
  mutating func merge(_ other: WideRegionTable) {
    for region in other.regions.all.indices {
      let range = other.regions.wordRange(of: region)
      words.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
      words.append(contentsOf: other.regions.words[range])
      places.append(contentsOf: other.regions.places[range])
      addRow(other.regions.all[region])
    }
  }

  private mutating func addRow(_ counts: Regions.Region) {
    var slot = WideRegionTable.hash(words[...], places[...]) & (slots.count - 1)
    while slots[slot] != 0 {
      let region = Int(slots[slot]) - 1
      let range = regions.wordRange(of: region)
      if regions.words[range].elementsEqual(words), regions.places[range].elementsEqual(places) {
        return regions.add(counts, to: region)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    regions.append(words[...], places[...], counts)
    slots[slot] = UInt32(regions.all.count)
    if regions.all.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for region in regions.all.indices {
      let range = regions.wordRange(of: region)
      var slot = WideRegionTable.hash(regions.words[range], regions.places[range]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(region + 1)
    }
  }

  private static func hash(_ words: ArraySlice<UInt64>, _ places: ArraySlice<UInt32>) -> Int {
    var hash: UInt64 = 0
    for (word, place) in zip(words, places) { hash = RegionTable.mix(RegionTable.mix(hash ^ UInt64(place)) ^ word) }
    return Int(truncatingIfNeeded: hash >> 16)
  }
}
