import FileReading
import GraphStructures
import Parallelism

/// Which number each id of an edge list's blocks gets.
struct EdgeNumbering: Sendable {
  /// The ids in the order of their numbers.
  let ids: [String]
  /// Whether all ids are integers.
  let areIntegers: Bool
  /// How many ids the list of nodes has.
  let listedCount: Int
  /// For each id of a block its number; one table for all blocks where ids stand for themselves.
  private let tables: [[NodeID]]

  /// Numbers by what the ends of a block's edges say.
  func numbers(inBlock block: Int) -> [NodeID] { tables[tables.count == 1 ? 0 : block] }

  /// Numbers integers in ascending order; nil when they are too sparse for a table of all up to the largest.
  init?(integers blocks: [ParsedEdges], nodes: [ParsedEdges], edgeCount: Int, threads: Int) {
    let largest = (blocks + nodes).reduce(0) { max($0, Int($1.largest)) }
    let known = edgeCount + nodes.reduce(0) { $0 + $1.sources.count }
    guard largest < known * BlockEdgeList.sparsest + 1 << 20 else { return nil }
    let words = largest / 64 + 1
    let none = { @Sendable in [UInt64](repeating: 0, count: words) }
    func occurring(_ blocks: [ParsedEdges]) -> [[UInt64]] {
      parallelFold(blocks.count, threads: threads, initial: none) { seen, index in
        for id in blocks[index].sources { seen[Int(id >> 6)] |= 1 << UInt64(id & 63) }
        for id in blocks[index].targets { seen[Int(id >> 6)] |= 1 << UInt64(id & 63) }
      }
    }
    let listed = occurring(nodes)
    let parts = listed + occurring(blocks)
    var ids: [String] = []
    var numbers = [NodeID](repeating: -1, count: largest + 1)
    var listedCount = 0
    for word in 0..<words {
      listedCount += listed.reduce(0) { $0 | $1[word] }.nonzeroBitCount
      var bits = parts.reduce(0) { $0 | $1[word] }
      while bits != 0 {
        let id = word * 64 + bits.trailingZeroBitCount
        numbers[id] = NodeID(ids.count)
        ids.append(String(id))
        bits &= bits - 1
      }
    }
    self.ids = ids
    areIntegers = true
    self.listedCount = listedCount
    tables = [numbers]
  }

  /// Numbers names in the order in which they come, those of the list of nodes first; integers in ascending order. Nil where a
  /// name is no UTF-8.
  init?(names blocks: [ParsedEdges], nodes: [ParsedEdges], threads: Int) {
    var all = Interner()
    for block in nodes { _ = all.join(block.names) }
    listedCount = all.count
    let places = blocks.map { all.join($0.names) }
    guard let names = all.validTexts else { return nil }
    let (order, areIntegers) = NodeList.order(names)
    var numbers = [NodeID](repeating: 0, count: order.count)
    for (number, place) in order.enumerated() { numbers[place] = NodeID(number) }
    ids = order.map { names[$0] }
    self.areIntegers = areIntegers
    tables = places.map { $0.map { numbers[Int($0)] } }
  }
}
