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

  /// - Parameter size: bytes of touchpoints.csv; nil where nobody knows.
  init(options: ReadingOptions, tuning: BlockTuning, size: Int?) {
    self.options = options
    self.tuning = tuning
    partitions = tuning.partitions ?? LogReader.partitions(forSize: size)
  }

  /// A partition's records should fit into a core's second-level cache, about 2 MB; a record comes from about twice its
  /// bytes.
  private static func partitions(forSize size: Int?) -> Int {
    guard let size else { return 64 }
    var partitions = 1
    while partitions < 512, size / partitions > 4 << 20 { partitions *= 2 }
    return partitions
  }

  /// What reading contacts.csv gives.
  struct ContactRows {
    let streams: PartitionedStreams
    let codes: ContactCodes
  }

  /// Reads contacts.csv; nil where its header is wrong. That an id is listed twice shows later, when the contacts are
  /// numbered, except in a pipe, which cannot be read twice.
  func readContacts(_ table: OpenTable) throws(ReadingError) -> ContactRows? {
    guard table.reader.isReadable else { return nil }
    guard table.isRepeatable else { return try readContactsExactly(table) }
    let context = ContactContext(table.reader.shape, options)
    let partitions = partitions
    let blocks = blocks(table)
    var parsers = try blocks.parse {
      ContactParser(context, partitions: partitions)
    } _: { parser, block, view throws(ReadingError) in
      try parser.parse(block, in: view)
    }
    var rest = ContactParser(context, partitions: partitions)
    try finish(table.reader, blocks, parsers.map(\.tally)) { rest.parse($0) }
    rest.endRest()
    parsers.append(rest)
    return ContactRows(
      streams: PartitionedStreams(parsers.map(\.streams), partitions: partitions), codes: ContactCodes(parsers))
  }

  /// Reads contacts.csv row by row, and knows of each id where it was used first.
  func readContactsExactly(_ table: OpenTable) throws(ReadingError) -> ContactRows? {
    guard table.reader.isReadable else { return nil }
    var parser = ContactParser(ContactContext(table.reader.shape, options), partitions: partitions)
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
    parser.endRest()
    return ContactRows(
      streams: PartitionedStreams([parser.streams], partitions: partitions), codes: ContactCodes([parser]))
  }

  /// What reading touchpoints.csv gives.
  struct TouchRows {
    let streams: PartitionedStreams
    let span: ClosedRange<Instant>?
    let lateRows: Int
    /// Whether the last touch may be more than a year behind the one before.
    let mayHaveOutlier: Bool
  }

  func blocks(_ table: OpenTable) -> TableBlocks {
    let reader = table.reader
    let separator = reader.shape.separator
    let feeder: any BlockFeeder =
      table.isSeekable
      ? FileBlocks(table.file, start: reader.records.consumedCount, separator: separator, tuning: tuning)
      : StreamBlocks(table.source, prefix: reader.records.unconsumed, separator: separator, tuning: tuning)
    return TableBlocks(feeder: feeder, tuning: tuning, threads: options.threads)
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
