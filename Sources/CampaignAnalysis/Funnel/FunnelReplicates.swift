import CampaignFigures
import CampaignModel
import LogScanning

/// Visitors, leads, customers and money of a scope in every replicate of a bootstrap over its contacts.
struct FunnelReplicates: Sendable {
  /// Contacts by group and role, as the bits of ``FunnelTally``.
  var counts = ReplicateCounts()
  /// By group and ``FunnelTally/Money``.
  var sums = ReplicateSums()
  private var weights: ReplicateWeights
  /// By group, the money of the contact at hand.
  private var amounts: [FixedAmount]

  private static let moneyCount = FunnelTally.Money.allCases.count

  init(_ dataset: Dataset, groupCount: Int) {
    weights = ReplicateWeights(of: dataset.contacts)
    amounts = [FixedAmount](repeating: FixedAmount(), count: groupCount * FunnelReplicates.moneyCount)
  }

  /// Notes money of the contact at hand.
  mutating func note(_ amount: Double, _ money: FunnelTally.Money, in group: Int) {
    amounts[group * FunnelReplicates.moneyCount + money.rawValue].add(amount)
  }

  /// Counts the contact at hand in a group.
  mutating func finish(_ contact: Int, in group: Int, roles: UInt8) {
    weights.load(contact)
    counts.add(weights, to: group, Int(roles))
    for money in FunnelTally.Money.allCases {
      let place = group * FunnelReplicates.moneyCount + money.rawValue
      sums.add(weights, amounts[place], to: group, money.rawValue)
      amounts[place] = FixedAmount()
    }
  }

  mutating func merge(_ other: FunnelReplicates) {
    counts.merge(other.counts)
    sums.merge(other.sums)
  }

  /// By group, the figures of every replicate; none of a group whose money is too large for them.
  func figures(groupCount: Int) -> [[Funnel.Figures]] {
    var all = [[FunnelTally.Counts]](
      repeating: [FunnelTally.Counts](repeating: FunnelTally.Counts(), count: ReplicateWeights.count),
      count: groupCount)
    for key in counts.keys {
      for (replicate, count) in counts.counts(of: key.left, key.right).enumerated() {
        all[key.left][replicate].add(count, roles: UInt8(key.right))
      }
    }
    return all.enumerated().map { group, counts in
      let money = FunnelTally.Money.allCases.map { sums.sums(of: group, $0.rawValue) }
      // What no contact of a replicate recorded is a sum of 0 there: that it is recorded, the others show.
      let recording = counts.reduce(into: FunnelTally.Counts()) { $0.merge($1) }
      return counts.enumerated().map { replicate, counts in
        Funnel.Figures(counts, recording: recording) { money[$0.rawValue].map { $0[replicate] } ?? .infinity }
      }
    }
  }
}

extension Funnel {
  /// Adds the intervals of a bootstrap.
  ///
  /// - Parameters:
  ///   - groups: of each row, the number of its group.
  ///   - total: that of the whole.
  mutating func addIntervals(_ bootstrap: FunnelReplicates, groups: [Int], total whole: Int, places: [Int]) {
    let figures = bootstrap.figures(groupCount: whole + 1)
    func intervals(_ group: Int) -> [String: Interval] {
      var replicates = FigureReplicates(FunnelFigures.resampled)
      for figures in figures[group] { replicates.add(figures) }
      return replicates.intervals
    }
    total.intervals = intervals(whole)
    for (row, group) in groups.enumerated() { rows[row].figures.intervals = intervals(group) }
    var ranking = FirstInRanking(places: places)
    for replicate in 0..<ReplicateWeights.count {
      ranking.add(groups.map { Double(figures[$0][replicate].visitors ?? 0) })
    }
    firstRowStays = ranking.share
    if firstRowStays == nil {
      unknown.append(UnknownFigure(FunnelFigures.firstRowStays, .undefined, .fewRanked))
    }
  }
}
