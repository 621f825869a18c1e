import Parallelism

/// The blocks of a stream, such as a pipe or a compressed file: read by one thread at a time, parsed by any.
package final class StreamBlocks: BlockFeeder, @unchecked Sendable {
  // Everything that changes is only used while `lock` is held.
  private let lock = Guarded(())
  private let source: any ByteSource
  private let separator: UInt8
  private let tuning: BlockTuning
  /// Read, but not part of a block yet; starts where a row does.
  private var carried: [UInt8]
  private var nextBlock = 0
  private var isWhole = false
  private var isBroken = false

  /// - Parameter prefix: bytes that come before those of the source; start where a row does.
  package init(_ source: any ByteSource, prefix: [UInt8], separator: UInt8, tuning: BlockTuning) {
    self.source = source
    self.separator = separator
    self.tuning = tuning
    carried = prefix
  }

  package func next(into buffer: BlockBuffer) throws(ReadingError) -> Block? {
    try lock.withLock { _ throws(ReadingError) in try read(into: buffer) }
  }

  private func read(into buffer: BlockBuffer) throws(ReadingError) -> Block? {
    if isBroken || (isWhole && carried.isEmpty) { return nil }
    let wanted = carried.count + tuning.blockSize
    if buffer.capacity < wanted { buffer.grow(to: wanted, keeping: 0..<0, movedBy: 0) }
    buffer.write(carried, at: 0)
    var end = carried.count
    while !isWhole, end < wanted {
      let count = try unsafe source.read(into: buffer.writable(end..<wanted))
      isWhole = count == 0
      end += count
    }
    var survey = BlockSurvey()
    survey.add(buffer.view, 0..<end)
    var borders = RowBorders.find(
      buffer.view, 0..<end, separator: separator, isWhole: isWhole, hasQuotes: survey.hasQuotes)
    if borders.cut == 0, end > tuning.maximumRowLength { borders.isBroken = true }
    isBroken = borders.isBroken
    carried = buffer.view.bytes(borders.cut..<end)
    buffer.setSentinel(Ascii.newline, at: end)
    defer { nextBlock += 1 }
    return Block(index: nextBlock, rows: 0..<borders.cut, survey: survey)
  }

  package func remainder(separator: UInt8, line: Int) throws(ReadingError) -> RecordReader? {
    remainder(separator: separator, line: line, keeping: Record.maximumKept)
  }

  /// As ``remainder(separator:line:)``, of which so many fields of a record are kept.
  package func remainder(separator: UInt8, line: Int, keeping kept: Int) -> RecordReader? {
    lock.withLock { _ in
      isBroken ? RecordReader(source, prefix: carried, separator: separator, line: line, keeping: kept) : nil
    }
  }
}
