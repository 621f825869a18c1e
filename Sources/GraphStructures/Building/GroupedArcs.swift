import Parallelism

/// Arcs grouped by key, in each group in the order they came: a stable counting sort.
///
/// A plain counting sort of millions of arcs misses the cache at every write. Here the arcs are first dealt
/// into blocks of consecutive keys, few enough that every block's end stays in the cache, then each block is
/// sorted within the cache. Both steps are linear, stable and parallel.
///
/// Reference: P. M. McIlroy, K. Bostic, M. D. McIlroy, "Engineering Radix Sort", 1993.
struct GroupedArcs: Sendable {
  /// Where the group of each key begins, and at the end the number of arcs.
  let offsets: [UInt32]
  /// The other end of each arc.
  let others: [NodeID]
  /// The edge behind each arc, when tracked.
  let edges: [UInt32]?

  var nodeCount: Int { offsets.count - 1 }

  /// Groups the arcs of `source`, keeping the number of each arc's edge when `tracked`.
  init(_ source: some ArcSource, nodeCount: Int, tracked: Bool, threads: Int) {
    let blocks = KeyBlocks(nodeCount: nodeCount)
    let dealt = DealtArcs(source, blocks: blocks, tracked: tracked, threads: threads)
    let total = dealt.pairs.count
    var others: [NodeID] = []
    var edges: [UInt32] = []
    offsets = [UInt32](slots: nodeCount + 1) { offsets in
      others = [NodeID](slots: total) { others in
        edges = [UInt32](slots: tracked ? total : 0) { edges in
          parallelFor(blocks.count, threads: threads) { block in
            dealt.sort(block, blocks: blocks, into: offsets, others, tracked ? edges : nil)
          }
        }
      }
      offsets[nodeCount] = UInt32(total)
    }
    self.others = others
    self.edges = tracked ? edges : nil
  }
}

/// Consecutive keys in blocks of one size, a power of two: small enough to count in the first-level cache.
struct KeyBlocks: Sendable {
  let nodeCount: Int
  let bits: Int

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    let keyBits = Int.bitWidth - max(0, nodeCount - 1).leadingZeroBitCount
    bits = max(11, keyBits - 11)
  }

  /// The number of blocks.
  var count: Int { (nodeCount + (1 << bits) - 1) >> bits }

  /// The keys of one block.
  func keys(of block: Int) -> Range<Int> {
    (block << bits)..<min((block + 1) << bits, nodeCount)
  }
}

/// Arcs dealt into blocks of keys, in each block in the order they came.
private struct DealtArcs: Sendable {
  /// Key in the upper and other end in the lower half.
  let pairs: [UInt64]
  let edges: [UInt32]
  /// Where each block begins, and at the end the number of arcs.
  let starts: [Int]

  init(_ source: some ArcSource, blocks: KeyBlocks, tracked: Bool, threads: Int) {
    let parts = max(1, min(threads, source.itemCount >> 14))
    let size = max(1, (source.itemCount + parts - 1) / parts)
    let blockCount = blocks.count
    let bits = UInt32(blocks.bits)
    let counts = [Int](slots: parts * blockCount) { counts in
      parallelFor(parts, threads: threads) { part in
        let first = part * blockCount
        for block in 0..<blockCount { counts[first + block] = 0 }
        source.visit(DealtArcs.items(of: part, size, source.itemCount)) { key, _, _ in
          // Safety: a key is a node id, so its block is one of `blockCount`.
          unsafe counts[unchecked: first + Int(key >> bits)] += 1
        }
      }
    }
    let (starts, ends) = DealtArcs.places(counts, parts: parts, blockCount: blockCount)
    let total = starts[blockCount]
    var places = ends
    var dealtEdges: [UInt32] = []
    pairs = [UInt64](slots: total) { pairs in
      dealtEdges = [UInt32](slots: tracked ? total : 0) { edges in
        places.withSlots { places in
          parallelFor(parts, threads: threads) { part in
            let first = part * blockCount
            source.visit(DealtArcs.items(of: part, size, source.itemCount)) { key, other, edge in
              let slot = first + Int(key >> bits)
              // Safety: the counting pass above counted this very arc, so its place is below `total`.
              let place = unsafe places[unchecked: slot]
              unsafe places[unchecked: slot] = place + 1
              unsafe pairs[unchecked: place] = UInt64(key) << 32 | UInt64(other)
              if tracked { unsafe edges[unchecked: place] = edge }
            }
          }
        }
      }
    }
    edges = dealtEdges
    self.starts = starts
  }

  /// Where each block begins, and where each part writes its first arc of each block.
  private static func places(_ counts: [Int], parts: Int, blockCount: Int) -> (starts: [Int], places: [Int]) {
    var starts = [Int](repeating: 0, count: blockCount + 1)
    var places = counts
    var sum = 0
    for block in 0..<blockCount {
      starts[block] = sum
      for part in 0..<parts {
        let count = counts[part * blockCount + block]
        places[part * blockCount + block] = sum
        sum += count
      }
    }
    starts[blockCount] = sum
    return (starts, places)
  }

  private static func items(of part: Int, _ size: Int, _ count: Int) -> Range<Int> {
    min(part * size, count)..<min((part + 1) * size, count)
  }

  /// Sorts one block by key, writing its rows' beginnings and their arcs.
  func sort(
    _ block: Int, blocks: KeyBlocks, into offsets: SharedSlots<UInt32>, _ others: SharedSlots<NodeID>,
    _ sortedEdges: SharedSlots<UInt32>?
  ) {
    let keys = blocks.keys(of: block)
    let range = starts[block]..<starts[block + 1]
    let pairs = pairs.span
    let firstKey = UInt64(keys.lowerBound) << 32
    var next = [UInt32](repeating: 0, count: keys.count)
    next.withSlots { next in
      for arc in range {
        // Safety: the arcs of this block have its keys, so the difference indexes `next`.
        unsafe next[unchecked: Int((pairs[unchecked: arc] - firstKey) >> 32)] += 1
      }
      var sum = UInt32(range.lowerBound)
      for key in keys {
        let count = next[key - keys.lowerBound]
        offsets[key] = sum
        next[key - keys.lowerBound] = sum
        sum += count
      }
      for arc in range {
        // Safety: as above; places stay within `range`, which lies within `others`.
        let pair = unsafe pairs[unchecked: arc]
        let key = Int((pair - firstKey) >> 32)
        let place = unsafe Int(next[unchecked: key])
        unsafe next[unchecked: key] += 1
        unsafe others[unchecked: place] = NodeID(truncatingIfNeeded: pair)
        if let sortedEdges { sortedEdges[place] = edges[arc] }
      }
    }
  }
}
