import Parallelism

/// The record streams of all threads, read partition by partition in the order of the file's rows.
@safe final class PartitionedStreams: @unchecked Sendable {
  // Threads work on different partitions at the same time; a stream's partitions share nothing.
  private let streams: [RecordStreams]
  /// Every block with the thread that parsed it and its place among that thread's blocks, in the order of the file.
  private let order: [(stream: Int, block: Int)]
  let partitions: Int
  /// Per store of pages, how many partitions are still to be read.
  private let left: Guarded<[Int]>

  init(_ streams: [RecordStreams], partitions: Int) {
    self.streams = streams
    self.partitions = partitions
    let stores = RecordStreams.storeCount(partitions)
    left = Guarded((0..<stores).map { store in (0..<partitions).count { $0 * stores / partitions == store } })
    order = streams.indices.flatMap { stream in
      streams[stream].blocks.indices.map { (stream: stream, block: $0) }
    }.sorted { streams[$0.stream].blocks[$0.block].index < streams[$1.stream].blocks[$1.block].index }
  }

  /// Records of a partition.
  func count(ofPartition partition: Int) -> Int {
    streams.reduce(0) { $0 + Int($1.blocks.last?.counts[partition] ?? 0) }
  }

  /// Calls `body` for the records of a partition in the order of the rows, run by run, with the cursor that has the
  /// bytes that belong to them and the thread they come from.
  @inline(__always) func forEachRun(
    inPartition partition: Int, _ body: (_ run: Span<KeyedRecord>, _ cursor: inout StreamCursor, _ stream: Int) -> Void
  ) {
    var cursors = streams.map { StreamCursor($0, partition: partition) }
    for (stream, block) in order {
      let blocks = streams[stream].blocks
      var left = Int(blocks[block].counts[partition] - (block > 0 ? blocks[block - 1].counts[partition] : 0))
      while left > 0 {
        // Safety: a stream is asked for no more records than its blocks put into it, and they stay until the partition
        // is released.
        let run = unsafe cursors[stream].nextRun(upTo: left)
        unsafe body(run.span, &cursors[stream], stream)
        left -= run.count
      }
    }
  }

  /// Tells that a partition will not be read any more; gives memory back when none of its neighbors will be either.
  func release(partition: Int) {
    let store = partition * left.withLock { $0.count } / partitions
    let isLast = left.withLock { left in
      left[store] -= 1
      return left[store] == 0
    }
    if isLast { for stream in streams { stream.release(store: store) } }
  }
}
