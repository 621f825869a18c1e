import CampaignModel
import FileReading

/// Parses blocks of touchpoints.csv on one thread.
struct TouchParser: @unchecked Sendable {
  // Handed from thread to thread whole: nobody else has its starts and streams, which copies would share.
  private var context: TouchContext
  /// Number of the file, from 0.
  private var file = 0
  private let partitionMask: UInt64
  private var time: TimeField
  private let starts = FieldStarts()
  private var batch = TouchBatch()
  private(set) var streams: RecordStreams
  private(set) var tally = BlockTally()
  /// Rows after the end of observation.
  private(set) var lateRows = 0
  /// Times of the first and last touch so far.
  private(set) var earliest = Int64.max
  private(set) var latest = Int64.min
  /// At most the time of the last touch before the latest one, as far as batches of rows tell.
  private(set) var beforeLatest = Int64.min

  /// Rows of the exact reader since records were last settled, and how often they were.
  private var restRows = 0
  private var restBlocks = 0
  /// Why records of these could not be written out.
  private var restFailure: ReadingError?

  init(_ context: TouchContext, partitions: Int, spill: Spill?) {
    self.context = context
    partitionMask = UInt64(partitions - 1)
    time = TimeField(context.shape.clock, order: context.shape.forms.dateOrder)
    streams = RecordStreams(partitions: partitions, spill: spill)
  }

  /// Goes on with another file.
  mutating func start(_ context: TouchContext, file: Int) {
    self.context = context
    self.file = file
    time = TimeField(context.shape.clock, order: context.shape.forms.dateOrder)
    tally = BlockTally()
    batch = TouchBatch()
    restBlocks = 0
  }

  /// Writes out what is in memory.
  mutating func writeOut() throws(ReadingError) { try streams.writeOut() }

  /// Where the records of a block stand among those of all files.
  private func index(ofBlock block: Int) -> Int { file << 32 | block }

  /// Parses a block. Rows that the fast loops cannot settle are read again by the exact reader, one by one.
  mutating func parse(_ block: Block, in view: BlockView) throws(ReadingError) {
    var rows = BlockRows(block, view, context.shape, context.options)
    var fields = RowFields(
      block, view, starts, separator: context.shape.separator, fieldCount: context.shape.header.names.count)
    while rows.position < block.rows.upperBound {
      let count = rows.isUnusual ? 0 : batch.read(fields, at: rows.position, view, context, &time)
      if count > 0 {
        append(count, fields, view)
        rows.advance(to: fields.offset(after: count), rows: count)
        fields.advance(by: count)
      } else {
        try rows.readExactly { parse($0) }
        fields.advance(to: rows.position)
      }
    }
    tally.add(rows, index: block.index)
    streams.endBlock(index(ofBlock: block.index))
    try streams.settle()
  }

  /// Takes the current row of the exact reader.
  mutating func parse(_ row: TableReader) {
    guard let row = TouchRow(row, context.columns, context.references) else { return }
    append(
      key: Key.of(row.contact.span), id: row.contact.span, milliseconds: row.touch.milliseconds,
      codes: TouchRecord.codes(row.touch), value: row.value, cost: row.cost, number: row.number)
  }

  /// Takes the current row of the exact reader that is behind all blocks.
  mutating func parseRest(_ row: TableReader) {
    parse(row)
    restRows += 1
    guard restRows == TouchParser.settledRows, restFailure == nil else { return }
    do throws(ReadingError) {
      try endRest()
    } catch {
      restFailure = error
    }
  }

  /// Ends rows that came from the exact reader, behind all blocks.
  mutating func endRest() throws(ReadingError) {
    if let restFailure { throw restFailure }
    restRows = 0
    streams.endBlock(index(ofBlock: TouchParser.firstRestBlock + restBlocks))
    restBlocks += 1
    try streams.settle()
  }

  /// After so many rows behind the blocks it is looked whether they take too much memory.
  private static let settledRows = 1 << 16
  /// Behind the indices of all blocks of a file.
  private static let firstRestBlock = 1 << 31

  /// Takes the first rows of the batch.
  private mutating func append(_ count: Int, _ fields: RowFields, _ view: BlockView) {
    // Held, so that the streams can grow while they are read.
    let (keys, times, flags, codes) = (batch.keys, batch.times, batch.flags, batch.codes)
    let (keySpan, timeSpan, flagSpan, codeSpan) = (keys.span, times.span, flags.span, codes.span)
    let (lastMillisecond, mask) = (context.lastMillisecond, partitionMask)
    var (earliest, latest) = (earliest, Int64.min)
    for row in 0..<count {
      // Safety: rows are fewer than there is room for.
      let (key, milliseconds) = unsafe (keySpan[unchecked: row], timeSpan[unchecked: row])
      if unsafe flagSpan[unchecked: row] != 0 || milliseconds > lastMillisecond {
        appendUnusual(row, fields, view)
        continue
      }
      let partition = Key.partition(key, mask: mask)
      if Key.isLong(key) {
        let id = fields.field(context.places.contact, ofRow: row) ?? 0..<0
        view.withSpan(id) { streams.append($0, to: partition) }
      }
      earliest = min(earliest, milliseconds)
      latest = max(latest, milliseconds)
      let record = unsafe KeyedRecord(
        key: key, first: TouchRecord.time(milliseconds), second: codeSpan[unchecked: row])
      streams.append(record, to: partition)
    }
    self.earliest = min(self.earliest, earliest)
    take(latest: latest)
  }

  /// Takes the latest time of some touches.
  private mutating func take(latest milliseconds: Int64) {
    beforeLatest = max(beforeLatest, min(latest, milliseconds))
    latest = max(latest, milliseconds)
  }

  /// Takes a row of the batch that has a number or is late.
  @inline(never) private mutating func appendUnusual(_ row: Int, _ fields: RowFields, _ view: BlockView) {
    let flags = batch.flags[row]
    let id = fields.field(context.places.contact, ofRow: row) ?? 0..<0
    view.withSpan(id) { id in
      append(
        key: batch.keys[row], id: id, milliseconds: batch.times[row], codes: batch.codes[row],
        value: flags & TouchRecord.hasValue == 0 ? nil : batch.values[row],
        cost: flags & TouchRecord.hasCost == 0 ? nil : batch.costs[row],
        number: flags & TouchRecord.hasRow == 0 ? nil : Int(batch.numbers[row]))
    }
  }

  private mutating func append(
    key: UInt64, id: borrowing Span<UInt8>, milliseconds: Int64, codes: UInt64, value: Double?, cost: Double?,
    number: Int?
  ) {
    guard milliseconds <= context.lastMillisecond else {
      lateRows += 1
      return
    }
    earliest = min(earliest, milliseconds)
    take(latest: milliseconds)
    let partition = Key.partition(key, mask: partitionMask)
    if Key.isLong(key) { streams.append(id, to: partition) }
    var time = TouchRecord.time(milliseconds)
    if let value {
      time |= TouchRecord.hasValue
      streams.append(value.bitPattern, to: partition)
    }
    if let cost {
      time |= TouchRecord.hasCost
      streams.append(cost.bitPattern, to: partition)
    }
    if let number {
      time |= TouchRecord.hasRow
      streams.append(UInt64(number), to: partition)
    }
    streams.append(KeyedRecord(key: key, first: time, second: codes), to: partition)
  }
}
