/// The values of one attribute, all of one type; nil where there is none.
///
/// Only the rows that have a value of their own take memory, so that a file with many attributes, each of few nodes, takes
/// no more than its size.
public struct AttributeColumn: Sendable {
  /// Values by type, an entry per row.
  public enum Values: Sendable, Equatable {
    case text([String?])
    case integer([Int64?])
    case double([Double?])
    case boolean([Bool?])

    /// The number of nodes or edges.
    public var count: Int {
      switch self {
      case .text(let values): values.count
      case .integer(let values): values.count
      case .double(let values): values.count
      case .boolean(let values): values.count
      }
    }
  }

  /// Values of the rows that have one, by type.
  enum Entries: Sendable {
    case text([String])
    case integer([Int64])
    case double([Double])
    case boolean([Bool])
  }

  public var name: String
  /// The number of nodes or edges.
  public let count: Int
  /// The rows with a value of their own, ascending; nil where each has one.
  let rows: [Int32]?
  let entries: Entries
  /// The value of every other row, or nil.
  let standard: AttributeValue?

  init(_ name: String, count: Int, rows: [Int32]?, _ entries: Entries, standard: AttributeValue? = nil) {
    self.name = name
    self.count = count
    self.rows = rows
    self.entries = entries
    self.standard = standard
  }

  /// A column of one value, or nil, per row.
  public init(_ name: String, _ values: Values) {
    func known<Value>(_ values: [Value?]) -> (rows: [Int32]?, values: [Value]) {
      let known = values.compactMap(\.self)
      if known.count == values.count { return (nil, known) }
      return (values.indices.lazy.filter { values[$0] != nil }.map(Int32.init), known)
    }
    let (rows, entries): ([Int32]?, Entries)
    switch values {
    case .text(let values):
      let known = known(values)
      (rows, entries) = (known.rows, .text(known.values))
    case .integer(let values):
      let known = known(values)
      (rows, entries) = (known.rows, .integer(known.values))
    case .double(let values):
      let known = known(values)
      (rows, entries) = (known.rows, .double(known.values))
    case .boolean(let values):
      let known = known(values)
      (rows, entries) = (known.rows, .boolean(known.values))
    }
    self.init(name, count: values.count, rows: rows, entries)
  }

  /// One value, or nil, per row.
  ///
  /// - Complexity: O(rows).
  public var values: Values {
    switch type {
    case .text: .text((0..<count).map { self[$0]?.text })
    case .integer: .integer((0..<count).map { if case .integer(let value)? = self[$0] { value } else { nil } })
    case .double: .double((0..<count).map { if case .double(let value)? = self[$0] { value } else { nil } })
    case .boolean: .boolean((0..<count).map { if case .boolean(let value)? = self[$0] { value } else { nil } })
    }
  }

  /// The type of the values.
  public var type: AttributeType {
    switch entries {
    case .text: .text
    case .integer: .integer
    case .double: .double
    case .boolean: .boolean
    }
  }

  /// The value of a node or edge, or nil.
  ///
  /// - Complexity: O(1) where each row has a value, else O(log rows).
  public subscript(row: Int) -> AttributeValue? {
    precondition(row >= 0 && row < count, "A column has a row per node or edge.")
    guard let rows else { return entries[row] }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? entries[low] : standard
  }
}

extension AttributeColumn: Equatable {
  /// Whether name, type and the value of each row are the same.
  public static func == (one: AttributeColumn, other: AttributeColumn) -> Bool {
    one.name == other.name && one.type == other.type && one.count == other.count
      && (0..<one.count).allSatisfy { one[$0] == other[$0] }
  }
}

extension AttributeColumn.Entries {
  /// The number of entries.
  var count: Int {
    switch self {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .double(let values): values.count
    case .boolean(let values): values.count
    }
  }

  subscript(entry: Int) -> AttributeValue {
    switch self {
    case .text(let values): .text(values[entry])
    case .integer(let values): .integer(values[entry])
    case .double(let values): .double(values[entry])
    case .boolean(let values): .boolean(values[entry])
    }
  }
}

extension AttributeColumn {
  /// Whether a row has such a value.
  func contains(where isSuch: (AttributeValue) -> Bool) -> Bool {
    (0..<entries.count).contains { isSuch(entries[$0]) } || standard.map(isSuch) ?? false
  }
}

/// Columns row by row, for writers: what each node or edge has, without a look at what it lacks.
struct AttributeRows {
  private let columns: [AttributeColumn]
  private var starts: [Int]
  private var cells: [(column: Int32, entry: Int32)]
  private let standards: [Int]

  /// - Complexity: O(rows + values).
  init(_ columns: [AttributeColumn], count: Int) {
    self.columns = columns
    standards = columns.indices.filter { columns[$0].standard != nil }
    starts = [Int](repeating: 0, count: count + 1)
    for column in columns {
      if let rows = column.rows {
        for row in rows { starts[Int(row) + 1] += 1 }
      } else {
        for row in 0..<count { starts[row + 1] += 1 }
      }
    }
    for row in 0..<count { starts[row + 1] += starts[row] }
    cells = [(column: Int32, entry: Int32)](repeating: (0, 0), count: starts[count])
    var next = starts
    for (index, column) in columns.enumerated() {
      for entry in 0..<column.entries.count {
        let row = column.rows.map { Int($0[entry]) } ?? entry
        cells[next[row]] = (Int32(index), Int32(entry))
        next[row] += 1
      }
    }
  }

  /// The values of a row, by the number of their column, ascending.
  func values(of row: Int) -> [(column: Int, value: AttributeValue)] {
    var values = cells[starts[row]..<starts[row + 1]].map { cell in
      (column: Int(cell.column), value: columns[Int(cell.column)].entries[Int(cell.entry)])
    }
    guard !standards.isEmpty else { return values }
    let own = Set(values.map(\.column))
    for column in standards where !own.contains(column) {
      if let value = columns[column].standard { values.append((column, value)) }
    }
    return values.sorted { $0.column < $1.column }
  }
}
