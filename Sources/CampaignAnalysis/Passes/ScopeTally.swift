import CampaignModel

/// The tallies of one scope: those of the sections asked for.
struct ScopeTally: Sendable {
  let test: ScopeTest
  /// The same scope without its filter.
  let campaignTest: ScopeTest
  var touchpoints: NewTouchpointsTally?
  var reach: ReachTally?
  var retention: RetentionTally?
  var engagement: EngagementTally?
  var partnerships: PartnershipTally?
  var funnel: FunnelTally?
  var attribution: AttributionTally?
  var journeys: JourneyTally?
  var flow: FlowTally?

  /// - Parameter referrals: per contact that made a tie of kind refers, when it made the last one.
  init(_ scope: Scope, options: AnalysisOptions, referrals: [Int: Int64], in dataset: Dataset) {
    test = ScopeTest(scope, in: dataset)
    campaignTest = ScopeTest(scope, in: dataset, filtered: false)
    if options.includesFlow { flow = FlowTally(in: dataset) }
    for section in options.sections {
      switch section {
      case .touchpoints: touchpoints = NewTouchpointsTally(scope, in: dataset)
      case .reach: reach = ReachTally(scope, brand: options.brand, in: dataset)
      case .retention:
        retention = RetentionTally(scope, options: options.retention, referrals: referrals, in: dataset)
      case .cooperation: engagement = EngagementTally(in: dataset)
      case .partnerships: partnerships = PartnershipTally(scope, in: dataset)
      case .funnel: funnel = FunnelTally(options.funnelBy, in: dataset)
      case .attribution: attribution = AttributionTally(test, options: options.attribution, in: dataset)
      case .journeys: journeys = JourneyTally(scope, in: dataset)
      }
    }
  }

  /// Counts a batch of contacts.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    touchpoints?.add(batch, scope: scope)
    reach?.add(batch, scope: scope)
    retention?.add(batch, scope: scope)
  }

  /// Whether there are tallies that count contact by contact.
  var countsContacts: Bool {
    engagement != nil || partnerships != nil || funnel != nil || attribution != nil || journeys != nil || flow != nil
  }

  /// Counts a contact that T(K) reached.
  mutating func add(_ history: borrowing ContactHistory) {
    engagement?.add(history)
    partnerships?.add(history)
    funnel?.add(history)
    attribution?.add(history)
    journeys?.add(history)
    flow?.add(history)
  }

  mutating func merge(_ other: ScopeTally) {
    if let part = other.touchpoints { touchpoints?.merge(part) }
    if let part = other.reach { reach?.merge(part) }
    if let part = other.retention { retention?.merge(part) }
    if let part = other.engagement { engagement?.merge(part) }
    if let part = other.partnerships { partnerships?.merge(part) }
    if let part = other.funnel { funnel?.merge(part) }
    if let part = other.attribution { attribution?.merge(part) }
    if let part = other.journeys { journeys?.merge(part) }
    if let part = other.flow { flow?.merge(part) }
  }

  /// Takes what was counted once for all scopes.
  mutating func complete(_ timeline: OwnerTimeline, _ masks: ScopeMasks) {
    let afterEnd = masks.firstInterval(since: campaignTest.end)
    touchpoints?.audienceByOwner = timeline.audience(before: afterEnd)
    retention?.firstCarry = timeline.firstCarry(since: afterEnd)
  }
}
