package import GraphStructures

/// Nodes waiting in order of a key, the smallest first, equal keys by node: a heap of four-way branches.
///
/// Reference: D. B. Johnson, "Priority queues with update and finding minimum spanning trees",
/// Information Processing Letters 4(3), 1975, doi:10.1016/0020-0190(75)90001-0.
package struct RankedHeap {
  package struct Entry {
    package var key: Double
    package var node: NodeID

    package init(key: Double, node: NodeID) {
      self.key = key
      self.node = node
    }

    func precedes(_ other: Entry) -> Bool {
      key < other.key || (key == other.key && node < other.node)
    }
  }

  private var entries: [Entry] = []

  /// The first entry.
  package var first: Entry? { entries.first }
  /// The number of entries.
  var count: Int { entries.count }

  package init() {}

  /// A heap of the entries given, in linear time.
  package init(_ entries: [Entry]) {
    self.entries = entries
    guard entries.count > 1 else { return }
    for place in stride(from: (entries.count - 2) / 4, through: 0, by: -1) { sink(place) }
  }

  /// Adds a node; O(log n).
  package mutating func insert(_ node: NodeID, key: Double) {
    let entry = Entry(key: key, node: node)
    var place = entries.count
    entries.append(entry)
    while place > 0 {
      let parent = (place - 1) / 4
      guard entry.precedes(entries[parent]) else { break }
      entries[place] = entries[parent]
      place = parent
    }
    entries[place] = entry
  }

  /// Takes out the first entry; O(log n).
  package mutating func popFirst() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty {
      entries[0] = last
      sink(0)
    }
    return first
  }

  /// Replaces the key of the first entry; O(log n).
  mutating func replaceFirst(key: Double) {
    entries[0].key = key
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    let entry = entries[start]
    var place = start
    while true {
      let firstChild = 4 * place + 1
      guard firstChild < entries.count else { break }
      var best = firstChild
      for child in firstChild..<min(firstChild + 4, entries.count) where entries[child].precedes(entries[best]) {
        best = child
      }
      guard entries[best].precedes(entry) else { break }
      entries[place] = entries[best]
      place = best
    }
    entries[place] = entry
  }
}
