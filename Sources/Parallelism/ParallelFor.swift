import Dispatch

/// Runs `body(0)` … `body(count - 1)` on up to `threads` threads and returns when all are done.
///
/// Work items are handed out one by one, so uneven items balance themselves; which thread runs which
/// item is not defined, and a result must not depend on it. To add up floating-point numbers, let each
/// item write its own partial result and add these in the order of the items.
///
/// - Parameters:
///   - count: number of work items, 0 or more.
///   - threads: upper bound on threads, at least 1; 1 runs the items in order on the calling thread,
///     as does a system that gives no threads.
///   - body: the work; called at most once per item, from several threads at once.
public func parallelFor(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
  precondition(count >= 0, "The number of work items must not be negative.")
  precondition(threads >= 1, "At least one thread is needed.")
  if threads == 1 || count <= 1 || !ThreadSupply.has(min(threads, count)) {
    for item in 0..<count { body(item) }
    return
  }
  let next = WorkCounter()
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while let item = next.take(below: count) { body(item) }
  }
}
