import FileReading

/// A list of nodes beside an edge list: the first field of each line is an id.
///
/// Lines that are empty or start with `#` or `%` are left out, as is a first line that says `id` or `node`.
enum NodeList {
  /// The ids in the order in which they come, each once.
  static func names(_ bytes: [UInt8], separator: EdgeListSeparator) throws(TextFault) -> Interner {
    var lines = EdgeLines(bytes, separator: separator)
    var names = Interner()
    var isFirst = true
    while let fields = try lines.next() {
      if !fields[0].isEmpty, !isFirst || !isHeader(fields) { _ = names.intern(fields[0]) }
      isFirst = false
    }
    return names
  }

  /// Whether the fields of a first line name columns.
  static func isHeader(_ fields: [ArraySlice<UInt8>]) -> Bool {
    ["id", "node", "vertex", "nodeid"].contains(EdgeListHeader.plain(String(decoding: fields[0], as: UTF8.self)))
  }

  /// The order of nodes: ascending where all ids are integers, else as they come.
  static func order(_ names: [String]) -> (order: [Int], areIntegers: Bool) {
    let numbers = names.compactMap { name in Int64(name).flatMap { String($0) == name ? $0 : nil } }
    let areIntegers = !names.isEmpty && numbers.count == names.count
    return (areIntegers ? numbers.indices.sorted { numbers[$0] < numbers[$1] } : Array(names.indices), areIntegers)
  }

  /// What is to be said where edges name nodes that the list lacks.
  static func notes(listed: Int, all: Int) -> [String] {
    all > listed ? ["\(all - listed) nodes of the edges are not in the list of nodes: they are added"] : []
  }
}
