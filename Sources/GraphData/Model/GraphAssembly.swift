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

  private var names = NameTable()
  private var sources: [NodeID] = []
  private var targets: [NodeID] = []
  /// Whether each edge has a direction, where the file says so.
  private var directions: [Bool?] = []

  init(isDirected: Bool) { self.isDirected = isDirected }

  var nodeCount: Int { names.count }
  var edgeCount: Int { sources.count }

  mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  /// The number of the node with this id, which is added if it is new.
  mutating func node(_ id: String) -> Int { names.intern(id.utf8) }

  /// The number of the node with this id, or nil.
  func known(_ id: String) -> Int? { names.index(of: id.utf8) }

  /// Adds an edge; `isDirected` where the file tells it of the single edge.
  @discardableResult
  mutating func addEdge(_ source: Int, _ target: Int, isDirected: Bool? = nil) -> Int {
    sources.append(NodeID(source))
    targets.append(NodeID(target))
    directions.append(isDirected)
    return sources.count - 1
  }

  /// The graph read.
  ///
  /// Where a file mixes both kinds of edges the graph is directed, and each undirected edge becomes two arcs.
  func graph(names other: [String]? = nil) throws(GraphFault) -> GraphReading {
    var notes = self.notes
    var sources = self.sources
    var targets = self.targets
    var rows = Array(0..<sources.count)
    let kinds = Set(directions.map { $0 ?? self.isDirected })
    let isDirected = kinds.isEmpty ? self.isDirected : kinds.contains(true)
    if kinds.count == 2 {
      for edge in 0..<directions.count where !(directions[edge] ?? self.isDirected) && sources[edge] != targets[edge] {
        sources.append(targets[edge])
        targets.append(sources[edge])
        rows.append(edge)
      }
      notes.append("directed and undirected edges are mixed: each undirected edge is read as an arc either way")
    }
    let columns = edgeColumns.columns(rows: rows)
    var weights: [Double]?
    var integers = false
    var edgeAttributes: [AttributeColumn] = []
    for column in columns {
      guard column.name == "weight", weights == nil, let numbers = column.numbers else {
        edgeAttributes.append(column)
        continue
      }
      let missing = numbers.count { $0 == nil }
      if missing > 0 { notes.append("\(missing) edges have no weight: it is taken for 1") }
      if let edge = numbers.firstIndex(where: { !($0 ?? 1).isFinite }) {
        throw GraphFault(nil, "the weight of edge \(edge + 1) must be a finite number")
      }
      weights = numbers.map { $0 ?? 1 }
      integers = column.type == .integer
    }
    let ids = other ?? names.names
    return GraphReading(
      graph: AttributedGraph(
        isDirected: isDirected, nodeIDs: ids,
        edges: EdgeList(nodeCount: ids.count, sources: sources, targets: targets, weights: weights),
        hasIntegerIDs: hasIntegerIDs, hasIntegerWeights: integers,
        nodeAttributes: nodeColumns.columns(rows: Array(0..<ids.count)), edgeAttributes: edgeAttributes,
        attributes: attributes), notes: notes)
  }
}

/// Columns while they are read: values by name and row.
struct ColumnAssembly {
  private struct Column {
    var name: String
    var type: AttributeType?
    var standard: AttributeValue?
    var rows: [Int] = []
    var values: [AttributeValue] = []
  }

  private var columns: [Column] = []
  private var names = NameTable()

  /// The number of the column with this name, which is added if it is new.
  mutating func column(_ name: String, type: AttributeType? = nil, standard: AttributeValue? = nil) -> Int {
    let index = names.intern(name.utf8)
    if index == columns.count { columns.append(Column(name: name, type: type, standard: standard)) }
    return index
  }

  mutating func set(_ column: Int, _ row: Int, _ value: AttributeValue) {
    columns[column].rows.append(row)
    columns[column].values.append(value)
  }

  mutating func set(_ name: String, _ row: Int, _ value: AttributeValue) { set(column(name), row, value) }

  /// The value of the last row set in a column of this name, for what the reader needs itself.
  func values(_ name: String) -> [Int: AttributeValue] {
    guard let index = names.index(of: name.utf8) else { return [:] }
    return Dictionary(zip(columns[index].rows, columns[index].values)) { _, last in last }
  }

  /// Takes a column out.
  mutating func clear(_ name: String) {
    guard let index = names.index(of: name.utf8) else { return }
    columns[index].rows = []
    columns[index].values = []
    columns[index].type = nil
    columns[index].standard = nil
  }

  /// The columns, entry i the value of row `rows[i]`. Of values of several types a column of numbers is made where all
  /// are numbers, else one of text. Columns without any value and without a declared type are left out.
  func columns(rows: [Int]) -> [AttributeColumn] {
    columns.compactMap { column in
      guard !column.values.isEmpty || column.type != nil else { return nil }
      let count = (rows.max() ?? -1) + 1
      var dense = [AttributeValue?](repeating: column.standard, count: count)
      for (row, value) in zip(column.rows, column.values) where row < count { dense[row] = value }
      return AttributeColumn(column.name, rows.map { dense[$0] }, declared: column.type)
    }
  }
}

extension AttributeColumn {
  /// A column of values whose common type is found, unless it is declared.
  init(_ name: String, _ values: [AttributeValue?], declared: AttributeType? = nil) {
    var hasText = false
    var hasInteger = false
    var hasDouble = false
    var hasBoolean = false
    for value in values {
      switch value {
      case .text: hasText = true
      case .integer: hasInteger = true
      case .double: hasDouble = true
      case .boolean: hasBoolean = true
      case nil: break
      }
    }
    var found: AttributeType? = hasDouble ? .double : hasInteger ? .integer : nil
    if hasBoolean { found = found == nil ? .boolean : .text }
    if hasText { found = .text }
    switch found ?? declared ?? .text {
    case .text: self.init(name, .text(values.map { $0?.text }))
    case .integer where declared != .double:
      self.init(name, .integer(values.map { if case .integer(let number) = $0 { number } else { nil } }))
    case .integer, .double:
      self.init(
        name,
        .double(
          values.map {
            switch $0 {
            case .integer(let number): Double(number)
            case .double(let number): number
            default: nil
            }
          }))
    case .boolean: self.init(name, .boolean(values.map { if case .boolean(let truth) = $0 { truth } else { nil } }))
    }
  }

  /// The values as numbers, or nil when they are none.
  var numbers: [Double?]? {
    switch values {
    case .integer(let values): values.map { $0.map(Double.init) }
    case .double(let values): values
    case .text, .boolean: nil
    }
  }
}
