/// Reads a Pajek network: vertices with labels, arcs and edges, as lists too, with weights.
///
/// Where every vertex has a label of its own, labels are the ids, else the numbers are, and labels an attribute. Further
/// words of a line come in pairs of name and value and become attributes of the type they look like; coordinates become
/// `x`, `y` and `z`, the figure `shape`, unless every vertex that has them lies at `0 0` as an `ellipse`, which stands in
/// where a writer has none. Partitions, vectors, matrices and further networks are left out and noted.
///
/// Reference: V. Batagelj, A. Mrvar, *Pajek: reference manual*, 2022, http://mrvar.fdv.uni-lj.si/pajek.
struct PajekReader {
  private enum Section {
    case none, vertices, arcs, edges, arcLists, edgeLists, skipped
  }

  private var lines: PajekLines
  private var section = Section.none
  private var assembly = GraphAssembly(isDirected: true)
  private var count = 0
  private var labels: [Int: String] = [:]
  private var sawVertices = false
  private var sawDirected = false

  static func read(_ bytes: [UInt8]) throws(GraphFault) -> GraphReading {
    var reader = PajekReader(lines: PajekLines(bytes))
    while let words = try reader.lines.next() {
      guard try reader.read(words) else { break }
    }
    return try reader.graph()
  }

  private init(lines: PajekLines) { self.lines = lines }

  /// Reads one line; false where a second network begins.
  private mutating func read(_ words: [String]) throws(GraphFault) -> Bool {
    if words[0].hasPrefix("*") { return try begin(words) }
    switch section {
    case .none: throw GraphFault(lines.line, "*Vertices was expected")
    case .skipped: break
    case .vertices: try vertex(words)
    case .arcs, .edges:
      guard words.count >= 2 else { throw GraphFault(lines.line, "two vertices were expected") }
      let ends = (try number(words[0]), try number(words[1]))
      let edge = assembly.addEdge(ends.0, ends.1, isDirected: section == .arcs)
      var rest = words[2...]
      if let weight = rest.first, let value = WrittenValue.decimal(weight) {
        assembly.edgeColumns.set("weight", edge, Int64(weight).map { .integer($0) } ?? .double(value))
        rest = rest.dropFirst()
      }
      for (name, value) in pairs(rest) { assembly.edgeColumns.set(name, edge, value) }
    case .arcLists, .edgeLists:
      let source = try number(words[0])
      for word in words.dropFirst() {
        assembly.addEdge(source, try number(word), isDirected: section == .arcLists)
      }
    }
    return true
  }

  private mutating func begin(_ words: [String]) throws(GraphFault) -> Bool {
    switch words[0].lowercased() {
    case "*network":
      if sawVertices {
        assembly.note("only the first network of the file is read")
        return false
      }
      if words.count > 1 { assembly.attributes.append(NamedAttribute("name", .text(words[1]))) }
      section = .none
    case "*vertices":
      if sawVertices {
        assembly.note("partitions and vectors are left out")
        section = .skipped
        return true
      }
      guard words.count > 1, let number = Int(words[1]), number >= 0, number <= 1 << 28 else {
        throw GraphFault(lines.line, "the number of vertices was expected after *Vertices")
      }
      count = number
      sawVertices = true
      section = .vertices
    case "*arcs": section = .arcs
    case "*edges": section = .edges
    case "*arcslist": section = .arcLists
    case "*edgeslist": section = .edgeLists
    case let name:
      assembly.note("the section \(shown(name)) is left out")
      section = .skipped
    }
    if !sawVertices, section != .none, section != .skipped {
      throw GraphFault(lines.line, "*Vertices was expected first")
    }
    if section == .arcs || section == .arcLists { sawDirected = true }
    return true
  }

  /// The index of a vertex by its number, counted from 1.
  private func number(_ word: String) throws(GraphFault) -> Int {
    guard let number = Int(word), number >= 1, number <= count else {
      throw GraphFault(lines.line, "\(shown(word)) is no vertex; a number from 1 to \(count) was expected")
    }
    return number - 1
  }

  private mutating func vertex(_ words: [String]) throws(GraphFault) {
    let index = try number(words[0])
    if words.count > 1 { labels[index] = words[1] }
    var rest = words.dropFirst(2)
    for name in ["x", "y", "z"] {
      guard let word = rest.first, let value = WrittenValue.decimal(word) else { break }
      assembly.nodeColumns.set(name, index, .double(value))
      rest = rest.dropFirst()
    }
    if rest.count % 2 == 1, let shape = rest.popFirst() { assembly.nodeColumns.set("shape", index, .text(shape)) }
    for (name, value) in pairs(rest) { assembly.nodeColumns.set(name, index, value) }
  }

  private func pairs(_ words: ArraySlice<String>) -> [(String, AttributeValue)] {
    var pairs: [(String, AttributeValue)] = []
    var rest = words
    while let name = rest.popFirst(), let value = rest.popFirst() {
      pairs.append((name, AttributeValue(inferring: value)))
    }
    return pairs
  }

  private mutating func graph() throws(GraphFault) -> GraphReading {
    guard sawVertices else { throw GraphFault(lines.line, "*Vertices was expected") }
    var distinct = NameTable()
    for label in labels.values { _ = distinct.intern(label.utf8) }
    let usesLabels = labels.count == count && distinct.count == count
    assembly.hasIntegerIDs = !usesLabels
    if !usesLabels { for (index, label) in labels { assembly.nodeColumns.set("label", index, .text(label)) } }
    dropStandIns()
    // Without any edge, arcs announced by an empty section still tell the kind.
    if assembly.edgeCount == 0 { assembly.isDirected = sawDirected }
    return try assembly.graph(names: (0..<count).map { usesLabels ? labels[$0] ?? "" : String($0 + 1) })
  }
}

extension PajekReader {
  /// Takes out coordinates and figures that say nothing.
  private mutating func dropStandIns() {
    func isEach(_ name: String, _ value: AttributeValue) -> Bool {
      assembly.nodeColumns.values(name).values.allSatisfy { $0 == value }
    }
    let isAtOrigin = ["x", "y", "z"].allSatisfy { isEach($0, .double(0)) }
    guard isAtOrigin, isEach("shape", .text("ellipse")) else { return }
    for name in ["x", "y", "z", "shape"] { assembly.nodeColumns.clear(name) }
  }
}

/// The lines of a Pajek file, cut into words; quotes keep blanks together.
private struct PajekLines {
  private var scanner: ByteScanner
  private(set) var line = 1

  init(_ bytes: [UInt8]) { scanner = ByteScanner(bytes) }

  /// The words of the next line that has any; lines that start with `%` are comments.
  mutating func next() throws(GraphFault) -> [String]? {
    while !scanner.isAtEnd {
      line = scanner.place.line
      let words = try words()
      if !words.isEmpty { return words }
    }
    return nil
  }

  private mutating func words() throws(GraphFault) -> [String] {
    var words: [String] = []
    while let byte = scanner.peek {
      switch byte {
      case 0x0A:
        scanner.advance()
        return words
      case 0x20, 0x09, 0x0D: scanner.advance()
      case UInt8(ascii: "%") where words.isEmpty:
        while let byte = scanner.peek, byte != 0x0A { scanner.advance() }
      case UInt8(ascii: "\""):
        scanner.advance()
        let start = scanner.position
        while let byte = scanner.peek, byte != UInt8(ascii: "\""), byte != 0x0A { scanner.advance() }
        guard scanner.peek == UInt8(ascii: "\"") else { throw GraphFault(line, "a quote is not closed on its line") }
        words.append(MarkupText.decoded(try scanner.text(start..<scanner.position), isStrict: false) ?? "")
        scanner.advance()
      default:
        let start = scanner.position
        while let byte = scanner.peek, byte > 0x20 { scanner.advance() }
        if scanner.position == start {
          scanner.advance()
        } else {
          words.append(try scanner.text(start..<scanner.position))
        }
      }
      guard words.count <= 1 << 20 else { throw GraphFault(line, "the line has more than 2²⁰ words") }
    }
    return words
  }
}
