import CampaignModel

/// The tallies of one scope: those of the sections asked for.
struct ScopeTally: Sendable {
  let test: ScopeTest
  var touchpoints: NewTouchpointsTally?
  var reach: ReachTally?
  var retention: RetentionTally?

  mutating func add(_ history: ContactHistory) {
    touchpoints?.add(history)
    if !history.members.isEmpty { reach?.add(history) }
    retention?.add(history)
  }

  mutating func merge(_ other: ScopeTally) {
    if let part = other.touchpoints { touchpoints?.merge(part) }
    if let part = other.reach { reach?.merge(part) }
    if let part = other.retention { retention?.merge(part) }
  }
}
