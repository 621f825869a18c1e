import CampaignModel

/// Fills a batch with contacts: reads their touches, and puts those of each scope together.
struct BatchFiller: Sendable {
  private let scanner: TouchScanner
  private let scopeCount: Int
  private let reservedTouches: Int
  private var lists = [TouchScanner.ScopeList](
    repeating: TouchScanner.ScopeList(), count: ScopeMasks.maximumScopes + 1)

  private var masks: ScopeMasks { scanner.masks }
  private var tables: TouchTables { scanner.tables }

  /// - Parameter reservedTouches: as long as scopes × touches of a batch are not more, each scope gets room for every
  ///   touch of the batch; beyond, a scope's touches are counted beforehand.
  init(_ masks: ScopeMasks, _ tables: TouchTables, scopeCount: Int, reservedTouches: Int = 1 << 20) {
    scanner = TouchScanner(masks, tables)
    self.scopeCount = scopeCount
    self.reservedTouches = reservedTouches
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
    batch.newBrands.grow(to: count * tables.wordsPerRow, with: 0)
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
    for word in 1..<max(1, tables.wordsPerRow) {
      addWord(word, of: contacts, in: dataset, test, &batch, &timeline)
      for scope in 0..<scopeCount { addWord(word, ofHistoriesIn: scope, &batch) }
    }
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

  /// Adds a further word of rows, for more than 64 partners: new brands, own touches, and first touches by owner.
  private func addWord(
    _ word: Int, of contacts: Range<Int>, in dataset: borrowing Dataset, _ test: borrowing ScopeTest,
    _ batch: inout ContactBatch, _ timeline: inout OwnerTimeline
  ) {
    for contact in contacts where test.accepts(contact: contact, of: dataset.contacts) {
      var (metBrands, metOwners): (UInt64, UInt64) = (0, 0)
      var interval = 0
      for position in dataset.log.slice(of: contact) {
        let touch = dataset.log.touches[position]
        interval = masks.interval(at: touch.milliseconds, from: interval)
        let owners = tables.owners(of: touch, word: word)
        let brands = tables.brands(of: touch, word: word)
        batch.newBrands[batch.index(ofNewBrandsAt: position, word: word)] = brands & ~metBrands
        if owners & brands != 0 { batch.isOwn[position - batch.start] = true }
        if owners & ~metOwners != 0 { timeline.addFirstTouch(tables.owner[touch.channel], interval) }
        metBrands |= brands
        metOwners |= owners
      }
    }
  }

  /// Adds a further word to the rows of a scope's histories, and the own touches whose owners it holds.
  private func addWord(_ word: Int, ofHistoriesIn scope: Int, _ batch: inout ContactBatch) {
    for history in batch.histories(of: scope) {
      var (ownCount, owners, newBrands, ownNewBrands): (UInt32, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
      for index in batch.histories[history].touches {
        let position = Int(batch.scopedTouches[index])
        let touch = batch.touches[position]
        let owner = tables.owners(of: touch, word: word)
        let new = batch.newBrands[batch.index(ofNewBrandsAt: position, word: word)]
        if owner & tables.brands(of: touch, word: word) != 0 { ownCount += 1 }
        owners |= owner
        newBrands |= new
        ownNewBrands |= new & owner
      }
      batch.histories[history].ownCount += ownCount
      for (row, bits) in [(ContactBatch.Row.owners, owners), (.newBrands, newBrands), (.ownNewBrands, ownNewBrands)] {
        batch.rows[ContactBatch.index(of: row, of: history) * tables.wordsPerRow + word] = bits
      }
    }
  }
}
