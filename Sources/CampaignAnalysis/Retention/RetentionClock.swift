import CampaignModel

/// The instants on which retention after a campaign's end depends, in milliseconds.
struct RetentionClock: Sendable {
  /// End of the campaign.
  let end: Int64
  /// Up to when the data are complete.
  let observedUntil: Int64
  /// Silence that ends a contact's activity.
  let gap: Int64

  static let day = Instant.millisecondsPerDay

  init(_ scope: Scope, in dataset: Dataset) {
    end = scope.end.milliseconds
    observedUntil = dataset.observedUntil?.milliseconds ?? scope.end.milliseconds
    gap = Int64(dataset.settings.activityGapDays) * RetentionClock.day
  }

  /// Whether anything after the end can be known.
  var isOver: Bool { observedUntil > end }

  /// Whether it can be known who fell silent.
  var isGapObserved: Bool { isOver && observedUntil >= end + gap }

  /// Whole days from the end to the end of observation, at least 0.
  var observedDays: Int { max(0, Int((observedUntil - end) / RetentionClock.day)) }

  /// The whole day up to which a contact that did not lapse was seen; known only when the gap is observed.
  var censoringDay: Int { Int((observedUntil - gap - end) / RetentionClock.day) }

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
    activity.last + gap <= observedUntil ? Int((activity.last - end) / RetentionClock.day) : nil
  }
}
