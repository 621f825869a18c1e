extension Reach {
  /// Contacts that at least one of several carriers reached; nil when a region that counts is withheld. O(regions).
  public func contacts(reachedByAnyOf group: Set<Int>) -> Int? {
    sum { region in region.partners.contains { group.contains($0) } }
  }

  /// Contacts that a carrier reached and at least one of several others too; nil when a region that counts is
  /// withheld. O(regions).
  public func contacts(reachedBy partner: Int, andByAnyOf group: Set<Int>) -> Int? {
    sum { region in region.partners.contains(partner) && region.partners.contains { group.contains($0) } }
  }

  /// Regions are disjoint, so their contacts add up.
  private func sum(where counts: (Region) -> Bool) -> Int? {
    var total = 0
    for region in regions where counts(region) {
      guard let contacts = region.contacts else { return nil }
      total += contacts
    }
    return total
  }
}

extension Reach {
  /// Contacts with an own touch and no foreign one; nil when it or what it follows from is withheld.
  public var ownOnly: Int? {
    guard let own, let duplicated else { return nil }
    return own - duplicated
  }
}
