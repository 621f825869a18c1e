/// What parsing contacts.csv needs to know before the first row; the same for all threads.
struct ContactContext: Sendable {
  /// What a field is, by its place in the row.
  enum Role {
    case ignored
    case id
    case name
    case segment
    case sector
    case relevant
    case organization
  }

  let roles: [Role]
  /// Spellings of booleans: 1 is true, 0 is false.
  let booleans: CodeTable
  let shape: TableShape
  let columns: ContactRow.Columns
  let options: ReadingOptions

  init(_ shape: TableShape, _ options: ReadingOptions) {
    self.shape = shape
    self.options = options
    columns = ContactRow.Columns(shape)
    var roles = [Role](repeating: .ignored, count: shape.header.names.count)
    let known: [(Column, Role)] = [
      (columns.id, .id), (columns.name, .name), (columns.segment, .segment), (columns.sector, .sector),
      (columns.relevant, .relevant), (columns.organization, .organization),
    ]
    for (column, role) in known {
      if let position = column.position { roles[position] = role }
    }
    self.roles = roles
    var booleans = CodeTable()
    for spelling in WrittenBoolean.usualSpellings {
      booleans.add(Array(spelling.utf8), code: WrittenBoolean.parse(Array(spelling.utf8)[...]) == true ? 1 : 0)
    }
    self.booleans = booleans
  }
}

/// Parses blocks of contacts.csv on one thread.
struct ContactParser: @unchecked Sendable {
  private let context: ContactContext
  private let partitionMask: UInt64
  private let separator: UInt8
  private let starts = FieldStarts()
  private(set) var streams: RecordStreams
  private(set) var tally = BlockTally()
  private(set) var segments = CategoryTable()
  private(set) var sectors = CategoryTable()
  private(set) var organizations = CategoryTable()
  private(set) var hasNames = false
  private var rowsTaken: UInt64 = 0

  init(_ context: ContactContext, partitions: Int) {
    self.context = context
    partitionMask = UInt64(partitions - 1)
    separator = context.shape.separator
    streams = RecordStreams(partitions: partitions)
  }

  /// What the loop knows of the row it is in.
  private struct Fields {
    var id = 0..<0
    var name = 0..<0
    var segment = 0
    var sector = 0
    var organization = 0
    var isRelevant = false
  }

  /// Parses a block. Rows that the fast loop cannot settle are read again by the exact reader, one by one.
  mutating func parse(_ block: Block, in view: BlockView) throws(ReadingError) {
    var rows = BlockRows(block, view, context.shape, context.options)
    var row = RowFields(block, view, starts, separator: separator, fieldCount: context.roles.count)
    while rows.position < block.rows.upperBound {
      let start = rows.position
      var fields = Fields()
      if !rows.isUnusual, row.countWhole(at: start, limit: 1) == 1, parseRow(row, view, block.index, &fields) {
        append(fields, view)
        rows.advance(to: row.offset(after: 1), rows: 1)
        row.advance(by: 1)
      } else {
        try rows.readExactly { parse($0, place: UInt64(block.index) << 32 | UInt64(start)) }
        row.advance(to: rows.position)
      }
    }
    tally.add(rows, index: block.index)
    streams.endBlock(block.index)
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
    if Key.isLong(key) {
      streams.append(UInt64(id.count), to: partition)
      streams.append(Array(id), to: partition)
    }
    streams.append(ContactRecord.bad.keyed(key), to: partition)
  }

  /// Ends rows that came from the exact reader, behind all blocks.
  mutating func endRest() { streams.endBlock(Int.max) }

  /// Reads one row's fields. Returns false when the row needs a closer look.
  @inline(__always) private mutating func parseRow(
    _ row: borrowing RowFields, _ view: BlockView, _ block: Int, _ fields: inout Fields
  ) -> Bool {
    let seed = Key.tableSeed
    for (index, role) in context.roles.enumerated() {
      guard let field = row.field(index, ofRow: 0) else { return false }
      if field.isEmpty {
        if role == .id { return false }
        continue
      }
      switch role {
      case .ignored: break
      case .id: fields.id = field
      case .name: fields.name = field
      case .segment:
        fields.segment = segments.code(view, field.lowerBound, length: field.count, seed: seed, block: block)
      case .sector:
        fields.sector = sectors.code(view, field.lowerBound, length: field.count, seed: seed, block: block)
      case .organization:
        fields.organization = organizations.code(
          view, field.lowerBound, length: field.count, seed: seed, block: block)
      case .relevant:
        let code = context.booleans.code(view, field.lowerBound, length: field.count, seed: seed)
        if code < 0 { return false }
        fields.isRelevant = code == 1
      }
    }
    return true
  }

  @inline(__always) private mutating func append(_ fields: Fields, _ view: BlockView) {
    let length = fields.id.count
    let isLong = length > Key.inlineLength
    append(
      isLong ? 0 : Key.word(view, fields.id.lowerBound, length: length), isLong ? view.bytes(fields.id) : [],
      name: fields.name.isEmpty ? [] : view.bytes(fields.name), fields)
  }

  private mutating func append(_ row: ContactRow, place: UInt64) {
    var fields = Fields()
    if !row.segment.isEmpty { fields.segment = segments.code(Array(row.segment), place: place) }
    if !row.sector.isEmpty { fields.sector = sectors.code(Array(row.sector), place: place) }
    if !row.organization.isEmpty { fields.organization = organizations.code(Array(row.organization), place: place) }
    fields.isRelevant = row.isRelevant
    let isLong = row.id.count > Key.inlineLength
    append(isLong ? 0 : Key.of(row.id.span), isLong ? Array(row.id) : [], name: Array(row.name), fields)
  }

  @inline(__always) private mutating func append(
    _ shortKey: UInt64, _ longID: [UInt8], name: [UInt8], _ fields: Fields
  ) {
    let key = longID.isEmpty ? shortKey : Key.long(longID.span)
    let partition = Key.partition(key, mask: partitionMask)
    if !longID.isEmpty {
      streams.append(UInt64(longID.count), to: partition)
      streams.append(longID, to: partition)
    }
    if !name.isEmpty {
      hasNames = true
      streams.append(UInt64(name.count), to: partition)
      streams.append(name, to: partition)
    }
    let record = ContactRecord(
      segment: UInt32(truncatingIfNeeded: fields.segment), sector: UInt32(truncatingIfNeeded: fields.sector),
      organization: UInt32(truncatingIfNeeded: fields.organization), isRelevant: fields.isRelevant,
      hasName: !name.isEmpty)
    streams.append(record.keyed(key), to: partition)
  }
}

/// How a contact's attributes are packed into a record's two words.
struct ContactRecord {
  var segment: UInt32
  var sector: UInt32
  var organization: UInt32
  var isRelevant: Bool
  /// Whether the name follows in the byte stream.
  var hasName: Bool
  /// Whether the row is bad, and the contact is not to exist because of it.
  var isBad = false

  static var bad: ContactRecord {
    var record = ContactRecord(segment: 0, sector: 0, organization: 0, isRelevant: false, hasName: false)
    record.isBad = true
    return record
  }

  func keyed(_ key: UInt64) -> KeyedRecord {
    KeyedRecord(
      key: key, first: UInt64(sector) << 32 | UInt64(segment),
      second: (isBad ? 4 : 0) << 32 | (hasName ? 2 : 0) << 32 | (isRelevant ? 1 : 0) << 32 | UInt64(organization))
  }

  init(segment: UInt32, sector: UInt32, organization: UInt32, isRelevant: Bool, hasName: Bool) {
    self.segment = segment
    self.sector = sector
    self.organization = organization
    self.isRelevant = isRelevant
    self.hasName = hasName
  }

  init(_ record: KeyedRecord) {
    segment = UInt32(truncatingIfNeeded: record.first)
    sector = UInt32(truncatingIfNeeded: record.first >> 32)
    organization = UInt32(truncatingIfNeeded: record.second)
    isRelevant = record.second >> 32 & 1 != 0
    hasName = record.second >> 32 & 2 != 0
    isBad = record.second >> 32 & 4 != 0
  }
}
