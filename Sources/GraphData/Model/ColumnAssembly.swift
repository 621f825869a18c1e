import FileReading

/// Columns while they are read: values by name and row, with the lines where they stand.
struct ColumnAssembly {
  struct Column {
    var name: String
    var type: AttributeType?
    var standard: AttributeValue?
    var rows: [Int32] = []
    var values: [AttributeValue] = []
    var lines: [Int32] = []
  }

  private(set) var columns: [Column] = []
  private var names = Interner()

  /// The number of the column with this name, which is added if it is new.
  mutating func column(_ name: String, type: AttributeType? = nil, standard: AttributeValue? = nil) -> Int {
    let index = names.intern(name)
    if index == columns.count {
      columns.append(Column(name: name, type: type, standard: standard))
    } else if let type {
      columns[index].type = columns[index].type ?? type
      columns[index].standard = standard ?? columns[index].standard
    }
    return index
  }

  /// - Parameter line: where the value stands; 0 where that is not known.
  mutating func set(_ column: Int, _ row: Int, _ value: AttributeValue, line: Int = 0) {
    columns[column].rows.append(Int32(row))
    columns[column].values.append(value)
    columns[column].lines.append(Int32(clamping: line))
  }

  mutating func set(_ name: String, _ row: Int, _ value: AttributeValue, line: Int = 0) {
    set(column(name), row, value, line: line)
  }

  /// The column of this name, or nil.
  subscript(name: String) -> Column? { names.find(name.utf8).map { columns[$0] } }

  /// Calls a column otherwise, by a name that is not taken.
  mutating func rename(_ name: String, _ other: String) {
    guard let index = names.find(name.utf8) else { return }
    let column = columns[index]
    clear(name)
    let new = self.column(other)
    columns[new] = column
    columns[new].name = other
  }

  /// Takes out values that are empty texts, where these mean that there is none.
  mutating func dropEmptyTexts() {
    for index in columns.indices where columns[index].values.contains(.text("")) {
      var column = columns[index].ordered
      let kept = column.values.indices.filter { column.values[$0] != .text("") }
      column.rows = kept.map { column.rows[$0] }
      column.lines = kept.map { column.lines[$0] }
      column.values = kept.map { column.values[$0] }
      columns[index] = column
    }
  }

  /// Takes the values of a column out.
  mutating func clear(_ name: String) {
    guard let index = names.find(name.utf8) else { return }
    columns[index] = Column(name: name)
  }

  /// The columns that have a value or a declared type.
  var filled: [Column] { columns.filter { !$0.values.isEmpty || $0.type != nil } }
}

extension [ColumnAssembly.Column] {
  /// The columns of so many rows.
  func finished(count: Int) throws(TextFault) -> [AttributeColumn] {
    guard self.count <= GraphLimits.attributes else {
      throw TextFault(nil, "there are \(self.count) attributes; at most \(GraphLimits.attributes) are read")
    }
    return map { AttributeColumn($0.ordered, count: count) }
  }
}

extension ColumnAssembly.Column {
  /// The same column, rows ascending, of those set more than once the last value.
  var ordered: ColumnAssembly.Column {
    if zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 }) { return self }
    // Sorted by place as well, so that the last of a row's values is found behind the others.
    let order = rows.indices.sorted { (rows[$0], $0) < (rows[$1], $1) }
    let last = order.indices.filter { $0 + 1 == order.count || rows[order[$0]] != rows[order[$0 + 1]] }
    var column = self
    column.rows = last.map { rows[order[$0]] }
    column.values = last.map { values[order[$0]] }
    column.lines = last.map { lines[order[$0]] }
    return column
  }
}

extension AttributeColumn {
  /// A column of the values that rows have, ascending. Of values of several types a column of numbers is made where all
  /// are numbers, else one of text; without any value it has the declared type.
  init(_ column: ColumnAssembly.Column, count: Int) {
    let type = AttributeColumn.commonType(column.values, standard: column.standard, declared: column.type)
    func converted(_ value: AttributeValue) -> AttributeValue { value.converted(to: type) }
    let rows = column.rows.count == count ? nil : column.rows
    let standard = column.rows.count == count ? nil : column.standard.map(converted)
    let entries: Entries =
      switch type {
      case .text: .text(column.values.map(\.text))
      case .integer: .integer(column.values.map { if case .integer(let number) = $0 { number } else { 0 } })
      case .double: .double(column.values.map { if case .double(let number) = converted($0) { number } else { 0 } })
      case .boolean: .boolean(column.values.map { if case .boolean(let truth) = $0 { truth } else { false } })
      }
    self.init(column.name, count: count, rows: rows, entries, standard: standard)
  }

  /// A column of a value or nil per row.
  init(_ name: String, of values: [AttributeValue?], declared: AttributeType? = nil) {
    var column = ColumnAssembly.Column(name: name, type: declared)
    for (row, value) in values.enumerated() {
      guard let value else { continue }
      column.rows.append(Int32(row))
      column.values.append(value)
    }
    self.init(column, count: values.count)
  }

  private static func commonType(
    _ values: [AttributeValue], standard: AttributeValue?, declared: AttributeType?
  ) -> AttributeType {
    var (hasText, hasInteger, hasDouble, hasBoolean) = (false, false, false, false)
    func add(_ value: AttributeValue) {
      switch value {
      case .text: hasText = true
      case .integer: hasInteger = true
      case .double: hasDouble = true
      case .boolean: hasBoolean = true
      }
    }
    for value in values { add(value) }
    if let standard { add(standard) }
    if hasText || (hasBoolean && (hasInteger || hasDouble)) { return .text }
    if hasBoolean { return .boolean }
    if hasDouble || (hasInteger && declared == .double) { return .double }
    return hasInteger ? .integer : declared ?? .text
  }
}

extension AttributeValue {
  /// The value as a type that ``AttributeColumn`` found for it: text of anything, a number with a point of an integer.
  fileprivate func converted(to type: AttributeType) -> AttributeValue {
    switch (self, type) {
    case (.integer(let number), .double): .double(Double(number))
    case (_, .text): .text(text)
    default: self
    }
  }
}
