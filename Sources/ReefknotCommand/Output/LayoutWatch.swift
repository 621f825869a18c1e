import Foundation
import Glibc
import Synchronization

/// Watches over a layout, which Graphviz runs in one piece: says when it takes long, and ends the run when it takes too long.
///
/// A layout cannot be told to stop, so the run ends with it: parts of outputs are removed first, and the process that lays
/// out a foreign graph ends too.
final class LayoutWatch: Sendable {
  /// Seconds after which a layout is told of.
  static let patience = 10.0

  private let start = ContinuousClock.now
  private let limit: Double
  private let isQuiet: Bool
  private let isDone = Mutex(false)

  /// Runs `layout` under the watch.
  ///
  /// - Parameter limit: in seconds.
  static func during<Result>(limit: Double, isQuiet: Bool, _ layout: () throws -> Result) rethrows -> Result {
    let watch = LayoutWatch(limit: limit, isQuiet: isQuiet)
    let thread = Thread { watch.look() }
    thread.stackSize = 256 << 10
    thread.start()
    defer { watch.end() }
    return try layout()
  }

  private init(limit: Double, isQuiet: Bool) {
    self.limit = limit
    self.isQuiet = isQuiet
  }

  private var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
  private var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private func look() {
    var told: Int?
    while true {
      Thread.sleep(forTimeInterval: min(0.2, max(0.01, limit - seconds)))
      isDone.withLock { isDone in
        if isDone {
          if told != nil, isTerminal { StandardError.write("\r\u{1B}[K") }
          return
        }
        if seconds >= limit { giveUp(hasTold: told != nil) }
        let elapsed = Int(seconds)
        guard !isQuiet, seconds >= LayoutWatch.patience, told == nil || isTerminal && told != elapsed else { return }
        told = elapsed
        let words = "laying out since \(elapsed) s of at most \(Int(limit)) (--time-limit); Ctrl-C stops"
        StandardError.write(isTerminal ? "\r\(words)" : "\(words)\n")
      }
      if isDone.withLock({ $0 }) { return }
    }
  }

  private func giveUp(hasTold: Bool) -> Never {
    ChildProcess.stop()
    OpenOutputs.removeParts()
    StandardError.write(
      (hasTold && isTerminal ? "\n" : "")
        + "error: the layout is not done after \(Int(limit.rounded(.up))) s: draw fewer nodes (--top), choose another "
        + "--layout such as sfdp, or allow more time (--time-limit)\n")
    // Not exit: other threads are still at work.
    _exit(CommandFailure.Status.usage.rawValue)
  }

  private func end() { isDone.withLock { $0 = true } }
}
