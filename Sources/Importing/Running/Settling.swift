import Dispatch
import Parallelism

/// Takes batches of rows one after the other.
final class Settling: Sendable {
  private let collected: Guarded<Collected>
  private let source: Int
  /// Batches that nobody has taken yet, in order.
  private let held = Guarded<[RowBatch]>([])
  /// A thread besides the one that reads; nil where the calling thread does all work.
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

  /// Takes a batch, after those before, on another thread where there is one.
  func take(_ batch: RowBatch) {
    takeHeld()
    guard let queue else { return collected.withLock { $0.take(batch, source: source) } }
    room.wait()
    queue.async { [self] in
      collected.withLock { $0.take(batch, source: source) }
      room.signal()
    }
  }

  /// Keeps a batch until ``takeHeld()``, which any thread may do while others evaluate rows: a thread more than there are
  /// processors would keep one of these from its work.
  func hold(_ batch: RowBatch) { held.withLock { $0.append(batch) } }

  /// Takes the batches that are held, after those before.
  func takeHeld() {
    let batches = held.withLock { held in
      defer { held = [] }
      return held
    }
    guard !batches.isEmpty else { return }
    queue?.sync {}
    for batch in batches { collected.withLock { $0.take(batch, source: source) } }
  }

  /// Everything that the batches gave, when the last is taken.
  func finish() -> Collected {
    takeHeld()
    queue?.sync {}
    return collected.withLock { held in
      defer { held = Collected() }
      return held
    }
  }
}
