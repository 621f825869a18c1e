import CampaignModel

/// Which scopes one contact matters to, and which of its touches belong to each.
struct ScopeSelection: Sendable {
  /// Scopes whose T(K) holds a touch of the contact.
  private(set) var reached: UInt64 = 0
  /// Scopes in whose window the contact came first while their campaign never reached it.
  private(set) var baseline: UInt64 = 0
  /// What is known of each touch of the contact.
  private var marks: [Mark] = []

  private struct Mark {
    /// The scopes whose T(K) holds the touch.
    var scopes: UInt64
    /// Its interval between the borders of ``ScopeMasks``.
    var interval: Int
  }

  /// Sets the scopes of a contact. One look at each touch.
  mutating func turn(to history: borrowing ContactHistory, _ masks: borrowing ScopeMasks, isInSegment: Bool) {
    let count = history.all.count
    while marks.count < count { marks.append(Mark(scopes: 0, interval: 0)) }
    var everReached: UInt64 = 0
    var anyMember: UInt64 = 0
    var interval = 0
    let first = history.all.lowerBound
    let (touches, borders) = (history.touches.span, masks.borders.span)
    for index in 0..<count {
      let touch = touches[first + index]
      while interval < borders.count, borders[interval] <= touch.milliseconds { interval += 1 }
      let content = masks.content[touch.contentOrZero]
      let member = content & masks.filteredWindow[interval] & masks.channel[touch.channel] & masks.kind[touch.kind]
      everReached |= content & masks.campaignWindow[interval]
      anyMember |= member
      marks[index] = Mark(scopes: member, interval: interval)
    }
    reached = anyMember
    baseline = masks.campaignWindow[marks[0].interval] & ~everReached
    if !isInSegment { (reached, baseline) = (0, 0) }
  }

  /// The scopes whose T(K) holds the contact's touch with this index.
  func scopes(ofTouchAt index: Int) -> UInt64 { reached == 0 ? 0 : marks[index].scopes }

  /// The interval of the contact's touch with this index.
  func interval(ofTouchAt index: Int) -> Int { marks[index].interval }

  /// Puts the positions of the contact's touches in T(K) of one scope into the history.
  func select(_ scope: Int, in history: inout ContactHistory) {
    history.isInSegment = true
    history.members.removeAll(keepingCapacity: true)
    guard reached >> UInt64(scope) & 1 != 0 else { return }
    for index in 0..<history.all.count where marks[index].scopes >> UInt64(scope) & 1 != 0 {
      history.members.append(history.all.lowerBound + index)
    }
  }
}
