private import CByteScanning
import FileReading
import Parallelism
import Synchronization

/// Where records go that memory has no room for: a temporary file, made when the first of them come.
final class Spill: Sendable {
  private let limit: MemoryLimit
  private let used = Atomic<Int>(0)
  private let output = Guarded(Output())

  private struct Output: Sendable {
    var file: SpillFile?
    /// Where the next bytes go.
    var end = 0
  }

  /// So many bytes are written at a time.
  private static let writtenAtOnce = 1 << 20

  init(_ limit: MemoryLimit) { self.limit = limit }

  /// The most bytes of records in memory.
  var budget: Int { limit.records }

  /// Whether anything was written.
  var isUsed: Bool { output.withLock { $0.file != nil } }

  /// Takes down that a thread's records take more or less memory. Returns whether all together take too much.
  func take(_ bytes: Int) -> Bool { used.wrappingAdd(bytes, ordering: .relaxed).newValue > budget }

  /// Whether records take more than a part of the memory that they may.
  func isUsed(beyond share: Double) -> Bool { Double(used.load(ordering: .relaxed)) > share * Double(budget) }

  /// Writes all records of some streams.
  ///
  /// - Throws: ``ReadingError/tooLarge(memory:)`` where the log must not be divided.
  func write(_ streams: RecordStreams) throws(ReadingError) -> SpilledSegment {
    guard limit.allowsParts else { throw .tooLarge(memory: limit.bytes) }
    var segment = SpilledSegment(blocks: streams.blocks.map(\.index))
    var coder = RecordRunCoder()
    var writer = ByteWriter(capacity: 2 * Spill.writtenAtOnce)
    var written = 0
    for partition in 0..<streams.partitions {
      let start = writer.count
      coder.write(partition, of: streams, to: &writer)
      segment.pieces.append(
        SpilledSegment.Piece(
          offset: start, length: writer.count - start, records: streams.count(ofPartition: partition),
          bytes: streams.byteCount(ofPartition: partition)))
      guard writer.count >= Spill.writtenAtOnce || partition == streams.partitions - 1 else { continue }
      let offset = try write(writer)
      while written < segment.pieces.count {
        segment.pieces[written].offset += offset
        written += 1
      }
      writer.removeAll()
    }
    return segment
  }

  /// Writes bytes behind all others. Returns where.
  private func write(_ writer: ByteWriter) throws(ReadingError) -> Int {
    let (file, offset) = try output.withLock { output throws(ReadingError) -> (SpillFile, Int) in
      let file: SpillFile
      if let known = output.file {
        file = known
      } else {
        file = try SpillFile(folder: limit.folder)
        Spill.giveMemoryBack()
      }
      output.file = file
      defer { output.end += writer.count }
      return (file, output.end)
    }
    try file.write(writer.bytes.span.extracting(0..<writer.count), at: offset)
    return offset
  }

  /// Has arrays of more than 128 KiB taken from the system and given back to it one by one. The allocator would keep most
  /// of what one part has used while the next one needs others: ten million touches in 100 MB took 147 MB without, 92 MB
  /// with it.
  private static func giveMemoryBack() { map_allocations_from(128 << 10) }

  /// Reads what was written.
  func read(_ piece: SpilledSegment.Piece) throws(ReadingError) -> [UInt8] {
    guard let file = output.withLock({ $0.file }) else { return [] }
    return try file.read(piece.length, at: piece.offset)
  }
}

/// Records that one thread wrote out together: some blocks, partition by partition.
struct SpilledSegment: Sendable {
  /// Indices of the blocks, ascending.
  var blocks: [Int]
  /// One a partition.
  var pieces: [Piece] = []

  /// The records of a partition.
  struct Piece: Sendable {
    var offset: Int
    /// In the file.
    var length: Int
    var records: Int
    /// What belongs to the records besides.
    var bytes: Int

    /// The memory that they take when they are read back.
    var memory: Int { records * MemoryLayout<KeyedRecord>.stride + bytes }
  }
}
