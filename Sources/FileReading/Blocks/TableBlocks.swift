import Parallelism

/// Has the blocks of a table parsed by several threads, each with a parser of its own.
package struct TableBlocks {
  package let feeder: any BlockFeeder
  package let tuning: BlockTuning
  package let threads: Int

  package init(feeder: any BlockFeeder, tuning: BlockTuning, threads: Int) {
    self.feeder = feeder
    self.tuning = tuning
    self.threads = threads
  }

  /// Room for the part of a row that the block before did not end.
  private var headroom: Int { min(64 << 10, tuning.blockSize) }

  /// Returns the parsers of all threads when all blocks are parsed.
  package func parse<Parser: Sendable>(
    makeParser: @Sendable () -> Parser,
    _ parse: @Sendable (inout Parser, Block, BlockView) throws(ReadingError) -> Void
  ) throws(ReadingError) -> [Parser] {
    let finished = Guarded<(parsers: [Parser], error: ReadingError?)>(([], nil))
    parallelFor(threads, threads: threads) { _ in
      var parser = makeParser()
      var failure: ReadingError?
      let buffer = BlockBuffer(capacity: tuning.blockSize + headroom)
      do throws(ReadingError) {
        while let block = try feeder.next(into: buffer) { try parse(&parser, block, buffer.view) }
      } catch {
        failure = error
      }
      let (parsed, found) = (parser, failure)
      finished.withLock { result in
        result.parsers.append(parsed)
        if let found { result.error = result.error ?? found }
      }
    }
    let (parsers, error) = finished.withLock { $0 }
    if let error { throw error }
    return parsers
  }
}
