/// Counts contacts by the exact set of owners that reached them.
///
/// Nearly every figure of reach follows from these counts, so that one look-up per contact serves them all. Sets
/// of any size are found by a sum of random numbers, one per owner, and compared member by member.
struct RegionTable: Sendable {
  /// A set of owners with the contacts that exactly these reached.
  struct Region: Sendable {
    fileprivate let hash: UInt64
    fileprivate let start: Int32
    /// Number of owners in the set.
    let size: Int32
    /// Contacts reached by exactly this set.
    var contacts: Int
    /// Those of them without an own touch.
    var contactsWithoutOwn: Int
  }

  private(set) var regions: [Region] = []
  private var members: [Int32] = []
  /// Index into `regions` plus 1, 0 for a free slot; its size is a power of two.
  private var slots = [Int32](repeating: 0, count: 64)

  /// The owners of a region, in the order in which they were met.
  func owners(of region: Region) -> some Collection<Int> {
    members[Int(region.start)..<Int(region.start) + Int(region.size)].lazy.map(Int.init)
  }

  /// Counts contacts whose owners are `owners`.
  ///
  /// - Parameters:
  ///   - owners: the set, each member once.
  ///   - isMember: the same set as a fast test.
  mutating func add(_ owners: [Int], _ isMember: StampSet, contacts: Int, withoutOwn: Int) {
    var hash: UInt64 = 0
    for owner in owners { hash &+= RegionTable.random(owner) }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if regions[index].hash == hash, Int(regions[index].size) == owners.count,
        self.owners(of: regions[index]).allSatisfy({ isMember.contains($0) })
      {
        regions[index].contacts += contacts
        regions[index].contactsWithoutOwn += withoutOwn
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(regions.count + 1)
    regions.append(
      Region(
        hash: hash, start: Int32(members.count), size: Int32(owners.count), contacts: contacts,
        contactsWithoutOwn: withoutOwn))
    for owner in owners { members.append(Int32(owner)) }
    if regions.count * 2 > slots.count { grow() }
  }

  /// Adds the counts of another table over the same `partnerCount` partners.
  mutating func merge(_ other: RegionTable, partnerCount: Int) {
    var isMember = StampSet(capacity: partnerCount)
    var owners: [Int] = []
    for region in other.regions {
      isMember.removeAll()
      owners.removeAll(keepingCapacity: true)
      for owner in other.owners(of: region) where isMember.insert(owner) { owners.append(owner) }
      add(owners, isMember, contacts: region.contacts, withoutOwn: region.contactsWithoutOwn)
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, region) in regions.enumerated() {
      var slot = Int(truncatingIfNeeded: region.hash >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index + 1)
    }
  }

  /// A fixed random number for each owner: the finalizer of SplitMix64 (Steele, Lea and Flood 2014,
  /// doi:10.1145/2660193.2660195).
  private static func random(_ owner: Int) -> UInt64 {
    var z = UInt64(owner + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
