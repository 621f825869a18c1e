import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

/// The table of limits in the guide says what the code holds to.
struct ReadingLimitsTests {
  @Test func `the guide's limits are the code's`() throws {
    let page = try Repository.text("Sources/Reefknot/Reefknot.docc/Dataset.md")
    let table = try #require(page.components(separatedBy: "## Limits\n").last)
    let rows = table.split(separator: "\n").map { $0.split(separator: "|").map { $0.trimmed } }.filter { $0.count == 2 }
    #expect(
      rows == [
        ["what", "at most"], ["---", "---"], ["bytes of a field", grouped(ReadingLimits.fieldLength)],
        ["bytes of a row", grouped(ReadingLimits.rowLength)], ["columns of a table", grouped(ReadingLimits.columns)],
        ["bytes of an id", grouped(ReadingLimits.idLength)], ["partners", grouped(ReadingLimits.partners)],
        ["channels", grouped(Touch.maximumChannels)], ["campaigns", grouped(ReadingLimits.campaigns)],
        ["kinds", grouped(KindTable.maximumCount)], ["years of a campaign", grouped(ReadingLimits.campaignYears)],
        ["bytes that a compressed file becomes", grouped(ReadingLimits.inflatedSize)],
        ["bytes of reefknot.yaml", grouped(ReadingLimits.settingsLength)],
        ["brackets in reefknot.yaml", grouped(ReadingLimits.settingsNesting)],
        ["bytes of a logo", grouped(ReadingLimits.logoSize)],
        ["problems of a file that are told in full", grouped(ReadingLimits.shownProblems)],
      ])
  }

  /// A number with commas between thousands.
  private func grouped(_ number: Int) -> String {
    number < 1000 ? "\(number)" : grouped(number / 1000) + "," + String("\(1000 + number % 1000)".dropFirst())
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
