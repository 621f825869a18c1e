import CampaignModel

/// Counts who was reached in one scope, contact by contact.
struct ReachTally: Sendable {
  private(set) var reach = 0
  private(set) var contactsGross = 0
  /// Contacts touched exactly 1, 2, … 9, at least 10 times.
  private(set) var frequencyDistribution = [Int](repeating: 0, count: 10)
  private(set) var own = 0
  private(set) var foreign = 0
  private(set) var duplicated = 0
  private(set) var organicShares = 0
  /// Contacts by the day of their first touch.
  private(set) var firstTouchesByDay: [Int]
  private(set) var regions: RegionTable
  private(set) var takeovers: PairSet

  /// Only touches about this brand count; nil for the campaign as a whole.
  private let brand: Int?
  private let start: Int64
  private let isShare: [Bool]
  /// The partner of each bit in a row of owners.
  let partnerOfRank: [Int]
  /// A row of bits: the owners that reached the contact at hand.
  private var owners: [UInt64]

  init(_ scope: Scope, brand: Int?, in dataset: Dataset) {
    self.brand = brand
    start = scope.start.milliseconds
    let days = TimeBlocks.count(from: start, to: scope.end.milliseconds, length: Instant.millisecondsPerDay)
    firstTouchesByDay = [Int](repeating: 0, count: days)
    takeovers = PairSet(contentCount: dataset.contents.count, channelCount: dataset.channels.count)
    isShare = dataset.kinds.flags(of: ["share"])
    partnerOfRank = PartnerOrder(dataset).partners
    let words = TouchTables.wordsPerRow(partnerCount: dataset.partners.count)
    regions = RegionTable(wordsPerRow: words)
    owners = [UInt64](repeating: 0, count: words)
  }

  /// Counts a batch of contacts.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    if let brand {
      addTouches(about: brand, batch, scope)
    } else {
      addVisits(batch, scope)
      addRegions(batch, scope)
      addShares(batch, scope)
    }
  }

  private mutating func addVisits(_ batch: borrowing ContactBatch, _ scope: Int) {
    var (gross, own, foreign, duplicated) = (0, 0, 0, 0)
    let (visits, touches) = (batch.visits.span, batch.touches.span)
    for index in batch.visits(of: scope) {
      let visit = visits[index]
      firstTouchesByDay[day(of: touches[Int(visit.first)])] &+= 1
      frequencyDistribution[min(Int(visit.count), 10) &- 1] &+= 1
      let (isOwn, isForeign) = (visit.ownCount > 0 ? 1 : 0, visit.ownCount < visit.count ? 1 : 0)
      gross &+= Int(visit.count)
      own &+= isOwn
      foreign &+= isForeign
      duplicated &+= isOwn & isForeign
    }
    reach += batch.visits(of: scope).count
    contactsGross += gross
    self.own += own
    self.foreign += foreign
    self.duplicated += duplicated
  }

  private mutating func addRegions(_ batch: borrowing ContactBatch, _ scope: Int) {
    let (visits, owners) = (batch.visits.span, batch.owners.span)
    let words = batch.tables.wordsPerRow
    for visit in batch.visits(of: scope) {
      let row = owners.extracting(visit &* words..<visit &* words &+ words)
      regions.add(row, isWithoutOwn: visits[visit].ownCount == 0)
    }
  }

  /// Counts shares and takeovers: touches in channels that are not paid for.
  private mutating func addShares(_ batch: borrowing ContactBatch, _ scope: Int) {
    var shares = 0
    let (touches, members, isOwn) = (batch.touches.span, batch.members.span, batch.isOwn.span)
    for visit in batch.visits(of: scope) {
      for member in batch.visits[visit].members {
        let position = Int(members[member])
        let touch = touches[position]
        guard !batch.tables.isPaid[touch.channel] else { continue }
        if isShare[touch.kind] { shares &+= 1 }
        if !isOwn[position &- batch.start],
          !takeovers.contains(content: touch.contentOrZero &- 1, channel: touch.channel)
        {
          takeovers.insert(content: touch.contentOrZero &- 1, channel: touch.channel)
        }
      }
    }
    organicShares += shares
  }

  /// Counts only the touches about one brand.
  private mutating func addTouches(about brand: Int, _ batch: borrowing ContactBatch, _ scope: Int) {
    let tables = batch.tables
    for visit in batch.visits(of: scope) {
      var (touchCount, ownCount) = (0, 0)
      for word in owners.indices { owners[word] = 0 }
      for member in batch.visits[visit].members {
        let touch = batch.touches[Int(batch.members[member])]
        guard tables.isAbout(brand, touch) else { continue }
        if touchCount == 0 { firstTouchesByDay[day(of: touch)] += 1 }
        touchCount += 1
        for word in owners.indices { owners[word] |= tables.ownerRows[touch.channel * owners.count + word] }
        let isOwn = tables.owner[touch.channel] == brand
        if isOwn { ownCount += 1 }
        guard !tables.isPaid[touch.channel] else { continue }
        if isShare[touch.kind] { organicShares += 1 }
        if !isOwn, let content = touch.content { takeovers.insert(content: content, channel: touch.channel) }
      }
      guard touchCount > 0 else { continue }
      reach += 1
      contactsGross += touchCount
      frequencyDistribution[min(touchCount, 10) - 1] += 1
      if ownCount > 0 { own += 1 }
      if ownCount < touchCount { foreign += 1 }
      if ownCount > 0, ownCount < touchCount { duplicated += 1 }
      let row = owners
      regions.add(row.span, isWithoutOwn: ownCount == 0)
    }
  }

  private func day(of touch: Touch) -> Int {
    Int((touch.milliseconds - start) / Instant.millisecondsPerDay)
  }

  mutating func merge(_ other: ReachTally) {
    reach += other.reach
    contactsGross += other.contactsGross
    frequencyDistribution.add(other.frequencyDistribution)
    own += other.own
    foreign += other.foreign
    duplicated += other.duplicated
    organicShares += other.organicShares
    firstTouchesByDay.add(other.firstTouchesByDay)
    regions.merge(other.regions)
    takeovers.formUnion(other.takeovers)
  }
}
