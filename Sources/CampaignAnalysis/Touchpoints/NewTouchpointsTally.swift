import CampaignModel

/// Counts what is new in one scope, contact by contact.
struct NewTouchpointsTally: Sendable {
  private(set) var newContacts = 0
  private(set) var relevantNewContacts = 0
  /// By ``FirstContactClass``.
  private(set) var mix = [Int](repeating: 0, count: FirstContactClass.allCases.count)
  /// New touchpoints by brand.
  private(set) var ownByBrand: [Int]
  private(set) var foreignByBrand: [Int]
  /// Foreign ones, by owner of the channel.
  private(set) var introducedTouchpoints: [Int]
  private(set) var introducedContacts: [Int]
  private(set) var touchpointsByChannel: [Int]
  private(set) var contactsByChannel: [Int]
  private(set) var touchpointsByWeek: [Int]
  private(set) var contactsByWeek: [Int]
  /// Contacts touched in an owner's channels by T(K).
  private(set) var touchedByOwner: [Int]
  /// Contacts ever touched in an owner's channels before the scope's end; set when the pass is complete.
  var audienceByOwner: [Int]

  private let start: Int64
  let end: Int64
  private let contacts: Contacts
  private var seen: StampSet

  static let millisecondsPerWeek = 7 * Instant.millisecondsPerDay

  init(_ scope: Scope, in dataset: Dataset) {
    let none = [Int](repeating: 0, count: dataset.partners.count)
    ownByBrand = none
    foreignByBrand = none
    introducedTouchpoints = none
    introducedContacts = none
    touchedByOwner = none
    audienceByOwner = none
    touchpointsByChannel = [Int](repeating: 0, count: dataset.channels.count)
    contactsByChannel = touchpointsByChannel
    start = scope.start.milliseconds
    end = scope.end.milliseconds
    contacts = dataset.contacts
    let weeks = TimeBlocks.count(from: start, to: end, length: NewTouchpointsTally.millisecondsPerWeek)
    touchpointsByWeek = [Int](repeating: 0, count: weeks)
    contactsByWeek = touchpointsByWeek
    seen = StampSet(capacity: dataset.partners.count)
  }

  /// Counts a contact, without its first touches about the brands: these are counted one by one.
  mutating func add(_ history: borrowing ContactHistory) {
    guard !history.members.isEmpty else { return }
    addOwners(history)
    if history.isNew { addNewContact(history) }
  }

  private mutating func addOwners(_ history: borrowing ContactHistory) {
    seen.removeAll()
    for position in history.members {
      let owner = history.tables.owner[history.touches[position].channel]
      if seen.insert(owner) { touchedByOwner[owner] += 1 }
    }
  }

  /// Counts the contact's first touch about a brand, which lies in T(K).
  mutating func add(_ meeting: ContactHistory.First, of history: borrowing ContactHistory) {
    let touch = history.touches[meeting.position]
    let owner = history.tables.owner[touch.channel]
    if owner == meeting.partner {
      ownByBrand[meeting.partner] += 1
    } else {
      foreignByBrand[meeting.partner] += 1
      introducedTouchpoints[owner] += 1
    }
    touchpointsByChannel[touch.channel] += 1
    touchpointsByWeek[week(of: touch)] += 1
  }

  private mutating func addNewContact(_ history: borrowing ContactHistory) {
    let touch = history.first
    newContacts += 1
    if contacts.isRelevant(history.contact) { relevantNewContacts += 1 }
    mix[history.tables.firstContactClass(of: touch).rawValue] += 1
    if !history.tables.isOwn(touch) { introducedContacts[history.tables.owner[touch.channel]] += 1 }
    contactsByChannel[touch.channel] += 1
    contactsByWeek[week(of: touch)] += 1
  }

  private func week(of touch: Touch) -> Int {
    Int((touch.milliseconds - start) / NewTouchpointsTally.millisecondsPerWeek)
  }

  mutating func merge(_ other: NewTouchpointsTally) {
    newContacts += other.newContacts
    relevantNewContacts += other.relevantNewContacts
    mix.add(other.mix)
    ownByBrand.add(other.ownByBrand)
    foreignByBrand.add(other.foreignByBrand)
    introducedTouchpoints.add(other.introducedTouchpoints)
    introducedContacts.add(other.introducedContacts)
    touchpointsByChannel.add(other.touchpointsByChannel)
    contactsByChannel.add(other.contactsByChannel)
    touchpointsByWeek.add(other.touchpointsByWeek)
    contactsByWeek.add(other.contactsByWeek)
    touchedByOwner.add(other.touchedByOwner)
  }
}

extension TouchTables {
  /// What brought a contact whose first touch this is (metrics.md, section 1).
  func firstContactClass(of touch: Touch) -> FirstContactClass {
    if isPaid[touch.channel] { return .ads }
    if brandCount(of: touch) >= 2 { return .joint }
    return isOwn(touch) ? .own : .partner
  }
}
