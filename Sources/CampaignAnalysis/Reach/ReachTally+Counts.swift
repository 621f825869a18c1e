extension CountDefinition where Counts == ReachTally {
  /// Every count of reach. Those by carrier are read off the set of owners that reached the one contact.
  static let reach: [CountDefinition] = [
    .init("reach") { tally, _ in tally.reach },
    .init("total", suppressedAs: "reach") { tally, _ in tally.reach },
    .init("contacts_gross", .touches) { tally, _ in tally.contactsGross },
    .init("frequency", .contacts, .number) { tally, key in tally.frequencyDistribution.at(key[0] - 1) },
    .init("k_plus", .contacts, .number) { tally, key in
      tally.frequencyDistribution.dropFirst(max(0, key[0] - 1)).reduce(0, +)
    },
    .init("own") { tally, _ in tally.own },
    .init("foreign") { tally, _ in tally.foreign },
    .init("duplicated") { tally, _ in tally.duplicated },
    .init("incremental") { tally, _ in tally.foreign - tally.duplicated },
    .init("takeovers", .placements) { tally, _ in tally.takeovers.count },
    .init("organic_shares", .touches) { tally, _ in tally.organicShares },
    .init("carriers", .contacts, .partner) { tally, key in tally.carriers.contains(key[0]) ? 1 : 0 },
    .init("exclusive", .contacts, .partner) { tally, key in tally.carriers == [key[0]] ? 1 : 0 },
    .init("incremental_over_own", .contacts, .partner) { tally, key in
      tally.own == 0 && tally.carriers.contains(key[0]) ? 1 : 0
    },
    .init("stacked", .contacts, .stackedPartner) { tally, key in
      tally.carriers.contains(key[0]) && !key.dropFirst().contains(where: tally.carriers.contains) ? 1 : 0
    },
    .init("region", .contacts, .set) { tally, key in tally.carriers == Set(key) ? 1 : 0 },
    .init("overlap", .contacts, .pair) { tally, key in tally.carriers.isSuperset(of: key) ? 1 : 0 },
    .init("by_channel", .contacts, .channel, suppressedAs: "reach.by_channel") { tally, key in
      Int(tally.byChannel[key[0]].contacts)
    },
    .init("reach_curve", .contacts, .number) { tally, key in
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
