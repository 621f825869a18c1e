import CampaignModel

/// Which scopes one contact matters to, and which of its touches belong to each.
struct ScopeSelection: Sendable {
  /// Scopes whose T(K) holds a touch of the contact.
  private(set) var reached: UInt64 = 0
  /// Scopes in whose window the contact came first while their campaign never reached it.
  private(set) var baseline: UInt64 = 0
  /// Per touch of the contact, the scopes whose T(K) holds it.
  private var bits: [UInt64] = []
  /// Per touch of the contact, its interval between the borders of ``ScopeMasks``.
  private(set) var intervals: [Int] = []

  /// Sets the scopes of a contact. One look at each touch.
  mutating func turn(to history: borrowing ContactHistory, _ masks: borrowing ScopeMasks, isInSegment: Bool) {
    let count = history.all.count
    while bits.count < count {
      bits.append(0)
      intervals.append(0)
    }
    reached = 0
    var everReached: UInt64 = 0
    var interval = 0
    for index in 0..<count {
      let touch = history.touches[history.all.lowerBound + index]
      while interval < masks.borders.count, masks.borders[interval] <= touch.milliseconds { interval += 1 }
      let content = masks.content[touch.contentOrZero]
      let member = content & masks.filteredWindow[interval] & masks.channel[touch.channel] & masks.kind[touch.kind]
      everReached |= content & masks.campaignWindow[interval]
      reached |= member
      bits[index] = member
      intervals[index] = interval
    }
    baseline = masks.campaignWindow[intervals[0]] & ~everReached
    if !isInSegment { (reached, baseline) = (0, 0) }
  }

  /// Puts the positions of the contact's touches in T(K) of one scope into the history.
  func select(_ scope: Int, in history: inout ContactHistory) {
    history.isInSegment = true
    history.members.removeAll(keepingCapacity: true)
    guard reached >> UInt64(scope) & 1 != 0 else { return }
    for index in 0..<history.all.count where bits[index] >> UInt64(scope) & 1 != 0 {
      history.members.append(history.all.lowerBound + index)
    }
  }
}
