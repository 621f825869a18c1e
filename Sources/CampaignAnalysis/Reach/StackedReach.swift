import LogScanning

/// What each carrier adds to those before it (<doc:Metrics#Carriers>, `stacked`).
///
/// The greedy order takes the largest gain first, ties by id. Gains are kept up to date: when a carrier is taken, each
/// region it reaches is covered once and leaves the gains of all its owners. Regions that are not yet covered are
/// looked through for each carrier; the first ones take most of them away.
struct StackedReach {
  private(set) var gains: [Reach.StackedGain] = []

  private let regions: Regions
  private let partners: PartnerOrder
  /// Per rank, the contacts that are not yet covered.
  private var gain: [Int]
  /// Regions that are not yet covered, ascending.
  private var open: [UInt32]
  private var cumulative = 0

  /// - Parameters:
  ///   - reach: per partner, the contacts it reached.
  ///   - order: carriers to be taken first, in this order; the others follow greedily.
  init(_ regions: Regions, _ partners: PartnerOrder, reach: [Int], order: [Int]) {
    self.regions = regions
    self.partners = partners
    gain = partners.partners.map { reach[$0] }
    open = (0..<UInt32(regions.all.count)).map { $0 }
    var left = gain.indices.filter { gain[$0] > 0 }
    for partner in order {
      guard let rank = left.first(where: { partners.partners[$0] == partner }) else { continue }
      left.removeAll { $0 == rank }
      take(rank)
    }
    while let best = left.max(by: { gain[$0] < gain[$1] || gain[$0] == gain[$1] && $0 > $1 }) {
      left.removeAll { $0 == best }
      take(best)
    }
  }

  private mutating func take(_ rank: Int) {
    cumulative += gain[rank]
    gains.append(Reach.StackedGain(partner: partners.partners[rank], gain: gain[rank], cumulative: cumulative))
    var kept = 0
    let (word, bit) = (rank >> 6, UInt64(1) << UInt64(rank & 63))
    for position in open.indices {
      let region = Int(open[position])
      if regions.rows[region &* regions.wordsPerRow &+ word] & bit == 0 {
        open[kept] = open[position]
        kept &+= 1
      } else {
        let contacts = regions.all[region].contacts
        regions.forEachRank(of: region) { gain[$0] &-= contacts }
      }
    }
    open.removeLast(open.count - kept)
  }
}
