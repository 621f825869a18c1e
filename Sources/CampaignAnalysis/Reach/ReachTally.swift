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

  mutating func add(_ history: borrowing ContactHistory) {
    var touchCount = 0
    var ownCount = 0
    for word in owners.indices { owners[word] = 0 }
    for position in history.members {
      let touch = history.touches[position]
      if let brand, !history.tables.isAbout(brand, touch) { continue }
      if touchCount == 0 {
        firstTouchesByDay[Int((touch.milliseconds - start) / Instant.millisecondsPerDay)] += 1
      }
      touchCount += 1
      for word in owners.indices { owners[word] |= history.tables.ownerRows[touch.channel * owners.count + word] }
      let isOwn = isOwn(touch, history.tables)
      if isOwn { ownCount += 1 }
      guard !history.tables.isPaid[touch.channel] else { continue }
      if isShare[touch.kind] { organicShares += 1 }
      if !isOwn, let content = touch.content { takeovers.insert(content: content, channel: touch.channel) }
    }
    guard touchCount > 0 else { return }
    reach += 1
    contactsGross += touchCount
    frequencyDistribution[min(touchCount, 10) - 1] += 1
    if ownCount > 0 { own += 1 }
    if ownCount < touchCount { foreign += 1 }
    if ownCount > 0, ownCount < touchCount { duplicated += 1 }
    regions.add(owners, isWithoutOwn: ownCount == 0)
  }

  private func isOwn(_ touch: Touch, _ tables: TouchTables) -> Bool {
    if let brand { return tables.owner[touch.channel] == brand }
    return tables.isOwn(touch)
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
