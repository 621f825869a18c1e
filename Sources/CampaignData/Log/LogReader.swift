import CampaignModel
import FileReading

/// Reads contacts.csv and touchpoints.csv, the large tables: blocks of rows on all threads, then the log partition by
/// partition.
///
/// CSV reading is our own for these two. On ten million rows (517 MB) the job has about a second in all, where the
/// fastest general reader, PyArrow's, takes 1.8 s on the same two cores for reading alone.
struct LogReader {
  let options: ReadingOptions
  let tuning: BlockTuning
  /// Number of parts that contacts are divided into.
  let partitions: Int

  /// Where records go that memory has no room for; nil where it is not limited.
  let spill: Spill?

  /// - Parameter size: bytes of touchpoints.csv; nil where nobody knows.
  init(options: ReadingOptions, tuning: BlockTuning, size: Int?) {
    self.options = options
    self.tuning = tuning
    spill = options.memory.map(Spill.init)
    partitions =
      tuning.partitions ?? LogReader.partitions(forSize: size, within: options.memory, threads: options.threads)
  }

  /// A partition's records should fit into a core's second-level cache, about 2 MB; a record comes from about twice its
  /// bytes.
  ///
  /// Where memory is limited, there are as many as a log may have to be divided into, as long as their pages take less
  /// than half of it.
  private static func partitions(forSize size: Int?, within memory: MemoryLimit?, threads: Int) -> Int {
    var partitions = size == nil ? 64 : 1
    if let size { while partitions < 512, size / partitions > 4 << 20 { partitions *= 2 } }
    guard let memory, size.map({ $0 > memory.records }) ?? true else { return partitions }
    let pages = memory.records / 2 / PageStore.pageSize / threads
    while partitions < 512, partitions < 64 || partitions * 2 <= pages { partitions *= 2 }
    return partitions
  }

  /// What reading contacts.csv gives: the records of each thread, and what their codes are.
  struct ContactRows {
    var streams: [RecordStreams]
    let codes: ContactCodes

    /// Writes out what is in memory.
    mutating func writeOut() throws(ReadingError) {
      for place in streams.indices { try streams[place].writeOut() }
    }
  }

  /// Reads contacts.csv; nil where its header is wrong. That an id is listed twice shows later, when the contacts are
  /// numbered, except in a pipe, which cannot be read twice.
  func readContacts(_ table: OpenTable) throws(ReadingError) -> ContactRows? {
    guard table.reader.isReadable else { return nil }
    guard table.isRepeatable else { return try readContactsExactly(table) }
    let context = ContactContext(table.reader.shape, options)
    let (partitions, spill) = (partitions, spill)
    let blocks = blocks(table)
    var parsers = try blocks.parse {
      ContactParser(context, partitions: partitions, spill: spill)
    } _: { parser, block, view throws(ReadingError) in
      try parser.parse(block, in: view)
    }
    var rest = ContactParser(context, partitions: partitions, spill: spill)
    try finish(table.reader, blocks, parsers.map(\.tally)) { rest.parse($0) }
    try rest.endRest()
    parsers.append(rest)
    return ContactRows(streams: parsers.map(\.streams), codes: ContactCodes(parsers))
  }

  /// Reads contacts.csv row by row, and knows of each id where it was used first.
  func readContactsExactly(_ table: OpenTable) throws(ReadingError) -> ContactRows? {
    guard table.reader.isReadable else { return nil }
    var parser = ContactParser(ContactContext(table.reader.shape, options), partitions: partitions, spill: spill)
    var ids = Interner()
    var lines: [Int] = []
    try table.reader.forEachRow { row in
      let id = row.bytes(row.column("id"))
      if let known = ids.find(id) {
        row.fail(row.column("id"), value: id, "is already used as an id", detail: "in line \(lines[known])")
      }
      parser.parse(row)
      if row.isGood {
        _ = ids.intern(id)
        lines.append(row.line)
      }
    }
    try parser.endRest()
    return ContactRows(streams: [parser.streams], codes: ContactCodes([parser]))
  }

  /// What reading touchpoints.csv gives.
  struct TouchRows {
    var streams: [RecordStreams]
    let span: ClosedRange<Instant>?
    let lateRows: Int
    /// Whether the last touch may be more than a year behind the one before.
    let mayHaveOutlier: Bool
  }

  func blocks(_ table: OpenTable) -> TableBlocks {
    let reader = table.reader
    let separator = reader.shape.separator
    var (tuning, threads) = (tuning, options.threads)
    if table.isSeekable, let size = table.file.size {
      // Each thread fills room for a block with zeros first: no more threads and no more room than the file has need of.
      threads = min(threads, size / tuning.blockSize + 1)
      tuning.blockSize = min(tuning.blockSize, size + 1)
    }
    let feeder: any BlockFeeder =
      table.isSeekable
      ? FileBlocks(table.file, start: reader.records.consumedCount, separator: separator, tuning: tuning)
      : StreamBlocks(table.source, prefix: reader.records.unconsumed, separator: separator, tuning: tuning)
    return TableBlocks(feeder: feeder, tuning: tuning, threads: threads)
  }

  /// Takes down what the blocks found, and reads the rows that only the exact reader can tell apart.
  func finish(
    _ reader: TableReader, _ blocks: TableBlocks, _ tallies: [BlockTally],
    _ takeRow: (TableReader) -> Void
  ) throws(ReadingError) {
    var log = reader.log
    var line = reader.records.nextLine
    BlockTally.merge(tallies, into: &log, line: &line)
    if let records = try blocks.feeder.remainder(separator: reader.shape.separator, line: line) {
      let rest = TableReader(reader.shape, records: records, log: log)
      try rest.forEachRow(takeRow)
      log = rest.log
    }
    reader.replaceLog(log)
  }
}
