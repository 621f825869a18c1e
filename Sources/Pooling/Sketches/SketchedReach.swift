/// What sketches of partners' audiences tell of the joint one, each figure an estimate (<doc:Pool#Sketches>).
///
/// All but a partner's own reach comes from the hashes below the smallest theta of all sketches. A figure is nil where it
/// comes from too few of them.
package struct SketchedReach: Sendable {
  package struct Carrier: Sendable {
    /// Contacts that the partner reached, from its own sketch.
    package var reach: SketchEstimate?
    /// Contacts that nobody else reached.
    package var exclusive: SketchEstimate?
    /// Contacts that the others reached.
    package var foreign: SketchEstimate?
    /// Contacts that the others reached and it did not.
    package var incremental: SketchEstimate?
    /// The sum, over the contacts it reached, of one part in as many as reached the contact.
    package var shapley: SketchEstimate?
  }

  package struct Overlap: Sendable {
    /// Numbers of the two partners.
    package var partners: (Int, Int)
    package var contacts: SketchEstimate?
  }

  package struct Step: Sendable {
    package var partner: Int
    /// Contacts that the partner reached and none before it.
    package var gain: SketchEstimate?
    package var cumulative: SketchEstimate
  }

  /// Contacts that any partner reached.
  package var reach: SketchEstimate?
  package var carriers: [Carrier]
  /// Every pair, in the order of the partners.
  package var overlaps: [Overlap]
  /// The largest gain first.
  package var stacked: [Step]

  /// More partners than this have no pictures of their regions as bits.
  package static let maximumPartners = 64

  /// - Parameter sketches: one a partner, at most ``maximumPartners``.
  package init(_ sketches: [ThetaSketch]) {
    precondition(sketches.count <= SketchedReach.maximumPartners, "A region is a mask of 64 bits.")
    let theta = sketches.map(\.theta).min() ?? ThetaSketch.wholeTheta
    let fraction = theta < ThetaSketch.wholeTheta ? Double(theta) / 9_223_372_036_854_775_808 : 1
    let regions = SketchedReach.regions(sketches, below: theta)
    func estimate(_ isCounted: (UInt64) -> Bool) -> SketchEstimate {
      SketchEstimate(hashes: regions.reduce(0) { $0 + (isCounted($1.mask) ? $1.count : 0) }, fraction: fraction)
    }
    func told(_ isCounted: (UInt64) -> Bool) -> SketchEstimate? {
      let estimate = estimate(isCounted)
      return estimate.isTold ? estimate : nil
    }
    reach = estimate { _ in true }
    carriers = sketches.indices.map { partner in
      let bit: UInt64 = 1 << UInt64(partner)
      return Carrier(
        reach: sketches[partner].sizeEstimate, exclusive: told { $0 == bit }, foreign: told { $0 & ~bit != 0 },
        incremental: told { $0 & bit == 0 }, shapley: SketchedReach.shapley(regions, bit, fraction))
    }
    overlaps = []
    for right in sketches.indices {
      for left in 0..<right {
        let both: UInt64 = 1 << UInt64(left) | 1 << UInt64(right)
        overlaps.append(Overlap(partners: (left, right), contacts: told { $0 & both == both }))
      }
    }
    overlaps.sort { $0.partners < $1.partners }
    stacked = []
    var (left, covered) = (Array(sketches.indices), UInt64(0))
    while !left.isEmpty {
      let gains = left.map { partner in
        regions.reduce(0) { $0 + ($1.mask >> UInt64(partner) & 1 == 1 && $1.mask & covered == 0 ? $1.count : 0) }
      }
      let place = gains.indices.max { (gains[$0], left[$1]) < (gains[$1], left[$0]) } ?? 0
      let partner = left.remove(at: place)
      let gain = SketchEstimate(hashes: gains[place], fraction: fraction)
      covered |= 1 << UInt64(partner)
      let reached = covered
      stacked.append(
        Step(partner: partner, gain: gain.isTold ? gain : nil, cumulative: estimate { $0 & reached != 0 }))
    }
  }

  /// The hashes below theta by which partners have them, in the order of the masks.
  private static func regions(_ sketches: [ThetaSketch], below theta: UInt64) -> [(mask: UInt64, count: Int)] {
    var entries: [(hash: UInt64, partner: Int)] = []
    for (partner, sketch) in sketches.enumerated() {
      for hash in sketch.below(theta) { entries.append((hash, partner)) }
    }
    entries.sort { $0.hash < $1.hash }
    var counts: [UInt64: Int] = [:]
    var start = 0
    while start < entries.count {
      var mask: UInt64 = 0
      var end = start
      while end < entries.count, entries[end].hash == entries[start].hash {
        mask |= 1 << UInt64(entries[end].partner)
        end += 1
      }
      counts[mask, default: 0] += 1
      start = end
    }
    return counts.sorted { $0.key < $1.key }.map { (mask: $0.key, count: $0.value) }
  }

  private static func shapley(
    _ regions: [(mask: UInt64, count: Int)], _ bit: UInt64, _ fraction: Double
  ) -> SketchEstimate? {
    var (sum, squares, hashes) = (0.0, 0.0, 0)
    for region in regions where region.mask & bit != 0 {
      let share = 1 / Double(region.mask.nonzeroBitCount)
      sum += share * Double(region.count)
      squares += share * share * Double(region.count)
      hashes += region.count
    }
    let estimate = SketchEstimate(weights: sum, squares: squares, hashes: hashes, fraction: fraction)
    return estimate.isTold ? estimate : nil
  }
}

extension SketchedReach {
  /// The same with everything left out that could tell of fewer contacts than `minimumGroup`, but not 0.
  ///
  /// Figures of the same contacts add up, so that one that is left out could be worked out from the others. Where any is
  /// too small only what all and what each reached remain, as far as they are large enough, and of two partners not what
  /// both reached together.
  ///
  /// - Returns: the figures and whether any was withheld.
  package func protected(minimumGroup: Int) -> (figures: SketchedReach, isWithheld: Bool) {
    func isSmall(_ estimate: SketchEstimate?) -> Bool {
      guard let estimate else { return false }
      return estimate.value > 0 && estimate.value < Double(minimumGroup)
    }
    let figures =
      [reach] + carriers.flatMap { [$0.reach, $0.exclusive, $0.foreign, $0.incremental] }
      + overlaps.map(\.contacts) + stacked.flatMap { [$0.gain, $0.cumulative] }
    guard minimumGroup > 0, figures.contains(where: isSmall) else { return (self, false) }
    var copy = self
    for index in copy.carriers.indices {
      let own = copy.carriers[index].reach
      copy.carriers[index] = Carrier(reach: isSmall(own) ? nil : own)
    }
    if isSmall(copy.reach) || copy.carriers.count == 2 { copy.reach = nil }
    for index in copy.overlaps.indices { copy.overlaps[index].contacts = nil }
    copy.stacked = []
    return (copy, true)
  }
}
