import Dispatch
import Parallelism

/// Takes batches of rows one after the other, on a thread of its own where there is one.
final class Settling: Sendable {
  private let collected: Guarded<Collected>
  private let source: Int
  /// Nil where the calling thread does all work.
  private let queue: DispatchQueue?
  /// Holds the reader back when it is ahead by so many batches.
  private let room: DispatchSemaphore

  /// - Parameters:
  ///   - ahead: so many batches may wait.
  ///   - threads: upper bound on the threads.
  init(_ collected: Collected, source: Int, ahead: Int, threads: Int) {
    queue = threads > 1 && ThreadSupply.has(2) ? DispatchQueue(label: "settling") : nil
    room = DispatchSemaphore(value: ahead)
    self.collected = Guarded(collected)
    self.source = source
  }

  /// Takes a batch, after those before.
  func take(_ batch: RowBatch) {
    guard let queue else { return collected.withLock { $0.take(batch, source: source) } }
    room.wait()
    queue.async { [self] in
      collected.withLock { $0.take(batch, source: source) }
      room.signal()
    }
  }

  /// Everything that the batches gave, when the last is taken.
  func finish() -> Collected {
    queue?.sync {}
    return collected.withLock { held in
      defer { held = Collected() }
      return held
    }
  }
}
