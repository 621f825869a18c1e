import Dispatch
import Parallelism

/// Takes batches of rows on a thread of its own, one after the other.
final class Settling: Sendable {
  private let collected: Guarded<Collected>
  private let source: Int
  private let queue = DispatchQueue(label: "settling")
  /// Holds the reader back when it is ahead by so many batches.
  private let room: DispatchSemaphore

  /// - Parameter ahead: so many batches may wait.
  init(_ collected: Collected, source: Int, ahead: Int) {
    room = DispatchSemaphore(value: ahead)
    self.collected = Guarded(collected)
    self.source = source
  }

  /// Takes a batch, after those before.
  func take(_ batch: RowBatch) {
    room.wait()
    queue.async { [self] in
      collected.withLock { $0.take(batch, source: source) }
      room.signal()
    }
  }

  /// Everything that the batches gave, when the last is taken.
  func finish() -> Collected {
    queue.sync {}
    return collected.withLock { held in
      defer { held = Collected() }
      return held
    }
  }
}
