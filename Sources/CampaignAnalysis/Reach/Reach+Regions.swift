import LogScanning

extension Reach {
  /// Contacts reached by exactly one set of owners.
  public struct Region: Hashable, Sendable {
    /// The owners, by id.
    public var partners: [Int]
    /// Nil when it is withheld.
    public var contacts: Int?
  }

  /// The regions of a scope, most contacts first, then by the ids of their owners; those that are withheld come last.
  ///
  /// There may be one for every other contact, so that each is kept as a row of bits and a count, and made a
  /// ``Region`` only when it is asked for.
  public struct RegionList: RandomAccessCollection, Sendable {
    /// No region is empty: one without contacts is withheld.
    package private(set) var regions: Regions
    /// The partner of each bit in a row.
    package let partnerOfRank: [Int]

    init(_ regions: Regions, _ partners: PartnerOrder) {
      self.regions = regions.sorted()
      partnerOfRank = partners.partners
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { regions.all.count }

    public subscript(position: Int) -> Region {
      var partners: [Int] = []
      regions.forEachRank(of: position) { partners.append(partnerOfRank[$0]) }
      let contacts = regions.all[position].contacts
      return Region(partners: partners, contacts: contacts > 0 ? contacts : nil)
    }

    /// Withholds the regions that fit, and brings them to the end, so that their place tells nothing.
    mutating func withhold(where isWithheld: (Region) -> Bool) {
      for index in indices where isWithheld(self[index]) { regions.clear(index) }
      regions = regions.sorted()
    }

    /// Contacts of the regions with an owner in each of some groups; nil when one of these regions is withheld.
    func contacts(reachedByEachOf groups: [Set<Int>]) -> Int? {
      let members = groups.map { group in partnerOfRank.map { group.contains($0) } }
      var total = 0
      for (index, region) in regions.all.enumerated() {
        var isMet = [Bool](repeating: false, count: groups.count)
        regions.forEachRank(of: index) { rank in
          for group in members.indices where members[group][rank] { isMet[group] = true }
        }
        guard isMet.allSatisfy(\.self) else { continue }
        if region.contacts == 0 { return nil }
        total += region.contacts
      }
      return total
    }
  }
}
