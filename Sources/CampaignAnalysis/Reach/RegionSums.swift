import LogScanning

/// What owners have in common, added up over regions.
struct RegionSums: Sendable {
  /// Contacts by how many owners reached them: entry d for d owners.
  private(set) var contactsBySize: [Int]
  /// Per rank, the contacts that the owner reached, and those of them without an own touch.
  private(set) var reach: [Int]
  private(set) var withoutOwn: [Int]
  /// Pairs of owners with contacts in common, the lower rank first, and how many; nil where there are more than
  /// ``maximumPairs``.
  let pairs: [(a: Int, b: Int, contacts: Int)]?
  /// Per rank, its contacts by how many owners reached them, ascending.
  private let sizes: [[(size: Int, contacts: Int)]]

  /// More pairs than this are not listed: 50,000 owners that all have a contact in common would be a thousand million.
  static let maximumPairs = 1 << 22
  /// Up to so many partners, what pairs have in common is kept in a table of all.
  private static let maximumOfTable = 1024

  /// O(r·k²) for r regions of k owners each.
  init(_ regions: Regions, partnerCount: Int) {
    contactsBySize = [Int](repeating: 0, count: partnerCount + 1)
    reach = [Int](repeating: 0, count: partnerCount)
    withoutOwn = reach
    if partnerCount <= RegionSums.maximumOfTable {
      var table = Table(partnerCount)
      table.add(regions, &contactsBySize, &withoutOwn)
      for rank in reach.indices { reach[rank] = table.common[rank * partnerCount + rank] }
      (pairs, sizes) = (table.pairs, table.sizes)
    } else {
      var lists = Lists()
      for index in regions.all.indices { lists.add(index, of: regions, &contactsBySize, &reach, &withoutOwn) }
      (pairs, sizes) = (lists.allPairs, lists.sizes(partnerCount))
    }
  }

  /// Contacts that an owner reached.
  func reach(of rank: Int) -> Int { reach[rank] }

  /// Contacts that only one owner reached.
  func exclusive(of rank: Int) -> Int { sizes[rank].first.map { $0.size == 1 ? $0.contacts : 0 } ?? 0 }

  /// An owner's share: each contact divided evenly among the owners that reached it. Contacts are added by the number
  /// of owners first, so that the sum does not depend on the order of the regions.
  func shapley(of rank: Int) -> Double { sizes[rank].reduce(0.0) { $0 + Double($1.contacts) / Double($1.size) } }
}

/// Sums for few partners: all pairs in a table.
private struct Table {
  let partnerCount: Int
  /// Per rank, its contacts by how many owners reached them.
  var bySize: [Int]
  /// Per pair of ranks, the lower first, the contacts that both reached; a rank with itself has all it reached.
  var common: [Int]

  init(_ partnerCount: Int) {
    self.partnerCount = partnerCount
    bySize = [Int](repeating: 0, count: partnerCount * (partnerCount + 1))
    common = [Int](repeating: 0, count: partnerCount * partnerCount)
  }

  mutating func add(_ regions: Regions, _ contactsBySize: inout [Int], _ withoutOwn: inout [Int]) {
    Table.add(regions, &contactsBySize, &withoutOwn, &bySize, &common)
  }

  /// The arrays are separate `inout` arguments so that Swift checks exclusive access to each once.
  private static func add(
    _ regions: Regions, _ contactsBySize: inout [Int], _ withoutOwn: inout [Int], _ bySize: inout [Int],
    _ common: inout [Int]
  ) {
    let partnerCount = withoutOwn.count
    var members = withoutOwn
    var ranks = members.mutableSpan
    var contactsBySize = contactsBySize.mutableSpan
    var withoutOwn = withoutOwn.mutableSpan
    var bySize = bySize.mutableSpan
    var common = common.mutableSpan
    let (words, places, all) = (regions.words.span, regions.places.span, regions.all.span)
    for index in all.indices {
      var size = 0
      for word in regions.wordRange(of: index) {
        let first = places.isEmpty ? 0 : Int(places[word]) &<< 6
        var left = words[word]
        while left != 0 {
          ranks[size] = first &+ left.trailingZeroBitCount
          size &+= 1
          left &= left &- 1
        }
      }
      let (contacts, without) = (all[index].contacts, all[index].contactsWithoutOwn)
      contactsBySize[size] &+= contacts
      for left in 0..<size {
        let rank = ranks[left]
        withoutOwn[rank] &+= without
        bySize[rank &* (partnerCount &+ 1) &+ size] &+= contacts
        for right in left..<size { common[rank &* partnerCount &+ ranks[right]] &+= contacts }
      }
    }
  }

  var pairs: [(a: Int, b: Int, contacts: Int)] {
    var pairs: [(a: Int, b: Int, contacts: Int)] = []
    for a in 0..<partnerCount {
      for b in (a + 1)..<max(a + 1, partnerCount) where common[a * partnerCount + b] > 0 {
        pairs.append((a, b, common[a * partnerCount + b]))
      }
    }
    return pairs
  }

  var sizes: [[(size: Int, contacts: Int)]] {
    (0..<partnerCount).map { rank in
      (1...partnerCount).compactMap { size -> (size: Int, contacts: Int)? in
        let contacts = bySize[rank * (partnerCount + 1) + size]
        return contacts == 0 ? nil : (size, contacts)
      }
    }
  }
}

/// Sums for many partners: only the pairs that occur.
private struct Lists {
  private var pairs = PairIndex()
  private var contactsOfPairs: [Int] = []
  private var hasAllPairs = true
  /// Pairs of a rank and a number of owners.
  private var sizes = PairIndex()
  private var contactsOfSizes: [Int] = []
  private var ranks: [Int] = []

  mutating func add(
    _ index: Int, of regions: Regions, _ contactsBySize: inout [Int], _ reach: inout [Int], _ withoutOwn: inout [Int]
  ) {
    ranks.removeAll(keepingCapacity: true)
    regions.forEachRank(of: index) { ranks.append($0) }
    let region = regions.all[index]
    contactsBySize[ranks.count] += region.contacts
    for rank in ranks {
      reach[rank] += region.contacts
      withoutOwn[rank] += region.contactsWithoutOwn
      let number = sizes.number(rank, ranks.count)
      if number == contactsOfSizes.count { contactsOfSizes.append(0) }
      contactsOfSizes[number] += region.contacts
    }
    // Whether there are too many pairs must not depend on the order of the regions.
    hasAllPairs = hasAllPairs && ranks.count * (ranks.count - 1) / 2 <= RegionSums.maximumPairs
    guard hasAllPairs else { return }
    for (position, rank) in ranks.enumerated() {
      for other in ranks[(position + 1)...] {
        let number = pairs.number(rank, other)
        if number == contactsOfPairs.count { contactsOfPairs.append(0) }
        contactsOfPairs[number] += region.contacts
      }
    }
    hasAllPairs = pairs.count <= RegionSums.maximumPairs
  }

  var allPairs: [(a: Int, b: Int, contacts: Int)]? {
    guard hasAllPairs else { return nil }
    return zip(pairs.pairs, contactsOfPairs).filter { $1 > 0 }.map { (a: Int($0.left), b: Int($0.right), contacts: $1) }
  }

  func sizes(_ partnerCount: Int) -> [[(size: Int, contacts: Int)]] {
    var lists = [[(size: Int, contacts: Int)]](repeating: [], count: partnerCount)
    for (pair, contacts) in zip(sizes.pairs, contactsOfSizes) where contacts > 0 {
      lists[Int(pair.left)].append((Int(pair.right), contacts))
    }
    return lists.map { list in list.sorted { $0.size < $1.size } }
  }
}
