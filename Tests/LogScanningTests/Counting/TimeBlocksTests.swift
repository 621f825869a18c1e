import CampaignModel
import TestSupport
import Testing

@testable import LogScanning

struct TimeBlocksTests {
  /// Weeks of a window of 17 days, observed to the end of day 10: the second is running, the third has not begun.
  @Test func `a block is complete when it was observed to its end, and unknown before it begins`() {
    func blocks(_ observedUntil: Instant?) -> TimeBlocks {
      let scope = Scope(window: .day(0), .day(17))
      return TimeBlocks(ofDays: 7, in: scope, nil, observedUntil: observedUntil)
    }
    func states(_ blocks: TimeBlocks) -> [[Bool]] { (0..<3).map { [blocks.hasBegun($0), blocks.isComplete($0)] } }
    #expect(blocks(.day(10)).count == 3)
    #expect(states(blocks(.day(10))) == [[true, true], [true, false], [false, false]])
    // A week that begins with the end of observation has not begun; the last one ends with the window.
    #expect(states(blocks(.day(14))) == [[true, true], [true, true], [false, false]])
    #expect(states(blocks(.day(17))) == [[true, true], [true, true], [true, true]])
    #expect(blocks(Instant.day(17).adding(milliseconds: -1)).isComplete(2) == false)
    #expect(blocks(nil).begunCount == 0)
  }
}

extension Scope {
  fileprivate init(window start: Instant, _ end: Instant) {
    var builder = DatasetBuilder()
    builder.channel("h", owner: "p")
    builder.touch(0, "c", "h", "view")
    self.init(windowOf: builder.build(), filter: Filter(from: start, until: end))
  }
}
