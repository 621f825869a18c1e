/// Reads one partition's streams of one thread from the beginning.
@safe struct StreamCursor {
  private let pages: [UnsafeMutableRawPointer]
  private let bytes: [UInt8]
  private var nextPage = 0
  private var next: UnsafePointer<KeyedRecord>?
  private var end: UnsafePointer<KeyedRecord>?
  private var position = 0

  init(_ streams: RecordStreams, partition: Int) {
    unsafe pages = streams.recordPages[partition]
    bytes = streams.bytes(ofPartition: partition)
    unsafe next = nil
    unsafe end = nil
  }

  /// Reads up to `limit` records, at least one, that lie side by side; valid until the partition is released.
  @unsafe mutating func nextRun(upTo limit: Int) -> UnsafeBufferPointer<KeyedRecord> {
    if unsafe next == end {
      // Safety: the caller reads no more records than were written, so that there is a page, filled up to them.
      let start = unsafe pages[nextPage].assumingMemoryBound(to: KeyedRecord.self)
      nextPage += 1
      unsafe next = UnsafePointer(start)
      unsafe end = UnsafePointer(start + RecordStreams.recordsPerPage)
    }
    guard let start = unsafe next, let stop = unsafe end else { preconditionFailure("A stream ended too early.") }
    let count = unsafe min(limit, stop - start)
    unsafe next = unsafe start + count
    return unsafe UnsafeBufferPointer(start: start, count: count)
  }

  /// Reads a number of the byte stream.
  mutating func readNumber() -> UInt64 {
    defer { position += 8 }
    precondition(position + 8 <= bytes.count, "A byte stream ended too early.")
    // Safety: eight bytes lie there, as checked above.
    return unsafe bytes.withUnsafeBytes {
      UInt64(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }

  /// Reads bytes of the byte stream.
  mutating func readBytes(_ count: Int) -> ArraySlice<UInt8> {
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Reads bytes of the byte stream without a copy.
  mutating func readBytes<Value>(_ count: Int, _ body: (borrowing Span<UInt8>) -> Value) -> Value {
    defer { position += count }
    return body(bytes.span.extracting(position..<position + count))
  }

  /// Passes over bytes of the byte stream.
  mutating func skipBytes(_ count: Int) { position += count }
}
