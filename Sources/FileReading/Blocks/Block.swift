/// Whole rows of a table's file, ready to be parsed by any thread.
package struct Block {
  /// Position of the block in the file, from 0.
  package var index: Int
  /// Where its rows lie in the buffer; a newline stands behind the last one, in the buffer if not in the file.
  package var rows: Range<Int>
  /// Which of its bytes need more than the fast loop.
  package var survey: BlockSurvey

  package init(index: Int, rows: Range<Int>, survey: BlockSurvey) {
    self.index = index
    self.rows = rows
    self.survey = survey
  }
}

/// Hands out the blocks of a table, each once, to competing threads.
package protocol BlockFeeder: AnyObject, Sendable {
  /// Fills the buffer with the next block. Returns nil behind the last one.
  func next(into buffer: BlockBuffer) throws(ReadingError) -> Block?

  /// What only the exact reader can tell apart into rows: everything from the first broken quote on. Nil when there
  /// is none. To be asked when all blocks are parsed.
  func remainder(separator: UInt8, line: Int) throws(ReadingError) -> RecordReader?
}

/// How tables are cut into pieces. The results do not depend on it; tests set it small.
package struct BlockTuning: Sendable {
  /// Bytes of a block. One that fits into a core's second-level cache is read and parsed without going to memory twice.
  package var blockSize: Int
  /// Rows longer than this are left to the exact reader.
  package var maximumRowLength: Int
  /// Number of parts that contacts are divided into, a power of two; nil to choose by the file's size.
  package var partitions: Int?

  package init(blockSize: Int = 512 << 10, maximumRowLength: Int = 4 << 20, partitions: Int? = nil) {
    self.blockSize = blockSize
    self.maximumRowLength = maximumRowLength
    self.partitions = partitions
  }
}
