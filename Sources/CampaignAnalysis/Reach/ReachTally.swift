import CampaignModel
import LogScanning

/// Counts who was reached in one scope, contact by contact.
struct ReachTally: BatchTally {
  var reach = 0
  var contactsGross = 0
  /// Contacts touched exactly 1, 2, … 9, at least 10 times.
  var frequencyDistribution = [Int](repeating: 0, count: 10)
  var own = 0
  var foreign = 0
  var duplicated = 0
  var organicShares = 0
  /// Contacts by the day of their first touch.
  var firstTouchesByDay: [Int]
  /// Per channel, its contacts.
  private var byChannel: [ChannelCell]
  /// Per channel, those that another tally counted; empty where none was merged.
  private var othersByChannel: [Int] = []
  var regions: RegionTable
  var takeovers: PairSet
  /// Nil where no intervals are asked for.
  var replicates: ReachReplicates?

  /// What was counted in a channel.
  struct ChannelCell: Sendable {
    /// Distinct contacts.
    var contacts: UInt32 = 0
    /// The contact that was counted last, plus 1.
    private var last: UInt32 = 0

    /// Counts a contact unless it was the last one counted.
    @inline(__always) mutating func count(_ contact: Int) {
      let number = UInt32(truncatingIfNeeded: contact &+ 1)
      contacts &+= last == number ? 0 : 1
      last = number
    }
  }

  /// Only touches about this brand count; nil for the campaign as a whole.
  private let brand: Int?
  private let days: TimeBlocks
  private let isShare: [Bool]
  /// The partner of each bit in a row of owners.
  let partnerOfRank: [Int]
  /// A row of bits: the owners that reached the contact at hand.
  private var owners: [UInt64]

  init(_ scope: Scope, brand: Int?, resamples: Bool = false, in dataset: Dataset) {
    self.brand = brand
    if resamples { replicates = ReachReplicates(dataset) }
    days = TimeBlocks(ofDays: 1, in: scope, of: dataset)
    firstTouchesByDay = [Int](repeating: 0, count: days.count)
    takeovers = PairSet(contentCount: dataset.contents.count, channelCount: dataset.channels.count)
    isShare = dataset.kinds.flags(of: ["share"])
    byChannel = [ChannelCell](repeating: ChannelCell(), count: dataset.channels.count)
    partnerOfRank = PartnerOrder(dataset).partners
    let words = TouchTables.wordsPerRow(partnerCount: dataset.partners.count)
    regions = RegionTable(wordsPerRow: words)
    owners = [UInt64](repeating: 0, count: words)
  }

  /// Per channel, its contacts.
  var contactsByChannel: [Int] {
    get {
      byChannel.indices.map { Int(byChannel[$0].contacts) + (othersByChannel.isEmpty ? 0 : othersByChannel[$0]) }
    }
    set {
      byChannel = [ChannelCell](repeating: ChannelCell(), count: newValue.count)
      othersByChannel = newValue
    }
  }

  /// Counts a batch of contacts.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    if let brand {
      addTouches(about: brand, batch, scope)
    } else {
      addHistories(batch, scope)
      regions.add(batch.histories(of: scope), of: batch)
      addShares(batch, scope)
      ReachTally.addChannels(batch, scope, &byChannel)
      replicates?.add(batch, scope: scope)
    }
  }

  private mutating func addHistories(_ batch: borrowing ContactBatch, _ scope: Int) {
    var (gross, own, foreign, duplicated) = (0, 0, 0, 0)
    let histories = batch.histories.span
    ReachTally.addFirsts(batch, scope, by: days, &firstTouchesByDay, &frequencyDistribution)
    for index in batch.histories(of: scope) {
      let history = histories[index]
      let (isOwn, isForeign) = (history.ownCount > 0 ? 1 : 0, history.ownCount < history.count ? 1 : 0)
      gross &+= Int(history.count)
      own &+= isOwn
      foreign &+= isForeign
      duplicated &+= isOwn & isForeign
    }
    reach += batch.histories(of: scope).count
    contactsGross += gross
    self.own += own
    self.foreign += foreign
    self.duplicated += duplicated
  }

  /// The arrays are separate `inout` arguments so that Swift checks exclusive access to each once a batch.
  private static func addFirsts(
    _ batch: borrowing ContactBatch, _ scope: Int, by days: borrowing TimeBlocks, _ byDay: inout [Int],
    _ byCount: inout [Int]
  ) {
    var byDay = byDay.mutableSpan
    var byCount = byCount.mutableSpan
    let (histories, touches) = (batch.histories.span, batch.touches.span)
    for index in batch.histories(of: scope) {
      let history = histories[index]
      byDay[days.block(of: touches[Int(history.first)].milliseconds)] &+= 1
      byCount[min(Int(history.count), 10) &- 1] &+= 1
    }
  }

  /// Counts each contact once in every channel that it met: a channel's cell tells whom it counted last.
  private static func addChannels(_ batch: borrowing ContactBatch, _ scope: Int, _ cells: inout [ChannelCell]) {
    var cells = cells.mutableSpan
    let (histories, positions, touches) = (batch.histories.span, batch.scopedTouches.span, batch.touches.span)
    for index in batch.histories(of: scope) {
      let history = histories[index]
      for place in history.touches { cells[touches[Int(positions[place])].channel].count(history.contact) }
    }
  }

  /// Counts shares and takeovers: touches in channels that are not paid for.
  private mutating func addShares(_ batch: borrowing ContactBatch, _ scope: Int) {
    var touchIndices = batch.scopedTouches(of: scope)
    while !touchIndices.isEmpty {
      let next = ReachTally.firstTakeover(touchIndices, batch, takeovers, isShare, &organicShares)
      if next < touchIndices.upperBound {
        let touch = batch.touches[Int(batch.scopedTouches[next])]
        takeovers.insert(content: touch.contentOrZero - 1, channel: touch.channel)
      }
      touchIndices = min(next + 1, touchIndices.upperBound)..<touchIndices.upperBound
    }
  }

  /// Counts the shares up to and with the first of some touchIndices that takes a content over anew.
  ///
  /// After the first contacts nearly every takeover is known, so that the loop has a single branch, on the next one that
  /// is not.
  ///
  /// - Returns: that index, or their upper bound.
  private static func firstTakeover(
    _ range: Range<Int>, _ batch: borrowing ContactBatch, _ known: borrowing PairSet, _ isShare: borrowing [Bool],
    _ shares: inout Int
  ) -> Int {
    let touchIndices = batch.scopedTouches.span.extracting(range)
    let touches = batch.touches.span.extracting(batch.start..<batch.start + batch.touchCount)
    let isOwn = batch.isOwn.span.extracting(0..<batch.touchCount)
    let (isPaid, isShare, rows, bits) = (batch.tables.isPaid.span, isShare.span, known.rows.span, known.bits.span)
    var shareCount = 0
    var index = 0
    var isKnown = true
    while isKnown, index < touchIndices.count {
      let place = Int(touchIndices[index]) &- batch.start
      let touch = touches[place]
      // Safety: there is a mark for every touch of the batch, and its channel was looked up when the mark was made.
      let (isOwn, isPaid) = unsafe (isOwn[unchecked: place] ? 1 : 0, isPaid[unchecked: touch.channel] ? 1 : 0)
      shareCount &+= (isShare[touch.kind] ? 1 : 0) & ~isPaid
      let row = bits[Int(rows[touch.contentOrZero]) &+ touch.channel &>> 6]
      isKnown = (isPaid | isOwn | Int(truncatingIfNeeded: row &>> UInt64(touch.channel & 63))) & 1 != 0
      index &+= 1
    }
    shares += shareCount
    return isKnown ? range.upperBound : range.lowerBound + index - 1
  }

  /// Counts only the touches about one brand.
  private mutating func addTouches(about brand: Int, _ batch: borrowing ContactBatch, _ scope: Int) {
    let tables = batch.tables
    for history in batch.histories(of: scope) {
      var (touchCount, ownCount) = (0, 0)
      for word in owners.indices { owners[word] = 0 }
      for index in batch.histories[history].touches {
        let touch = batch.touches[Int(batch.scopedTouches[index])]
        guard tables.isAbout(brand, touch) else { continue }
        if touchCount == 0 { firstTouchesByDay[days.block(of: touch.milliseconds)] += 1 }
        touchCount += 1
        byChannel[touch.channel].count(batch.histories[history].contact)
        tables.insertOwner(of: touch, into: &owners)
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
      replicates?.add(batch.histories[history].contact, row.span, touches: touchCount, own: ownCount)
    }
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
    othersByChannel =
      othersByChannel.isEmpty ? other.contactsByChannel : zip(othersByChannel, other.contactsByChannel).map { $0 + $1 }
    regions.merge(other.regions)
    takeovers.formUnion(other.takeovers)
    if let others = other.replicates { replicates?.merge(others) }
  }
}
