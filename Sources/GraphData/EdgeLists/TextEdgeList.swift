import GraphStructures

/// Reads any edge list, line by line: ids of text, quoted fields, a header, further columns.
///
/// Lines that are empty or start with `#` or `%` are left out. A first line that names its columns is a header: the ends
/// are `source` and `target` (or `from` and `to`, `u` and `v`, `tail` and `head`), then `weight`, `time`, and any others as
/// attributes. Without a header the columns are the two ends, the weight and the time. Where all ids are integers, nodes
/// come in ascending order of id, else in the order in which they appear.
enum TextEdgeList {
  static func read(
    _ bytes: [UInt8], separator: EdgeListSeparator, isDirected: Bool
  ) throws(GraphFault) -> GraphReading {
    var lines = EdgeLines(bytes, separator: separator)
    var names = NameTable()
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
    return try graph(names.names, edges, columns, isDirected: isDirected)
  }

  private static func graph(
    _ names: [String], _ edges: [(source: Int, target: Int)], _ columns: ColumnAssembly, isDirected: Bool
  ) throws(GraphFault) -> GraphReading {
    var assembly = GraphAssembly(isDirected: isDirected)
    assembly.edgeColumns = columns
    let numbers = names.compactMap { name in Int64(name).flatMap { String($0) == name ? $0 : nil } }
    assembly.hasIntegerIDs = !names.isEmpty && numbers.count == names.count
    let order =
      assembly.hasIntegerIDs ? numbers.indices.sorted { numbers[$0] < numbers[$1] } : Array(names.indices)
    var places = order
    for (place, name) in order.enumerated() { places[name] = place }
    for name in order { _ = assembly.node(names[name]) }
    for edge in edges { assembly.addEdge(places[edge.source], places[edge.target]) }
    return try assembly.graph(names: order.map { names[$0] })
  }
}

/// What the columns of an edge list mean.
private struct EdgeListLayout {
  var names: [String]
  var source: Int
  var target: Int

  /// The layout that a first line names, or nil when it names none.
  init?(header fields: [ArraySlice<UInt8>]) {
    names = fields.map { String(decoding: $0, as: UTF8.self) }
    let lower = names.map { $0.lowercased() }
    let pairs = [
      ("source", "target"), ("from", "to"), ("u", "v"), ("tail", "head"), ("node1", "node2"), ("src", "dst"),
    ]
    for (first, second) in pairs {
      guard let source = lower.firstIndex(of: first), let target = lower.firstIndex(of: second) else { continue }
      self.source = source
      self.target = target
      for (index, name) in lower.enumerated() {
        switch name {
        case "weight", "w": names[index] = "weight"
        case "time", "timestamp", "t": names[index] = "time"
        default: if names[index].isEmpty { names[index] = "column \(index + 1)" }
        }
      }
      return
    }
    return nil
  }

  /// The layout of lines without a header.
  init(columns: Int, line: Int) throws(GraphFault) {
    guard (2...4).contains(columns) else {
      throw GraphFault(
        line, "the line has \(columns) fields; two ids were expected, then a weight and a time if there are any")
    }
    names = Array(["source", "target", "weight", "time"][..<columns])
    source = 0
    target = 1
  }

  /// Weights are finite numbers; a time of any form is one.
  func check(_ value: AttributeValue, _ name: String, _ text: String, line: Int) throws(GraphFault) {
    guard name == "weight" else { return }
    switch value {
    case .integer, .double: return
    case .text, .boolean:
      throw GraphFault(line, "the weight is \(shown(text)); a finite number was expected")
    }
  }
}

/// The lines of an edge list, cut into fields.
private struct EdgeLines {
  private let bytes: [UInt8]
  private let separator: EdgeListSeparator
  private var position = 0
  private var nextLine = 1
  /// The line of the fields last returned.
  private(set) var line = 0

  init(_ bytes: [UInt8], separator: EdgeListSeparator) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The fields of the next line that has any, or nil at the end.
  mutating func next() throws(GraphFault) -> [ArraySlice<UInt8>]? {
    while position < bytes.count {
      line = nextLine
      skipBlanks()
      guard position < bytes.count else { return nil }
      switch bytes[position] {
      case 0x0A, 0x0D: skipLineEnd()
      case 0x23, 0x25:
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        skipLineEnd()
      default: return try fields()
      }
    }
    return nil
  }

  private mutating func fields() throws(GraphFault) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    while true {
      fields.append(try field())
      guard fields.count <= 1000 else { throw GraphFault(line, "the line has more than 1000 fields") }
      if position >= bytes.count { return fields }
      if bytes[position] == 0x0A || bytes[position] == 0x0D {
        skipLineEnd()
        return fields
      }
      if separator == .blanks {
        skipBlanks()
        if position >= bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D {
          skipLineEnd()
          return fields
        }
      } else {
        position += 1
        skipBlanks()
      }
    }
  }

  /// One field up to what separates it, without blanks around it; quotes keep what they enclose.
  private mutating func field() throws(GraphFault) -> ArraySlice<UInt8> {
    if position < bytes.count, bytes[position] == 0x22 { return try quoted() }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D,
      !separator.separates(bytes[position])
    {
      position += 1
    }
    var end = position
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return bytes[start..<end]
  }

  private mutating func quoted() throws(GraphFault) -> ArraySlice<UInt8> {
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x22 {
        guard position < bytes.count, bytes[position] == 0x22 else {
          skipBlanks()
          guard
            position >= bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D
              || separator.separates(bytes[position]) || (separator == .blanks && bytes[position - 1] == 0x20)
          else { throw GraphFault(line, "text follows a closing quote; a separator was expected") }
          return content[...]
        }
        position += 1
      }
      if byte == 0x0A { nextLine += 1 }
      content.append(byte)
    }
    throw GraphFault(line, "the quote that opens here is never closed")
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || (separator == .blanks && bytes[position] == 0x09) {
      position += 1
    }
  }

  private mutating func skipLineEnd() {
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    nextLine += 1
  }
}
