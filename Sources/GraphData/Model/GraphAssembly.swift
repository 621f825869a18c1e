import FileReading
import GraphStructures

/// A graph while it is read: nodes and edges in the order in which they come, attributes by name.
struct GraphAssembly {
  var isDirected: Bool
  var hasIntegerIDs = false
  var attributes: [NamedAttribute] = []
  var nodeColumns = ColumnAssembly()
  var edgeColumns = ColumnAssembly()
  /// What the reader left out, in order, each once.
  private(set) var notes: [String] = []
  /// What the reader took for what, in order, each once.
  private(set) var decisions: [String] = []

  private var names = Interner()
  private(set) var sources: [NodeID] = []
  private(set) var targets: [NodeID] = []
  /// Whether each edge has a direction, where the file says so.
  private var directions: [Bool?] = []
  private var isDeclared: [Bool] = []
  private var declaredCount = 0
  /// Of declarations of a node that was declared before, how many there are, and the first.
  private var repeats: (count: Int, id: String, line: Int) = (0, "", 0)

  init(isDirected: Bool) { self.isDirected = isDirected }

  var nodeCount: Int { names.count }
  var edgeCount: Int { sources.count }

  mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  mutating func decide(_ text: String) {
    if !decisions.contains(text) { decisions.append(text) }
  }

  /// The number of the node with this id, which is added if it is new.
  mutating func node(_ id: String) -> Int { names.intern(id) }

  /// Marks a node as declared where it stands by itself, not as the end of an edge.
  mutating func declare(_ node: Int, _ id: String, line: Int) {
    while isDeclared.count <= node { isDeclared.append(false) }
    if isDeclared[node] {
      if repeats.count == 0 { repeats = (0, id, line) }
      repeats.count += 1
    } else {
      isDeclared[node] = true
      declaredCount += 1
    }
  }

  /// Notes nodes that only edges name, and those that are declared more than once: one node each, as networkx and igraph
  /// take them, with the values of the last.
  mutating func noteDeclarations() {
    if nodeCount > declaredCount {
      note("\(nodeCount - declaredCount) nodes of edges are not declared: they are added")
    }
    if repeats.count > 0 {
      note(
        "nodes are declared more than once (\(repeats.count) in all), the first in line \(repeats.line) with the id \(ShownText.quoted(repeats.id)): each is one node"
      )
    }
  }

  /// The number of the node with this id, or nil.
  func known(_ id: String) -> Int? { names.find(id.utf8) }

  /// Adds an edge; `isDirected` where the file tells it of the single edge.
  @discardableResult
  mutating func addEdge(_ source: Int, _ target: Int, isDirected: Bool? = nil) -> Int {
    sources.append(NodeID(source))
    targets.append(NodeID(target))
    directions.append(isDirected)
    return sources.count - 1
  }

  /// The graph read, with the weight and the time that the options choose.
  ///
  /// - Parameters:
  ///   - other: ids for the nodes other than those that they were added by.
  ///   - saysRoles: whether the choice of weight and time is among the decisions.
  func graph(
    _ options: GraphReadingOptions, names other: [String]? = nil, saysRoles: Bool = true
  ) throws(TextFault) -> GraphReading {
    var reading = GraphReading(
      graph: AttributedGraph(isDirected: isDirected, nodeIDs: [], edges: EdgeList(nodeCount: 0)), notes: notes,
      decisions: decisions)
    let kinds = Set(directions.map { $0 ?? self.isDirected })
    let isDirected = kinds.isEmpty ? self.isDirected : kinds.contains(true)
    if kinds.count == 2 {
      reading.notes.append(
        "directed and undirected edges are mixed: an undirected one counts once, and is followed both ways")
    }
    var columns = edgeColumns.filled
    let weights = try takeWeights(out: &columns, options, &reading, saysRoles: saysRoles)
    let time = try EdgeRoles.pick(
      options.time, of: columns.map(\.name), usual: EdgeRoles.timeNames, option: "--time")
    if let time, saysRoles {
      reading.decisions.append("times are the attribute \(ShownText.quoted(columns[time].name)) of edges")
    }
    let ids = other ?? names.texts
    reading.graph = AttributedGraph(
      isDirected: isDirected, edgeDirections: kinds.count == 2 ? directions.map { $0 ?? self.isDirected } : nil,
      nodeIDs: ids,
      edges: EdgeList(nodeCount: ids.count, sources: sources, targets: targets, weights: weights?.numbers),
      hasIntegerIDs: hasIntegerIDs, hasIntegerWeights: weights?.areIntegers ?? false,
      nodeAttributes: try nodeColumns.filled.finished(count: ids.count),
      edgeAttributes: try columns.finished(count: edgeCount), timeAttribute: time.map { columns[$0].name },
      attributes: attributes)
    return reading
  }

  /// Takes the column of weights out of all columns, and returns a weight per edge.
  private func takeWeights(
    out columns: inout [ColumnAssembly.Column], _ options: GraphReadingOptions, _ reading: inout GraphReading,
    saysRoles: Bool
  ) throws(TextFault) -> (numbers: [Double], areIntegers: Bool)? {
    let index = try EdgeRoles.pick(
      options.weight, of: columns.map(\.name), usual: EdgeRoles.weightNames, option: "--weight")
    guard let index else { return nil }
    let column = columns[index].ordered
    let isChosen = options.weight != .automatic || column.name.lowercased() == "weight"
    if !isChosen, !column.values.contains(where: { $0.number != nil }) { return nil }
    var numbers = [Double?](repeating: column.standard?.number, count: edgeCount)
    for (entry, value) in column.values.enumerated() {
      guard let number = value.number, number.isFinite else {
        if case .text(let text) = value, text.strippingBlanks.isEmpty { continue }
        let line = column.lines[entry] > 0 ? Int(column.lines[entry]) : nil
        throw TextFault(
          line,
          "the weight (\(ShownText.quoted(column.name))) is \(ShownText.quoted(value.text)); a finite number was expected. "
            + "--weight names another attribute, --unweighted takes none")
      }
      numbers[Int(column.rows[entry])] = number
    }
    columns.remove(at: index)
    let missing = numbers.count { $0 == nil }
    if missing > 0 { reading.notes.append("\(missing) edges have no weight: it is taken for 1") }
    let isText = column.values.contains { if case .text = $0 { true } else { false } }
    if saysRoles {
      reading.decisions.append(
        "weights are the attribute \(ShownText.quoted(column.name)) of edges"
          + (isText ? ", whose texts are numbers" : ""))
    }
    let areIntegers = column.values.allSatisfy { value in
      switch value {
      case .integer: true
      case .text(let text): text.strippingBlanks.isEmpty || Int64(text.strippingBlanks) != nil
      case .double, .boolean: false
      }
    }
    return (numbers.map { $0 ?? 1 }, areIntegers && column.type != .double)
  }
}
