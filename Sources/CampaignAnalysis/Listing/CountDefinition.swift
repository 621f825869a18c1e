import CampaignModel

/// A tally that counts contact by contact.
protocol ContactTally: Sendable {
  mutating func add(_ history: borrowing ContactHistory)
  /// Counts a contact with all that a pass over the log would count of it, once for all scopes or one by one.
  mutating func addWhole(_ history: borrowing ContactHistory)
}

extension ContactTally {
  mutating func addWhole(_ history: borrowing ContactHistory) { add(history) }
}

extension NewTouchpointsTally: ContactTally {
  mutating func addWhole(_ history: borrowing ContactHistory) {
    add(history)
    guard history.isInSegment else { return }
    for meeting in history.firstMeetings where history.members.contains(meeting.position) { add(meeting, of: history) }
    for visit in history.firstVisits where history.touches[visit.position].milliseconds < end {
      audienceByOwner[visit.partner] += 1
    }
  }
}
extension ReachTally: ContactTally {}
extension RetentionTally: ContactTally {}

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
