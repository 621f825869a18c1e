/// The sets of owners that reached anyone, each with the contacts that exactly these reached.
package struct Regions: Sendable {
  /// A set of owners; its row of bits has the same index.
  package struct Region: Sendable {
    /// Contacts reached by exactly this set.
    package let contacts: Int
    /// Those of them without an own touch.
    package let contactsWithoutOwn: Int

    init(contacts: Int, contactsWithoutOwn: Int) {
      self.contacts = contacts
      self.contactsWithoutOwn = contactsWithoutOwn
    }

    /// - Parameter counts: contacts in the lower half, those without an own touch in the upper.
    @inline(__always) init(counts: UInt64) {
      contacts = Int(counts & 0xFFFF_FFFF)
      contactsWithoutOwn = Int(counts >> 32)
    }
  }

  package private(set) var all: [Region] = []
  /// The words of the regions' rows that are not empty, one region after the other; bit r of a row is the partner of rank
  /// r by id.
  package private(set) var words: [UInt64] = []
  /// Which word of its row each of ``words`` is. Empty where a row is one word: then each region has just this.
  package private(set) var places: [UInt32] = []
  /// Where the words of each region start; empty where a row is one word.
  private var starts: [Int] = []
  private let wordsPerRow: Int

  init(wordsPerRow: Int, capacity: Int) {
    self.wordsPerRow = wordsPerRow
    all.reserveCapacity(capacity)
    words.reserveCapacity(capacity)
  }

  /// Whether a row is one word.
  package var areNarrow: Bool { wordsPerRow == 1 }

  /// Indices in ``words`` of a region's.
  @inline(__always) package func wordRange(of region: Int) -> Range<Int> {
    if areNarrow { return region..<region + 1 }
    return starts[region]..<(region + 1 < starts.count ? starts[region + 1] : words.count)
  }

  /// Adds a region whose row is one word.
  ///
  /// - Parameter counts: contacts in the lower half, those without an own touch in the upper.
  @inline(__always)
  mutating func append(_ row: UInt64, counts: UInt64) {
    words.append(row)
    all.append(Region(counts: counts))
  }

  /// Adds a region of several words, of which those are given that are not empty.
  mutating func append(_ row: ArraySlice<UInt64>, _ rowPlaces: ArraySlice<UInt32>, counts: UInt64) {
    append(row, rowPlaces, Region(counts: counts))
  }

  /// Adds a region; its places are of no account where a row is one word.
  mutating func append(_ row: ArraySlice<UInt64>, _ rowPlaces: ArraySlice<UInt32>, _ region: Region) {
    words.append(contentsOf: row)
    all.append(region)
    guard !areNarrow else { return }
    starts.append(words.count - row.count)
    places.append(contentsOf: rowPlaces)
  }

  /// Adds to the counts of a region.
  mutating func add(_ more: Region, to region: Int) {
    all[region] = Region(
      contacts: all[region].contacts + more.contacts,
      contactsWithoutOwn: all[region].contactsWithoutOwn + more.contactsWithoutOwn)
  }

  /// Takes out the counts of a region, so that it has no contacts.
  mutating func clear(_ index: Int) { all[index] = Region(counts: 0) }

  /// The same regions, most contacts first, then by their lists of ranks.
  func sorted() -> Regions {
    var sorted = Regions(wordsPerRow: wordsPerRow, capacity: all.count)
    for index in sortedIndices {
      let range = wordRange(of: index)
      sorted.append(words[range], areNarrow ? [] : places[range], all[index])
    }
    return sorted
  }

  /// Calls `body` with the rank of each owner of a region, ascending.
  @inline(__always)
  func forEachRank(of index: Int, _ body: (Int) -> Void) {
    for word in wordRange(of: index) {
      let first = areNarrow ? 0 : Int(places[word]) << 6
      var left = words[word]
      while left != 0 {
        body(first + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
  }
}
