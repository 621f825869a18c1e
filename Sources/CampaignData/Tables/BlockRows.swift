import FileReading

/// The rows of a block while they are parsed: where the next one starts, how many lines are behind it, and the way to
/// the exact reader for rows that need it.
struct BlockRows {
  let hasQuotes: Bool
  /// Whether every row must go to the exact reader, since there is a byte in the block that is NUL or no UTF-8, or a
  /// carriage return that may end a line by itself.
  let isUnusual: Bool
  private(set) var position: Int
  /// Lines of the block before the next row.
  private(set) var lines = 0
  /// What was wrong; lines are counted from the block's first as 1.
  private(set) var log: ProblemLog
  private let end: Int
  private let view: BlockView
  private let shape: TableShape
  private let scanner: RecordScanner
  private var record = Record()

  init(_ block: Block, _ view: BlockView, _ shape: TableShape, _ options: ReadingOptions) {
    self.view = view
    self.shape = shape
    position = block.rows.lowerBound
    end = block.rows.upperBound
    hasQuotes = block.survey.hasQuotes
    isUnusual =
      block.survey.hasCarriageReturns && view.hasLoneReturn(in: block.rows)
      || block.survey.hasUnusualBytes
        && view.withSpan(block.rows) { bytes in
          UTF8Validation.firstInvalidOffset(bytes) != nil || UTF8Validation.holdsNUL(bytes)
        }
    log = ProblemLog(file: shape.file, options: options)
    scanner = RecordScanner(separator: shape.separator)
  }

  /// Goes on behind rows that the fast loop has read.
  @inline(__always) mutating func advance(to next: Int, rows: Int) {
    // Here each newline is the end of a line: others make the block unusual.
    lines += hasQuotes ? view.count(Ascii.newline, in: position..<next) : rows
    position = next
  }

  /// Reads the next row with the exact reader.
  mutating func readExactly(_ body: (TableReader) -> Void) throws(ReadingError) {
    let extent = position..<exactEnd()
    let records = RecordReader(view.bytes(extent), separator: shape.separator, line: lines + 1)
    // Lent, not copied: a file may have millions of bad rows.
    let exact = TableReader(shape, records: records, log: log.take())
    try exact.forEachRow(body)
    log = exact.log
    lines += view.withSpan(extent) { LineEnd.count($0, in: 0..<$0.count) }
    position = extent.upperBound
  }

  /// Where the next row ends by the exact rules, or some rows that are as well read together.
  private mutating func exactEnd() -> Int {
    guard hasQuotes else { return view.first(Ascii.newline, in: position..<end).map { $0 + 1 } ?? end }
    let start = position
    let scanner = scanner
    let outcome = view.withSpan(start..<end) { scanner.scan($0, from: 0, isWhole: true, into: &record) }
    switch outcome {
    case .record(let next): return start + next
    case .incomplete: return end
    case .broken(_, _, let fieldStart):
      return view.withSpan(start..<end) { LineEnd.next($0, from: fieldStart, isWhole: true) }.map { $0 + start } ?? end
    }
  }
}

/// What a thread's blocks add to the account of a file: lines, and what was wrong.
struct BlockTally {
  /// Lines of each block.
  private(set) var lines: [(index: Int, lines: Int)] = []
  private(set) var logs: [(index: Int, log: ProblemLog)] = []

  mutating func add(_ rows: BlockRows, index: Int) {
    lines.append((index, rows.lines))
    if !rows.log.isEmpty { logs.append((index, rows.log)) }
  }

  /// Puts the accounts of all threads together, in the order of the file.
  ///
  /// - Parameters:
  ///   - log: takes what was wrong.
  ///   - line: line of the first row. Becomes that of the row behind the last one.
  static func merge(_ tallies: [BlockTally], into log: inout ProblemLog, line: inout Int) {
    let logs = Dictionary(uniqueKeysWithValues: tallies.flatMap(\.logs))
    for (index, lines) in tallies.flatMap(\.lines).sorted(by: { $0.index < $1.index }) {
      if var found = logs[index] {
        found.moveLines(by: line - 1)
        log.append(found)
      }
      line += lines
    }
  }
}
