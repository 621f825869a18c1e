import FileReading
import GraphStructures
import Parallelism

/// The fast way to read an edge list: blocks of the file on all threads, no text per edge.
///
/// A line is `u v`, `u v weight` or `u v weight time`, all lines alike, perhaps under a header that says so; lines that are
/// empty or start with `#` or `%` are left out. Ids that are integers below 2³² − 1 stand for themselves while they are
/// read; any others without quotes are numbered within their block, and the blocks' names are joined in order.
/// Whatever else the file holds, this way gives up and ``TextEdgeList`` reads it, by the same rules and with exact messages.
enum BlockEdgeList {
  /// The longest line read this way.
  static let longestLine = 256
  /// Integers may exceed this many times the number of edges, plus 2²⁰, before a table of all of them is too large.
  static let sparsest = 16

  /// The graph, or nil when a file has another form. Nodes come in the order that ``NodeList/order(_:)`` gives.
  ///
  /// - Parameter nodes: the list of nodes, or nil without one.
  /// - Complexity: O(bytes + largest id); O(bytes) for names.
  static func read(
    _ edges: EdgeListSource, nodes: EdgeListSource?, isDirected: Bool, threads: Int
  ) throws(GraphFileError) -> GraphReading? {
    for ids in [EdgeListIDs.integers, .names] {
      var listed: [ParsedEdges] = []
      if let nodes {
        guard let found = try blocks(nodes, ids, threads: threads) else { continue }
        listed = found
      }
      guard let found = try blocks(edges, ids, threads: threads) else { continue }
      let filled = found.filter { !$0.sources.isEmpty }
      let edgeCount = filled.reduce(0) { $0 + $1.sources.count }
      guard let first = filled.first, edgeCount <= Int(Int32.max) else { return nil }
      guard filled.allSatisfy({ $0.fields == first.fields }), edges.layout?.names.count ?? 2 == first.fields
      else { return nil }
      let numbering =
        ids == .integers
        ? EdgeNumbering(integers: filled, nodes: listed, edgeCount: edgeCount, threads: threads)
        : EdgeNumbering(names: filled, nodes: listed, threads: threads)
      guard let numbering else { continue }
      var reading = graph(filled, numbering, edges.layout, isDirected: isDirected, threads: threads)
      reading.decisions = edges.decisions + reading.decisions
      if nodes != nil { reading.notes = NodeList.notes(listed: numbering.listedCount, all: numbering.ids.count) }
      return reading
    }
    return nil
  }

  /// The blocks of a file in order; nil when one has another form.
  private static func blocks(
    _ source: EdgeListSource, _ ids: EdgeListIDs, threads: Int
  ) throws(GraphFileError) -> [ParsedEdges]? {
    let blocks = Guarded([ParsedEdges?](repeating: nil, count: source.blockCount))
    let outcome = Guarded(Outcome())
    let memory = { @Sendable in EdgeBlock(source) }
    _ = parallelFold(source.blockCount, threads: threads, initial: memory) { block, index in
      if outcome.withLock({ $0.isOver }) { return }
      do throws(GraphFileError) {
        guard let parsed = try block.parse(source, ids, index: index) else {
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
    return end.isOver ? nil : blocks.withLock { $0.compactMap(\.self) }
  }

  private struct Outcome {
    var isOver = false
    var error: GraphFileError?
  }

  private static func graph(
    _ blocks: [ParsedEdges], _ numbering: EdgeNumbering, _ layout: EdgeListLayout?, isDirected: Bool, threads: Int
  ) -> GraphReading {
    let starts = blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.sources.count) }
    let edgeCount = starts[blocks.count]
    func column<Value: BitwiseCopyable & Sendable>(_ values: @Sendable (ParsedEdges) -> [Value]) -> [Value] {
      [Value](slots: edgeCount) { slots in
        parallelFor(blocks.count, threads: threads) { index in
          for (row, value) in values(blocks[index]).enumerated() { slots[starts[index] + row] = value }
        }
      }
    }
    func ends(_ end: @Sendable (ParsedEdges) -> [UInt32]) -> [NodeID] {
      [NodeID](slots: edgeCount) { slots in
        parallelFor(blocks.count, threads: threads) { index in
          let column = end(blocks[index])
          let (ids, numbers) = (column.span, numbering.numbers(inBlock: index).span)
          let start = starts[index]
          for row in ids.indices { slots[start + row] = numbers[Int(ids[row])] }
        }
      }
    }
    var layout = layout
    let fields = blocks.first?.fields ?? 2
    var weights = fields > 2 ? column { $0.weights } : nil
    var times = fields > 3 ? column { $0.times } : nil
    if fields == 3, layout?.hasHeader == false, let numbers = weights, areTimes(numbers, blocks) {
      times = numbers.map { Int64($0) }
      weights = nil
      layout?.takeWeightForTime()
    }
    let timeName = layout?.time.flatMap { layout?.names[$0] } ?? "time"
    return GraphReading(
      graph: AttributedGraph(
        isDirected: isDirected, nodeIDs: numbering.ids,
        edges: EdgeList(
          nodeCount: numbering.ids.count, sources: ends { $0.sources }, targets: ends { $0.targets }, weights: weights),
        hasIntegerIDs: numbering.areIntegers,
        hasIntegerWeights: weights != nil && blocks.allSatisfy(\.hasIntegerWeights),
        edgeAttributes: times.map { [AttributeColumn(timeName, count: edgeCount, rows: nil, .integer($0))] } ?? [],
        timeAttribute: times == nil ? nil : timeName),
      decisions: layout?.roleSentences ?? [])
  }

  /// Whether weights look like moments rather than weights.
  private static func areTimes(_ weights: [Double], _ blocks: [ParsedEdges]) -> Bool {
    !weights.isEmpty && blocks.allSatisfy(\.hasIntegerWeights)
      && weights.allSatisfy { $0 > EdgeListLayout.smallestTime && $0 < 0x1p53 }
  }
}
