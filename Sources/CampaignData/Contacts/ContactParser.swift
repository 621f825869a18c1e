import FileReading

/// What parsing contacts.csv needs to know before the first row; the same for all threads.
struct ContactContext: Sendable {
  /// Places of the columns in a row; -1 for those that the file does not have.
  struct Places {
    let id: Int
    let name: Int
    let segment: Int
    let sector: Int
    let relevant: Int
    let organization: Int
    let holdout: Int

    init(_ columns: ContactRow.Columns) {
      id = columns.id.position ?? -1
      name = columns.name.position ?? -1
      segment = columns.segment.position ?? -1
      sector = columns.sector.position ?? -1
      relevant = columns.relevant.position ?? -1
      organization = columns.organization.position ?? -1
      holdout = columns.holdout.position ?? -1
    }
  }

  let places: Places
  /// Spellings of booleans: 1 is true, 0 is false.
  let booleans: CodeTable
  let shape: TableShape
  let columns: ContactRow.Columns
  let options: ReadingOptions
  let nobody = Nobody.placeholders

  init(_ shape: TableShape, _ options: ReadingOptions) {
    self.shape = shape
    self.options = options
    columns = ContactRow.Columns(shape)
    places = Places(columns)
    var booleans = CodeTable()
    for spelling in WrittenBoolean.usualSpellings {
      booleans.add(Array(spelling.utf8), code: WrittenBoolean.parse(Array(spelling.utf8)[...]) == true ? 1 : 0)
    }
    self.booleans = booleans
  }
}

/// Parses blocks of contacts.csv on one thread.
struct ContactParser: @unchecked Sendable {
  // Handed from thread to thread whole: nobody else has its starts and streams, which copies would share.
  private let context: ContactContext
  private let partitionMask: UInt64
  private let starts = FieldStarts()
  private var batch = ContactRowBatch()
  private(set) var streams: RecordStreams
  private(set) var tally = BlockTally()
  private(set) var categories = ContactRowBatch.Categories()
  private(set) var hasNames = false
  private var rowsTaken: UInt64 = 0

  init(_ context: ContactContext, partitions: Int, spill: Spill?) {
    self.context = context
    partitionMask = UInt64(partitions - 1)
    streams = RecordStreams(partitions: partitions, spill: spill)
  }

  /// Parses a block. Rows that the fast loops cannot settle are read again by the exact reader, one by one.
  mutating func parse(_ block: Block, in view: BlockView) throws(ReadingError) {
    var rows = BlockRows(block, view, context.shape, context.options)
    var fields = RowFields(
      block, view, starts, separator: context.shape.separator, fieldCount: context.shape.header.names.count)
    while rows.position < block.rows.upperBound {
      let start = rows.position
      let count =
        rows.isUnusual ? 0 : batch.read(fields, at: start, view, context, block: block.index, &categories)
      if count > 0 {
        append(count, fields, view)
        rows.advance(to: fields.offset(after: count), rows: count)
        fields.advance(by: count)
      } else {
        try rows.readExactly { parse($0, place: UInt64(block.index) << 32 | UInt64(start)) }
        fields.advance(to: rows.position)
      }
    }
    tally.add(rows, index: block.index)
    streams.endBlock(block.index)
    try streams.settle()
  }

  /// Takes the current row of the exact reader, which comes after all rows taken so far.
  mutating func parse(_ row: TableReader) {
    rowsTaken += 1
    parse(row, place: CategoryTable.placeBehindBlocks + rowsTaken)
  }

  private mutating func parse(_ row: TableReader, place: UInt64) {
    if let row = ContactRow(row, context.columns) {
      append(row, place: place)
    } else {
      appendBad(row.bytes(context.columns.id))
    }
  }

  /// Takes the id of a bad row: it may besides repeat one, which shows when the contacts are numbered.
  private mutating func appendBad(_ id: ArraySlice<UInt8>) {
    guard !id.isEmpty else { return }
    let key = Key.of(id.span)
    let partition = Key.partition(key, mask: partitionMask)
    if Key.isLong(key) { streams.append(id.span, to: partition) }
    streams.append(ContactRecord.bad.keyed(key), to: partition)
  }

  /// Ends rows that came from the exact reader, behind all blocks.
  mutating func endRest() throws(ReadingError) {
    streams.endBlock(Int.max)
    try streams.settle()
  }

  /// Takes the first rows of the batch.
  private mutating func append(_ count: Int, _ fields: RowFields, _ view: BlockView) {
    // Held, so that the streams can grow while it is read.
    let batch = batch
    for row in 0..<count {
      let record = ContactRecord(
        segment: batch.segments[row], sector: batch.sectors[row], organization: batch.organizations[row],
        isRelevant: batch.relevance[row], isHeldOut: batch.holdout[row], hasName: false)
      let key = batch.keys[row]
      if !Key.isLong(key), context.places.name < 0 {
        streams.append(record.keyed(key), to: Key.partition(key, mask: partitionMask))
      } else {
        let id = fields.field(context.places.id, ofRow: row) ?? 0..<0
        let name = (context.places.name < 0 ? nil : fields.field(context.places.name, ofRow: row)).map(view.trimmed)
        view.withSpan(id) { id in view.withSpan(name ?? 0..<0) { name in append(key, id: id, name: name, record) } }
      }
    }
  }

  private mutating func append(_ row: ContactRow, place: UInt64) {
    func code(_ text: ArraySlice<UInt8>, _ table: inout CategoryTable) -> UInt32 {
      text.isEmpty ? 0 : UInt32(table.code(Array(text), place: place))
    }
    let record = ContactRecord(
      segment: code(row.segment, &categories.segments), sector: code(row.sector, &categories.sectors),
      organization: code(row.organization, &categories.organizations), isRelevant: row.isRelevant,
      isHeldOut: row.isHeldOut, hasName: false)
    append(Key.of(row.id.span), id: row.id.span, name: row.name.span, record)
  }

  private mutating func append(
    _ key: UInt64, id: borrowing Span<UInt8>, name: borrowing Span<UInt8>, _ record: ContactRecord
  ) {
    let partition = Key.partition(key, mask: partitionMask)
    if Key.isLong(key) { streams.append(id, to: partition) }
    var record = record
    if !name.isEmpty {
      hasNames = true
      record.hasName = true
      streams.append(name, to: partition)
    }
    streams.append(record.keyed(key), to: partition)
  }
}

/// How a contact's attributes are packed into a record's two words.
struct ContactRecord {
  var segment: UInt32
  var sector: UInt32
  var organization: UInt32
  var isRelevant: Bool?
  var isHeldOut: Bool?
  /// Whether the name follows in the byte stream.
  var hasName: Bool
  /// Whether the row is bad, and the contact is not to exist because of it.
  var isBad = false

  static var bad: ContactRecord {
    var record = ContactRecord(
      segment: 0, sector: 0, organization: 0, isRelevant: nil, isHeldOut: nil, hasName: false)
    record.isBad = true
    return record
  }

  func keyed(_ key: UInt64) -> KeyedRecord {
    // Two bits each: the name, the row's fault, relevance and holdout.
    let flags =
      (hasName ? 1 : 0) | (isBad ? 4 : 0) | ContactRecord.code(isRelevant) << 4 | ContactRecord.code(isHeldOut) << 6
    return KeyedRecord(
      key: key, first: UInt64(sector) << 32 | UInt64(segment), second: flags << 32 | UInt64(organization))
  }

  /// Two bits for a cell: 0 where it is empty, 1 for false, 2 for true.
  private static func code(_ flag: Bool?) -> UInt64 { flag.map { $0 ? 2 : 1 } ?? 0 }

  private static func flag(_ code: UInt64) -> Bool? { code & 3 == 0 ? nil : code & 3 == 2 }

  init(
    segment: UInt32, sector: UInt32, organization: UInt32, isRelevant: Bool?, isHeldOut: Bool?, hasName: Bool
  ) {
    self.segment = segment
    self.sector = sector
    self.organization = organization
    self.isRelevant = isRelevant
    self.isHeldOut = isHeldOut
    self.hasName = hasName
  }

  init(_ record: KeyedRecord) {
    segment = UInt32(truncatingIfNeeded: record.first)
    sector = UInt32(truncatingIfNeeded: record.first >> 32)
    organization = UInt32(truncatingIfNeeded: record.second)
    hasName = record.second >> 32 & 1 != 0
    isBad = record.second >> 32 & 4 != 0
    isRelevant = ContactRecord.flag(record.second >> 36)
    isHeldOut = ContactRecord.flag(record.second >> 38)
  }
}
