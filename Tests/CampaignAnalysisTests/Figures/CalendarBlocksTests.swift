import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Days and weeks of the calendar, in a campaign in Berlin over the night in which clocks go forward: 30 March 2025,
/// day 88 from 0. Local midnights are at 23:00 UTC before it, at 22:00 after.
struct CalendarBlocksTests {
  private static let winter = -1.0 / 24
  private static let summer = -2.0 / 24

  private static func builder(_ blocks: Settings.Blocks, _ start: Double, _ end: Double) -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.settings.timeZone = "Europe/Berlin"
    builder.settings.blocks = blocks
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: start, to: end)
    builder.content("recipe", brands: ["bakery"], campaign: "spring")
    return builder
  }

  private static func figures(_ builder: DatasetBuilder) -> ScopeFigures {
    let data = builder.build()
    return measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)],
      options: AnalysisOptions(retention: RetentionOptions(cohort: .reached, days: [1, 2])))[0]
  }

  /// A touch at 00:30 in summer time on 31 March is at 22:30 UTC: of the day before in blocks of 24 hours.
  @Test(arguments: [(Settings.Blocks.calendar, [1, 1, 2, 2]), (.hours, [1, 2, 2, 2])])
  func `the curve of reach has days of the calendar`(blocks: Settings.Blocks, expected: [Int]) throws {
    var builder = Self.builder(blocks, 87 + Self.winter, 91 + Self.summer)
    builder.touch(87.5, "ada", "letter", "click", content: "recipe")
    builder.touch(89 + Self.summer + 0.5 / 24, "bo", "letter", "click", content: "recipe")
    builder.touch(95, "ada", "letter", "view")
    let curve = try #require(Self.figures(builder).reach).reachCurve
    #expect(curve.map(\.reach) == expected)
  }

  @Test func `weeks begin at midnight`() throws {
    var builder = Self.builder(.calendar, 84 + Self.winter, 98 + Self.summer)
    builder.touch(84, "ada", "letter", "click", content: "recipe")
    builder.touch(91 + Self.summer - 0.01, "bo", "letter", "click", content: "recipe")
    builder.touch(91 + Self.summer, "cy", "letter", "click", content: "recipe")
    builder.touch(99, "ada", "letter", "view")
    let weeks = try #require(Self.figures(builder).touchpoints).byWeek
    #expect(weeks.map(\.newContacts) == [2, 1])
    #expect(weeks.map(\.start) == [.day(84 + Self.winter), .day(91 + Self.summer)])
    builder.settings.blocks = .hours
    let plain = try #require(Self.figures(builder).touchpoints).byWeek
    #expect(plain.map(\.newContacts) == [3, 0])
  }

  /// The campaign ends with 29 March; one day later is 30 March, which ends after 23 hours.
  @Test(arguments: [(Settings.Blocks.calendar, 0, 1), (.hours, 1, 0)])
  func `days after the end are of the calendar`(blocks: Settings.Blocks, first: Int, second: Int) throws {
    var builder = Self.builder(blocks, 80 + Self.winter, 88 + Self.winter)
    builder.settings.activityGapDays = 1
    builder.touch(81, "ada", "letter", "click", content: "recipe")
    builder.touch(89 + Self.summer + 0.5 / 24, "ada", "letter", "click")
    builder.touch(99, "bo", "letter", "view")
    let retention = try #require(Self.figures(builder).retention)
    #expect(retention.days.map { $0.bracket?.count } == [first, second])
    #expect(retention.days[0].nthDay?.count == second)
    #expect(retention.observedDays == 11)
  }
}
