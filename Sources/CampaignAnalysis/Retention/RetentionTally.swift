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
  /// A row of bits: the owners with a touch in T(K).
  private var carriers: [UInt64]
  /// Per owner, the first touch with content in its channels at or after the end, `Int64.max` for none; set when the
  /// pass is complete.
  var firstCarry: [Int64]

  let clock: RetentionClock
  private let options: RetentionOptions
  private let days: [Int64]
  private let carriesOnKind: [Bool]
  private let lastReferral: [Int: Int64]
  private let partnerOfRank: [Int]

  init(_ scope: Scope, options: RetentionOptions, referrals: [Int: Int64], in dataset: Dataset) {
    self.options = options
    clock = RetentionClock(scope, in: dataset)
    days = options.days.map { Int64($0) * RetentionClock.day }
    bracket = [Int](repeating: 0, count: days.count)
    unbounded = bracket
    nthDay = bracket
    byPartner = [Group](repeating: Group(), count: dataset.partners.count)
    carriers = [UInt64](repeating: 0, count: TouchTables.wordsPerRow(partnerCount: dataset.partners.count))
    partnerOfRank = PartnerOrder(dataset).partners
    firstCarry = [Int64](repeating: .max, count: dataset.partners.count)
    carriesOnKind = dataset.kinds.flags(of: ["share", "mention", "contribution", "referral"])
    lastReferral = referrals
  }

  /// All contacts of the cohort: each has one acquirer.
  var total: Group {
    var total = Group()
    for group in byPartner { total.merge(group) }
    return total
  }

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
    let words = carriers.count
    for visit in batch.visits(of: scope) {
      for word in 0..<words { carriers[word] |= batch.owners[visit &* words &+ word] }
      if options.cohort == .reached || batch.visits[visit].isNew { addMember(batch.visits[visit], batch) }
    }
    for outsider in batch.outsiders where outsider.scope == scope {
      addOutsider(batch.touches.span.extracting(outsider.touches), batch.tables)
    }
  }

  private mutating func addMember(_ visit: ContactBatch.Visit, _ batch: borrowing ContactBatch) {
    let firstTouch = batch.touches[Int(visit.first)]
    let acquirer = batch.tables.owner[firstTouch.channel]
    let outcome = follow(batch.touches.span.extracting(Int(visit.first)..<Int(visit.end)), batch.tables, acquirer)
    let hasReferred = !lastReferral.isEmpty && (lastReferral[Int(visit.contact)] ?? .min) >= clock.end
    let group = Group(
      cohort: 1, stays: outcome.stays ? 1 : 0, kept: outcome.isKept ? 1 : 0,
      carriesOn: outcome.carriesOn || hasReferred ? 1 : 0, joins: outcome.joins ? 1 : 0)
    byPartner[acquirer].merge(group)
    byClass[batch.tables.firstContactClass(of: firstTouch).rawValue].merge(group)
    if clock.isGapObserved { lifetimes.add(outcome.activity, clock) }
  }

  /// Counts a contact that came first in the window while the campaign never reached it.
  private mutating func addOutsider(_ touches: Span<Touch>, _ tables: borrowing TouchTables) {
    baseline.cohort += 1
    guard clock.isOver else { return }
    var activity = RetentionClock.Activity(clock)
    var stays = false
    for index in clock.indicesAfterEnd(touches) where tables.level[touches[index].kind] >= .interaction {
      stays = true
      activity.note(touches[index].milliseconds)
    }
    if stays { baseline.stays += 1 }
    if clock.isGapObserved { baselineLifetimes.add(activity, clock) }
  }

  /// What one contact did after the end.
  private struct Outcome {
    var stays = false
    var isKept = false
    var carriesOn = false
    var joins = false
    var activity: RetentionClock.Activity
  }

  /// One walk over the after-touches: touches at or after the end of level interaction or higher.
  private mutating func follow(_ touches: Span<Touch>, _ tables: borrowing TouchTables, _ acquirer: Int) -> Outcome {
    var outcome = Outcome(activity: RetentionClock.Activity(clock))
    guard clock.isOver else { return outcome }
    var firstOwner = -1
    var next = 0
    var lastDay = -1
    var last = Int64.min
    for index in clock.indicesAfterEnd(touches) {
      let touch = touches[index]
      guard tables.level[touch.kind] >= .interaction else { continue }
      let owner = tables.owner[touch.channel]
      let age = touch.milliseconds - clock.end
      if firstOwner < 0 { firstOwner = owner }
      outcome.stays = true
      outcome.isKept = outcome.isKept || owner == acquirer
      outcome.carriesOn = outcome.carriesOn || carriesOnKind[touch.kind]
      outcome.joins = outcome.joins || owner != firstOwner
      outcome.activity.note(touch.milliseconds)
      while next < days.count, days[next] <= age { next += 1 }
      if next < days.count, next != lastDay {
        bracket[next] += 1
        lastDay = next
      }
      for day in days.indices where age >= days[day] && age < days[day] + RetentionClock.day {
        if last < clock.end + days[day] { nthDay[day] += 1 }
      }
      last = touch.milliseconds
    }
    for day in days.indices where outcome.stays && last >= clock.end + days[day] { unbounded[day] += 1 }
    return outcome
  }

  mutating func merge(_ other: RetentionTally) {
    bracket.add(other.bracket)
    unbounded.add(other.unbounded)
    nthDay.add(other.nthDay)
    for index in byPartner.indices {
      byPartner[index].merge(other.byPartner[index])
    }
    for word in carriers.indices { carriers[word] |= other.carriers[word] }
    for index in byClass.indices { byClass[index].merge(other.byClass[index]) }
    lifetimes.merge(other.lifetimes)
    baseline.merge(other.baseline)
    baselineLifetimes.merge(other.baselineLifetimes)
  }
}

extension RetentionClock {
  /// Indices of the touches at or after the end among touches in order of time; there are none before the first.
  @inline(__always) fileprivate func indicesAfterEnd(_ touches: Span<Touch>) -> Range<Int> {
    var low = touches.count
    while low > 0, touches[low &- 1].milliseconds >= end { low &-= 1 }
    return low..<touches.count
  }
}

extension Lifetimes {
  /// Adds a contact of which it is known whether it fell silent.
  fileprivate mutating func add(_ activity: RetentionClock.Activity, _ clock: RetentionClock) {
    let day = clock.lapse(after: activity)
    add(time: day ?? clock.censoringDay, isEvent: day != nil)
  }
}
