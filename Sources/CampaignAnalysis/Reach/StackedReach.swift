import LogScanning

/// What each carrier adds to those before it (<doc:Metrics#Carriers>, `stacked`).
///
/// The greedy order takes the largest gain first, ties by id. Gains are kept up to date: when a carrier is taken, each
/// region it reaches is covered once and leaves the gains of all its owners. Of few partners the regions that are not yet
/// covered are looked through for each carrier; the first ones take most of them away. Of many, each has a list of its
/// regions, and the largest gain is found by a heap, in which gains only fall.
struct StackedReach {
  private(set) var gains: [Reach.StackedGain] = []

  private let regions: Regions
  private let partners: PartnerOrder
  /// Per rank, the contacts that are not yet covered.
  private var gain: [Int]
  /// Regions that are not yet covered, ascending; of few partners.
  private var open: [UInt32] = []
  /// Per rank, its regions, where there are many partners.
  private var regionsOfRank: [[UInt32]] = []
  /// Whether each region is covered, where there are many partners.
  private var isCovered: [Bool] = []
  private var cumulative = 0

  /// - Parameters:
  ///   - reach: per partner, the contacts it reached.
  ///   - order: carriers to be taken first, in this order; the others follow greedily.
  init(_ regions: Regions, _ partners: PartnerOrder, reach: [Int], order: [Int]) {
    self.regions = regions
    self.partners = partners
    gain = partners.partners.map { reach[$0] }
    var isLeft = gain.map { $0 > 0 }
    prepare()
    for partner in order where isLeft[partners.rank[partner]] {
      isLeft[partners.rank[partner]] = false
      take(partners.rank[partner])
    }
    let left = gain.indices.filter { isLeft[$0] }
    if regions.areNarrow { takeFew(left) } else { takeMany(left) }
  }

  private mutating func prepare() {
    guard !regions.areNarrow else {
      open = (0..<UInt32(regions.all.count)).map { $0 }
      return
    }
    regionsOfRank = [[UInt32]](repeating: [], count: gain.count)
    for region in regions.all.indices { regions.forEachRank(of: region) { regionsOfRank[$0].append(UInt32(region)) } }
    isCovered = [Bool](repeating: false, count: regions.all.count)
  }

  private mutating func takeFew(_ ranks: [Int]) {
    var left = ranks
    while let best = left.max(by: { gain[$0] < gain[$1] || gain[$0] == gain[$1] && $0 > $1 }) {
      left.removeAll { $0 == best }
      take(best)
    }
  }

  private mutating func takeMany(_ ranks: [Int]) {
    var heap = GainHeap(ranks.map { (gain[$0], $0) })
    while let (known, rank) = heap.pop() {
      if known == gain[rank] { take(rank) } else { heap.push((gain[rank], rank)) }
    }
  }

  private mutating func take(_ rank: Int) {
    cumulative += gain[rank]
    gains.append(Reach.StackedGain(partner: partners.partners[rank], gain: gain[rank], cumulative: cumulative))
    if regions.areNarrow { coverFew(rank) } else { coverMany(rank) }
  }

  private mutating func coverFew(_ rank: Int) {
    var kept = 0
    let bit = UInt64(1) << UInt64(rank & 63)
    for position in open.indices {
      let region = Int(open[position])
      if regions.words[region] & bit == 0 {
        open[kept] = open[position]
        kept &+= 1
      } else {
        cover(region)
      }
    }
    open.removeLast(open.count - kept)
  }

  private mutating func coverMany(_ rank: Int) {
    for region in regionsOfRank[rank] where !isCovered[Int(region)] {
      isCovered[Int(region)] = true
      cover(Int(region))
    }
  }

  private mutating func cover(_ region: Int) {
    let contacts = regions.all[region].contacts
    regions.forEachRank(of: region) { gain[$0] &-= contacts }
  }
}

/// Gains with the rank of whom they are, the largest first, equal ones by rank (Knuth, TAOCP 3, section 5.2.3).
private struct GainHeap {
  typealias Entry = (gain: Int, rank: Int)

  private var entries: [Entry]

  init(_ entries: [Entry]) {
    // A sorted list is a heap.
    self.entries = entries.sorted(by: GainHeap.precedes)
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    left.gain != right.gain ? left.gain > right.gain : left.rank < right.rank
  }

  mutating func push(_ entry: Entry) {
    var place = entries.count
    entries.append(entry)
    while place > 0, GainHeap.precedes(entries[place], entries[(place - 1) / 2]) {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var place = 0
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < entries.count && GainHeap.precedes(entries[child], entries[best]) {
        best = child
      }
      if best == place { return first }
      entries.swapAt(place, best)
      place = best
    }
  }
}
