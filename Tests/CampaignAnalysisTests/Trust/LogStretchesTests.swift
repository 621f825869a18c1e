import CampaignModel
import Testing

@testable import CampaignAnalysis
@testable import LogScanning

/// Times before 1970 and after 2169 lie in other blocks than the usual ones, and count as these do.
struct LogStretchesTests {
  private struct Coded: CodedCounts {
    var stretches = LogStretches()

    mutating func code(_ coder: inout TallyCoder) throws(TallyFault) { try stretches.code(&coder) }
  }

  private static func year(_ years: Int) -> Int64 { Int64(years) * 365 * Instant.millisecondsPerDay }

  private static func stretches(_ times: [Int64]) -> LogStretches {
    var stretches = LogStretches()
    for time in times { stretches.add(time) }
    return stretches
  }

  @Test(arguments: [-300, -1, 0, 54, 199, 200, 5_000])
  func `a main part in any year is found, and what lies far from it`(main: Int) throws {
    let times = [0, 10, 20].map { Self.year(main) + Int64($0) }
    let (early, late) = ([Self.year(main - 400), Self.year(main - 9)], [Self.year(main + 9)])
    var parts = Self.stretches(times + late)
    parts.merge(Self.stretches(early))
    let read = try TallyCoder.read(TallyCoder.columns(of: Coded(stretches: parts)), into: Coded())
    for stretches in [Self.stretches(early + times + late), parts, read.stretches] {
      let outside = stretches.outsideOfMain
      #expect(outside.early == 2 && outside.late == 1 && outside.main == times[0]...times[2])
      #expect(stretches.count(after: times[2]) == 1 && stretches.count(before: times[0]) == 2)
    }
  }
}
