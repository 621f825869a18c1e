import CampaignFigures

extension CountDefinition where Counts == ReachTally {
  /// Every count of reach. Those by carrier are read off the set of owners that reached the one contact.
  static let reach: [CountDefinition] = [
    .init(ReachFigures.reach) { tally, _ in tally.reach },
    .init(ReachFigures.total, suppressedAs: ReachFigures.reach.count) { tally, _ in tally.reach },
    .init(ReachFigures.contactsGross, .touches) { tally, _ in tally.contactsGross },
    .init(ReachFigures.frequencyDistribution, .contacts, .number) { tally, key in
      tally.frequencyDistribution.at(key[0] - 1)
    },
    .init(ReachFigures.kPlus, .contacts, .number) { tally, key in
      tally.frequencyDistribution.dropFirst(max(0, key[0] - 1)).reduce(0, +)
    },
    .init(ReachFigures.own) { tally, _ in tally.own },
    .init(ReachFigures.foreign) { tally, _ in tally.foreign },
    .init(ReachFigures.duplicated) { tally, _ in tally.duplicated },
    .init(ReachFigures.incremental) { tally, _ in tally.foreign - tally.duplicated },
    .init(ReachFigures.takeovers, .placements) { tally, _ in tally.takeovers.count },
    .init(ReachFigures.organicShares, .touches) { tally, _ in tally.organicShares },
    .init(ReachFigures.carrierReach, .contacts, .partner) { tally, key in tally.carriers.contains(key[0]) ? 1 : 0 },
    .init(ReachFigures.exclusive, .contacts, .partner) { tally, key in tally.carriers == [key[0]] ? 1 : 0 },
    .init(ReachFigures.incrementalOverOwn, .contacts, .partner) { tally, key in
      tally.own == 0 && tally.carriers.contains(key[0]) ? 1 : 0
    },
    .init(ReachFigures.gain, .contacts, .stackedPartner) { tally, key in
      tally.carriers.contains(key[0]) && !key.dropFirst().contains(where: tally.carriers.contains) ? 1 : 0
    },
    .init(ReachFigures.regionContacts, .contacts, .set) { tally, key in tally.carriers == Set(key) ? 1 : 0 },
    .init(ReachFigures.overlapContacts, .contacts, .pair) { tally, key in tally.carriers.isSuperset(of: key) ? 1 : 0 },
    .init(ReachFigures.channelReach, .contacts, .channel) { tally, key in tally.contactsByChannel[key[0]] },
    .init(ReachFigures.dailyReach, .contacts, .number) { tally, key in
      tally.firstTouchesByDay.prefix(max(0, key[0] + 1)).reduce(0, +)
    },
  ]
}

extension ReachTally {
  /// The owners that reached the contacts counted; of one contact, exactly those that reached it.
  var carriers: Set<Int> {
    var owners: Set<Int> = []
    let sets = regions.regions
    for index in sets.all.indices { sets.forEachRank(of: index) { owners.insert(partnerOfRank[$0]) } }
    return owners
  }
}
