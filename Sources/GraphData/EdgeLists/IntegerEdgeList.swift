import GraphStructures
import Parallelism
import Synchronization

/// The fast way to read an edge list whose ids are integers: blocks of the file on all threads, no text per edge.
///
/// A line is `u v`, `u v weight` or `u v weight time`, all lines alike, ids without sign or leading zeros below 2³² − 1;
/// lines that are empty or start with `#` or `%` are left out. Whatever else the file holds, this way gives up and
/// ``TextEdgeList`` reads it, by the same rules and with exact messages.
enum IntegerEdgeList {
  /// Bytes of the file that one work item parses.
  static let blockSize = 1 << 21
  /// The longest line read this way.
  static let longestLine = 256
  /// Ids may exceed this many times the number of edges, plus 2²⁰, before a table of all of them is too large.
  static let sparsest = 16

  /// The graph, or nil when the file has another form. Nodes come in ascending order of their ids.
  ///
  /// - Complexity: O(bytes + largest id).
  static func read(
    _ file: GraphFile, size: Int, separator: EdgeListSeparator, isDirected: Bool, threads: Int
  ) throws(GraphFileError) -> GraphReading? {
    let count = (size + blockSize - 1) / blockSize
    guard count > 0 else { return nil }
    let blocks = Mutex([ParsedEdges?](repeating: nil, count: count))
    let outcome = Mutex(Outcome())
    _ = parallelFold(count, threads: threads, initial: EdgeBlock.forList) { block, index in
      if outcome.withLock({ $0.isOver }) { return }
      do throws(GraphFileError) {
        guard let parsed = try block.parse(file, index: index, size: size, separator: separator) else {
          return outcome.withLock { $0.isOver = true }
        }
        blocks.withLock { $0[index] = parsed }
      } catch {
        outcome.withLock {
          $0.isOver = true
          $0.error = error
        }
      }
    }
    let end = outcome.withLock { $0 }
    if let error = end.error { throw error }
    if end.isOver { return nil }
    return graph(blocks.withLock { $0.compactMap(\.self) }, isDirected: isDirected, threads: threads)
  }

  private struct Outcome {
    var isOver = false
    var error: GraphFileError?
  }

  private static func graph(_ blocks: [ParsedEdges], isDirected: Bool, threads: Int) -> GraphReading? {
    let filled = blocks.filter { !$0.sources.isEmpty }
    let edgeCount = filled.reduce(0) { $0 + $1.sources.count }
    guard let first = filled.first, edgeCount <= Int(Int32.max) else { return nil }
    guard filled.allSatisfy({ $0.fields == first.fields }) else { return nil }
    let largest = filled.reduce(0) { max($0, Int($1.largest)) }
    guard largest < edgeCount * sparsest + 1 << 20 else { return nil }
    let (ids, numbers) = numbering(filled, largest: largest, threads: threads)
    let starts = filled.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.sources.count) }
    func column<Value: BitwiseCopyable & Sendable>(_ fill: @Sendable (ParsedEdges, Int) -> Value) -> [Value] {
      [Value](slots: edgeCount) { slots in
        parallelFor(filled.count, threads: threads) { index in
          let block = filled[index]
          let start = starts[index]
          for row in 0..<block.sources.count { slots[start + row] = fill(block, row) }
        }
      }
    }
    let sources = ends(filled, { $0.sources }, numbers, starts, edgeCount, threads: threads)
    let targets = ends(filled, { $0.targets }, numbers, starts, edgeCount, threads: threads)
    let hasIntegers = filled.allSatisfy(\.hasIntegerWeights)
    let weights: [Double]? = first.fields > 2 ? column { $0.weights[$1] } : nil
    let times: [Int64]? = first.fields > 3 ? column { $0.times[$1] } : nil
    return GraphReading(
      graph: AttributedGraph(
        isDirected: isDirected, nodeIDs: ids.map { String($0) },
        edges: EdgeList(nodeCount: ids.count, sources: sources, targets: targets, weights: weights),
        hasIntegerIDs: true, hasIntegerWeights: weights != nil && hasIntegers,
        edgeAttributes: times.map { [AttributeColumn("time", .integer($0))] } ?? []))
  }

  /// The ids that occur, in ascending order, and for each id up to the largest its number among them.
  private static func numbering(_ blocks: [ParsedEdges], largest: Int, threads: Int) -> (ids: [UInt32], [NodeID]) {
    let words = largest / 64 + 1
    let none = { @Sendable in [UInt64](repeating: 0, count: words) }
    let parts = parallelFold(blocks.count, threads: threads, initial: none) { seen, index in
      for id in blocks[index].sources { seen[Int(id >> 6)] |= 1 << UInt64(id & 63) }
      for id in blocks[index].targets { seen[Int(id >> 6)] |= 1 << UInt64(id & 63) }
    }
    var ids: [UInt32] = []
    var numbers = [NodeID](repeating: -1, count: largest + 1)
    for word in 0..<words {
      var bits = parts.reduce(0) { $0 | $1[word] }
      while bits != 0 {
        let id = word * 64 + bits.trailingZeroBitCount
        numbers[id] = NodeID(ids.count)
        ids.append(UInt32(id))
        bits &= bits - 1
      }
    }
    return (ids, numbers)
  }

  /// One end of every edge as a node number.
  private static func ends(
    _ blocks: [ParsedEdges], _ end: @Sendable (ParsedEdges) -> [UInt32], _ numbers: [NodeID], _ starts: [Int],
    _ count: Int, threads: Int
  ) -> [NodeID] {
    [NodeID](slots: count) { slots in
      parallelFor(blocks.count, threads: threads) { index in
        let column = end(blocks[index])
        let ids = column.span
        let numbers = numbers.span
        let start = starts[index]
        for row in ids.indices { slots[start + row] = numbers[Int(ids[row])] }
      }
    }
  }
}

extension AttributeColumn.Values {
  /// A column of integers that are all there.
  static func integer(_ values: [Int64]) -> AttributeColumn.Values { .integer(values.map(Optional.some)) }
}

/// The edges of one block.
struct ParsedEdges: Sendable {
  var sources: [UInt32] = []
  var targets: [UInt32] = []
  var weights: [Double] = []
  var times: [Int64] = []
  /// How many fields each line has: 2 to 4, or 0 without edges.
  var fields = 0
  var largest: UInt32 = 0
  var hasIntegerWeights = true
}
