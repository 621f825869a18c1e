/// Runs `body` once for each of the consecutive ranges of `size` numbers that make up `0..<count`.
///
/// The ranges depend on `count` and `size` only, never on `threads`: partial results kept by chunk number
/// and added up in that order are the same at any thread count.
///
/// - Parameters:
///   - count: length of the whole range, 0 or more.
///   - size: length of each chunk but perhaps the last, at least 1.
///   - threads: upper bound on threads, at least 1.
///   - body: takes the chunk's number and its range; called from several threads at once.
@inlinable
public func parallelChunks(
  _ count: Int, size: Int, threads: Int, _ body: @Sendable (_ chunk: Int, _ range: Range<Int>) -> Void
) {
  precondition(size >= 1, "A chunk holds at least one item.")
  parallelFor((count + size - 1) / size, threads: threads) { chunk in
    let start = chunk * size
    body(chunk, start..<min(start + size, count))
  }
}

/// Returns the sum over `0..<count` of what `partial` returns for each chunk, added in the chunks' order.
///
/// The same bits come out at any thread count, because the chunks and their order are fixed.
@inlinable
public func parallelSum(
  _ count: Int, size: Int, threads: Int, _ partial: @Sendable (Range<Int>) -> Double
) -> Double {
  let chunks = (count + size - 1) / size
  let partials = [Double](slots: chunks) { slots in
    parallelChunks(count, size: size, threads: threads) { chunk, range in slots[chunk] = partial(range) }
  }
  return partials.reduce(0, +)
}
