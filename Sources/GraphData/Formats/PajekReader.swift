import FileReading

/// Reads a Pajek network: vertices with labels, arcs and edges, also as lists and matrices, with weights.
///
/// Where every vertex has a label of its own, labels are the ids, else the numbers are, and labels an attribute. Further
/// words of a line come in pairs of name and value and become attributes of the type they look like; coordinates become
/// `x`, `y` and `z`, the figure `shape`, unless every vertex that has them lies at `0 0` as an `ellipse`, which stands in
/// where a writer has none. The relation of an arc becomes `relation`, a time such as `[2-4]` becomes `start` and `end`, or
/// `times` where there are several; the second mode of a two-mode network has `mode` 2. Text before the first section is
/// passed over; partitions, vectors and further networks are left out and noted.
///
/// Reference: V. Batagelj, A. Mrvar, *Pajek: reference manual*, 2022, http://mrvar.fdv.uni-lj.si/pajek.
struct PajekReader {
  private enum Section {
    case none, vertices, arcs, edges, arcLists, edgeLists, matrix, skipped
  }

  private var lines: PajekLines
  private let byteCount: Int
  private var section = Section.none
  private var relation: String?
  private var assembly = GraphAssembly(isDirected: true)
  private var count = 0
  /// Vertices of the first mode; all of a network of one mode.
  private var firstMode = 0
  /// Entries of the matrix so far.
  private var entries = 0
  private var labels: [Int: String] = [:]
  private var sawVertices = false
  private var sawDirected = false

  static func read(_ bytes: [UInt8], _ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    let text = try GraphText.decoded(bytes)
    var reader = PajekReader(text.bytes)
    if reader.lines.skipProse() { reader.assembly.note("text before the first section is left out") }
    while let words = try reader.lines.next() {
      guard try reader.read(words) else { break }
    }
    var reading = try reader.graph(options)
    reading.decisions.insert(contentsOf: text.decisions, at: 0)
    return reading
  }

  private init(_ bytes: [UInt8]) {
    lines = PajekLines(bytes)
    byteCount = bytes.count
  }

  /// Reads one line; false where a second network begins.
  private mutating func read(_ words: [String]) throws(TextFault) -> Bool {
    if words[0].hasPrefix("*") { return try begin(words) }
    switch section {
    case .none: throw TextFault(lines.line, "*Vertices was expected")
    case .skipped: break
    case .vertices: try vertex(words)
    case .arcs, .edges: try line(words)
    case .arcLists, .edgeLists:
      let source = try number(words[0])
      for word in words.dropFirst() { addEdge(source, try number(word), isDirected: section == .arcLists) }
    case .matrix: for word in words { try entry(word) }
    }
    return true
  }

  @discardableResult
  private mutating func addEdge(_ source: Int, _ target: Int, isDirected: Bool) -> Int {
    let edge = assembly.addEdge(source, target, isDirected: isDirected)
    if let relation { assembly.edgeColumns.set("relation", edge, .text(relation), line: lines.line) }
    return edge
  }

  /// Two vertices, a weight if there is one, a time, and pairs.
  private mutating func line(_ words: [String]) throws(TextFault) {
    guard words.count >= 2 else { throw TextFault(lines.line, "two vertices were expected") }
    let edge = addEdge(try number(words[0]), try number(words[1]), isDirected: section == .arcs)
    var rest = words[2...]
    for (name, value) in times { assembly.edgeColumns.set(name, edge, value, line: lines.line) }
    if let weight = rest.first, let value = WrittenNumber.decimal(weight) {
      assembly.edgeColumns.set(
        "weight", edge, Int64(weight).map { .integer($0) } ?? .double(value), line: lines.line)
      rest = rest.dropFirst()
    } else if rest.count % 2 == 1, let word = rest.first {
      throw TextFault(lines.line, "the weight is \(ShownText.quoted(word)); a finite number was expected")
    }
    if rest.count % 2 == 1 { assembly.note("words behind weights that are no pairs of name and value are left out") }
    for (name, value) in pairs(rest) { assembly.edgeColumns.set(name, edge, value, line: lines.line) }
  }

  /// An entry of the matrix, row by row: 0 for none, else the weight of an arc.
  private mutating func entry(_ word: String) throws(TextFault) {
    let width = firstMode < count ? count - firstMode : count
    let (row, column) = (entries / max(width, 1), entries % max(width, 1))
    guard row < firstMode else { throw TextFault(lines.line, "the matrix has more than \(firstMode) rows") }
    guard let weight = WrittenNumber.decimal(word) else {
      throw TextFault(lines.line, "\(ShownText.quoted(word)) is no entry of a matrix; a number was expected")
    }
    entries += 1
    guard weight != 0 else { return }
    let edge = addEdge(row, firstMode < count ? firstMode + column : column, isDirected: true)
    let value = Int64(word).map { AttributeValue.integer($0) } ?? .double(weight)
    assembly.edgeColumns.set("weight", edge, value, line: lines.line)
  }

  private mutating func begin(_ words: [String]) throws(TextFault) -> Bool {
    try endMatrix()
    switch words[0].lowercased() {
    case "*network":
      if sawVertices {
        assembly.note("only the first network of the file is read")
        return false
      }
      if words.count > 1 { assembly.attributes.append(NamedAttribute("name", .text(words[1]))) }
      section = .none
    case "*vertices": try vertices(words)
    case "*arcs": section = .arcs
    case "*edges": section = .edges
    case "*arcslist": section = .arcLists
    case "*edgeslist": section = .edgeLists
    case "*matrix":
      section = .matrix
      entries = 0
    case let name:
      assembly.note("the section \(ShownText.quoted(name)) is left out")
      section = .skipped
    }
    if !sawVertices, section != .none, section != .skipped {
      throw TextFault(lines.line, "*Vertices was expected first")
    }
    if section == .arcs || section == .arcLists || section == .matrix { sawDirected = true }
    relation = relationName(words)
    return true
  }

  /// The relation that a section names: `*Arcs :1 "friend"`.
  private func relationName(_ words: [String]) -> String? {
    guard section != .skipped, words.count > 1, words[1].hasPrefix(":") else { return nil }
    return words.count > 2 ? words[2] : String(words[1].dropFirst())
  }

  private mutating func vertices(_ words: [String]) throws(TextFault) {
    if sawVertices {
      assembly.note("partitions and vectors are left out")
      section = .skipped
      return
    }
    guard words.count > 1, let number = Int(words[1]), number >= 0 else {
      throw TextFault(lines.line, "the number of vertices was expected after *Vertices")
    }
    let limit = GraphLimits.announcedNodes + GraphLimits.announcedNodesPerByte * byteCount
    guard number <= limit else {
      throw TextFault(
        lines.line, "\(number) vertices are announced; a file of \(byteCount) bytes may have \(limit) at most")
    }
    count = number
    firstMode = number
    if words.count > 2, let first = Int(words[2]), first > 0, first < number {
      firstMode = first
      for index in 0..<number { assembly.nodeColumns.set("mode", index, .integer(index < first ? 1 : 2)) }
    }
    sawVertices = true
    section = .vertices
  }

  private func endMatrix() throws(TextFault) {
    guard section == .matrix else { return }
    let expected = firstMode * (firstMode < count ? count - firstMode : count)
    guard entries == expected else {
      throw TextFault(lines.line, "the matrix has \(entries) entries; \(expected) were expected")
    }
  }

  /// The index of a vertex by its number, counted from 1.
  private func number(_ word: String) throws(TextFault) -> Int {
    guard let number = Int(word), number >= 1, number <= count else {
      throw TextFault(lines.line, "\(ShownText.quoted(word)) is no vertex; a number from 1 to \(count) was expected")
    }
    return number - 1
  }

  private mutating func vertex(_ words: [String]) throws(TextFault) {
    let index = try number(words[0])
    assembly.declare(index, words[0], line: lines.line)
    if words.count > 1 { labels[index] = words[1] }
    for (name, value) in times { assembly.nodeColumns.set(name, index, value, line: lines.line) }
    var rest = words.dropFirst(2)
    for name in ["x", "y", "z"] {
      guard let word = rest.first, let value = WrittenNumber.decimal(word) else { break }
      assembly.nodeColumns.set(name, index, .double(value), line: lines.line)
      rest = rest.dropFirst()
    }
    if rest.count % 2 == 1, let shape = rest.popFirst() { assembly.nodeColumns.set("shape", index, .text(shape)) }
    for (name, value) in pairs(rest) { assembly.nodeColumns.set(name, index, value, line: lines.line) }
  }

  /// The time of the line: its two ends, or all of several.
  private var times: [(String, AttributeValue)] {
    guard let word = lines.time else { return [] }
    let intervals = word.dropFirst().dropLast().split(separator: ",")
    guard intervals.count == 1, let interval = intervals.first else { return [("times", .text(word))] }
    let ends = interval.split(separator: "-", maxSplits: 1).map { String($0).strippingBlanks }
    guard let start = ends.first, let end = ends.last else { return [] }
    return [("start", start), ("end", end)].filter { $0.1 != "*" }.map { ($0.0, AttributeValue(inferring: $0.1)) }
  }

  private func pairs(_ words: ArraySlice<String>) -> [(String, AttributeValue)] {
    var pairs: [(String, AttributeValue)] = []
    var rest = words
    while let name = rest.popFirst(), let value = rest.popFirst() {
      pairs.append((name, AttributeValue(inferring: value)))
    }
    return pairs
  }

  private mutating func graph(_ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    guard sawVertices else { throw TextFault(lines.line, "*Vertices was expected") }
    try endMatrix()
    assembly.noteDeclarations()
    var distinct = Interner()
    for label in labels.values { _ = distinct.intern(label) }
    let usesLabels = labels.count == count && distinct.count == count
    assembly.hasIntegerIDs = !usesLabels
    if !usesLabels { for index in labels.keys.sorted() { label(index) } }
    dropStandIns()
    // Without any edge, arcs announced by an empty section still tell the kind.
    if assembly.edgeCount == 0 { assembly.isDirected = sawDirected }
    return try assembly.graph(options, names: (0..<count).map { usesLabels ? labels[$0] ?? "" : String($0 + 1) })
  }

  private mutating func label(_ index: Int) {
    if let label = labels[index] { assembly.nodeColumns.set("label", index, .text(label)) }
  }

  /// Takes out coordinates and figures that say nothing.
  private mutating func dropStandIns() {
    let columns = assembly.nodeColumns
    func isEach(_ name: String, _ value: AttributeValue) -> Bool {
      columns[name]?.values.allSatisfy { $0 == value } ?? true
    }
    let isAtOrigin = ["x", "y", "z"].allSatisfy { isEach($0, .double(0)) }
    guard isAtOrigin, isEach("shape", .text("ellipse")) else { return }
    for name in ["x", "y", "z", "shape"] { assembly.nodeColumns.clear(name) }
  }
}
