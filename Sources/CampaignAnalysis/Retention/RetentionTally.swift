import CampaignModel
import LogScanning

/// Counts who stays after the end of one scope, contact by contact.
struct RetentionTally: BatchTally {
  /// What the contacts of one group did after the end.
  struct Group: Sendable {
    var cohort = 0
    var stays = 0
    /// Of those who stay, with an after-touch in the acquirer's own channels.
    var kept = 0
    var carriesOn = 0
    var joins = 0

    init(cohort: Int = 0, stays: Int = 0, kept: Int = 0, carriesOn: Int = 0, joins: Int = 0) {
      (self.cohort, self.stays, self.kept, self.carriesOn, self.joins) = (cohort, stays, kept, carriesOn, joins)
    }

    init(sumOf groups: some Sequence<Group>) {
      self.init()
      for group in groups { merge(group) }
    }

    mutating func merge(_ other: Group) {
      cohort += other.cohort
      stays += other.stays
      kept += other.kept
      carriesOn += other.carriesOn
      joins += other.joins
    }
  }

  /// Per day asked for.
  var bracket: [Int]
  var unbounded: [Int]
  var nthDay: [Int]
  /// By owner of the channel and by ``FirstContactClass`` of the first touch in T(K): the classes side by side.
  var groups: [Group]
  var lifetimes = Lifetimes()
  /// Contacts whose first touch lies in the window outside of the campaign; counted for new contacts alone.
  var baseline = Group()
  var baselineLifetimes = Lifetimes()
  /// Nil where the dataset has no draw by lot.
  var holdout: HoldoutTally?
  /// Nil where it is not asked for.
  var sensitivity: SensitivityTally?
  /// A row of bits: the owners with a touch in T(K).
  var carriers: [UInt64]
  /// Per owner, the first touch with content in its channels at or after the end, `Int64.max` for none; set when the
  /// scan is complete.
  var firstPublication: [Int64]

  let clock: RetentionClock
  private let options: RetentionOptions
  /// Per day asked for, when it begins, and when the one after it does.
  private let days: [(start: Int64, end: Int64)]
  private let afterTouches: AfterTouchTest
  private let carriesOnKind: [Bool]
  private let lastReferral: [Int: Int64]
  let partnerOfRank: [Int]

  init(
    _ scope: Scope, options: RetentionOptions, referrals: [Int: Int64], refunds: Refunds, in dataset: Dataset
  ) {
    self.options = options
    let clock = RetentionClock(scope, in: dataset)
    self.clock = clock
    days = options.days.map { (start: clock.instant(after: $0), end: clock.instant(after: $0 + 1)) }
    bracket = [Int](repeating: 0, count: days.count)
    unbounded = bracket
    nthDay = bracket
    groups = [Group](
      repeating: Group(), count: dataset.partners.count * RetentionTally.classCount)
    carriers = [UInt64](repeating: 0, count: TouchTables.wordsPerRow(partnerCount: dataset.partners.count))
    partnerOfRank = PartnerOrder(dataset).partners
    firstPublication = [Int64](repeating: .max, count: dataset.partners.count)
    afterTouches = AfterTouchTest(end: scope.end.milliseconds, refunds: refunds, in: dataset)
    if dataset.contacts.hasHoldout { holdout = HoldoutTally(scope, refunds: refunds, in: dataset) }
    if options.showsSensitivity {
      sensitivity = SensitivityTally(scope, gaps: Sensitivity.standardGaps, in: dataset)
    }
    carriesOnKind = dataset.kinds.flags(of: ["share", "mention", "contribution", "referral"])
    lastReferral = referrals
  }

  private static let classCount = FirstContactClass.allCases.count

  /// By owner of the channel of the first touch in T(K).
  var byPartner: [Group] {
    stride(from: 0, to: groups.count, by: RetentionTally.classCount).map {
      Group(sumOf: groups[$0..<$0 + RetentionTally.classCount])
    }
  }

  /// By ``FirstContactClass`` of the first touch in T(K).
  var byClass: [Group] {
    (0..<RetentionTally.classCount).map { kind in
      Group(sumOf: stride(from: kind, to: groups.count, by: RetentionTally.classCount).lazy.map { groups[$0] })
    }
  }

  /// All contacts of the cohort: each has one acquirer.
  var total: Group { Group(sumOf: groups) }

  /// Whether an owner has a touch in T(K).
  var isCarrier: [Bool] {
    var isCarrier = [Bool](repeating: false, count: partnerOfRank.count)
    for (rank, partner) in partnerOfRank.enumerated() {
      isCarrier[partner] = carriers[rank >> 6] >> UInt64(rank & 63) & 1 != 0
    }
    return isCarrier
  }

  /// Counts a batch of contacts.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    addCarriers(batch, scope)
    sensitivity?.addHistories(batch, scope: scope)
    let (histories, touches) = (batch.histories.span, batch.touches.span)
    var silentCount = 0
    for index in batch.histories(of: scope) where options.cohort == .reached || histories[index].isNew {
      let history = histories[index]
      let first = touches[Int(history.first)]
      let acquirer = batch.tables.owner[first.channel]
      let isOwn = batch.isOwn[Int(history.first) &- batch.start]
      let kind = batch.tables.firstContactClass(of: first, isOwn: isOwn)
      let group = acquirer &* RetentionTally.classCount &+ kind.rawValue
      if lastReferral.isEmpty, touches[Int(history.end) &- 1].milliseconds < clock.end {
        groups[group].cohort &+= 1
        silentCount &+= 1
        continue
      }
      let outcome = follow(touches, Int(history.first)..<Int(history.end), batch.tables.owner, acquirer)
      let hasReferred = !lastReferral.isEmpty && (lastReferral[history.contact] ?? .min) >= clock.end
      groups[group].merge(
        Group(
          cohort: 1, stays: outcome.stays ? 1 : 0, kept: outcome.isKept ? 1 : 0,
          carriesOn: outcome.carriesOn || hasReferred ? 1 : 0, joins: outcome.joins ? 1 : 0))
      if clock.isGapObserved { lifetimes.add(outcome.activity, clock) }
      sensitivity?.finish(isBaseline: false)
    }
    if clock.isGapObserved { lifetimes.add(RetentionClock.Activity(clock), clock, count: silentCount) }
    sensitivity?.finish(isBaseline: false, count: silentCount)
    if options.cohort == .new { addOutsiders(batch, scope) }
    holdout?.add(batch, scope: scope)
  }

  private mutating func addCarriers(_ batch: borrowing ContactBatch, _ scope: Int) {
    let rows = batch.rows.span
    for word in carriers.indices {
      var bits = carriers[word]
      for history in batch.histories(of: scope) {
        bits |= rows[ContactBatch.index(of: .owners, of: history) &* carriers.count &+ word]
      }
      carriers[word] = bits
    }
  }

  /// Counts the contacts that came first in the window outside of the campaign, whatever came later.
  private mutating func addOutsiders(_ batch: borrowing ContactBatch, _ scope: Int) {
    let touches = batch.touches.span
    var silentCount = 0
    for outsider in batch.outsiders where outsider.scope == scope {
      baseline.cohort += 1
      guard clock.isOver, touches[outsider.touches.upperBound &- 1].milliseconds >= clock.end else {
        silentCount += 1
        continue
      }
      var activity = RetentionClock.Activity(clock)
      var stays = false
      for position in outsider.touches where afterTouches.accepts(touches[position], at: position) {
        stays = true
        activity.note(touches[position].milliseconds)
        sensitivity?.note(touches[position].milliseconds)
      }
      if stays { baseline.stays += 1 }
      if clock.isGapObserved { baselineLifetimes.add(activity, clock) }
      sensitivity?.finish(isBaseline: true)
    }
    if clock.isGapObserved { baselineLifetimes.add(RetentionClock.Activity(clock), clock, count: silentCount) }
    sensitivity?.finish(isBaseline: true, count: silentCount)
  }

  /// What one contact did after the end.
  private struct Outcome {
    var stays = false
    var isKept = false
    var carriesOn = false
    var joins = false
    var activity: RetentionClock.Activity
  }

  /// One walk over a contact's after-touches.
  private mutating func follow(
    _ touches: Span<Touch>, _ positions: Range<Int>, _ owners: borrowing [Int], _ acquirer: Int
  ) -> Outcome {
    var outcome = Outcome(activity: RetentionClock.Activity(clock))
    guard clock.isOver else { return outcome }
    var firstOwner = -1
    var next = 0
    var lastDay = -1
    var last = Int64.min
    for position in positions where afterTouches.accepts(touches[position], at: position) {
      let touch = touches[position]
      let owner = owners[touch.channel]
      let time = touch.milliseconds
      if firstOwner < 0 { firstOwner = owner }
      outcome.stays = true
      outcome.isKept = outcome.isKept || owner == acquirer
      outcome.carriesOn = outcome.carriesOn || carriesOnKind[touch.kind]
      outcome.joins = outcome.joins || owner != firstOwner
      outcome.activity.note(time)
      sensitivity?.note(time)
      while next < days.count, days[next].start <= time { next += 1 }
      if next < days.count, next != lastDay {
        bracket[next] += 1
        lastDay = next
      }
      for day in days.indices where time >= days[day].start && time < days[day].end {
        if last < days[day].start { nthDay[day] += 1 }
      }
      last = time
    }
    guard outcome.stays else { return outcome }
    for day in days.indices where last >= days[day].start { unbounded[day] += 1 }
    return outcome
  }

  mutating func complete(_ timeline: OwnerTimeline, sinceEnd interval: Int) {
    firstPublication = timeline.firstPublication(since: interval)
  }

  mutating func merge(_ other: RetentionTally) {
    bracket.add(other.bracket)
    unbounded.add(other.unbounded)
    nthDay.add(other.nthDay)
    for index in groups.indices { groups[index].merge(other.groups[index]) }
    for word in carriers.indices { carriers[word] |= other.carriers[word] }
    lifetimes.merge(other.lifetimes)
    baseline.merge(other.baseline)
    baselineLifetimes.merge(other.baselineLifetimes)
    for owner in firstPublication.indices {
      firstPublication[owner] = min(firstPublication[owner], other.firstPublication[owner])
    }
    if let part = other.holdout { holdout?.merge(part) }
    if let part = other.sensitivity { sensitivity?.merge(part) }
  }
}

extension Lifetimes {
  /// Adds contacts of which it is known whether they fell silent.
  fileprivate mutating func add(_ activity: RetentionClock.Activity, _ clock: RetentionClock, count: Int = 1) {
    let day = clock.lapse(after: activity)
    add(time: day ?? clock.censoringDay, isEvent: day != nil, count: count)
  }
}
