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

  /// Rows of bits: the brands, then the owners, met so far.
  private var seen: [UInt64]

  init(_ dataset: Dataset, tables: TouchTables) {
    touches = dataset.log.touches
    self.tables = tables
    seen = [UInt64](repeating: 0, count: 2 * tables.wordsPerRow)
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
    for word in seen.indices { seen[word] = 0 }
    let words = tables.wordsPerRow
    for position in positions {
      let touch = touches[position]
      let code = touch.contentOrZero
      for word in 0..<words {
        let owners = tables.ownerRows[touch.channel * words + word]
        let brands = code == 0 ? owners : tables.brandRows[code * words + word]
        let newBrands = brands & ~seen[word]
        let newOwners = owners & ~seen[words + word]
        guard newBrands | newOwners != 0 else { continue }
        seen[word] |= newBrands
        seen[words + word] |= newOwners
        ContactHistory.append(newBrands, word, at: position, to: &firstMeetings, tables.partnerOfRank)
        ContactHistory.append(newOwners, word, at: position, to: &firstVisits, tables.partnerOfRank)
      }
    }
  }

  /// Turns to a contact that T(K) reached, and to its touches in there.
  mutating func turn(to visit: ContactBatch.Visit, of batch: borrowing ContactBatch, in dataset: borrowing Dataset) {
    let contact = visit.contact
    if contact != self.contact || all.isEmpty { turn(to: contact, at: dataset.log.slice(of: contact)) }
    isInSegment = true
    members.removeAll(keepingCapacity: true)
    for index in visit.members { members.append(Int(batch.members[index])) }
  }

  private static func append(
    _ bits: UInt64, _ word: Int, at position: Int, to firsts: inout [First], _ partnerOfRank: borrowing [Int]
  ) {
    var left = bits
    while left != 0 {
      firsts.append(First(position: position, partner: partnerOfRank[word << 6 + left.trailingZeroBitCount]))
      left &= left - 1
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
}
