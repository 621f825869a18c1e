/// A point in time, held as milliseconds since 1970-01-01T00:00:00Z (<doc:Dataset#Values>).
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; years 0001 to 9999 fit.
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  /// The instant `days` blocks of 24 hours later.
  public func adding(days: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(days) * Instant.millisecondsPerDay)
  }

  /// Milliseconds in a block of 24 hours.
  public static let millisecondsPerDay: Int64 = 86_400_000
}
