import LogScanning

/// How many contacts are behind the counts of an attribution: what must not be small where groups of contacts are
/// protected (`minimum_group`). One contact may convert many times.
struct AttributionContacts: Sendable {
  /// What a group did in the paths of a contact, as bits.
  private enum Part {
    static let first: UInt8 = 1
    static let last: UInt8 = 2
    static let solo: UInt8 = 4
    static let introducer: UInt8 = 8
    static let closer: UInt8 = 16
    static let influencer: UInt8 = 32
  }

  /// The contacts behind one group.
  struct Behind: Hashable, Sendable {
    /// Contacts with the group in a path.
    var any = 0
    /// Contacts with a path that the group opens, alone or not.
    var first = 0
    /// Contacts with a path that the group closes, alone or not.
    var last = 0
    var solo = 0
    var introducer = 0
    var closer = 0
    var influencer = 0

    /// Contacts behind each role.
    var roles: [Int] { [solo, introducer, closer, influencer] }

    mutating func merge(_ other: Behind) {
      any += other.any
      first += other.first
      last += other.last
      solo += other.solo
      introducer += other.introducer
      closer += other.closer
      influencer += other.influencer
    }

    /// Counts a contact by what the group did in its paths.
    fileprivate mutating func add(_ part: UInt8) {
      func did(_ bit: UInt8) -> Int { part & bit == 0 ? 0 : 1 }
      any += 1
      first += did(Part.first)
      last += did(Part.last)
      solo += did(Part.solo)
      introducer += did(Part.introducer)
      closer += did(Part.closer)
      influencer += did(Part.influencer)
    }
  }

  /// The contacts behind the whole.
  struct Totals: Hashable, Sendable {
    /// Contacts with a conversion.
    var converting = 0
    /// Contacts with a conversion that has a path.
    var attributed = 0
    /// Contacts with a conversion that has none.
    var unattributed = 0
  }

  /// By group.
  var groups: SparseArray<Behind>
  var totals = Totals()

  /// By group, what it did for the contact at hand.
  private var parts: [UInt8]
  private var noted: [Int] = []
  private var isAttributed = false
  private var isUnattributed = false

  init(groupCount: Int) {
    groups = SparseArray(repeating: Behind(), count: groupCount, blockSize: 4)
    parts = [UInt8](repeating: 0, count: groupCount)
  }

  /// Notes a conversion of the contact at hand.
  mutating func noteConversion(isAttributed: Bool) {
    if isAttributed { self.isAttributed = true } else { isUnattributed = true }
  }

  /// Notes a step of its path.
  mutating func note(_ group: Int, isFirst: Bool, isLast: Bool) {
    if parts[group] == 0 { noted.append(group) }
    switch (isFirst, isLast) {
    case (true, true): parts[group] |= Part.first | Part.last | Part.solo
    case (true, false): parts[group] |= Part.first | Part.introducer
    case (false, true): parts[group] |= Part.last | Part.closer
    case (false, false): parts[group] |= Part.influencer
    }
  }

  /// Counts the contact at hand.
  mutating func finishContact() {
    guard isAttributed || isUnattributed else { return }
    totals.converting += 1
    if isAttributed { totals.attributed += 1 }
    if isUnattributed { totals.unattributed += 1 }
    (isAttributed, isUnattributed) = (false, false)
    for group in noted {
      let part = parts[group]
      parts[group] = 0
      groups[group].add(part)
    }
    noted.empty()
  }

  mutating func merge(_ other: AttributionContacts) {
    totals.converting += other.totals.converting
    totals.attributed += other.totals.attributed
    totals.unattributed += other.totals.unattributed
    other.groups.forEachKept { group, behind in groups[group].merge(behind) }
  }
}
