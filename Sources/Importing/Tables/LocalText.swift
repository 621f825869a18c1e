import CampaignModel
import FileReading
import TimeZones

/// Instants as a clock shows them.
enum LocalText {
  /// Such as `2025-03-02 00:30`, to the minute.
  static func of(_ milliseconds: Int64, _ clock: LocalClock) -> String {
    guard let wall = WallClock(timeZone: clock.name) else { return InstantText.of(milliseconds) }
    let text = InstantText.of(milliseconds + Int64(wall.offset(at: Int(milliseconds))))
    return String(text.prefix(16)).replacing("T", with: " ")
  }
}
