/// What owners have in common, added up over regions.
struct RegionSums: Sendable {
  private let partnerCount: Int
  /// Contacts by how many owners reached them: entry d for d owners.
  private(set) var contactsBySize: [Int]
  /// Per rank, the contacts without an own touch.
  private(set) var withoutOwn: [Int]
  /// Per rank, its contacts by how many owners reached them.
  private var bySize: [Int]
  /// Per pair of ranks, the lower first, the contacts that both reached; a rank with itself has all it reached.
  private var common: [Int]

  /// O(r·k²) for r regions of k owners each.
  init(_ regions: Regions, partnerCount: Int) {
    var contactsBySize = [Int](repeating: 0, count: partnerCount + 1)
    var withoutOwn = [Int](repeating: 0, count: partnerCount)
    var bySize = [Int](repeating: 0, count: partnerCount * (partnerCount + 1))
    var common = [Int](repeating: 0, count: partnerCount * partnerCount)
    RegionSums.add(regions, &contactsBySize, &withoutOwn, &bySize, &common)
    self.partnerCount = partnerCount
    self.contactsBySize = contactsBySize
    self.withoutOwn = withoutOwn
    self.bySize = bySize
    self.common = common
  }

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
    let (rows, all, words) = (regions.rows.span, regions.all.span, regions.wordsPerRow)
    for index in all.indices {
      var size = 0
      for word in 0..<words {
        var left = rows[index &* words &+ word]
        while left != 0 {
          ranks[size] = word &<< 6 &+ left.trailingZeroBitCount
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

  /// Contacts that an owner reached.
  func reach(of rank: Int) -> Int { common[rank * partnerCount + rank] }

  /// Contacts that two owners reached, of which `a` has the lower rank.
  func common(_ a: Int, _ b: Int) -> Int { common[a * partnerCount + b] }

  /// Contacts that only one owner reached.
  func exclusive(of rank: Int) -> Int { bySize[rank * (partnerCount + 1) + 1] }

  /// An owner's share: each contact divided evenly among the owners that reached it. Contacts are added by the number
  /// of owners first, so that the sum does not depend on the order of the regions.
  func shapley(of rank: Int) -> Double {
    (1...partnerCount).reduce(0.0) { $0 + Double(bySize[rank * (partnerCount + 1) + $1]) / Double($1) }
  }
}
