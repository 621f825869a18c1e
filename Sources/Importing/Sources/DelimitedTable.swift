import FileReading

/// An export as delimited text: CSV, TSV and what spreadsheets make of them.
final class DelimitedTable: ExportTable {
  let columns: [String]
  let fit: Int
  let headerLine: Int
  private let rules: ReadingRules
  private let source: any ByteSource
  private var records: RecordReader
  private var places = ColumnPlaces()

  /// The most columns of an export: lists of a visit's actions are written side by side.
  static let maximumColumns = 20_000

  /// - Parameter fit: how well names of columns fit, 0 for not at all.
  init(
    _ source: any ByteSource, name: String, rules: ReadingRules, fit: ([String]) -> Int
  ) throws(ReadingError) {
    self.rules = rules
    let (decoded, start, isWhole) = try DelimitedTable.decoded(source, name: name, rules)
    let header = DelimitedHeader(start, rules, isWhole: isWhole, fit: fit)
    self.source = decoded
    records = RecordReader(
      decoded, prefix: Array(start[min(header.offset, start.count)...]), separator: header.separator,
      line: header.line, keeping: DelimitedTable.maximumColumns + 1)
    self.fit = header.fit
    let step = try records.readNext()
    headerLine = records.line
    switch step {
    case .end: throw .badData(DataProblem(file: name, message: "is empty"))
    case .broken(let fault, _, let line, let value):
      throw .badData(DataProblem(file: name, line: line, value: ShownText.escape(value), message: fault.message))
    case .record: break
    }
    guard records.record.fieldCount <= DelimitedTable.maximumColumns else {
      throw .badData(
        DataProblem(
          file: name, line: headerLine, message: "has more than \(DelimitedTable.maximumColumns) columns"))
    }
    let raw = records.buffer[records.extent]
    guard UTF8Validation.firstInvalidOffset(raw.span) == nil, !raw.contains(0) else {
      throw .badData(DataProblem(file: name, line: headerLine, message: DelimitedTable.encodingMessage(rules)))
    }
    columns = DelimitedTable.texts(records)
  }

  /// The fields of the current record as text.
  private static func texts(_ records: RecordReader) -> [String] {
    records.record.fields.map { String(decoding: WhiteSpace.trimmed(records.bytes(of: $0)), as: UTF8.self) }
  }

  private static func encodingMessage(_ rules: ReadingRules) -> String {
    rules.encoding == nil
      ? "is not UTF-8 and looks like Windows-1252; read: {encoding: windows-1252} in import.yaml reads that"
      : "holds bytes that stand for no character"
  }

  /// The text as UTF-8 with its first bytes, and whether these are all.
  private static func decoded(
    _ source: any ByteSource, name: String, _ rules: ReadingRules
  ) throws(ReadingError) -> (any ByteSource, [UInt8], Bool) {
    var start: [UInt8] = []
    while start.count < 4096, try source.read(4096, appendingTo: &start) > 0 {}
    let encoding = TextEncoding(markOf: start) ?? rules.encoding.flatMap(TextEncoding.init(name:)) ?? .utf8
    var decoded = source
    if encoding != .utf8 {
      decoded = DecodedSource(source, prefix: start, encoding: encoding)
      start = []
    } else if let kind = FileKind(start), kind.isBinary || kind == .html {
      let advice =
        kind == .utf16WithoutMark
        ? "looks like UTF-16 without a byte-order mark; read: {encoding: utf-16le} reads that" : kind.complaint
      throw .badData(DataProblem(file: name, message: advice))
    }
    var isWhole = false
    while start.count < RecordReader.firstChunk, !isWhole {
      isWhole = try decoded.read(RecordReader.firstChunk, appendingTo: &start) == 0
    }
    return (decoded, start, isWhole)
  }

  var allowsDecimalComma: Bool {
    records.scanner.separator == Ascii.semicolon || records.scanner.separator == Ascii.tab
  }

  func bind(_ binding: ColumnBinding) {
    places = ColumnPlaces(binding, in: columns)
  }

  func forEachRow(
    _ account: SourceAccount, _ body: (any SourceRow) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    try forEachRecord(account) { row throws(ReadingError) in try body(row) }
  }

  /// What tells rows apart while they are plain; nil where each must be looked at for what is no row.
  var plainForm: PlainForm? {
    guard !rules.hasFooter, rules.skippedBeginnings.isEmpty else { return nil }
    return PlainForm(separator: records.scanner.separator, columnCount: columns.count, places: places)
  }

  /// The rows that are left, a stretch at a time; the table itself has none then but those that it is given.
  ///
  /// - Parameter size: of a stretch, in bytes.
  func takeBlocks(size: Int) -> (blocks: StreamBlocks, line: Int) {
    let blocks = StreamBlocks(
      source, prefix: records.unconsumed, separator: records.scanner.separator,
      tuning: BlockTuning(blockSize: size))
    return (blocks, records.nextLine)
  }

  /// Goes on with the rows of a stretch, which starts on a line. Returns the line behind them when they are read.
  func read(
    _ text: [UInt8], line: Int, _ account: SourceAccount,
    _ body: (DelimitedTable) throws(ReadingError) -> Void
  ) throws(ReadingError) -> Int {
    records = RecordReader(
      text, separator: records.scanner.separator, line: line, keeping: DelimitedTable.maximumColumns + 1)
    try forEachRecord(account, body)
    return records.nextLine
  }

  /// Goes on with what is left of the blocks, from where quotes are broken.
  func read(
    restOf blocks: StreamBlocks, line: Int, _ account: SourceAccount,
    _ body: (DelimitedTable) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let rest = blocks.remainder(
      separator: records.scanner.separator, line: line, keeping: DelimitedTable.maximumColumns + 1)
    guard let rest else { return }
    records = rest
    try forEachRecord(account, body)
  }

  /// As ``forEachRow(_:_:)``, with the rows' own type, which makes loops over them fast.
  func forEachRecord(
    _ account: SourceAccount, _ body: (DelimitedTable) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    var isBehindBlank = false
    var lastEnd = records.nextLine
    while true {
      defer { lastEnd = records.nextLine }
      switch try records.readNext() {
      case .end: return
      case .broken(let fault, let field, let line, let value):
        account.rows += 1
        account.refuse(
          line: line, column: field < columns.count ? columns[field] : nil, value: value, fault.message,
          row: rawText)
      case .record:
        let filled = records.filledFieldCount
        if filled == 0 {
          isBehindBlank = true
          continue
        }
        account.rows += 1
        // Lines without a byte are passed over by the reader.
        isBehindBlank = isBehindBlank || records.line > lastEnd
        if rules.hasFooter, isBehindBlank, filled == 1 || records.record.fieldCount < columns.count {
          account.ignore("footer")
        } else if let beginning = skippedBeginning {
          account.ignore("starts with \"\(beginning)\"")
        } else if let message = shapeProblem {
          account.refuse(line: line, column: nil, value: nil, message, row: rawText)
        } else {
          try body(self)
        }
      }
    }
  }

  /// What the current row begins with, if rows that do so are none.
  private var skippedBeginning: String? {
    guard !rules.skippedBeginnings.isEmpty else { return nil }
    for field in records.record.fields {
      let bytes = WhiteSpace.trimmed(records.bytes(of: field))
      if bytes.isEmpty { continue }
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      return rules.skippedBeginnings.first { text.hasPrefix($0) }
    }
    return nil
  }

  /// What is wrong with the current row before any value is looked at.
  private var shapeProblem: String? {
    let raw = records.buffer[records.extent]
    if UTF8Validation.firstInvalidOffset(raw.span) != nil { return DelimitedTable.encodingMessage(rules) }
    let (count, expected) = (records.record.fieldCount, columns.count)
    if count == expected { return UTF8Validation.holdsNUL(raw.span) ? "holds a NUL byte" : nil }
    let extra = records.record.fields.dropFirst(expected)
    if count > expected, extra.allSatisfy({ WhiteSpace.isBlank(records.buffer[$0.start..<$0.end]) }) { return nil }
    let shape = "the row has \(count) \(count == 1 ? "field" : "fields") where the header has \(expected)"
    if count > expected { return shape }
    if records.endsWithoutLineEnd { return shape + "; the file ends within it, and seems to be cut" }
    if records.hasLineBreakInField { return shape + ", and a line break within quotes, as if a quote were not closed" }
    let needed = places.columns.max() ?? -1
    return count > needed ? nil : shape
  }
}

extension DelimitedTable: SourceRow {
  var line: Int { records.line }

  func cell(_ reference: Int, entry: Int, in text: inout [UInt8]) -> SourceCell {
    let position = places.position(reference, entry: entry)
    return position < 0 ? .empty : SourceCell(text.add(records.trimmedBytes(ofField: position)))
  }

  func entryCount(_ list: Int) -> Int { places.entryCounts[list] }

  func allValues(in text: [UInt8]) -> ArraySlice<UInt8> {
    var end = records.extent.upperBound
    while end > records.extent.lowerBound,
      [Ascii.newline, Ascii.carriageReturn].contains(records.buffer[end - 1])
    {
      end -= 1
    }
    return records.buffer[records.extent.lowerBound..<end]
  }

  var rawText: String { records.rawText }
}
