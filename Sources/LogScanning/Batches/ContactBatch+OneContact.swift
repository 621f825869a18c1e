import CampaignModel

extension ContactBatch {
  /// The batch of one contact in one scope.
  ///
  /// - Parameters:
  ///   - history: tells its touches in T(K) and its first touches about brands.
  ///   - campaignTest: that of the scope without its filter.
  init(_ history: borrowing ContactHistory, _ campaignTest: borrowing ScopeTest) {
    self.init(history.touches, tables: history.tables, scopeCount: 1, room: 1)
    let ranks = tables.ranks
    start = history.all.lowerBound
    touchCount = history.all.count
    newBrands = [UInt64](repeating: 0, count: history.all.count)
    for first in history.firstTouchesByBrand {
      let rank = ranks[first.partner]
      if rank < 64 {
        newBrands[first.position - start] |= 1 << UInt64(rank)
      } else {
        laterFirsts.append(LaterFirst(position: UInt32(first.position), rank: UInt32(rank)))
      }
    }
    isOwn = []
    for position in history.all { isOwn.append(tables.isOwn(touches[position])) }
    scopedTouches = history.scopedTouches.map { UInt32($0) }
    if history.isInSegment, campaignTest.comesFromOutside(history) {
      outsiders = [Outsider(scope: 0, touches: history.all)]
    }
    if history.isInSegment, let isHeldOut = history.isHeldOut {
      drawn = [DrawnContact(contact: history.contact, isHeldOut: isHeldOut, touches: history.all)]
    }
    guard let first = history.scopedTouches.first else { return }
    historyCounts[0] = 1
    histories[0] = ScopedHistory(
      contact: history.contact, first: UInt32(first), end: UInt32(history.all.upperBound), touchesStart: 0,
      count: UInt32(scopedTouches.count), ownCount: 0, isNew: history.isNew)
    scopedTouchEnds[0] = scopedTouches.count
    let scoped = Set(history.scopedTouches)
    for position in history.scopedTouches {
      if isOwn[position - start] { histories[0].ownCount += 1 }
      insert(tables.ownerRanks[touches[position].channel], into: .owners, of: 0)
    }
    for first in history.firstTouchesByBrand where scoped.contains(first.position) {
      let rank = ranks[first.partner]
      insert(rank, into: .newBrands, of: 0)
      if tables.ownerRanks[touches[first.position].channel] == rank { insert(rank, into: .ownNewBrands, of: 0) }
    }
  }
}

extension ScopeTest {
  /// Whether a contact's first touch of all lies in the window, but does not belong to the scope.
  fileprivate func comesFromOutside(_ history: borrowing ContactHistory) -> Bool {
    guard !history.all.isEmpty else { return false }
    let first = history.first
    return first.milliseconds >= start && first.milliseconds < end && !accepts(first)
  }
}
