import GraphStructures

/// Reads any edge list, line by line: ids of text, quoted fields, a header, further columns.
///
/// Lines that are empty or start with `#` or `%` are left out. A first line that names its columns is a header: the ends
/// are `source` and `target` (or `from` and `to`, `u` and `v`, `tail` and `head`), then `weight`, `time`, and any others as
/// attributes. Without a header the columns are the two ends, the weight and the time. Where all ids are integers, nodes
/// come in ascending order of id, else in the order in which they appear.
enum TextEdgeList {
  ///
  /// - Parameter nodes: the ids that a list of nodes names; they come first. Nil without one.
  static func read(
    _ bytes: [UInt8], separator: EdgeListSeparator, isDirected: Bool, nodes: NameTable? = nil
  ) throws(GraphFault) -> GraphReading {
    var lines = EdgeLines(bytes, separator: separator)
    var names = nodes ?? NameTable()
    var edges: [(source: Int, target: Int)] = []
    var layout: EdgeListLayout?
    var columns = ColumnAssembly()
    while let fields = try lines.next() {
      let known: EdgeListLayout
      if let layout {
        known = layout
      } else if let header = EdgeListLayout(header: fields) {
        layout = header
        continue
      } else {
        known = try EdgeListLayout(columns: fields.count, line: lines.line)
        layout = known
      }
      guard fields.count == known.names.count else {
        throw GraphFault(
          lines.line, "the line has \(fields.count) fields; \(known.names.count) were expected, as in the first line")
      }
      edges.append((names.intern(fields[known.source]), names.intern(fields[known.target])))
      for (column, name) in known.names.enumerated() where column != known.source && column != known.target {
        if fields[column].isEmpty { continue }
        let text = String(decoding: fields[column], as: UTF8.self)
        let value = AttributeValue(inferring: text)
        try known.check(value, name, text, line: lines.line)
        columns.set(name, edges.count - 1, value)
      }
    }
    var reading = try graph(names.names, edges, columns, isDirected: isDirected)
    if let nodes { reading.notes += NodeList.notes(listed: nodes.count, all: names.count) }
    return reading
  }

  private static func graph(
    _ names: [String], _ edges: [(source: Int, target: Int)], _ columns: ColumnAssembly, isDirected: Bool
  ) throws(GraphFault) -> GraphReading {
    var assembly = GraphAssembly(isDirected: isDirected)
    assembly.edgeColumns = columns
    let (order, areIntegers) = NodeList.order(names)
    assembly.hasIntegerIDs = areIntegers
    var places = order
    for (place, name) in order.enumerated() { places[name] = place }
    for name in order { _ = assembly.node(names[name]) }
    for edge in edges { assembly.addEdge(places[edge.source], places[edge.target]) }
    return try assembly.graph(names: order.map { names[$0] })
  }
}
