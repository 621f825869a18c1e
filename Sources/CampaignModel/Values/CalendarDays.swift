/// Days of the calendar since an instant, in a zone whose clocks change: each begins when clocks show the same time of day
/// as at that instant (<doc:Metrics#Blocks-of-time>).
@usableFromInline package struct CalendarDays: Sendable {
  /// From a day on, days begin so much earlier than 24 hours each would have it.
  package struct Shift: Sendable {
    package var day: Int
    /// The instant at which that day begins, and how much earlier, in milliseconds.
    package var start: Int64
    package var milliseconds: Int64

    package init(day: Int, start: Int64, milliseconds: Int64) {
      self.day = day
      self.start = start
      self.milliseconds = milliseconds
    }
  }

  private let start: Int64
  private let shifts: [Shift]

  /// - Parameters:
  ///   - start: the instant at which day 0 begins, in milliseconds.
  ///   - shifts: in order of their days, which are at least 1.
  package init(from start: Int64, shifts: [Shift]) {
    self.start = start
    self.shifts = [Shift(day: 0, start: start, milliseconds: 0)] + shifts
  }

  /// The instant at which a day begins, at least day 0, in milliseconds; after the last shift days have 24 hours.
  package func start(of day: Int) -> Int64 {
    let shift = shifts.last { $0.day <= day }?.milliseconds ?? 0
    return start + Int64(day) * Instant.millisecondsPerDay - shift
  }

  /// The day of an instant that is not before the start. O(shifts).
  package func day(of milliseconds: Int64) -> Int {
    var next = 1
    while next < shifts.count, shifts[next].start <= milliseconds { next += 1 }
    let day = Int((milliseconds - start + shifts[next - 1].milliseconds) / Instant.millisecondsPerDay)
    // The day before a shift may last longer than 24 hours.
    return next < shifts.count ? min(day, shifts[next].day - 1) : day
  }
}
