import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct ActivityRhythmTests {
  /// Contacts that interact every so many days, some of them several times a day.
  private func builder(every days: [Double]) -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill")
    builder.campaign("k", from: 40, to: 50)
    for (number, pause) in days.enumerated() {
      for visit in 0..<11 {
        builder.touch(Double(visit) * pause + 0.4, "c\(number)", "letter", "click")
        builder.touch(Double(visit) * pause + 0.5, "c\(number)", "letter", "click")
        builder.touch(Double(visit) * pause + 1.5, "c\(number)", "letter", "open")
      }
    }
    return builder
  }

  /// Forty pauses: ten each of 5, 7, 9 and 100 days; 36 of them, nine in ten, are needed: those up to 100.
  @Test func `nine in ten pauses between days of interaction last up to the usual one`() throws {
    let rhythm = try #require(ActivityRhythm(of: builder(every: [5, 7, 9, 100]).build()))
    #expect(rhythm.usualPause == 100)
    #expect(rhythm.share(longerThan: 30) == (10, 40))
    #expect(rhythm.fits(30) && rhythm.fits(9) && !rhythm.fits(8))
    let short = try #require(ActivityRhythm(of: builder(every: [5, 5, 5, 5, 5, 5, 5, 5, 5, 7]).build()))
    #expect(short.usualPause == 5)
  }

  @Test func `too few pauses tell nothing`() {
    #expect(ActivityRhythm(of: builder(every: [5, 7]).build()) == nil)
  }

  @Test func `a gap against the rhythm is told with one that fits`() {
    var builder = builder(every: [360, 365, 370, 12])
    let found = findings(in: builder.build()).filter { $0.check == "activity_gap" }
    #expect(found.count == 1)
    #expect(found.first?.text.contains("30 of 40") == true && found.first?.text.contains("370 days") == true)
    builder.settings.activityGapDays = 370
    #expect(!findings(in: builder.build()).contains { $0.check == "activity_gap" })
  }
}
