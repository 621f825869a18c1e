import CampaignFigures

extension CountDefinition where Counts == NewTouchpointsTally {
  /// Every count of new touchpoints.
  static let touchpoints: [CountDefinition] = [
    .init(TouchpointFigures.newContacts) { tally, _ in tally.newContacts },
    .init(TouchpointFigures.newTouchpoints, .touchpoints) { tally, _ in tally.own + tally.foreign },
    .init(TouchpointFigures.own, .touchpoints) { tally, _ in tally.own },
    .init(TouchpointFigures.foreign, .touchpoints) { tally, _ in tally.foreign },
    .init(TouchpointFigures.penetration, .touchpoints, suppressedAs: TouchpointFigures.foreign.count) { tally, _ in
      tally.foreign
    },
    .init(TouchpointFigures.relevantNewContacts) { tally, _ in tally.relevantNewContacts },
    .init(TouchpointFigures.mixContacts, .contacts, .contactClass) { tally, key in tally.mix[key[0]] },
    .init(TouchpointFigures.introducedTouchpoints, .touchpoints, .partner) { tally, key in
      tally.introducedTouchpoints[key[0]]
    },
    .init(TouchpointFigures.introducedContacts, .contacts, .partner) { tally, key in tally.introducedContacts[key[0]] },
    .init(TouchpointFigures.brandTotal, .touchpoints, .partner) { tally, key in tally.touchpointsByBrand[key[0]] },
    .init(TouchpointFigures.brandOwn, .touchpoints, .partner) { tally, key in tally.ownByBrand[key[0]] },
    .init(TouchpointFigures.brandForeign, .touchpoints, .partner) { tally, key in
      tally.touchpointsByBrand[key[0]] - tally.ownByBrand[key[0]]
    },
    .init(TouchpointFigures.channelTouchpoints, .touchpoints, .channel) { tally, key in
      tally.touchpointsByChannel[key[0]]
    },
    .init(TouchpointFigures.channelContacts, .contacts, .channel) { tally, key in tally.contactsByChannel[key[0]] },
    .init(TouchpointFigures.mediumTouchpoints, .touchpoints, .medium) { tally, key in
      key.reduce(0) { $0 + tally.touchpointsByChannel[$1] }
    },
    .init(TouchpointFigures.mediumContacts, .contacts, .medium) { tally, key in
      key.reduce(0) { $0 + tally.contactsByChannel[$1] }
    },
    .init(TouchpointFigures.weekTouchpoints, .touchpoints, .number) { tally, key in tally.touchpointsByWeek.at(key[0])
    },
    .init(TouchpointFigures.weekContacts, .contacts, .number) { tally, key in tally.contactsByWeek.at(key[0]) },
    .init(TouchpointFigures.audienceShare, .contacts, .partner) { tally, key in tally.touchedByOwner[key[0]] },
    .init(wholeOf: TouchpointFigures.audienceShare, .contacts, .partner) { tally, key in tally.audienceByOwner[key[0]]
    },
  ]
}

extension NewTouchpointsTally {
  /// Own new touchpoints of all brands.
  var own: Int { ownByBrand.reduce(0, +) }
  /// Foreign new touchpoints of all brands.
  var foreign: Int { touchpointsByBrand.reduce(0, +) - own }
}
