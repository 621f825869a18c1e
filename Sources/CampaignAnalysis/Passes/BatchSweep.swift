import CampaignModel

/// Turns a batch from some contacts to others: looks at all their touches, and puts those of each scope together.
struct BatchSweep: Sendable {
  private let masks: ScopeMasks
  private let tables: TouchTables
  /// The batch's contacts with a touch, and the positions of their touches.
  private var slices: [Slice] = []
  /// Per touch of the batch, the scopes whose T(K) holds it.
  private var scopes: [UInt64] = []
  /// Two rows of bits: the brands and the owners that the contact at hand has met so far.
  private var seen: [UInt64]

  private struct Slice {
    var contact: Int
    var positions: Range<Int>
    /// The scopes whose T(K) holds a touch of the contact.
    var reached: UInt64 = 0
    /// The scopes in whose window the contact came first while their campaign never reached it.
    var outside: UInt64 = 0
    var isInSegment: Bool
  }

  init(_ masks: ScopeMasks, _ tables: TouchTables) {
    self.masks = masks
    self.tables = tables
    seen = [UInt64](repeating: 0, count: 2 * tables.wordsPerRow)
  }

  /// - Parameters:
  ///   - contacts: at most ``ContactBatch/maximumContacts``.
  ///   - test: tells which contacts have the segment that all scopes ask for.
  mutating func turn(
    _ batch: inout ContactBatch, to contacts: Range<Int>, of dataset: borrowing Dataset, _ test: borrowing ScopeTest,
    _ timeline: inout OwnerTimeline
  ) {
    slices.removeAll(keepingCapacity: true)
    for contact in contacts {
      let positions = dataset.log.slice(of: contact)
      if positions.isEmpty { continue }
      let isInSegment = test.accepts(contact: contact, of: dataset.contacts)
      slices.append(Slice(contact: contact, positions: positions, isInSegment: isInSegment))
    }
    let start = slices.first?.positions.lowerBound ?? 0
    let count = (slices.last?.positions.upperBound ?? 0) - start
    batch.start = start
    scopes.grow(to: count, with: 0)
    batch.newBrands.grow(to: count * tables.wordsPerRow, with: 0)
    batch.isOwn.grow(to: count, with: false)

    let touches = batch.touches
    let memberCount = BatchSweep.mark(
      touches.span, start, masks, tables, &slices, &seen, &scopes, &batch.newBrands, &batch.isOwn, &timeline.visits,
      &timeline.carries)
    batch.members.grow(to: memberCount + 1, with: 0)
    gather(into: &batch)
    noteOutsiders(in: &batch)
  }

  /// Goes once through the touches of the batch: finds their scopes, the brands that each is its contact's first about,
  /// and whether it is own; and notes in the timeline what happened in the owners' channels.
  ///
  /// - Returns: how many touches are in T(K), counted in each scope.
  private static func mark(
    _ touches: Span<Touch>, _ start: Int, _ masks: borrowing ScopeMasks, _ tables: borrowing TouchTables,
    _ slices: inout [Slice], _ seen: inout [UInt64], _ scopes: inout [UInt64], _ newBrands: inout [UInt64],
    _ isOwn: inout [Bool], _ visits: inout [Int], _ carries: inout [Int64]
  ) -> Int {
    let words = tables.wordsPerRow
    var seen = seen.mutableSpan
    var scopes = scopes.mutableSpan
    var newBrands = newBrands.mutableSpan
    var isOwn = isOwn.mutableSpan
    var visits = visits.mutableSpan
    var carries = carries.mutableSpan
    var memberCount = 0
    for index in slices.indices {
      let slice = slices[index]
      for word in seen.indices { seen[word] = 0 }
      var interval = masks.interval(at: touches[slice.positions.lowerBound].milliseconds, from: 0)
      let firstWindow = masks.campaignWindow[interval]
      var (reached, everReached): (UInt64, UInt64) = (0, 0)
      for position in slice.positions {
        let touch = touches[position]
        let (channel, code, place) = (touch.channel, touch.contentOrZero, position &- start)
        interval = masks.interval(at: touch.milliseconds, from: interval)

        let inContent = masks.content[code]
        let member = inContent & masks.filteredWindow[interval] & masks.channel[channel] & masks.kind[touch.kind]
        scopes[place] = member
        memberCount &+= member & (member &- 1) == 0 ? (member == 0 ? 0 : 1) : member.nonzeroBitCount
        reached |= member
        everReached |= inContent & masks.campaignWindow[interval]

        var (common, newOwner): (UInt64, UInt64) = (0, 0)
        tables.forEachWord { word in
          let owners = tables.ownerRows[channel &* words &+ word]
          let brands = code == 0 ? owners : tables.brandRows[code &* words &+ word]
          common |= owners & brands
          newBrands[place &* words &+ word] = brands & ~seen[word]
          seen[word] |= brands
          newOwner |= owners & ~seen[words &+ word]
          seen[words &+ word] |= owners
        }
        isOwn[place] = common != 0

        let cell = interval &* tables.partnerCount &+ tables.owner[channel]
        if newOwner != 0, slice.isInSegment { visits[cell] &+= 1 }
        if code > 0, touch.milliseconds < carries[cell] { carries[cell] = touch.milliseconds }
      }
      guard slice.isInSegment else { continue }
      slices[index].reached = reached
      slices[index].outside = firstWindow & ~everReached
    }
    return memberCount
  }

  /// Puts the touches of each contact in each T(K) together.
  private func gather(into batch: inout ContactBatch) {
    for scope in batch.visitCounts.indices { batch.visitCounts[scope] = 0 }
    let touches = batch.touches
    var next = 0
    for slice in slices {
      var left = slice.reached
      while left != 0 {
        let scope = left.trailingZeroBitCount
        let visit = scope &* batch.room &+ batch.visitCounts[scope]
        batch.visitCounts[scope] &+= 1
        let membersStart = next
        let ownCount = BatchSweep.gather(
          scope, slice.positions, touches.span, batch.start, scopes, batch.isOwn, tables, &batch.members, &next,
          &batch.owners, at: visit)
        let first = batch.members[membersStart]
        batch.visits[visit] = ContactBatch.Visit(
          contact: UInt32(slice.contact), first: first, end: UInt32(slice.positions.upperBound),
          membersStart: UInt32(membersStart), count: UInt32(next - membersStart), ownCount: UInt32(ownCount),
          isNew: Int(first) == slice.positions.lowerBound)
        left &= left &- 1
      }
    }
  }

  /// Puts a contact's touches in one T(K) together, without a branch that depends on which they are.
  ///
  /// - Returns: how many of them are own.
  @inline(__always) private static func gather(
    _ scope: Int, _ positions: Range<Int>, _ touches: Span<Touch>, _ start: Int, _ scopes: borrowing [UInt64],
    _ isOwn: borrowing [Bool], _ tables: borrowing TouchTables, _ members: inout [UInt32], _ next: inout Int,
    _ owners: inout [UInt64], at visit: Int
  ) -> Int {
    var members = members.mutableSpan
    var owners = owners.mutableSpan
    let membersStart = next
    for position in positions {
      members[next] = UInt32(truncatingIfNeeded: position)
      next &+= Int(truncatingIfNeeded: scopes[position &- start] &>> UInt64(truncatingIfNeeded: scope) & 1)
    }
    var ownCount = 0
    tables.forEachWord { word in owners[visit &* tables.wordsPerRow &+ word] = 0 }
    for member in membersStart..<next {
      let position = Int(members[member])
      ownCount &+= isOwn[position &- start] ? 1 : 0
      let channel = touches[position].channel
      tables.forEachWord { word in
        owners[visit &* tables.wordsPerRow &+ word] |= tables.ownerRows[channel &* tables.wordsPerRow &+ word]
      }
    }
    return ownCount
  }

  private func noteOutsiders(in batch: inout ContactBatch) {
    batch.outsiders.removeAll(keepingCapacity: true)
    for slice in slices {
      var left = slice.outside
      while left != 0 {
        batch.outsiders.append(
          ContactBatch.Outsider(scope: left.trailingZeroBitCount, touches: slice.positions))
        left &= left &- 1
      }
    }
  }
}
