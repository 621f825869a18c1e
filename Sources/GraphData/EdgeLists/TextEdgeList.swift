import FileReading
import GraphStructures

/// Reads any edge list, line by line: ids of text, quoted fields, a header, further columns.
///
/// Lines that are empty or start with `#` or `%` are left out. What the columns mean is told by ``EdgeListForm``; Gephi's
/// column `Type` tells of each edge whether it has a direction. Where all ids are integers, nodes come in ascending order of
/// id, else in the order in which they appear.
struct TextEdgeList {
  private let options: GraphReadingOptions
  private let form: EdgeListForm
  private var names: Interner
  private var edges: [(source: Int, target: Int)] = []
  private var columns = ColumnAssembly()
  /// Lines that were left out, and what was wrong with the first.
  private var skipped = 0
  private var firstSkipped: TextFault?
  /// The first lines with a decimal comma and with a decimal point among the weights.
  private var commaLine: Int?
  private var pointLine: Int?

  /// A reader of files with this separator.
  static func reader(_ separator: EdgeListSeparator) -> GraphFileFormat.Reader {
    { (bytes, options) throws(TextFault) in try read(bytes, separator: separator, options) }
  }

  /// - Parameter nodes: the ids that a list of nodes names; they come first. Nil without one.
  static func read(
    _ bytes: [UInt8], separator: EdgeListSeparator, nodes: Interner? = nil, _ options: GraphReadingOptions
  ) throws(TextFault) -> GraphReading {
    let text = try GraphText.decoded(bytes)
    let sample = text.bytes.prefix(EdgeListForm.sampleSize)
    let form = try EdgeListForm(
      sample, usual: separator, isWhole: sample.count == text.bytes.count, options)
    var list = TextEdgeList(options: options, form: form, names: nodes ?? Interner())
    try list.readLines(text.bytes)
    var reading = try list.graph()
    reading.decisions.insert(contentsOf: text.decisions + form.decisions, at: 0)
    if let nodes { reading.notes += NodeList.notes(listed: nodes.count, all: list.names.count) }
    return reading
  }

  private init(options: GraphReadingOptions, form: EdgeListForm, names: Interner) {
    self.options = options
    self.form = form
    self.names = names
  }

  private mutating func readLines(_ bytes: [UInt8]) throws(TextFault) {
    guard let layout = form.layout else { return }
    var lines = EdgeLines(bytes, separator: form.separator, position: form.start, line: form.line, layout.hasHeader)
    while let fields = try lines.next() {
      if fields.allSatisfy(\.isEmpty) { continue }
      do throws(TextFault) {
        try add(fields, layout, line: lines.line)
      } catch {
        guard options.skipsInvalid else { throw error }
        skipped += 1
        firstSkipped = firstSkipped ?? error
      }
    }
  }

  /// Adds an edge, or nothing where a field is wrong.
  private mutating func add(_ fields: [ArraySlice<UInt8>], _ layout: EdgeListLayout, line: Int) throws(TextFault) {
    let expected = form.hasDictionaries ? 3 : layout.names.count
    let hasRest = fields.count > expected && fields[expected...].allSatisfy(\.isEmpty)
    guard fields.count == expected || hasRest else {
      throw TextFault(
        line, "the line has \(fields.count) fields; \(expected) were expected, as in the first line")
    }
    guard !fields.contains(where: { $0.contains(0) }) else { throw TextFault(line, "the line holds a NUL byte") }
    let (source, target) = (fields[layout.source], fields[layout.target])
    guard !source.isEmpty, !target.isEmpty else {
      throw TextFault(
        line,
        "the edge's \(source.isEmpty ? "source" : "target") is empty; an id was expected. --skip-invalid leaves such "
          + "lines out")
    }
    var values: [(name: String, value: AttributeValue)] = []
    if form.hasDictionaries {
      values = try PythonDictionary.members(String(decoding: fields[2], as: UTF8.self), line: line)
    } else {
      for (column, name) in layout.names.enumerated() where column != layout.source && column != layout.target {
        if fields[column].isEmpty { continue }
        let text = String(decoding: fields[column], as: UTF8.self)
        values.append((name, try value(text, isWeight: column == layout.weight, line: line)))
      }
    }
    edges.append((names.intern(source), names.intern(target)))
    for (name, value) in values { columns.set(name, edges.count - 1, value, line: line) }
  }

  /// The value of a field. Between semicolons numbers may have a decimal comma; weights have one kind of point.
  private mutating func value(_ text: String, isWeight: Bool, line: Int) throws(TextFault) -> AttributeValue {
    var value = AttributeValue(inferring: text)
    if form.separator == .semicolon, WrittenNumber.hasDecimalComma(text) {
      value = AttributeValue(inferring: text.replacing(",", with: "."))
      if isWeight { commaLine = commaLine ?? line }
    } else if isWeight, text.utf8.contains(UInt8(ascii: ".")) {
      pointLine = pointLine ?? line
    }
    guard isWeight else { return value }
    if let commaLine, let pointLine {
      throw TextFault(
        line, "weights have decimal commas (line \(commaLine)) and points (line \(pointLine)); one of them was expected"
      )
    }
    guard let number = value.number else {
      throw TextFault(
        line,
        "the weight is \(ShownText.quoted(text)); a finite number was expected. --weight names another column, --unweighted takes "
          + "none, --skip-invalid leaves such lines out")
    }
    if case .text = value { return .double(number) }
    return value
  }

  private mutating func graph() throws(TextFault) -> GraphReading {
    var layout = form.layout
    if layout?.hasHeader == false, options.weight == .automatic, layout?.weight == 2, layout?.time == nil,
      columns["weight"].map(TextEdgeList.areTimes) ?? false
    {
      columns.rename("weight", "time")
      layout?.takeWeightForTime()
    }
    var assembly = GraphAssembly(isDirected: options.isDirected)
    let directions = takeDirections()
    let (order, areIntegers) = NodeList.order(names.texts)
    assembly.hasIntegerIDs = areIntegers
    var places = order
    for (place, name) in order.enumerated() { places[name] = place }
    let ids = names.texts
    for name in order { _ = assembly.node(ids[name]) }
    for (index, edge) in edges.enumerated() {
      assembly.addEdge(places[edge.source], places[edge.target], isDirected: directions?[index])
    }
    assembly.edgeColumns = columns
    var roles = options
    if !form.hasDictionaries, let layout {
      roles.weight = layout.weight.map { .named(layout.names[$0]) } ?? .none
      roles.time = layout.time.map { .named(layout.names[$0]) } ?? .none
      if edges.isEmpty || columns[layout.weight.map { layout.names[$0] } ?? ""] == nil { roles.weight = .none }
      if columns[layout.time.map { layout.names[$0] } ?? ""] == nil { roles.time = .none }
      for sentence in layout.roleSentences { assembly.decide(sentence) }
    }
    if skipped > 0, let firstSkipped {
      assembly.note(
        "\(skipped) lines are left out, the first being line \(firstSkipped.line ?? 0): \(firstSkipped.message)")
    }
    return try assembly.graph(roles, names: order.map { ids[$0] }, saysRoles: form.hasDictionaries)
  }

  /// Whether a column of numbers looks like moments rather than weights.
  private static func areTimes(_ column: ColumnAssembly.Column) -> Bool {
    !column.values.isEmpty
      && column.values.allSatisfy { value in
        if case .integer(let number) = value { Double(number) > EdgeListLayout.smallestTime } else { false }
      }
  }

  /// Takes Gephi's column `Type` out, if each edge says there whether it is directed.
  private mutating func takeDirections() -> [Bool?]? {
    guard let column = columns.columns.first(where: { $0.name.lowercased() == "type" }) else { return nil }
    let kinds = column.values.map { value -> Bool? in
      switch value.text.lowercased() {
      case "directed": true
      case "undirected", "mutual": false
      default: nil
      }
    }
    guard !kinds.contains(nil) else { return nil }
    columns.clear(column.name)
    var directions = [Bool?](repeating: nil, count: edges.count)
    for (row, kind) in zip(column.rows, kinds) { directions[Int(row)] = kind }
    return directions
  }
}
