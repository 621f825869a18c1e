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
    guard ContinuousClock.now - start >= ProgressBar.patience, progress.bytesInAll > 0 else { return }
    let share = min(1, Double(progress.bytesRead) / Double(progress.bytesInAll))
    let done = Int(share * Double(ProgressBar.length))
    let bar = String(repeating: "█", count: done) + String(repeating: "░", count: ProgressBar.length - done)
    isDrawn.withLock { isDrawn in
      isDrawn = true
      StandardError.write("\rreading \(bar) \(Int(share * 100)) %")
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
