import FileReading

/// Which nodes belong to which subgraph.
///
/// Nodes are noted in the order in which they are named, and a subgraph is a stretch of that order, several if it is opened
/// again. So braces cost nothing unless an edge leads to them, however deep they nest.
struct DOTSubgraphs {
  /// A subgraph that is being read.
  struct Open {
    /// Where its name is kept; nil for one without a name.
    var named: Int?
    /// Where its nodes begin.
    var start: Int
    /// What tells subgraphs of one name in different places apart.
    var path: Int
  }

  /// A subgraph that has been read, as an end of edges.
  enum Reference {
    case stretch(Range<Int>)
    case named(Int)
  }

  private struct Named {
    var nodes: [Int] = []
    var stretches: [Range<Int>] = []
  }

  private var mentioned: [Int32] = []
  private var names = Interner()
  private var subgraphs: [Named] = []
  private var paths = 0

  mutating func mention(_ node: Int) { mentioned.append(Int32(node)) }

  /// Begins a subgraph in another; one of the same name there is the same.
  mutating func open(_ name: String?, in outer: Open?) -> Open {
    guard let name, let outer else {
      paths += 1
      return Open(named: nil, start: mentioned.count, path: -paths)
    }
    let index = names.intern("\(outer.path) \(name)")
    if index == subgraphs.count { subgraphs.append(Named()) }
    return Open(named: index, start: mentioned.count, path: index)
  }

  mutating func close(_ open: Open) -> Reference {
    let stretch = open.start..<mentioned.count
    guard let named = open.named else { return .stretch(stretch) }
    subgraphs[named].stretches.append(stretch)
    return .named(named)
  }

  /// The nodes of a subgraph in the order in which they were first named in the file.
  mutating func nodes(of reference: Reference) -> [Int] {
    switch reference {
    case .stretch(let stretch): return DOTSubgraphs.distinct(mentioned[stretch].map(Int.init))
    case .named(let index):
      let stretches = subgraphs[index].stretches
      if !stretches.isEmpty {
        let more = stretches.flatMap { mentioned[$0].map(Int.init) }
        subgraphs[index].nodes = DOTSubgraphs.distinct(subgraphs[index].nodes + more)
        subgraphs[index].stretches = []
      }
      return subgraphs[index].nodes
    }
  }

  private static func distinct(_ nodes: [Int]) -> [Int] {
    let sorted = nodes.sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }
}
