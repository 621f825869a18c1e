import CampaignModel

/// Counts who stays after the end of one scope, contact by contact.
struct RetentionTally: Sendable {
  /// What the contacts of one group did after the end.
  struct Group: Sendable {
    var cohort = 0
    var stays = 0
    /// Of those who stay, with an after-touch in the acquirer's own channels.
    var kept = 0
    var carriesOn = 0
    var joins = 0

    mutating func merge(_ other: Group) {
      cohort += other.cohort
      stays += other.stays
      kept += other.kept
      carriesOn += other.carriesOn
      joins += other.joins
    }
  }

  private(set) var total = Group()
  /// Per day asked for.
  private(set) var bracket: [Int]
  private(set) var unbounded: [Int]
  private(set) var nthDay: [Int]
  /// By owner of the channel of the first touch in T(K).
  private(set) var byPartner: [Group]
  /// By ``FirstContactClass`` of the first touch in T(K).
  private(set) var byClass = [Group](repeating: Group(), count: FirstContactClass.allCases.count)
  private(set) var lifetimes = Lifetimes()
  private(set) var baseline = Group()
  private(set) var baselineLifetimes = Lifetimes()
  /// Whether an owner has a touch in T(K).
  private(set) var isCarrier: [Bool]
  /// Per owner, the first touch with content in its channels at or after the end, `Int64.max` for none; set when the
  /// pass is complete.
  var firstCarry: [Int64]

  let clock: RetentionClock
  private let options: RetentionOptions
  private let days: [Int64]
  private let campaignTest: ScopeTest
  private let carriesOnKind: [Bool]
  private let lastReferral: [Int: Int64]
  private var seen: StampSet
  /// Times of the after-touches of the contact at hand.
  private var times: [Int64] = []

  init(_ scope: Scope, options: RetentionOptions, referrals: [Int: Int64], in dataset: Dataset) {
    self.options = options
    clock = RetentionClock(scope, in: dataset)
    days = options.days.map { Int64($0) * RetentionClock.day }
    bracket = [Int](repeating: 0, count: days.count)
    unbounded = bracket
    nthDay = bracket
    byPartner = [Group](repeating: Group(), count: dataset.partners.count)
    isCarrier = [Bool](repeating: false, count: dataset.partners.count)
    firstCarry = [Int64](repeating: .max, count: dataset.partners.count)
    campaignTest = ScopeTest(scope, in: dataset, filtered: false)
    carriesOnKind = dataset.kinds.flags(of: ["share", "mention", "contribution", "referral"])
    lastReferral = referrals
    seen = StampSet(capacity: dataset.partners.count)
  }

  mutating func add(_ history: borrowing ContactHistory) {
    addCarriers(history)
    guard history.isInSegment else { return }
    let isInCohort = options.cohort == .new ? history.isNew : !history.members.isEmpty
    if isInCohort {
      addMember(history)
    } else if isInBaseline(history) {
      baseline.cohort += 1
      guard clock.isOver else { return }
      if hasAfterTouch(history) { baseline.stays += 1 }
      guard clock.isGapObserved else { return }
      let life = lifetime(of: history)
      baselineLifetimes.add(time: life.time, isEvent: life.isEvent)
    }
  }

  /// Notes who carried the campaign.
  private mutating func addCarriers(_ history: borrowing ContactHistory) {
    for position in history.members { isCarrier[history.tables.owner[history.touches[position].channel]] = true }
  }

  /// Contacts whose first touch is in the window and whom the campaign never reached.
  private func isInBaseline(_ history: borrowing ContactHistory) -> Bool {
    let first = history.first.milliseconds
    guard history.members.isEmpty, first >= campaignTest.start, first < campaignTest.end else { return false }
    for position in history.all where campaignTest.accepts(history.touches[position]) { return false }
    return true
  }

  private mutating func addMember(_ history: borrowing ContactHistory) {
    let firstTouch = history.touches[history.members[0]]
    let acquirer = history.tables.owner[firstTouch.channel]
    let outcome = clock.isOver ? outcome(of: history, acquirer: acquirer) : Outcome()
    let hasReferred = (lastReferral[history.contact] ?? .min) >= clock.end
    let group = Group(
      cohort: 1, stays: outcome.stays ? 1 : 0, kept: outcome.isKept ? 1 : 0,
      carriesOn: outcome.carriesOn || hasReferred ? 1 : 0, joins: outcome.joins ? 1 : 0)
    total.merge(group)
    byPartner[acquirer].merge(group)
    byClass[history.tables.firstContactClass(of: firstTouch).rawValue].merge(group)
    guard clock.isGapObserved else { return }
    let life = lifetime(of: history)
    lifetimes.add(time: life.time, isEvent: life.isEvent)
  }

  /// What one contact did after the end.
  private struct Outcome {
    var stays = false
    var isKept = false
    var carriesOn = false
    var joins = false
  }

  /// One walk over the after-touches: touches at or after the end of level interaction or higher.
  private mutating func outcome(of history: borrowing ContactHistory, acquirer: Int) -> Outcome {
    var outcome = Outcome()
    var owners = 0
    var next = 0
    var lastDay = -1
    var last = Int64.min
    seen.removeAll()
    for position in history.positions(since: clock.end) {
      let touch = history.touches[position]
      guard history.tables.level[touch.kind] >= .interaction else { continue }
      let owner = history.tables.owner[touch.channel]
      let age = touch.milliseconds - clock.end
      outcome.stays = true
      if owner == acquirer { outcome.isKept = true }
      if carriesOnKind[touch.kind] { outcome.carriesOn = true }
      if seen.insert(owner) { owners += 1 }
      while next < days.count, days[next] <= age { next += 1 }
      if next < days.count, next != lastDay {
        bracket[next] += 1
        lastDay = next
      }
      for (index, day) in days.enumerated() where age >= day && age < day + RetentionClock.day {
        if last < clock.end + day { nthDay[index] += 1 }
      }
      last = touch.milliseconds
    }
    outcome.joins = owners >= 2
    for (index, day) in days.enumerated() where outcome.stays && last >= clock.end + day { unbounded[index] += 1 }
    return outcome
  }

  private func hasAfterTouch(_ history: borrowing ContactHistory) -> Bool {
    for position in history.positions(since: clock.end)
    where history.tables.level[history.touches[position].kind] >= .interaction { return true }
    return false
  }

  /// How long a contact stayed active after the end, in whole days, and whether it lapsed then.
  private mutating func lifetime(of history: borrowing ContactHistory) -> (time: Int, isEvent: Bool) {
    times.removeAll(keepingCapacity: true)
    for position in history.positions(since: clock.end) {
      let touch = history.touches[position]
      if history.tables.level[touch.kind] >= .interaction { times.append(touch.milliseconds) }
    }
    if let day = clock.lapse(after: times) { return (day, true) }
    return (clock.censoringDay, false)
  }

  mutating func merge(_ other: RetentionTally) {
    total.merge(other.total)
    bracket.add(other.bracket)
    unbounded.add(other.unbounded)
    nthDay.add(other.nthDay)
    for index in byPartner.indices {
      byPartner[index].merge(other.byPartner[index])
      isCarrier[index] = isCarrier[index] || other.isCarrier[index]
    }
    for index in byClass.indices { byClass[index].merge(other.byClass[index]) }
    lifetimes.merge(other.lifetimes)
    baseline.merge(other.baseline)
    baselineLifetimes.merge(other.baselineLifetimes)
  }
}
