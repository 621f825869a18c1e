package import CampaignModel

extension CalendarDays {
  /// The days from an instant on as a dataset's settings have them.
  ///
  /// A time of day that clocks skip or show twice takes the offset in force before the change. O(days).
  ///
  /// - Parameter end: what is asked of later instants than this, or of days that begin after it, may be wrong by a change of
  ///   the clocks, but lies after it.
  /// - Returns: nil where days are blocks of 24 hours.
  package init?(from start: Instant, until end: Instant, _ settings: Settings) {
    guard settings.blocks == .calendar, let clock = WallClock(timeZone: settings.timeZone), clock.name != "UTC" else {
      return nil
    }
    let local = Int(start.milliseconds) + clock.offset(at: Int(start.milliseconds))
    var shifts: [Shift] = []
    var day = 1
    var begin = start.milliseconds
    while begin <= end.milliseconds {
      begin = Int64(clock.instant(ofLocal: local + day * Int(Instant.millisecondsPerDay)))
      let shift = start.milliseconds + Int64(day) * Instant.millisecondsPerDay - begin
      if shift != shifts.last?.milliseconds ?? 0 { shifts.append(Shift(day: day, start: begin, milliseconds: shift)) }
      day += 1
    }
    self.init(from: start.milliseconds, shifts: shifts)
  }
}
