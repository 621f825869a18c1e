import Parallelism
import Synchronization

/// Counts the bytes read and reports them, from whatever thread reads, at most every 50 milliseconds.
package final class ProgressMeter: Sendable {
  private let report: @Sendable (ReadingProgress) -> Void
  private let bytesInAll: Int
  private let bytesRead = Atomic<Int>(0)
  private let lastReport: Guarded<ContinuousClock.Instant>

  private static let interval = Duration.milliseconds(50)

  package init(bytesInAll: Int, report: @escaping @Sendable (ReadingProgress) -> Void) {
    self.bytesInAll = bytesInAll
    self.report = report
    lastReport = Guarded(.now)
  }

  /// Adds bytes just read.
  package func advance(by bytes: Int) {
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

/// How far reading has come.
public struct ReadingProgress: Hashable, Sendable {
  /// Bytes of the files read so far.
  public var bytesRead: Int
  /// Bytes of all files of the dataset, as far as known beforehand (a pipe's are not).
  public var bytesInAll: Int

  public init(bytesRead: Int, bytesInAll: Int) {
    self.bytesRead = bytesRead
    self.bytesInAll = bytesInAll
  }
}
