import GraphStructures
import Parallelism
import Synchronization

/// A simple graph prepared for counting triangles: its nodes numbered anew by falling degree, and for each the
/// neighbors of smaller number.
///
/// Every triangle is found once, from its node of least degree: for each pair of its listed neighbors, is there an
/// edge? Few nodes have long lists then, however many neighbors they have.
///
/// Reference: T. Schank, D. Wagner, "Finding, counting and listing all triangles in large graphs", WEA 2005,
/// doi:10.1007/11427186_54.
struct TriangleCount: Sendable {
  /// The new number of each node.
  private let ranks: [NodeID]
  /// For each new number the neighbors of smaller number.
  private let offsets: [UInt32]
  private let lower: [NodeID]
  /// How many arcs each listed edge stands for, 1 or 2; empty when all stand for one.
  private let arcs: [UInt8]
  private let threads: Int

  /// - Parameters:
  ///   - simple: a graph without loops and parallel edges.
  ///   - countsArcs: whether an edge counts as often as its weight says, 1 or 2.
  ///   - threads: upper bound on threads.
  init(_ simple: UndirectedGraph, countsArcs: Bool, threads: Int) {
    self.threads = threads
    let adjacency = simple.adjacency
    let degreeOrder = DegreeOrder(adjacency)
    let (order, ranks) = (degreeOrder.nodes, degreeOrder.ranks)
    let offsets = TriangleCount.offsets(adjacency, order: order, ranks: ranks, threads: threads)
    let total = Int(offsets[order.count])
    var arcs: [UInt8] = []
    lower = [NodeID](slots: total) { lower in
      arcs = [UInt8](slots: countsArcs ? total : 0) { arcs in
        parallelChunks(order.count, size: 1 << 12, threads: threads) { _, range in
          for rank in range {
            var place = Int(offsets[rank])
            for position in adjacency.row(order[rank]) {
              let neighbor = ranks[Int(adjacency.neighbors[position])]
              guard neighbor < rank else { continue }
              lower[place] = neighbor
              if countsArcs { arcs[place] = UInt8(adjacency.weight(at: position)) }
              place += 1
            }
          }
        }
      }
    }
    self.ranks = ranks
    self.offsets = offsets
    self.arcs = arcs
  }

  /// Where the smaller neighbors of each rank begin.
  private static func offsets(
    _ adjacency: Adjacency, order: [NodeID], ranks: [NodeID], threads: Int
  ) -> [UInt32] {
    var offsets = [UInt32](slots: order.count + 1) { counts in
      counts[order.count] = 0
      parallelChunks(order.count, size: 1 << 12, threads: threads) { _, range in
        for rank in range {
          counts[rank] = UInt32(adjacency.neighbors(of: order[rank]).count { ranks[Int($0)] < rank })
        }
      }
    }
    var sum: UInt32 = 0
    for rank in offsets.indices {
      let count = offsets[rank]
      offsets[rank] = sum
      sum += count
    }
    return offsets
  }

  /// For each node the number of its triangles; when arcs count, of arcs between two of its neighbors.
  func counts() -> [Int] {
    let nodeCount = ranks.count
    let lanes = max(1, min(threads, nodeCount >> 8))
    // Whole numbers add up to the same in any order, so each thread keeps its own sums.
    var sums = [UInt64](repeating: 0, count: lanes * nodeCount)
    let next = Atomic<Int>(0)
    sums.withSlots { sums in
      parallelFor(lanes, threads: threads) { lane in
        var marks = [UInt8](repeating: 0, count: nodeCount)
        marks.withSlots { marks in
          while true {
            let start = next.wrappingAdd(256, ordering: .relaxed).oldValue
            guard start < nodeCount else { break }
            for rank in start..<min(start + 256, nodeCount) { count(rank, marks, sums, lane * nodeCount) }
          }
        }
      }
    }
    return ranks.map { rank in
      (0..<lanes).reduce(0) { $0 + Int(sums[$1 * nodeCount + Int(rank)]) }
    }
  }

  /// Counts the triangles whose largest number is `rank`.
  private func count(_ rank: Int, _ marks: SharedSlots<UInt8>, _ sums: SharedSlots<UInt64>, _ base: Int) {
    let row = Int(offsets[rank])..<Int(offsets[rank + 1])
    guard row.count > 1 else { return }
    let lower = lower.span
    let offsets = offsets.span
    let countsArcs = !arcs.isEmpty
    // Safety, here and below: listed neighbors are nodes, and marks, offsets and sums have a place for each node.
    for arc in row { unsafe marks[unchecked: Int(lower[unchecked: arc])] = countsArcs ? arcs[arc] : 1 }
    var own: UInt64 = 0
    for arc in row {
      let second = Int(lower[arc])
      let toSecond = UInt64(countsArcs ? arcs[arc] : 1)
      var ofSecond: UInt64 = 0
      for inner in unsafe Int(offsets[unchecked: second])..<Int(offsets[unchecked: second + 1]) {
        let third = unsafe Int(lower[unchecked: inner])
        let mark = unsafe UInt64(marks[unchecked: third])
        guard mark != 0 else { continue }
        own += countsArcs ? UInt64(arcs[inner]) : 1
        ofSecond += mark
        unsafe sums[unchecked: base + third] += toSecond
      }
      sums[base + second] += ofSecond
    }
    sums[base + rank] += own
    for arc in row { unsafe marks[unchecked: Int(lower[unchecked: arc])] = 0 }
  }
}

extension UndirectedGraph {
  /// Whether the graph has no loops and no parallel edges.
  var isSimple: Bool {
    loopCount == 0
      && nodes.allSatisfy { node in
        let row = adjacency.row(node)
        return row.dropFirst().allSatisfy { adjacency.neighbors[$0] != adjacency.neighbors[$0 - 1] }
      }
  }
}
