import CampaignFigures

extension Retention {
  /// Compares how many of each partner's contacts stay with the rest of the cohort, as far as both are known.
  ///
  /// To be done again where counts were withheld: a q value tells of all others that are compared.
  mutating func compareStays() {
    for index in byPartner.indices { byPartner[index].p = p(of: byPartner[index]) }
    for (index, q) in FalseDiscovery.qValues(byPartner.map(\.p)).enumerated() { byPartner[index].q = q }
  }

  private func p(of group: PartnerGroup) -> Double? {
    guard let stays, let cohort = group.cohort, let count = group.stays else { return nil }
    return RateTest.p(
      Proportion(count, of: cohort), Proportion(stays.count - count, of: stays.of - cohort))
  }
}
