import CampaignModel
import LogScanning

/// Counts what is new in one scope, contact by contact.
struct NewTouchpointsTally: BatchTally {
  var newContacts = 0
  var relevantNewContacts = 0
  /// By ``FirstContactClass``.
  var mix = [Int](repeating: 0, count: FirstContactClass.allCases.count)
  /// New touchpoints by brand, all and own ones.
  var brands: PartnerCounts
  var ownBrands: PartnerCounts
  var introducedContacts: [Int]
  var touchpointsByChannel: [Int]
  var contactsByChannel: [Int]
  var touchpointsByWeek: [Int]
  var contactsByWeek: [Int]
  var touchedOwners: PartnerCounts
  /// Contacts ever touched in an owner's channels before the scope's end; set when the scan is complete.
  var audienceByOwner: [Int]

  private let weeks: TimeBlocks
  let end: Int64
  private let contacts: Contacts
  private let owners: [Int]

  init(_ scope: Scope, in dataset: Dataset) {
    let none = [Int](repeating: 0, count: dataset.partners.count)
    brands = PartnerCounts(ranks: PartnerOrder(dataset).rank)
    ownBrands = brands
    touchedOwners = brands
    introducedContacts = none
    audienceByOwner = none
    touchpointsByChannel = [Int](repeating: 0, count: dataset.channels.count)
    contactsByChannel = touchpointsByChannel
    weeks = TimeBlocks(ofDays: 7, in: scope, of: dataset)
    end = scope.end.milliseconds
    contacts = dataset.contacts
    owners = dataset.channels.map(\.owner)
    touchpointsByWeek = [Int](repeating: 0, count: weeks.count)
    contactsByWeek = touchpointsByWeek
  }

  /// New touchpoints by brand.
  var touchpointsByBrand: [Int] { brands.byPartner }
  var ownByBrand: [Int] { ownBrands.byPartner }

  /// Contacts touched in an owner's channels by T(K).
  var touchedByOwner: [Int] { touchedOwners.byPartner }

  /// Foreign new touchpoints by owner of the channel. The own ones in its channels are those of the owner as a brand.
  var introducedTouchpoints: [Int] {
    var introduced = ownByBrand.map { -$0 }
    for (channel, owner) in owners.enumerated() { introduced[owner] += touchpointsByChannel[channel] }
    return introduced
  }

  /// Counts a batch of contacts.
  ///
  /// The arrays are separate `inout` arguments so that Swift checks exclusive access to each once a batch.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    NewTouchpointsTally.addTouches(batch, scope, by: weeks, &touchpointsByChannel, &touchpointsByWeek)
    touchedOwners.add(.owners, of: batch.histories(of: scope), batch)
    brands.add(.newBrands, of: batch.histories(of: scope), batch)
    ownBrands.add(.ownNewBrands, of: batch.histories(of: scope), batch)
    for index in batch.histories(of: scope) where batch.histories[index].isNew {
      let history = batch.histories[index]
      newContacts &+= 1
      if contacts.isRelevant(history.contact) { relevantNewContacts &+= 1 }
      NewTouchpointsTally.addNewContact(
        at: Int(history.first), batch, by: weeks, &mix, &introducedContacts, &contactsByChannel, &contactsByWeek)
    }
  }

  /// Counts the touches in T(K) by how many brands each is its contact's first touch about.
  private static func addTouches(
    _ batch: borrowing ContactBatch, _ scope: Int, by weeks: borrowing TimeBlocks, _ byChannel: inout [Int],
    _ byWeek: inout [Int]
  ) {
    var byChannel = byChannel.mutableSpan
    var byWeek = byWeek.mutableSpan
    let touchIndices = batch.scopedTouches.span.extracting(batch.scopedTouches(of: scope))
    let touches = batch.touches.span.extracting(batch.start..<batch.start + batch.touchCount)
    let newBrands = batch.newBrands.span.extracting(0..<batch.touchCount)
    var index = 0
    while index < touchIndices.count {
      let place = Int(touchIndices[index]) &- batch.start
      let touch = touches[place]
      // Safety: there is a word of new brands for every touch of the batch.
      let count = unsafe newBrands[unchecked: place].nonzeroBitCount
      byChannel[touch.channel] &+= count
      byWeek[weeks.block(of: touch.milliseconds)] &+= count
      index &+= 1
    }
    // Both lists ascend.
    index = 0
    for first in batch.laterFirsts {
      while index < touchIndices.count, touchIndices[index] < first.position { index += 1 }
      guard index < touchIndices.count else { return }
      guard touchIndices[index] == first.position else { continue }
      let touch = touches[Int(first.position) - batch.start]
      byChannel[touch.channel] += 1
      byWeek[weeks.block(of: touch.milliseconds)] += 1
    }
  }

  @inline(__always)
  private static func addNewContact(
    at position: Int, _ batch: borrowing ContactBatch, by weeks: borrowing TimeBlocks, _ mix: inout [Int],
    _ introduced: inout [Int], _ byChannel: inout [Int], _ byWeek: inout [Int]
  ) {
    let (touch, isOwn) = (batch.touches[position], batch.isOwn[position &- batch.start])
    mix[batch.tables.firstContactClass(of: touch, isOwn: isOwn).rawValue] &+= 1
    if !isOwn { introduced[batch.tables.owner[touch.channel]] &+= 1 }
    byChannel[touch.channel] &+= 1
    byWeek[weeks.block(of: touch.milliseconds)] &+= 1
  }

  mutating func complete(_ timeline: OwnerTimeline, sinceEnd interval: Int) {
    audienceByOwner = timeline.audience(before: interval)
  }

  mutating func merge(_ other: NewTouchpointsTally) {
    newContacts += other.newContacts
    relevantNewContacts += other.relevantNewContacts
    mix.add(other.mix)
    brands.merge(other.brands)
    ownBrands.merge(other.ownBrands)
    touchedOwners.merge(other.touchedOwners)
    introducedContacts.add(other.introducedContacts)
    touchpointsByChannel.add(other.touchpointsByChannel)
    contactsByChannel.add(other.contactsByChannel)
    touchpointsByWeek.add(other.touchpointsByWeek)
    contactsByWeek.add(other.contactsByWeek)
    audienceByOwner.add(other.audienceByOwner)
  }
}

extension TouchTables {
  /// What brought a contact whose first touch this is (<doc:Metrics#First-contact>).
  @inline(__always) func firstContactClass(of touch: Touch, isOwn: Bool) -> FirstContactClass {
    if isPaid[touch.channel] { return .ads }
    if brandCount(of: touch) >= 2 { return .joint }
    return isOwn ? .own : .partner
  }
}
