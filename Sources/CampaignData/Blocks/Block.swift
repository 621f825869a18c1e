/// Whole rows of a table's file, ready to be parsed by any thread.
struct Block {
  /// Position of the block in the file, from 0.
  var index: Int
  /// Where its rows lie in the buffer; a newline stands behind the last one, in the buffer if not in the file.
  var rows: Range<Int>
  /// Which of its bytes need more than the fast loop.
  var survey: BlockSurvey
}

/// Hands out the blocks of a table, each once, to competing threads.
protocol BlockFeeder: AnyObject, Sendable {
  /// Fills the buffer with the next block. Returns nil behind the last one.
  func next(into buffer: BlockBuffer) throws(ReadingError) -> Block?

  /// What only the exact reader can tell apart into rows: everything from the first broken quote on. Nil when there
  /// is none. To be asked when all blocks are parsed.
  func remainder(separator: UInt8, line: Int) throws(ReadingError) -> RecordReader?
}

/// How tables are cut into pieces. The results do not depend on it; tests set it small.
struct BlockTuning: Sendable {
  /// Bytes of a block. One that fits into a core's second-level cache is read and parsed without going to memory twice.
  var blockSize = 512 << 10
  /// Rows longer than this are left to the exact reader.
  var maximumRowLength = 4 << 20
  /// Number of parts that contacts are divided into, a power of two; nil to choose by the file's size.
  var partitions: Int?
}
