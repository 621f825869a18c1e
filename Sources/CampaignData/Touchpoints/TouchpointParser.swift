import CampaignModel

/// What parsing touchpoints.csv needs to know before the first row; the same for all threads.
struct TouchpointContext: Sendable {
  /// What a field is, by its place in the row.
  enum Role {
    case ignored
    case time
    case contact
    case channel
    case kind
    case content
    case value
    case cost
  }

  let roles: [Role]
  let channels: CodeTable
  let contents: CodeTable
  let kinds: CodeTable
  let references: TouchpointReferences
  /// Rows after it are counted and dropped.
  let lastMillisecond: Int64
  let shape: TableShape
  let columns: TouchpointRow.Columns
  let options: ReadingOptions

  init(_ shape: TableShape, _ references: TouchpointReferences, _ options: ReadingOptions) {
    self.shape = shape
    self.references = references
    self.options = options
    columns = TouchpointRow.Columns(shape)
    var roles = [Role](repeating: .ignored, count: shape.header.names.count)
    let known: [(Column, Role)] = [
      (columns.time, .time), (columns.contact, .contact), (columns.channel, .channel), (columns.kind, .kind),
      (columns.content, .content), (columns.value, .value), (columns.cost, .cost),
    ]
    for (column, role) in known {
      if let position = column.position { roles[position] = role }
    }
    self.roles = roles
    channels = references.channels.codes
    contents = references.contents.codes
    var kinds = CodeTable()
    for (index, kind) in references.kinds.kinds.enumerated() {
      for spelling in KindTable.usualSpellings(of: kind.name) where spelling.lowercased() == kind.name {
        kinds.add(Array(spelling.utf8), code: index)
      }
    }
    self.kinds = kinds
    lastMillisecond = references.observedUntil?.milliseconds ?? Int64.max
  }
}

extension KindTable {
  /// The spellings of a kind that nearly all files use.
  fileprivate static func usualSpellings(of name: String) -> [String] {
    [name, name.prefix(1).uppercased() + name.dropFirst(), name.uppercased()]
  }
}

/// Parses blocks of touchpoints.csv on one thread.
struct TouchpointParser: @unchecked Sendable {
  private let context: TouchpointContext
  private let partitionMask: UInt64
  private let separator: UInt8
  private var time: TimeField
  private(set) var streams: RecordStreams
  private(set) var tally = BlockTally()
  /// Rows after the end of observation.
  private(set) var lateRows = 0
  /// Times of the first and last touch so far.
  private(set) var earliest = Int64.max
  private(set) var latest = Int64.min

  init(_ context: TouchpointContext, partitions: Int) {
    self.context = context
    partitionMask = UInt64(partitions - 1)
    separator = context.shape.separator
    time = TimeField(context.shape.clock)
    streams = RecordStreams(partitions: partitions)
  }

  /// What the loop knows of the row it is in.
  private struct Fields {
    var key: UInt64 = 0
    var contact = 0..<0
    var milliseconds: Int64 = 0
    var channel = 0
    var kind = 0
    /// Index of the content plus 1; 0 for none.
    var content = 0
    var value: Double?
    var cost: Double?
  }

  /// Parses a block. Rows that the fast loop cannot settle are read again by the exact reader, one by one.
  mutating func parse(_ block: Block, in view: BlockView) throws(ReadingError) {
    var rows = BlockRows(block, view, context.shape, context.options)
    var fields = Fields()
    // Held for the block: counting references to them row by row would cost more than parsing.
    let context = context
    let roles = context.roles.span
    let seed = Key.tableSeed
    while rows.position < block.rows.upperBound {
      let next =
        rows.isUnusual
        ? -1 : TouchpointParser.parseRow(view, rows.position, rows.hasQuotes, context, roles, seed, &time, &fields)
      if next < 0 {
        try rows.readExactly { parse($0) }
      } else {
        append(fields, view)
        rows.advance(to: next)
      }
    }
    tally.add(rows, index: block.index)
    streams.endBlock(block.index)
  }

  /// Takes the current row of the exact reader.
  mutating func parse(_ row: TableReader) {
    if let row = TouchpointRow(row, context.columns, context.references) { append(row) }
  }

  /// Ends rows that came from the exact reader, behind all blocks.
  mutating func endRest() { streams.endBlock(Int.max) }

  /// Reads one row's fields. Returns where the next row starts, or -1 when the row needs a closer look.
  @inline(__always) private static func parseRow(
    _ view: BlockView, _ start: Int, _ hasQuotes: Bool, _ context: borrowing TouchpointContext,
    _ roles: borrowing Span<TouchpointContext.Role>, _ seed: UInt64, _ time: inout TimeField, _ fields: inout Fields
  ) -> Int {
    let separator = context.shape.separator
    var row = FieldWalker(start, fieldCount: roles.count, separator: separator)
    fields.content = 0
    fields.value = nil
    fields.cost = nil
    for index in roles.indices {
      guard let field = row.next(view, hasQuotes: hasQuotes) else { return -1 }
      let fieldStart = field.lowerBound
      let length = field.count
      switch roles[index] {
      case .ignored: break
      case .time:
        fields.milliseconds = time.milliseconds(view, fieldStart, field.upperBound)
        if fields.milliseconds == TimeField.invalid { return -1 }
      case .contact:
        if length == 0 { return -1 }
        fields.contact = field
        fields.key = length <= Key.inlineLength ? Key.word(view, fieldStart, length: length) : UInt64.max
      case .channel:
        if length == 0 { return -1 }
        fields.channel = context.channels.code(view, fieldStart, length: length, seed: seed)
        if fields.channel < 0 { return -1 }
      case .kind:
        if length == 0 { return -1 }
        fields.kind = context.kinds.code(view, fieldStart, length: length, seed: seed)
        if fields.kind < 0 { return -1 }
      case .content:
        if length == 0 { continue }
        let code = context.contents.code(view, fieldStart, length: length, seed: seed)
        if code < 0 { return -1 }
        fields.content = code + 1
      case .value:
        if length == 0 { continue }
        guard let number = number(view, field, separator) else { return -1 }
        fields.value = number
      case .cost:
        if length == 0 { continue }
        guard let number = number(view, field, separator) else { return -1 }
        fields.cost = number
      }
    }
    return row.end(from: start)
  }

  @inline(never) private static func number(_ view: BlockView, _ range: Range<Int>, _ separator: UInt8) -> Double? {
    do {
      return try view.withSpan(range) { span throws(WrittenNumber.Fault) in
        try WrittenNumber.parse(span, decimalComma: separator != Ascii.comma)
      }
    } catch {
      // The exact reader says what is wrong.
      return nil
    }
  }

  @inline(__always) private mutating func append(_ fields: Fields, _ view: BlockView) {
    if fields.key == UInt64.max {
      append(
        milliseconds: fields.milliseconds, channel: fields.channel, content: fields.content, kind: fields.kind,
        value: fields.value, cost: fields.cost, long: view.bytes(fields.contact))
    } else {
      append(
        fields.key, milliseconds: fields.milliseconds, channel: fields.channel, content: fields.content,
        kind: fields.kind, value: fields.value, cost: fields.cost)
    }
  }

  private mutating func append(_ row: TouchpointRow) {
    let touch = row.touch
    if row.contact.count <= Key.inlineLength {
      append(
        Key.of(row.contact.span), milliseconds: touch.milliseconds, channel: touch.channel,
        content: touch.contentOrZero, kind: touch.kind, value: row.value, cost: row.cost)
    } else {
      append(
        milliseconds: touch.milliseconds, channel: touch.channel, content: touch.contentOrZero, kind: touch.kind,
        value: row.value, cost: row.cost, long: Array(row.contact))
    }
  }

  @inline(never) private mutating func append(
    milliseconds: Int64, channel: Int, content: Int, kind: Int, value: Double?, cost: Double?, long id: [UInt8]
  ) {
    let key = Key.long(id.span)
    if milliseconds <= context.lastMillisecond {
      let partition = Key.partition(key, mask: partitionMask)
      streams.append(UInt64(id.count), to: partition)
      streams.append(id, to: partition)
    }
    append(
      key, milliseconds: milliseconds, channel: channel, content: content, kind: kind, value: value, cost: cost)
  }

  @inline(__always) private mutating func append(
    _ key: UInt64, milliseconds: Int64, channel: Int, content: Int, kind: Int, value: Double?, cost: Double?
  ) {
    guard milliseconds <= context.lastMillisecond else {
      lateRows += 1
      return
    }
    earliest = min(earliest, milliseconds)
    latest = max(latest, milliseconds)
    let partition = Key.partition(key, mask: partitionMask)
    var flags: UInt64 = 0
    if let value {
      flags |= TouchRecord.hasValue
      streams.append(value.bitPattern, to: partition)
    }
    if let cost {
      flags |= TouchRecord.hasCost
      streams.append(cost.bitPattern, to: partition)
    }
    streams.append(
      KeyedRecord(
        key: key, first: UInt64(bitPattern: milliseconds << 2) | flags,
        second: UInt64(truncatingIfNeeded: content) << 32 | UInt64(truncatingIfNeeded: channel << 8 | kind)),
      to: partition)
  }
}

/// How a touch is packed into a record's two words: time and two flags; content, channel and kind.
enum TouchRecord {
  /// Set when a value follows in the byte stream.
  static let hasValue: UInt64 = 1
  /// Set when a cost follows in the byte stream.
  static let hasCost: UInt64 = 2

  @inline(__always) static func touch(_ record: KeyedRecord) -> Touch {
    let second = record.second
    return Touch(
      milliseconds: Int64(bitPattern: record.first) >> 2, channel: UInt32(truncatingIfNeeded: second >> 8) & 0xFF_FFFF,
      contentCode: UInt32(truncatingIfNeeded: second >> 32), kind: UInt32(truncatingIfNeeded: second & 0xFF))
  }
}
