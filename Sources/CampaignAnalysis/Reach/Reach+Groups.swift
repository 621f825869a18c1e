extension Reach {
  /// Contacts that at least one of several carriers reached; nil when a region that counts is withheld. O(regions).
  public func contacts(reachedByAnyOf group: Set<Int>) -> Int? { regions.contacts(reachedByEachOf: [group]) }

  /// Contacts that a carrier reached and at least one of several others too; nil when a region that counts is
  /// withheld. O(regions).
  public func contacts(reachedBy partner: Int, andByAnyOf group: Set<Int>) -> Int? {
    regions.contacts(reachedByEachOf: [[partner], group])
  }
}

extension Reach {
  /// Contacts with an own touch and no foreign one; nil when it or what it follows from is withheld.
  public var ownOnly: Int? {
    guard let own, let duplicated else { return nil }
    return own - duplicated
  }
}
