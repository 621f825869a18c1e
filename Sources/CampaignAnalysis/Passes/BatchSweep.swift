import CampaignModel

/// Turns a batch from some contacts to others: walks through their touches, and puts those of each scope together.
struct BatchSweep: Sendable {
  private let walk: BatchWalk
  private let scopeCount: Int
  private let memberLimit: Int
  private var lists = [BatchWalk.MemberList](
    repeating: BatchWalk.MemberList(), count: ScopeMasks.maximumScopes + 1)

  private var masks: ScopeMasks { walk.masks }
  private var tables: TouchTables { walk.tables }

  /// - Parameter memberLimit: up to how many members each scope gets room for every touch of the batch; beyond, they
  ///   are counted beforehand.
  init(_ masks: ScopeMasks, _ tables: TouchTables, scopeCount: Int, memberLimit: Int = 1 << 20) {
    walk = BatchWalk(masks, tables)
    self.scopeCount = scopeCount
    self.memberLimit = memberLimit
  }

  /// - Parameters:
  ///   - contacts: at least one and at most ``ContactBatch/maximumContacts``.
  ///   - test: tells which contacts have the segment that all scopes ask for.
  mutating func turn(
    _ batch: inout ContactBatch, to contacts: Range<Int>, of dataset: borrowing Dataset, _ test: borrowing ScopeTest,
    _ timeline: inout OwnerTimeline
  ) {
    let start = dataset.log.slice(of: contacts.lowerBound).lowerBound
    let count = dataset.log.slice(of: contacts.upperBound - 1).upperBound - start
    batch.start = start
    batch.touchCount = count
    batch.newBrands.grow(to: count * tables.wordsPerRow, with: 0)
    batch.isOwn.grow(to: count, with: false)
    batch.outsiders.removeAll(keepingCapacity: true)
    batch.members.grow(to: layLists(count, contacts, of: dataset), with: 0)
    for scope in 0..<scopeCount { batch.memberStarts[scope] = lists[scope].start }
    walk.run(
      contacts, of: dataset, from: start, count: count, test, &lists, &batch.members, &batch.newBrands, &batch.isOwn,
      &batch.visits, &batch.rows, &batch.outsiders, &timeline.cells)
    for scope in 0..<scopeCount {
      batch.memberEnds[scope] = lists[scope].next
      batch.visitCounts[scope] = lists[scope].visitCount
    }
    for word in 1..<max(1, tables.wordsPerRow) {
      addWord(word, of: contacts, in: dataset, test, &batch, &timeline)
      for scope in 0..<scopeCount { addWord(word, ofVisitsTo: scope, &batch) }
    }
  }

  /// Gives each list its place among the members of the batch.
  ///
  /// - Returns: the room for all lists.
  private mutating func layLists(_ count: Int, _ contacts: Range<Int>, of dataset: borrowing Dataset) -> Int {
    let isCounted = count * scopeCount > memberLimit
    let counts = isCounted ? memberCounts(contacts, of: dataset) : []
    var start = 0
    for scope in 0..<scopeCount {
      lists[scope] = BatchWalk.MemberList(start: start, next: start)
      start += isCounted ? counts[scope] : count
    }
    lists[ScopeMasks.maximumScopes] = BatchWalk.MemberList(start: start, next: start)
    return start + count
  }

  /// Per scope, how many touches of some contacts T(K) holds, whatever their segment.
  private func memberCounts(_ contacts: Range<Int>, of dataset: borrowing Dataset) -> [Int] {
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

  /// Adds a further word of rows, for more than 64 partners: new brands, own touches and first visits to owners.
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
        if owners & ~metOwners != 0 { timeline.addVisit(tables.owner[touch.channel], interval) }
        metBrands |= brands
        metOwners |= owners
      }
    }
  }

  /// Adds a further word to the rows of a scope's visits, and the own touches whose owners it holds.
  private func addWord(_ word: Int, ofVisitsTo scope: Int, _ batch: inout ContactBatch) {
    for visit in batch.visits(of: scope) {
      var (ownCount, owners, newBrands, ownNewBrands): (UInt32, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
      for member in batch.visits[visit].members {
        let position = Int(batch.members[member])
        let touch = batch.touches[position]
        let owner = tables.owners(of: touch, word: word)
        let new = batch.newBrands[batch.index(ofNewBrandsAt: position, word: word)]
        if owner & tables.brands(of: touch, word: word) != 0 { ownCount += 1 }
        owners |= owner
        newBrands |= new
        ownNewBrands |= new & owner
      }
      batch.visits[visit].ownCount += ownCount
      for (row, bits) in [(ContactBatch.Row.owners, owners), (.newBrands, newBrands), (.ownNewBrands, ownNewBrands)] {
        batch.rows[ContactBatch.index(of: row, of: visit) * tables.wordsPerRow + word] = bits
      }
    }
  }
}
