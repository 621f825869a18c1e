import CampaignModel

/// A tally that can count a single contact.
protocol ContactTally: Sendable {
  /// Counts a contact with all that a pass over the log would count of it, once for all scopes or one by one.
  mutating func addWhole(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest)
}

/// A tally that counts batches.
protocol BatchTally: ContactTally {
  mutating func add(_ batch: borrowing ContactBatch, scope: Int)
}

extension BatchTally {
  mutating func addWhole(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest) {
    add(ContactBatch(history, campaignTest), scope: 0)
  }
}

extension ReachTally: BatchTally {}
extension RetentionTally: BatchTally {}
extension NewTouchpointsTally: BatchTally {
  mutating func addWhole(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest) {
    add(ContactBatch(history, campaignTest), scope: 0)
    guard history.isInSegment else { return }
    for visit in history.firstVisits where history.touches[visit.position].milliseconds < end {
      audienceByOwner[visit.partner] += 1
    }
  }
}

extension ContactBatch {
  /// The batch of one contact in one scope.
  ///
  /// - Parameters:
  ///   - history: tells its touches in T(K) and its first touches about brands.
  ///   - campaignTest: that of the scope without its filter.
  init(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest) {
    self.init(history.touches, tables: history.tables, scopeCount: 1, room: 1)
    let words = tables.wordsPerRow
    let rank = tables.ranks
    start = history.all.lowerBound
    touchCount = history.all.count
    newBrands = [UInt64](repeating: 0, count: history.all.count * words)
    for meeting in history.firstMeetings {
      let bit = UInt64(1) << UInt64(rank[meeting.partner] & 63)
      newBrands[index(ofNewBrandsAt: meeting.position, word: rank[meeting.partner] >> 6)] |= bit
    }
    isOwn = history.all.map { history.tables.isOwn(history.touches[$0]) }
    members = history.members.map { UInt32($0) }
    guard let first = history.members.first else {
      if history.isInSegment, campaignTest.missed(history) {
        outsiders = [Outsider(scope: 0, touches: history.all)]
      }
      return
    }
    visitCounts[0] = 1
    visits[0] = Visit(
      contact: history.contact, first: UInt32(first), end: UInt32(history.all.upperBound), membersStart: 0,
      count: UInt32(members.count), ownCount: UInt32(history.members.count { isOwn[$0 - start] }),
      isNew: history.isNew)
    memberEnds[0] = members.count
    for position in history.members {
      for word in 0..<words {
        let owners = tables.owners(of: history.touches[position], word: word)
        let brands = newBrands[index(ofNewBrandsAt: position, word: word)]
        rows[word] |= owners
        rows[words + word] |= brands
        rows[2 * words + word] |= brands & owners
      }
    }
  }
}

extension ScopeTest {
  /// Whether a contact came first in the window, and none of its touches belongs to the scope.
  fileprivate func missed(_ history: borrowing ContactHistory) -> Bool {
    let first = history.first.milliseconds
    guard first >= start, first < end else { return false }
    for position in history.all where accepts(history.touches[position]) { return false }
    return true
  }
}

/// A count that can be opened: its name, what it counts, and how it is read off the tally that counts it.
struct CountDefinition<Tally: ContactTally>: Sendable {
  /// What a count counts.
  enum Unit: Sendable {
    case contacts
    /// Touches of T(K).
    case touches
    /// Pairs of contact and brand, by their first touch.
    case meetings
    /// Pairs of content and channel, by their first touch.
    case placements
  }

  /// What follows the name after a colon.
  enum Key: Sendable {
    case none
    case partner
    /// A partner with all carriers stacked before it.
    case stackedPartner
    /// Two partners, or any set of them, joined by `+`.
    case pair
    case set
    case channel
    case medium
    case contactClass
    /// A number of at least 0.
    case number
    /// One of the days asked for.
    case day
  }

  let name: String
  let unit: Unit
  let key: Key
  /// The count in a tally; the key comes as indices.
  let count: @Sendable (Tally, [Int]) -> Int

  init(
    _ name: String, _ unit: Unit = .contacts, _ key: Key = .none, _ count: @escaping @Sendable (Tally, [Int]) -> Int
  ) {
    self.name = name
    self.unit = unit
    self.key = key
    self.count = count
  }

  /// How the name is written, with a word for its key.
  var pattern: String {
    switch key {
    case .none: name
    case .partner, .stackedPartner: "\(name):PARTNER"
    case .pair: "\(name):PARTNER+PARTNER"
    case .set: "\(name):PARTNER+…"
    case .channel: "\(name):CHANNEL"
    case .medium: "\(name):MEDIUM"
    case .contactClass: "\(name):CLASS"
    case .number: "\(name):NUMBER"
    case .day: "\(name):DAY"
    }
  }
}

extension [Int] {
  /// The number at a place, or 0 beyond the end.
  func at(_ index: Int) -> Int { indices.contains(index) ? self[index] : 0 }
}
