import Parallelism
import Synchronization

/// Counts the bytes read and reports them, from whatever thread reads, at most every 50 milliseconds.
final class ProgressMeter: Sendable {
  private let report: @Sendable (ReadingProgress) -> Void
  private let bytesInAll: Int
  private let bytesRead = Atomic<Int>(0)
  private let lastReport: Guarded<ContinuousClock.Instant>

  private static let interval = Duration.milliseconds(50)

  init(bytesInAll: Int, report: @escaping @Sendable (ReadingProgress) -> Void) {
    self.bytesInAll = bytesInAll
    self.report = report
    lastReport = Guarded(.now)
  }

  /// Adds bytes just read.
  func advance(by bytes: Int) {
    let read = bytesRead.wrappingAdd(bytes, ordering: .relaxed).newValue
    // A thread that finds another one reporting goes on with its work.
    _ = lastReport.withLockIfAvailable { last in
      let now = ContinuousClock.now
      guard now - last >= ProgressMeter.interval else { return }
      last = now
      report(ReadingProgress(bytesRead: read, bytesInAll: bytesInAll))
    }
  }
}
