import FileReading

/// The ids of a table's rows, compared byte by byte, and the index each stands for.
struct IDTable: Sendable {
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
  private var ids = Interner()
  /// Per id its index, nil for that of a bad row, and the line of the row.
  private var rows: [(index: Int?, line: Int)] = []
  /// Number of rows with an index.
  private(set) var count = 0

  init(file: String) { self.file = file }

  /// Gives the next index to an id. Returns the index.
  mutating func add(_ id: ArraySlice<UInt8>, line: Int) -> Int {
    defer { count += 1 }
    let number = ids.intern(id)
    if number < rows.count { rows[number] = (count, line) } else { rows.append((count, line)) }
    return count
  }

  /// Remembers the id of a bad row, so that what refers to it is known to do so.
  mutating func leaveOut(_ id: ArraySlice<UInt8>, line: Int) {
    if ids.intern(id) == rows.count { rows.append((nil, line)) }
  }

  /// Remembers the ids of rows that were refused before any cell was looked at.
  mutating func leaveOut(refusedBy reader: TableReader) {
    for refused in reader.refusedIDs { leaveOut(refused.id, line: refused.line) }
  }

  func find(_ id: ArraySlice<UInt8>) -> Finding {
    guard let number = ids.find(id) else { return isIncomplete ? .leftOut : .unknown }
    return rows[number].index.map(Finding.row) ?? .leftOut
  }

  /// The indices by id, for looking ids up in a block.
  var codes: CodeTable {
    var codes = CodeTable()
    for number in 0..<ids.count {
      if let index = rows[number].index { codes.add(Array(ids.idBytes[ids.range(of: number)]), code: index) }
    }
    return codes
  }

  /// Line of the row that has this id, or nil when no good row has.
  func lineOfFirstUse(_ id: ArraySlice<UInt8>) -> Int? {
    guard let number = ids.find(id), rows[number].index != nil else { return nil }
    return rows[number].line
  }

  /// The ids of all good rows.
  var names: [String] { zip(ids.texts, rows).filter { $0.1.index != nil }.map(\.0) }
}
