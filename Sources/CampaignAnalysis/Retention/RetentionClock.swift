import CampaignModel
import TimeZones

/// The instants on which retention after a campaign's end depends, in milliseconds.
struct RetentionClock: Sendable {
  /// End of the campaign.
  let end: Int64
  /// Up to when the data are complete.
  let observedUntil: Int64
  /// Silence that ends a contact's activity.
  let gap: Int64

  /// Nil where days have 24 hours.
  private let days: CalendarDays?

  static let day = Instant.millisecondsPerDay

  /// - Parameter gapDays: another gap than the dataset's.
  init(_ scope: Scope, gapDays: Int? = nil, in dataset: Dataset) {
    let observed = dataset.observedUntil ?? scope.end
    end = scope.end.milliseconds
    observedUntil = observed.milliseconds
    gap = Int64(gapDays ?? dataset.settings.activityGapDays) * RetentionClock.day
    days = CalendarDays(from: scope.end, until: max(scope.end, observed), dataset.settings)
  }

  /// The instant some days after the end.
  func instant(after days: Int) -> Int64 { self.days?.start(of: days) ?? end + Int64(days) * RetentionClock.day }

  /// Whole days from the end to an instant, which is not before it.
  func wholeDays(to milliseconds: Int64) -> Int {
    days?.day(of: milliseconds) ?? Int((milliseconds - end) / RetentionClock.day)
  }

  /// Whether anything after the end can be known.
  var isOver: Bool { observedUntil > end }

  /// Whether it can be known who fell silent.
  var isGapObserved: Bool { isOver && observedUntil >= end + gap }

  /// Whole days from the end to the end of observation, at least 0.
  var observedDays: Int { observedUntil < end ? 0 : wholeDays(to: observedUntil) }

  /// The whole day up to which a contact that did not lapse was seen; known only when the gap is observed.
  var censoringDay: Int { wholeDays(to: observedUntil - gap) }

  /// Follows a contact's after-touches, in order of time, until it falls silent for the gap.
  struct Activity {
    /// The last sign before that, or the end of the campaign.
    private(set) var last: Int64
    private var isSilent = false
    private let gap: Int64

    init(_ clock: RetentionClock) {
      last = clock.end
      gap = clock.gap
    }

    @inline(__always) mutating func note(_ time: Int64) {
      isSilent = isSilent || time - last >= gap
      if !isSilent { last = time }
    }
  }

  /// When a contact fell silent for the gap: the whole day of its last sign before, or nil if it did not.
  func lapse(after activity: Activity) -> Int? {
    activity.last + gap <= observedUntil ? wholeDays(to: activity.last) : nil
  }
}
