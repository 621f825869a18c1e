import CampaignData
import FileReading
import Glibc
import Synchronization

/// A bar on standard error that shows how far reading has come, once it takes longer than half a second.
final class ProgressBar: Sendable {
  private let start = ContinuousClock.now
  private let isDrawn = Mutex(false)

  private static let patience = Duration.milliseconds(500)
  private static let length = 30

  /// Whether there is anybody to look at it.
  static var isWanted: Bool { isatty(STDERR_FILENO) == 1 }

  /// Draws the bar anew.
  func show(_ progress: ReadingProgress) {
    guard progress.bytesInAll > 0 else { return }
    draw("reading", min(1, Double(progress.bytesRead) / Double(progress.bytesInAll)))
  }

  /// Draws the bar anew, of a log that is measured part by part.
  ///
  /// - Parameter part: from 0.
  func show(measuring part: Int, of count: Int) {
    draw("measuring part \(part + 1) of \(count)", Double(part) / Double(count))
  }

  private func draw(_ what: String, _ share: Double) {
    guard ContinuousClock.now - start >= ProgressBar.patience else { return }
    let done = Int(share * Double(ProgressBar.length))
    let bar = String(repeating: "█", count: done) + String(repeating: "░", count: ProgressBar.length - done)
    isDrawn.withLock { isDrawn in
      isDrawn = true
      StandardError.write("\r\(what) \(bar) \(Int(share * 100)) %")
    }
  }

  /// Wipes the bar away.
  func end() {
    isDrawn.withLock { isDrawn in
      if isDrawn { StandardError.write("\r\u{1B}[K") }
      isDrawn = false
    }
  }
}
