import Synchronization

/// Hands out the numbers 0, 1, 2, … to competing threads, each once.
final class WorkCounter: Sendable {
  private let next = Atomic<Int>(0)

  /// Returns the next number, or nil when all below `limit` were handed out.
  func take(below limit: Int) -> Int? {
    let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return item < limit ? item : nil
  }
}
