import CampaignModel
import LogScanning
import TimeZones

extension TimeBlocks {
  /// Blocks as the dataset's settings have them: of the calendar, or of 24 hours a day.
  init(ofDays daysPerBlock: Int, in scope: Scope, of dataset: Dataset) {
    self.init(
      ofDays: daysPerBlock, in: scope, CalendarDays(from: scope.start, until: scope.end, dataset.settings),
      observedUntil: dataset.observedUntil)
  }
}
