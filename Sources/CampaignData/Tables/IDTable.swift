import FileReading

/// The ids of a table's rows, compared byte by byte, and the index each stands for.
struct IDTable {
  /// What an id stands for.
  enum Finding: Equatable {
    case row(Int)
    /// A row that is bad and has no index.
    case leftOut
    case unknown
  }

  /// Name of the file the ids come from, for messages.
  let file: String
  /// Whether every id may stand for a row that could not be read, since the file could not.
  var isIncomplete = false
  private var rows: [[UInt8]: (index: Int?, line: Int)] = [:]
  /// Number of rows with an index.
  private(set) var count = 0

  init(file: String) { self.file = file }

  /// Gives the next index to an id. Returns the index.
  mutating func add(_ id: ArraySlice<UInt8>, line: Int) -> Int {
    defer { count += 1 }
    rows[Array(id)] = (count, line)
    return count
  }

  /// Remembers the id of a bad row, so that what refers to it is known to do so.
  mutating func leaveOut(_ id: ArraySlice<UInt8>, line: Int) {
    if rows[Array(id)] == nil { rows[Array(id)] = (nil, line) }
  }

  func find(_ id: ArraySlice<UInt8>) -> Finding {
    guard let row = rows[Array(id)] else { return isIncomplete ? .leftOut : .unknown }
    return row.index.map(Finding.row) ?? .leftOut
  }

  /// The indices by id, for looking ids up in a block.
  var codes: CodeTable {
    var codes = CodeTable()
    for (id, row) in rows {
      if let index = row.index { codes.add(id, code: index) }
    }
    return codes
  }

  /// Line of the row that has this id, or nil when no good row has.
  func lineOfFirstUse(_ id: ArraySlice<UInt8>) -> Int? {
    guard let row = rows[Array(id)], row.index != nil else { return nil }
    return row.line
  }
}
