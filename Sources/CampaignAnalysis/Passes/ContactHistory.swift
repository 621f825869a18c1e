import CampaignModel

/// One contact's touches as a pass presents them to the tallies, first by time, then by row.
struct ContactHistory {
  /// A contact's first touch about a brand, or in an owner's channels.
  struct First {
    /// Position of the touch in the log.
    var position: Int
    /// Index of the brand, or of the owner.
    var partner: Int
  }

  /// Every touch of the log; positions index into it.
  let touches: [Touch]
  let tables: TouchTables
  /// The contact.
  var contact = 0
  /// Positions of all its touches; never empty.
  var all = 0..<0
  /// Its first touch about each brand, by position.
  var firstMeetings: [First] = []
  /// Its first touch in each owner's channels, by position.
  var firstVisits: [First] = []

  // What follows is set anew for each scope.

  /// Whether the contact belongs to the scope's segment.
  var isInSegment = true
  /// Positions of its touches in T(K), ascending.
  var members: [Int] = []

  private var seen: StampSet

  init(_ dataset: Dataset, tables: TouchTables) {
    touches = dataset.log.touches
    self.tables = tables
    seen = StampSet(capacity: tables.partnerCount)
  }

  /// Its first touch of all.
  var first: Touch { touches[all.lowerBound] }

  /// Whether its first touch of all is in T(K).
  var isNew: Bool { members.first == all.lowerBound }

  /// Turns to another contact with at least one touch.
  mutating func turn(to contact: Int, at positions: Range<Int>) {
    self.contact = contact
    all = positions
    firstMeetings.removeAll(keepingCapacity: true)
    firstVisits.removeAll(keepingCapacity: true)
    seen.removeAll()
    for position in positions {
      tables.forEachBrand(of: touches[position]) { brand in
        if seen.insert(brand) { firstMeetings.append(First(position: position, partner: brand)) }
      }
    }
    seen.removeAll()
    for position in positions {
      let owner = tables.owner[touches[position].channel]
      if seen.insert(owner) { firstVisits.append(First(position: position, partner: owner)) }
    }
  }

  /// Collects the touches in T(K) of a scope.
  mutating func select(_ test: borrowing ScopeTest, contacts: borrowing Contacts) {
    members.removeAll(keepingCapacity: true)
    isInSegment = test.accepts(contact: contact, of: contacts)
    guard isInSegment, first.milliseconds < test.end, touches[all.upperBound - 1].milliseconds >= test.start
    else { return }
    for position in all where test.accepts(touches[position]) { members.append(position) }
  }

  /// Positions of its touches at or after an instant.
  func positions(since milliseconds: Int64) -> Range<Int> {
    var low = all.upperBound
    while low > all.lowerBound, touches[low - 1].milliseconds >= milliseconds { low -= 1 }
    return low..<all.upperBound
  }
}
