extension CountDefinition where Counts == NewTouchpointsTally {
  /// Every count of new touchpoints.
  static let touchpoints: [CountDefinition] = [
    .init("new_contacts") { tally, _ in tally.newContacts },
    .init("new_touchpoints", .touchpoints) { tally, _ in tally.own + tally.foreign },
    .init("new_touchpoints.own", .touchpoints) { tally, _ in tally.own },
    .init("new_touchpoints.foreign", .touchpoints) { tally, _ in tally.foreign },
    .init("penetration", .touchpoints, suppressedAs: "new_touchpoints.foreign") { tally, _ in tally.foreign },
    .init("relevant_new_contacts") { tally, _ in tally.relevantNewContacts },
    .init("first_contact_mix", .contacts, .contactClass) { tally, key in tally.mix[key[0]] },
    .init("introduced_by", .touchpoints, .partner) { tally, key in tally.introducedTouchpoints[key[0]] },
    .init("introduced_by.new_contacts", .contacts, .partner) { tally, key in tally.introducedContacts[key[0]] },
    .init("by_brand", .touchpoints, .partner) { tally, key in tally.touchpointsByBrand[key[0]] },
    .init("by_brand.own", .touchpoints, .partner) { tally, key in tally.ownByBrand[key[0]] },
    .init("by_brand.foreign", .touchpoints, .partner) { tally, key in
      tally.touchpointsByBrand[key[0]] - tally.ownByBrand[key[0]]
    },
    .init("by_channel", .touchpoints, .channel) { tally, key in tally.touchpointsByChannel[key[0]] },
    .init("by_channel.new_contacts", .contacts, .channel) { tally, key in tally.contactsByChannel[key[0]] },
    .init("by_medium", .touchpoints, .medium) { tally, key in key.reduce(0) { $0 + tally.touchpointsByChannel[$1] } },
    .init("by_medium.new_contacts", .contacts, .medium) { tally, key in
      key.reduce(0) { $0 + tally.contactsByChannel[$1] }
    },
    .init("by_week", .touchpoints, .number) { tally, key in tally.touchpointsByWeek.at(key[0]) },
    .init("by_week.new_contacts", .contacts, .number) { tally, key in tally.contactsByWeek.at(key[0]) },
    .init("audience_penetration", .contacts, .partner) { tally, key in tally.touchedByOwner[key[0]] },
    .init("audience_penetration.of", .contacts, .partner) { tally, key in tally.audienceByOwner[key[0]] },
  ]
}

extension NewTouchpointsTally {
  /// Own new touchpoints of all brands.
  var own: Int { ownByBrand.reduce(0, +) }
  /// Foreign new touchpoints of all brands.
  var foreign: Int { touchpointsByBrand.reduce(0, +) - own }
}
