import CampaignFigures
import LogScanning

extension CountDefinition where Counts == PartnershipTally {
  /// Every count of contacts between two partners; the first of the pair gives.
  static let partnerships: [CountDefinition] = [
    .init(PartnershipFigures.aToB, .contacts, .pair) { tally, key in tally.given(key[0], about: key[1]) },
    .init(PartnershipFigures.sharedContacts, .contacts, .pair) { tally, key in
      tally.shares.knownNumber(min(key[0], key[1]), max(key[0], key[1])).map { tally.shared[$0] } ?? 0
    },
  ]
}
