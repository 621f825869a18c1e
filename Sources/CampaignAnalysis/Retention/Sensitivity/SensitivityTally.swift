import CampaignModel
import LogScanning

/// Counts, in one scope, what retention would be at other activity gaps, and who would be new with half of the history.
struct SensitivityTally: Sendable {
  /// How long contacts stayed, by one gap.
  struct Gap: Sendable {
    let days: Int
    let clock: RetentionClock
    var lifetimes = Lifetimes()
    var baselineLifetimes = Lifetimes()

    /// Adds a contact's after-touches, in order of time.
    fileprivate func lifetime(of times: [Int64]) -> (day: Int, isEvent: Bool) {
      var activity = RetentionClock.Activity(clock)
      for time in times { activity.note(time) }
      let day = clock.lapse(after: activity)
      return (day ?? clock.censoringDay, day != nil)
    }
  }

  var gaps: [Gap]
  var newContacts = 0
  /// Contacts whose first touch since the middle of the history is in T(K).
  var newContactsAtHalfHistory = 0
  /// The middle of the time from the log's first touch to the start; nil where there is none.
  let middleOfHistory: Int64?
  private let log: TouchLog
  /// After-touches of the contact at hand, in order of time.
  private var times: [Int64] = []

  init(_ scope: Scope, gaps: [Int], in dataset: Dataset) {
    let gaps = Set(gaps + [dataset.settings.activityGapDays]).sorted()
    self.gaps = gaps.map { Gap(days: $0, clock: RetentionClock(scope, gapDays: $0, in: dataset)) }
    log = dataset.log
    let start = scope.start.milliseconds
    middleOfHistory = dataset.logSpan.flatMap { span in
      let first = span.lowerBound.milliseconds
      return first < start ? first + (start - first) / 2 : nil
    }
  }

  /// Counts who is new among the scoped histories of a batch.
  mutating func addHistories(_ batch: borrowing ContactBatch, scope: Int) {
    for index in batch.histories(of: scope) {
      let history = batch.histories[index]
      if history.isNew { newContacts += 1 }
      guard let middleOfHistory else { continue }
      let (first, all) = (Int(history.first), log.slice(of: history.contact))
      if first == all.lowerBound || batch.touches[first - 1].milliseconds < middleOfHistory {
        newContactsAtHalfHistory += 1
      }
    }
  }

  /// Notes an after-touch of the contact at hand.
  mutating func note(_ time: Int64) { times.append(time) }

  /// Counts the contact at hand, or several that came back after the end as little.
  mutating func finish(isBaseline: Bool, count: Int = 1) {
    for index in gaps.indices where gaps[index].clock.isGapObserved {
      let (day, isEvent) = gaps[index].lifetime(of: times)
      if isBaseline {
        gaps[index].baselineLifetimes.add(time: day, isEvent: isEvent, count: count)
      } else {
        gaps[index].lifetimes.add(time: day, isEvent: isEvent, count: count)
      }
    }
    times.removeAll(keepingCapacity: true)
  }

  mutating func merge(_ other: SensitivityTally) {
    newContacts += other.newContacts
    newContactsAtHalfHistory += other.newContactsAtHalfHistory
    for index in gaps.indices {
      gaps[index].lifetimes.merge(other.gaps[index].lifetimes)
      gaps[index].baselineLifetimes.merge(other.gaps[index].baselineLifetimes)
    }
  }
}
