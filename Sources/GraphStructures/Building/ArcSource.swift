/// Arcs about to be grouped by one of their ends, the *key*, in a fixed order.
protocol ArcSource: Sendable {
  /// The number of items that `visit` can be asked for; an item may give no arc, one or two.
  var itemCount: Int { get }

  /// Calls `body` with key, other end and edge number of every arc of the items, in order.
  func visit(_ items: Range<Int>, _ body: (_ key: UInt32, _ other: UInt32, _ edge: UInt32) -> Void)
}

/// The edges of a list, each one arc, keyed by its source or, swapped, by its target.
struct ListedArcs: ArcSource {
  let edges: EdgeList
  let swapped: Bool
  let dropsLoops: Bool

  var itemCount: Int { edges.count }

  func visit(_ items: Range<Int>, _ body: (UInt32, UInt32, UInt32) -> Void) {
    let keys = (swapped ? edges.targets : edges.sources).span
    let others = (swapped ? edges.sources : edges.targets).span
    for item in items {
      let key = UInt32(bitPattern: keys[item])
      let other = UInt32(bitPattern: others[item])
      if dropsLoops && key == other { continue }
      body(key, other, UInt32(truncatingIfNeeded: item))
    }
  }
}

/// The edges of a list, each as two arcs, one from either end; a loop as one.
struct MirroredArcs: ArcSource {
  let edges: EdgeList
  let dropsLoops: Bool

  var itemCount: Int { edges.count }

  func visit(_ items: Range<Int>, _ body: (UInt32, UInt32, UInt32) -> Void) {
    let sources = edges.sources.span
    let targets = edges.targets.span
    for item in items {
      let source = UInt32(bitPattern: sources[item])
      let target = UInt32(bitPattern: targets[item])
      let edge = UInt32(truncatingIfNeeded: item)
      if source == target {
        if !dropsLoops { body(source, target, edge) }
        continue
      }
      body(source, target, edge)
      body(target, source, edge)
    }
  }
}

/// Arcs already grouped, row by row, now keyed by their other end.
struct RowArcs: ArcSource {
  let offsets: [UInt32]
  let others: [NodeID]
  /// The edge behind each arc; nil where the arc's position stands for it.
  let edges: [UInt32]?

  init(rows: GroupedArcs) {
    offsets = rows.offsets
    others = rows.others
    edges = rows.edges
  }

  init(_ adjacency: Adjacency) {
    offsets = adjacency.offsets
    others = adjacency.neighbors
    edges = nil
  }

  var itemCount: Int { others.count }

  func visit(_ items: Range<Int>, _ body: (UInt32, UInt32, UInt32) -> Void) {
    guard !items.isEmpty else { return }
    let offsets = offsets.span
    let others = others.span
    var row = rowHolding(items.lowerBound)
    var position = items.lowerBound
    while position < items.upperBound {
      let end = min(Int(offsets[row + 1]), items.upperBound)
      while position < end {
        body(
          UInt32(bitPattern: others[position]), UInt32(truncatingIfNeeded: row),
          edges?[position] ?? UInt32(truncatingIfNeeded: position))
        position += 1
      }
      row += 1
    }
  }

  /// The row in which the arc at `position` lies.
  private func rowHolding(_ position: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if Int(offsets[middle]) <= position { low = middle } else { high = middle }
    }
    return low
  }
}
