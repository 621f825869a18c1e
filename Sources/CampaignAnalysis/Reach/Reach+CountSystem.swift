import CampaignFigures
package import CampaignModel

extension Reach {
  /// More regions than this are all withheld rather than checked one by one.
  static let maximumRegionsChecked = 2000

  /// Adds every count with the sums that hold among them.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    // Of a brand in a dataset without any content nothing is known.
    guard let reach else { return }
    let total = system.add(ReachFigures.reach.count, reach)
    if let own, let foreign, let duplicated, let incremental {
      let parts = [
        system.add(ReachFigures.duplicated.count, duplicated), system.add(ReachFigures.incremental.count, incremental),
      ]
      system.sum(system.add(ReachFigures.foreign.count, foreign), of: parts)
      let ownReach = system.add(ReachFigures.own.count, own)
      system.sum(total, of: [ownReach, parts[1]])
      // The rest is who was reached in own channels alone, which the chart of own and foreign shows.
      system.part(ReachFigures.duplicated.count, duplicated, of: ownReach)
    }
    system.add(ReachFigures.organicShares.count, organicShares ?? 0)
    addFrequencies(to: &system, total)
    for row in carriers {
      let all = system.add(ReachFigures.carrierReach.count[row.partner], row.reach ?? 0)
      system.part(ReachFigures.exclusive.count[row.partner], row.exclusive ?? 0, of: all)
      if let count = row.incrementalOverOwn {
        system.part(ReachFigures.incrementalOverOwn.count[row.partner], count, of: all)
      }
      // In a campaign as a whole a carrier's reach is what it touched of its audience.
      if brand == nil, system.contains(TouchpointFigures.audienceShare.count[row.partner]) {
        system.same(
          system.add(ReachFigures.carrierReach.count[row.partner], 0),
          system.add(TouchpointFigures.audienceShare.count[row.partner], 0))
      }
    }
    for row in overlap {
      let name = ReachFigures.overlapContacts.count[[row.a, row.b]]
      system.add(name, row.contacts ?? 0)
      for partner in [row.a, row.b] { system.nest(name, in: ReachFigures.carrierReach.count[partner]) }
    }
    addStack(to: &system, total)
    if let brand { addBrand(brand, to: &system) }
    addChannels(to: &system, dataset)
    if regions.count <= Reach.maximumRegionsChecked { addRegions(to: &system, total) }
    if brand == nil { addNewContacts(to: &system) }
  }

  /// Whoever is new was reached: the others were known before.
  private func addNewContacts(to system: inout CountSystem) {
    system.nest(TouchpointFigures.newContacts.count, in: ReachFigures.reach.count)
    for row in carriers {
      system.nest(
        TouchpointFigures.introducedContacts.count[row.partner], in: ReachFigures.carrierReach.count[row.partner])
    }
    for row in byChannel {
      system.nest(
        TouchpointFigures.channelContacts.count[row.channel], in: ReachFigures.channelReach.count[row.channel])
    }
  }

  /// How often contacts were touched: exactly, and at least so many times. Where nobody was touched ten times or more,
  /// all touches are a sum over them too.
  private func addFrequencies(to system: inout CountSystem, _ total: Int) {
    let exactly = frequencyDistribution.enumerated().map {
      system.add(ReachFigures.frequencyDistribution.count[$0.offset + 1], $0.element ?? 0)
    }
    let atLeast = kPlus.enumerated().map { system.add(ReachFigures.kPlus.count[$0.offset + 1], $0.element ?? 0) }
    system.sum(total, of: exactly)
    system.same(atLeast[0], total)
    for times in 0..<9 { system.sum(atLeast[times], of: [exactly[times], atLeast[times + 1]]) }
    system.same(atLeast[9], exactly[9])
    let touches = system.add(ReachFigures.contactsGross.count, contactsGross ?? 0)
    if frequencyDistribution[9] == 0 {
      system.require(
        [CountSystem.Term(variable: touches, coefficient: -1)]
          + exactly.prefix(9).enumerated().map { CountSystem.Term(variable: $0.element, coefficient: $0.offset + 1) })
    }
  }

  private func addStack(to system: inout CountSystem, _ total: Int) {
    var before: Int?
    for (index, row) in stacked.enumerated() {
      let gain = system.add(ReachFigures.gain.count[row.partner], row.gain ?? 0)
      let sum = system.add(ReachFigures.cumulative.count[index], row.cumulative ?? 0)
      system.sum(sum, of: [gain] + (before.map { [$0] } ?? []))
      // What it does not add, those before it had already.
      let all = system.add(ReachFigures.carrierReach.count[row.partner], row.gain ?? 0)
      if index == 0 {
        system.same(gain, all)
      } else {
        system.part(ReachFigures.gain.count[row.partner], row.gain ?? 0, of: all)
      }
      before = sum
    }
    if let before { system.same(before, total) }
    system.sum(total, of: stacked.map { system.add(ReachFigures.gain.count[$0.partner], 0) })
  }

  /// The brand's own reach is its own channels' reach; what others add is their reach but for the overlap with it.
  private func addBrand(_ brand: Int, to system: inout CountSystem) {
    guard let own else { return }
    for row in carriers {
      let reach = system.add(ReachFigures.carrierReach.count[row.partner], 0)
      if row.partner == brand {
        system.same(reach, system.add(ReachFigures.own.count, own))
        continue
      }
      var parts = [system.add(ReachFigures.incrementalOverOwn.count[row.partner], 0)]
      if let pair = overlap.first(where: { Set([$0.a, $0.b]) == [brand, row.partner] }) {
        parts.append(system.add(ReachFigures.overlapContacts.count[[pair.a, pair.b]], 0))
      }
      system.sum(reach, of: parts)
    }
  }

  /// Where an owner has one channel, what that reached is what the owner did.
  private func addChannels(to system: inout CountSystem, _ dataset: Dataset) {
    let owners = byChannel.map { dataset.channels[$0.channel].owner }
    for (row, owner) in zip(byChannel, owners) {
      let reach = system.add(ReachFigures.channelReach.count[row.channel], row.reach ?? 0)
      if owners.count(where: { $0 == owner }) == 1 {
        system.same(reach, system.add(ReachFigures.carrierReach.count[owner], row.reach ?? 0))
      }
    }
  }

  /// The regions and everything that is a sum of them.
  private func addRegions(to system: inout CountSystem, _ total: Int) {
    let counts = regions.map { system.add($0.count, $0.contacts ?? 0) }
    let sets = regions.map { Set($0.partners) }
    func sum(_ variable: Int, _ isPart: (Set<Int>) -> Bool) {
      system.sum(variable, of: counts.indices.filter { isPart(sets[$0]) }.map { counts[$0] })
    }
    sum(total) { _ in true }
    for row in carriers {
      sum(system.add(ReachFigures.carrierReach.count[row.partner], 0)) { $0.contains(row.partner) }
      sum(system.add(ReachFigures.exclusive.count[row.partner], 0)) { $0 == [row.partner] }
    }
    for row in overlap {
      sum(system.add(ReachFigures.overlapContacts.count[[row.a, row.b]], 0)) {
        $0.contains(row.a) && $0.contains(row.b)
      }
    }
    var before: Set<Int> = []
    for row in stacked {
      sum(system.add(ReachFigures.gain.count[row.partner], 0)) {
        $0.contains(row.partner) && $0.isDisjoint(with: before)
      }
      before.insert(row.partner)
    }
    // The average over all orders tells how many contacts were reached by how many carriers.
    for size in 1...max(1, carriers.count) {
      let parts = counts.indices.filter { sets[$0].count == size }
      system.sum(
        system.add(ReachFigures.averageReach.count[size], parts.reduce(0) { $0 + (regions[$1].contacts ?? 0) }),
        of: parts.map { counts[$0] })
    }
  }
}

extension Reach.Region {
  /// The name of the region's count.
  var count: CountName { CountName(region: partners) }
}

extension CountName {
  /// The name of the count of a region, which goes by its partners.
  init(region partners: some Sequence<Int>) { self = ReachFigures.regionContacts.count[partners.sorted()] }
}
