import CampaignFigures
import LogScanning

extension Attribution {
  /// What the rows are made of, in the whole or in one replicate.
  struct Credits {
    /// By place, as ``AttributionTally`` numbers them.
    var sum: (Int) -> Double
    /// Conversions with a path, and their value.
    var attributed: Double
    var attributedValue: Double
    var effects: [Double]?

    /// The credit of a group, model by model, for conversions or for value, and its removal effect.
    func row(_ group: Int) -> (conversions: [Double], value: [Double], effect: Double?) {
      let total = effects?.reduce(0, +) ?? 0
      let effect = effects?[group]
      let share = total > 0 ? (effect ?? 0) / total : 0
      let places = AttributionTally.pathModels.indices.map { AttributionTally.place(of: group, model: $0) }
      return (
        places.map(sum) + [share * attributed], places.map { sum($0 + 1) } + [share * attributedValue], effect
      )
    }
  }

  /// Adds the intervals of a bootstrap. O(replicates × g³) at worst for g groups, for the Markov chains.
  ///
  /// - Parameter order: of each row, the number of its group.
  mutating func addIntervals(_ bootstrap: AttributionReplicates, _ order: [Int], places: [Int]) {
    var totals = FigureReplicates(AttributionFigures.resampled)
    var samples = order.map { _ in FigureReplicates(AttributionFigures.resampledOfRow) }
    var ranking = FirstInRanking(places: places)
    let linear = AttributionModel.allCases.firstIndex(of: .linear) ?? 0
    let sums = order.map { group in
      AttributionTally.places(of: group).map { bootstrap.sums(at: $0) }
    }
    let total = AttributionReplicates.Total.allCases.map { bootstrap.sums(of: $0) }
    let chains = bootstrap.chains
    // A replicate without a conversion that records a value has one of 0: that values are recorded, the others show.
    let hasValue = value != nil
    for replicate in 0..<ReplicateWeights.count {
      func at(_ part: AttributionReplicates.Total) -> Double { total[part.rawValue]?[replicate] ?? .infinity }
      var whole = self
      whole.conversions = Int(at(.conversions))
      whole.value = hasValue ? at(.value) : nil
      totals.add(whole)
      let effects = bootstrap.hasChains ? chains[replicate].removalEffects() : nil
      var ranked: [Double] = []
      for (index, group) in order.enumerated() {
        let first = AttributionTally.place(of: group, model: 0)
        let credits = Credits(
          sum: { sums[index][$0 - first]?[replicate] ?? .infinity },
          attributed: bootstrap.hasChains ? at(.conversions) - at(.unattributed) : .nan,
          attributedValue: bootstrap.hasChains ? at(.value) - at(.unattributedValue) : .nan, effects: effects)
        let row = credits.row(group)
        ranked.append(FigureOrder.rounded(row.conversions[linear]))
        samples[index].add(
          Row(
            group: rows[index].group, conversions: row.conversions, value: hasValue ? row.value : nil,
            removalEffect: row.effect))
      }
      ranking.add(ranked)
    }
    intervals = totals.intervals
    for index in rows.indices { rows[index].intervals = samples[index].intervals }
    firstRowStays = ranking.share
    if firstRowStays == nil {
      unknown.append(UnknownFigure(AttributionFigures.firstRowStays, .undefined, .fewRanked))
    }
  }
}
