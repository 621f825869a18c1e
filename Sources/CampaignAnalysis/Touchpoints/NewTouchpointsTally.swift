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
  }

  /// Counts a batch of contacts.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    addOwners(batch, scope)
    addTouchpoints(batch, scope)
    for index in batch.visits(of: scope) where batch.visits[index].isNew { addNewContact(batch.visits[index], batch) }
  }

  private mutating func addOwners(_ batch: borrowing ContactBatch, _ scope: Int) {
    var touchedByOwner = touchedByOwner.mutableSpan
    let owners = batch.owners.span
    for visit in batch.visits(of: scope) {
      batch.tables.forEachPartner(owners, row: visit) { touchedByOwner[$0] += 1 }
    }
  }

  /// Counts the first touches about brands that lie in T(K).
  private mutating func addTouchpoints(_ batch: borrowing ContactBatch, _ scope: Int) {
    NewTouchpointsTally.addTouchpoints(
      batch, scope, since: start, &ownByBrand, &foreignByBrand, &introducedTouchpoints, &touchpointsByChannel,
      &touchpointsByWeek)
  }

  /// What is counted comes apart, so that each array is checked once a batch for being used elsewhere.
  private static func addTouchpoints(
    _ batch: borrowing ContactBatch, _ scope: Int, since start: Int64, _ ownByBrand: inout [Int],
    _ foreignByBrand: inout [Int], _ introduced: inout [Int], _ byChannel: inout [Int], _ byWeek: inout [Int]
  ) {
    var ownByBrand = ownByBrand.mutableSpan
    var foreignByBrand = foreignByBrand.mutableSpan
    var introduced = introduced.mutableSpan
    var byChannel = byChannel.mutableSpan
    var byWeek = byWeek.mutableSpan
    let (touches, members, newBrands) = (batch.touches.span, batch.members.span, batch.newBrands.span)
    for visit in batch.visits(of: scope) {
      for member in batch.visits[visit].members {
        let position = Int(members[member])
        let touch = touches[position]
        let owner = batch.tables.owner[touch.channel]
        var (count, foreignCount) = (0, 0)
        batch.tables.forEachPartner(newBrands, row: position &- batch.start) { brand in
          count &+= 1
          if brand == owner {
            ownByBrand[brand] &+= 1
          } else {
            foreignByBrand[brand] &+= 1
            foreignCount &+= 1
          }
        }
        introduced[owner] &+= foreignCount
        byChannel[touch.channel] &+= count
        byWeek[week(of: touch, since: start)] &+= count
      }
    }
  }

  private mutating func addNewContact(_ visit: ContactBatch.Visit, _ batch: borrowing ContactBatch) {
    let touch = batch.touches[Int(visit.first)]
    newContacts += 1
    if contacts.isRelevant(Int(visit.contact)) { relevantNewContacts += 1 }
    mix[batch.tables.firstContactClass(of: touch).rawValue] += 1
    if !batch.tables.isOwn(touch) { introducedContacts[batch.tables.owner[touch.channel]] += 1 }
    contactsByChannel[touch.channel] += 1
    contactsByWeek[NewTouchpointsTally.week(of: touch, since: start)] += 1
  }

  private static func week(of touch: Touch, since start: Int64) -> Int {
    Int((touch.milliseconds - start) / millisecondsPerWeek)
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
