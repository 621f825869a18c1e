import Dispatch

/// Shares out work items over up to `threads` workers that each keep a state of their own, and returns the states.
///
/// Which worker runs which item is not defined, and neither is the order of the states returned: what is made of
/// them must not depend on either. Counts may simply be added; floating-point sums have to be kept per item.
///
/// - Parameters:
///   - count: number of work items, 0 or more.
///   - threads: upper bound on workers, at least 1.
///   - initial: makes a worker's state.
///   - body: runs one item; called at most once per item.
/// - Returns: one state per worker that ran, at least one.
public func parallelFold<State: Sendable>(
  _ count: Int, threads: Int, initial: @Sendable () -> State, _ body: @Sendable (inout State, Int) -> Void
) -> [State] {
  precondition(count >= 0, "The number of work items must not be negative.")
  precondition(threads >= 1, "At least one thread is needed.")
  if threads == 1 || count <= 1 || !ThreadSupply.has(min(threads, count)) {
    var state = initial()
    for item in 0..<count { body(&state, item) }
    return [state]
  }
  let next = WorkCounter()
  let states = Guarded<[State]>([])
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    var state = initial()
    while let item = next.take(below: count) { body(&state, item) }
    states.withLock { $0.append(state) }
  }
  return states.withLock { $0 }
}
