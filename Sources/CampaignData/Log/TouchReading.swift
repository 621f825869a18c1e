import CampaignModel
import FileReading
import Parallelism

/// Reads the files of touches, of which most datasets have one, into the same streams.
struct TouchReading {
  private let reader: LogReader
  private let references: TouchReferences
  /// One a thread, and the last one for rows that only the exact reader can tell apart.
  private var parsers: [TouchParser] = []

  init(_ reader: LogReader, _ references: TouchReferences) {
    self.reader = reader
    self.references = references
  }

  /// Reads a file; nothing of one whose header is wrong.
  ///
  /// - Parameter number: of the file, which orders its rows among those of the others.
  mutating func read(_ table: OpenTable, number: Int) throws(ReadingError) {
    guard table.reader.isReadable else { return }
    let context = TouchContext(table.reader.shape, references, reader.options)
    let partitions = reader.partitions
    let blocks = reader.blocks(table)
    let spill = reader.spill
    var rest = parsers.popLast() ?? TouchParser(context, partitions: partitions, spill: spill)
    let idle = Guarded(parsers)
    var read = try blocks.parse {
      var parser = idle.withLock { $0.popLast() } ?? TouchParser(context, partitions: partitions, spill: spill)
      parser.start(context, file: number)
      return parser
    } _: { parser, block, view throws(ReadingError) in
      try parser.parse(block, in: view)
    }
    rest.start(context, file: number)
    try reader.finish(table.reader, blocks, read.map(\.tally)) { rest.parseRest($0) }
    try rest.endRest()
    read += idle.withLock { $0 }
    parsers = read + [rest]
  }

  /// What all files gave.
  var rows: LogReader.TouchRows {
    let earliest = parsers.map(\.earliest).min() ?? Int64.max
    let latest = parsers.map(\.latest).sorted(by: >)
    let beforeLast = (latest.dropFirst().prefix(1) + parsers.map(\.beforeLatest)).max() ?? Int64.min
    let last = latest.first ?? Int64.min
    let isEmpty = earliest > last
    let year = 365 * Instant.millisecondsPerDay
    return LogReader.TouchRows(
      streams: parsers.map(\.streams),
      span: isEmpty ? nil : Instant(milliseconds: earliest)...Instant(milliseconds: last),
      lateRows: parsers.reduce(0) { $0 + $1.lateRows },
      mayHaveOutlier: !isEmpty && (beforeLast < earliest || last - beforeLast > year))
  }
}
