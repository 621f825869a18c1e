public import CampaignModel

extension Instant {
  /// So many days of 24 hours, or parts of them, after 2025-01-01T00:00:00Z.
  public static func day(_ days: Double) -> Instant {
    Instant(milliseconds: 1_735_689_600_000 + Int64((days * Double(Instant.millisecondsPerDay)).rounded()))
  }

  /// The instant so many milliseconds later.
  public func adding(milliseconds: Int64) -> Instant { Instant(milliseconds: self.milliseconds + milliseconds) }
}
