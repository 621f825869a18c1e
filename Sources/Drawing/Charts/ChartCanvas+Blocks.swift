import CampaignFigures
import Presentation

extension ChartCanvas {
  /// Marks, behind what is drawn next, the block of time that was observed in part and those that had not begun.
  ///
  /// - Parameters:
  ///   - running: where the block in part stands; nil where there is none.
  ///   - end: where the blocks end that had begun, from which nothing is known up to the right edge.
  mutating func markBlocks(
    running: Range<Double>?, begunUntil end: Double, right: Double, top: Double, bottom: Double,
    _ localizer: Localizer
  ) {
    if let running { rectangle(running.lowerBound, top, running.upperBound - running.lowerBound, bottom - top, "part") }
    guard end < right else { return }
    let words = localizer(.incomplete)
    rectangle(end, top, right - end, bottom - top, "track", title: words)
    guard TextWidth.of(words, points: ChartStyle.points) + 8 <= right - end else { return }
    label((end + right) / 2, (top + bottom) / 2, words, "soft", anchor: .middle)
  }
}

extension Localizer {
  /// A chart's caption, with what marks blocks that were observed in part.
  func caption(_ caption: LocalizedText, isRunning: Bool) -> String {
    isRunning ? "\(self(caption)) \(self(.blocksInPart))" : self(caption)
  }
}
