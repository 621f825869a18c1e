import FileReading

/// Writes and reads the records of a partition as columns of bytes.
///
/// A piece is how many records each block has, as LEB128; the records in runs; and the bytes that belong to them, as they
/// are. Of a run's three words each, the bytes that all have in common are written once, the others one after the other by
/// place: ids of people, times of a few weeks and codes of some hundred contents take about 16 bytes of a record's 24.
struct RecordRunCoder {
  /// Records of a run, as many as a page holds.
  private static let length = RecordStreams.recordsPerPage

  private var plane = [UInt8](repeating: 0, count: length)
  private var keys = [UInt64](repeating: 0, count: length)
  private var firsts = [UInt64](repeating: 0, count: length)
  private var seconds = [UInt64](repeating: 0, count: length)

  /// Appends the piece of a partition.
  mutating func write(_ partition: Int, of streams: RecordStreams, to writer: inout ByteWriter) {
    var before: UInt32 = 0
    for block in streams.blocks {
      RecordRunCoder.write(UInt64(block.counts[partition] - before), to: &writer)
      before = block.counts[partition]
    }
    var cursor = StreamCursor(streams, partition: partition)
    var left = streams.count(ofPartition: partition)
    while left > 0 {
      // Safety: no more records are asked for than the partition has, and they stay until the streams are written out.
      let run = unsafe cursor.nextRun(upTo: left)
      unsafe write(run.span, to: &writer)
      left -= run.count
    }
    let bytes = streams.bytes(ofPartition: partition)
    writer.append(bytes.span.extracting(0..<streams.byteCount(ofPartition: partition)))
  }

  private mutating func write(_ run: Span<KeyedRecord>, to writer: inout ByteWriter) {
    write(run, to: &writer) { $0.key }
    write(run, to: &writer) { $0.first }
    write(run, to: &writer) { $0.second }
  }

  /// Writes one of the words of all records: which bytes differ, the bytes of the first record, and those that differ.
  @inline(__always) private mutating func write(
    _ run: Span<KeyedRecord>, to writer: inout ByteWriter, _ word: (KeyedRecord) -> UInt64
  ) {
    let first = word(run[0])
    var varying: UInt64 = 0
    // Safety, here and below: indices are below the number of records, for each of which a plane has a place.
    for index in 0..<run.count { varying |= unsafe word(run[unchecked: index]) ^ first }
    let mask = RecordRunCoder.places(varying)
    writer.append(mask)
    writer.append(first)
    for place in 0..<8 where mask & 1 << UInt8(place) != 0 {
      let shift = UInt64(8 * place)
      var bytes = plane.mutableSpan
      for index in 0..<run.count {
        unsafe bytes[unchecked: index] = UInt8(truncatingIfNeeded: word(run[unchecked: index]) &>> shift)
      }
      writer.append(plane.span.extracting(0..<run.count))
    }
  }

  /// A bit for each byte of a word that is not zero.
  private static func places(_ word: UInt64) -> UInt8 {
    (0..<8).reduce(0) { $0 | (word >> UInt64(8 * $1) & 0xFF == 0 ? 0 : 1 << UInt8($1)) }
  }

  /// Appends the records of a piece to a partition.
  ///
  /// - Returns: how many records each block has.
  mutating func read(
    _ bytes: [UInt8], _ piece: SpilledSegment.Piece, blocks: Int, into streams: inout RecordStreams, partition: Int
  ) -> [UInt32] {
    let bytes = bytes.span
    var position = 0
    var counts: [UInt32] = []
    counts.reserveCapacity(blocks)
    for _ in 0..<blocks { counts.append(UInt32(RecordRunCoder.readNumber(bytes, &position))) }
    var left = piece.records
    while left > 0 {
      let count = min(left, RecordRunCoder.length)
      RecordRunCoder.read(bytes, &position, count, into: &keys)
      RecordRunCoder.read(bytes, &position, count, into: &firsts)
      RecordRunCoder.read(bytes, &position, count, into: &seconds)
      RecordRunCoder.append(count, keys.span, firsts.span, seconds.span, to: &streams, partition)
      left -= count
    }
    streams.append(bytes: bytes.extracting(position..<position + piece.bytes), to: partition)
    return counts
  }

  private static func append(
    _ count: Int, _ keys: Span<UInt64>, _ firsts: Span<UInt64>, _ seconds: Span<UInt64>,
    to streams: inout RecordStreams, _ partition: Int
  ) {
    for index in 0..<count {
      // Safety: every column has a run's length, and a run no more records.
      let record = unsafe KeyedRecord(
        key: keys[unchecked: index], first: firsts[unchecked: index], second: seconds[unchecked: index])
      streams.append(record, to: partition)
    }
  }

  private static func read(
    _ bytes: Span<UInt8>, _ position: inout Int, _ count: Int, into column: inout [UInt64]
  ) {
    let mask = bytes[position]
    var first: UInt64 = 0
    for place in 0..<8 where mask & 1 << UInt8(place) == 0 {
      first |= UInt64(bytes[position + 1 + place]) << UInt64(8 * place)
    }
    position += 9
    var words = column.mutableSpan
    for index in 0..<count { words[index] = first }
    for place in 0..<8 where mask & 1 << UInt8(place) != 0 {
      let plane = bytes.extracting(position..<position + count)
      let shift = UInt64(8 * place)
      for index in 0..<count {
        // Safety: the plane has `count` bytes and a column room for a run.
        unsafe words[unchecked: index] |= UInt64(plane[unchecked: index]) &<< shift
      }
      position += count
    }
  }

  private static func write(_ number: UInt64, to writer: inout ByteWriter) {
    var rest = number
    while rest >= 0x80 {
      writer.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    writer.append(UInt8(rest))
  }

  private static func readNumber(_ bytes: Span<UInt8>, _ position: inout Int) -> UInt64 {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      guard byte >= 0x80 else { return number }
      shift += 7
    }
  }
}
