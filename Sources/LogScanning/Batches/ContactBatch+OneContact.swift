import CampaignModel

extension ContactBatch {
  /// The batch of one contact in one scope.
  ///
  /// - Parameters:
  ///   - history: tells its touches in T(K) and its first touches about brands.
  ///   - campaignTest: that of the scope without its filter.
  init(_ history: borrowing ContactHistory, _ campaignTest: borrowing ScopeTest) {
    self.init(history.touches, tables: history.tables, scopeCount: 1, room: 1)
    let words = tables.wordsPerRow
    let rank = tables.ranks
    start = history.all.lowerBound
    touchCount = history.all.count
    newBrands = [UInt64](repeating: 0, count: history.all.count * words)
    for first in history.firstTouchesByBrand {
      let bit = UInt64(1) << UInt64(rank[first.partner] & 63)
      newBrands[index(ofNewBrandsAt: first.position, word: rank[first.partner] >> 6)] |= bit
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
    for position in history.scopedTouches {
      if isOwn[position - start] { histories[0].ownCount += 1 }
      for word in 0..<words {
        let owners = tables.owners(of: touches[position], word: word)
        let brands = newBrands[index(ofNewBrandsAt: position, word: word)]
        rows[word] |= owners
        rows[words + word] |= brands
        rows[2 * words + word] |= brands & owners
      }
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
