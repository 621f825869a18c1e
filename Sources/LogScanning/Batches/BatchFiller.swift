import CampaignModel

/// Fills a batch with contacts: reads their touches, and puts those of each scope together.
struct BatchFiller: Sendable {
  private let scanner: TouchScanner
  private let scopeCount: Int
  private let reservedTouches: Int
  private var lists = [TouchScanner.ScopeList](
    repeating: TouchScanner.ScopeList(), count: ScopeMasks.maximumScopes + 1)
  /// The brands, and the owners, that the contact at hand has met, by rank.
  private var metBrands: StampSet
  private var metOwners: StampSet

  private var masks: ScopeMasks { scanner.masks }
  private var tables: TouchTables { scanner.tables }

  /// - Parameter reservedTouches: as long as scopes × touches of a batch are not more, each scope gets room for every
  ///   touch of the batch; beyond, a scope's touches are counted beforehand.
  init(_ masks: ScopeMasks, _ tables: TouchTables, scopeCount: Int, reservedTouches: Int = 1 << 20) {
    scanner = TouchScanner(masks, tables)
    self.scopeCount = scopeCount
    self.reservedTouches = reservedTouches
    metBrands = StampSet(capacity: tables.wordsPerRow == 1 ? 0 : tables.partnerCount)
    metOwners = metBrands
  }

  /// Replaces what the batch holds.
  ///
  /// - Parameters:
  ///   - contacts: at least one and at most those that the batch has room for.
  ///   - test: tells which contacts have the segment that all scopes ask for.
  mutating func fill(
    _ batch: inout ContactBatch, with contacts: Range<Int>, of dataset: borrowing Dataset,
    _ test: borrowing ScopeTest, _ timeline: inout OwnerTimeline
  ) {
    precondition(contacts.count <= batch.room, "A batch must have room for its contacts.")
    let start = dataset.log.slice(of: contacts.lowerBound).lowerBound
    let count = dataset.log.slice(of: contacts.upperBound - 1).upperBound - start
    batch.start = start
    batch.touchCount = count
    batch.newBrands.grow(to: count, with: 0)
    batch.isOwn.grow(to: count, with: false)
    batch.outsiders.removeAll(keepingCapacity: true)
    batch.drawn.removeAll(keepingCapacity: true)
    if dataset.contacts.hasHoldout { addDrawn(contacts, of: dataset, test, to: &batch) }
    batch.scopedTouches.grow(to: reserveLists(count, contacts, room: batch.room, of: dataset), with: 0)
    for scope in 0..<scopeCount { batch.scopedTouchStarts[scope] = lists[scope].start }
    scanner.scan(
      contacts, of: dataset, from: start, count: count, test, &lists, &batch.scopedTouches, &batch.newBrands,
      &batch.isOwn, &batch.histories, &batch.rows, &batch.outsiders, &timeline.cells)
    for scope in 0..<scopeCount {
      batch.scopedTouchEnds[scope] = lists[scope].next
      batch.historyCounts[scope] = lists[scope].nextHistory - scope * batch.room
    }
    guard tables.wordsPerRow > 1 else { return }
    addLaterPartners(of: contacts, in: dataset, test, &batch, &timeline)
    for scope in 0..<scopeCount { addLaterPartners(toHistoriesIn: scope, &batch) }
  }

  /// Lists the contacts of a draw by lot.
  private func addDrawn(
    _ contacts: Range<Int>, of dataset: borrowing Dataset, _ test: borrowing ScopeTest, to batch: inout ContactBatch
  ) {
    for contact in contacts where test.accepts(contact: contact, of: dataset.contacts) {
      guard let isHeldOut = dataset.contacts.isHeldOut(contact) else { continue }
      batch.drawn.append(
        ContactBatch.DrawnContact(contact: contact, isHeldOut: isHeldOut, touches: dataset.log.slice(of: contact)))
    }
  }

  /// Gives each list its place among the scoped touches and the scoped histories of the batch.
  ///
  /// - Returns: the room for the touches of all lists.
  private mutating func reserveLists(
    _ count: Int, _ contacts: Range<Int>, room: Int, of dataset: borrowing Dataset
  ) -> Int {
    let isCounted = count * scopeCount > reservedTouches
    let counts = isCounted ? scopedTouchCounts(contacts, of: dataset) : []
    var start = 0
    for scope in 0..<scopeCount {
      lists[scope] = TouchScanner.ScopeList(nextHistory: scope * room, start: start, next: start)
      start += isCounted ? counts[scope] : count
    }
    lists[ScopeMasks.maximumScopes] = TouchScanner.ScopeList(start: start, next: start)
    return start + count
  }

  /// Per scope, how many touches of some contacts T(K) holds, whatever their segment.
  private func scopedTouchCounts(_ contacts: Range<Int>, of dataset: borrowing Dataset) -> [Int] {
    var counts = [Int](repeating: 0, count: scopeCount)
    for contact in contacts {
      var interval = 0
      for position in dataset.log.slice(of: contact) {
        let touch = dataset.log.touches[position]
        interval = masks.interval(at: touch.milliseconds, from: interval)
        var left = masks.filteredWindow[interval] & masks.content[touch.contentOrZero]
        left &= masks.channel[touch.channel] & masks.kind[touch.kind]
        while left != 0 {
          counts[left.trailingZeroBitCount] += 1
          left &= left - 1
        }
      }
    }
    return counts
  }

  /// Adds what concerns the partners behind the first 64: new brands, own touches, and first touches by owner.
  private mutating func addLaterPartners(
    of contacts: Range<Int>, in dataset: borrowing Dataset, _ test: borrowing ScopeTest,
    _ batch: inout ContactBatch, _ timeline: inout OwnerTimeline
  ) {
    let (masks, tables) = (masks, tables)
    batch.laterFirsts.removeAll(keepingCapacity: true)
    for contact in contacts where test.accepts(contact: contact, of: dataset.contacts) {
      metBrands.removeAll()
      metOwners.removeAll()
      var interval = 0
      for position in dataset.log.slice(of: contact) {
        let touch = dataset.log.touches[position]
        interval = masks.interval(at: touch.milliseconds, from: interval)
        let owner = tables.ownerRanks[touch.channel]
        if owner >= 64 {
          if metOwners.insert(owner) { timeline.addFirstTouch(tables.owner[touch.channel], interval) }
          if tables.isOwn(touch) { batch.isOwn[position - batch.start] = true }
        }
        for rank in tables.brandRanks(of: touch) where rank >= 64 && metBrands.insert(rank) {
          batch.laterFirsts.append(ContactBatch.LaterFirst(position: UInt32(position), rank: UInt32(rank)))
        }
      }
    }
  }

  /// Adds the partners behind the first 64 to the rows of a scope's histories, and the own touches in their channels.
  private func addLaterPartners(toHistoriesIn scope: Int, _ batch: inout ContactBatch) {
    let tables = tables
    let words = tables.wordsPerRow
    var next = 0
    for history in batch.histories(of: scope) {
      for row in history * ContactBatch.Row.count..<(history + 1) * ContactBatch.Row.count {
        for word in row * words + 1..<(row + 1) * words { batch.rows[word] = 0 }
      }
      var ownCount: UInt32 = 0
      for index in batch.histories[history].touches {
        let position = batch.scopedTouches[index]
        let owner = tables.ownerRanks[batch.touches[Int(position)].channel]
        if owner >= 64 {
          batch.insert(owner, into: .owners, of: history)
          if batch.isOwn[Int(position) - batch.start] { ownCount += 1 }
        }
        while next < batch.laterFirsts.count, batch.laterFirsts[next].position <= position {
          let first = batch.laterFirsts[next]
          next += 1
          guard first.position == position else { continue }
          batch.insert(Int(first.rank), into: .newBrands, of: history)
          if Int(first.rank) == owner { batch.insert(owner, into: .ownNewBrands, of: history) }
        }
      }
      batch.histories[history].ownCount += ownCount
    }
  }
}

extension ContactBatch {
  /// Puts a partner, by rank, into a row of a scoped history.
  mutating func insert(_ rank: Int, into row: Row, of history: Int) {
    rows[ContactBatch.index(of: row, of: history) * tables.wordsPerRow + rank >> 6] |= 1 << UInt64(rank & 63)
  }
}
