private import CByteScanning
import FileReading

/// A row reduced to what the log or the contacts keep of it.
struct KeyedRecord {
  /// The contact's id, or the mark of a long one whose bytes are in the byte stream.
  var key: UInt64
  var first: UInt64
  var second: UInt64
}

/// The records of one thread, divided by contact into partitions, each in the order of the rows.
///
/// A partition has two streams: records of 24 bytes, and bytes for what does not fit into them (long ids, names,
/// numbers). Records lie in pages that are given back when the partitions are put together, so that records and what is
/// made of them do not take memory at the same time.
@safe struct RecordStreams: @unchecked Sendable {
  @unsafe private struct Head {
    /// Where the next record goes, and where the page ends; the same before the first page.
    var next: UnsafeMutablePointer<KeyedRecord>
    var end: UnsafeMutablePointer<KeyedRecord>
    var count: UInt32

    /// A head without a page: nothing is written to where it points, since a partition without room asks for a page first.
    static func empty(_ heads: UnsafeMutablePointer<Head>) -> Head {
      let nowhere = unsafe UnsafeMutableRawPointer(heads).assumingMemoryBound(to: KeyedRecord.self)
      return unsafe Head(next: nowhere, end: nowhere, count: 0)
    }
  }

  /// Frees the heads with the last copy of the streams.
  @safe private final class HeadStore {
    let heads: UnsafeMutablePointer<Head>

    init(count: Int) {
      // Safety: owned by this object and freed in deinit.
      unsafe heads = .allocate(capacity: count)
    }

    deinit { unsafe heads.deallocate() }
  }

  let partitions: Int
  private let headStore: HeadStore
  private let heads: UnsafeMutablePointer<Head>
  /// Where the pages of neighboring partitions come from.
  private let stores: [PageStore]
  private(set) var recordPages: [[UnsafeMutableRawPointer]]
  private var bytes: [ByteWriter]
  /// Per block parsed, how many records each partition had behind it.
  private(set) var blocks: [(index: Int, counts: [UInt32])] = []
  private var pageCount = 0
  /// What was written to a temporary file and came before all that is in memory.
  private(set) var segments: [SpilledSegment] = []
  /// Where records go that memory has no room for.
  private let spill: Spill?
  /// The memory that the spill knows of.
  private var knownMemory = 0

  /// How many records ahead memory is fetched: more than a line of the cache holds. The pages of all partitions are too
  /// many to stay in a core's cache, so that a store into a new line would have to wait for it. Of a log of four million
  /// touches (192 MB) touchpoints, reach and retention take 1.54 s of one core with it and 1.60 s without: the least user
  /// time of six runs in turns on a shared machine.
  private static let prefetchedRecords = 4

  static let recordsPerPage = PageStore.pageSize / MemoryLayout<KeyedRecord>.stride

  init(partitions: Int, spill: Spill? = nil) {
    self.partitions = partitions
    self.spill = spill
    stores = (0..<RecordStreams.storeCount(partitions)).map { _ in PageStore() }
    headStore = HeadStore(count: partitions)
    // Safety: the store lives as long as the streams; every head is initialized below.
    unsafe heads = headStore.heads
    unsafe recordPages = Array(repeating: [], count: partitions)
    bytes = Array(repeating: ByteWriter(), count: partitions)
    unsafe heads.initialize(repeating: Head.empty(heads), count: partitions)
  }

  /// Appends a record to a partition.
  @inline(__always) mutating func append(_ record: KeyedRecord, to partition: Int) {
    assert(partition >= 0 && partition < partitions)
    // Safety: the partition is below their number; behind `addPage` there is room for a record. What is fetched need
    // not be there.
    let head = unsafe heads + partition
    if unsafe head.pointee.next == head.pointee.end { addPage(to: partition) }
    unsafe head.pointee.next.initialize(to: record)
    unsafe head.pointee.next += 1
    unsafe prefetch_for_writing(head.pointee.next + RecordStreams.prefetchedRecords)
    unsafe head.pointee.count &+= 1
  }

  @inline(never) private mutating func addPage(to partition: Int) {
    let page = unsafe store(of: partition).take()
    pageCount += 1
    unsafe recordPages[partition].append(page)
    // Safety: a page has room for this many records.
    let records = unsafe page.bindMemory(to: KeyedRecord.self, capacity: RecordStreams.recordsPerPage)
    unsafe heads[partition].next = records
    unsafe heads[partition].end = records + RecordStreams.recordsPerPage
  }

  /// Appends a text that belongs to the partition's next record: its length and its bytes.
  mutating func append(_ text: borrowing Span<UInt8>, to partition: Int) { bytes[partition].append(counted: text) }

  /// Appends a number that belongs to the partition's next record.
  mutating func append(_ number: UInt64, to partition: Int) { bytes[partition].append(number) }

  /// The texts and numbers of a partition's records, with bytes of no meaning behind them.
  func bytes(ofPartition partition: Int) -> [UInt8] { bytes[partition].bytes }

  /// Marks the end of a block; those of a thread ascend.
  mutating func endBlock(_ index: Int) {
    blocks.append((index, (0..<partitions).map { unsafe heads[$0].count }))
  }

  /// Appends what belongs to the partition's next records.
  mutating func append(bytes text: borrowing Span<UInt8>, to partition: Int) { bytes[partition].append(text) }

  /// Records of a partition that are in memory.
  func count(ofPartition partition: Int) -> Int { unsafe Int(heads[partition].count) }

  /// Bytes that belong to the records of a partition that are in memory.
  func byteCount(ofPartition partition: Int) -> Int { bytes[partition].count }

  /// Tells the spill how much memory is taken, and writes all records out where that is too much.
  mutating func settle() throws(ReadingError) {
    guard let spill else { return }
    let memory = pageCount * PageStore.pageSize + bytes.reduce(0) { $0 + $1.bytes.count }
    let isTooMuch = spill.take(memory - knownMemory)
    knownMemory = memory
    if isTooMuch { try writeOut() }
  }

  /// Writes all records out and gives their memory back.
  mutating func writeOut() throws(ReadingError) {
    guard let spill, !blocks.isEmpty else { return }
    segments.append(try spill.write(self))
    for store in stores { store.releaseAll() }
    for partition in 0..<partitions {
      unsafe recordPages[partition] = []
      unsafe heads[partition] = Head.empty(heads)
      bytes[partition] = ByteWriter()
    }
    blocks = []
    pageCount = 0
    _ = spill.take(-knownMemory)
    knownMemory = 0
  }

  /// Reads back some partitions of what was written out, numbered from 0; all of it must be.
  init(readingBack range: Range<Int>, of written: RecordStreams) throws(ReadingError) {
    self.init(partitions: range.count)
    guard let spill = written.spill else { return }
    var coder = RecordRunCoder()
    for segment in written.segments {
      let before = blocks.last?.counts ?? [UInt32](repeating: 0, count: range.count)
      var counts = [[UInt32]](repeating: before, count: segment.blocks.count)
      for (partition, place) in range.enumerated() {
        let piece = segment.pieces[place]
        let found = coder.read(
          try spill.read(piece), piece, blocks: segment.blocks.count, into: &self, partition: partition)
        var count = before[partition]
        for block in counts.indices {
          count += found[block]
          counts[block][partition] = count
        }
      }
      for (index, counts) in zip(segment.blocks, counts) { blocks.append((index, counts)) }
    }
  }

  /// How many stores the partitions share: so many that memory goes back little by little.
  static func storeCount(_ partitions: Int) -> Int { min(partitions, 16) }

  private func store(of partition: Int) -> PageStore { stores[partition * stores.count / partitions] }

  /// Gives the memory of all partitions of a store back; they must not be read any more.
  func release(store: Int) { stores[store].releaseAll() }
}
