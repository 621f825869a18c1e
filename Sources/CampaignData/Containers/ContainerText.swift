import FileReading

/// Rows of a sheet or of a database's table as delimited text, a line a row.
struct ContainerText {
  private(set) var bytes: [UInt8] = []
  private let file: String
  private let decimal: UInt8
  private var line = 1
  private var header: [String] = []

  /// - Parameters:
  ///   - file: what messages call the table.
  ///   - decimal: the sign before decimals that the dataset's tables have.
  init(file: String, decimal: Character) {
    (self.file, self.decimal) = (file, decimal == "," ? Ascii.comma : UInt8(ascii: "."))
  }

  /// The most rows that may come before a header.
  private static let searchedRows = 50

  /// Takes the rows of a table from its header on; what comes before it is left blank.
  mutating func read(
    _ source: any ContainerSource, _ place: Int, isHeader: ([String]) -> Bool
  ) throws(ReadingError) {
    let headerRow = try ContainerText.headerRow(source, place, isHeader)
    try source.forEachRow(place) { number, cells throws(ReadingError) in
      guard number >= headerRow else { return true }
      while line < number {
        bytes.append(Ascii.newline)
        line += 1
      }
      if number == headerRow { header = cells.map { String(decoding: $0.bytes, as: UTF8.self) } }
      try append(cells)
      return true
    }
  }

  /// The first row that has all columns that the table needs; without one the first that holds something.
  private static func headerRow(
    _ source: any ContainerSource, _ place: Int, _ isHeader: ([String]) -> Bool
  ) throws(ReadingError) -> Int {
    var found: Int?
    var first: Int?
    try source.forEachRow(place) { number, cells in
      let names = cells.map { String(decoding: $0.bytes, as: UTF8.self) }
      if first == nil, names.contains(where: { !$0.isEmpty }) { first = number }
      if isHeader(names) { found = number }
      return found == nil && number < searchedRows
    }
    return found ?? first ?? 1
  }

  private mutating func append(_ cells: [SheetCell]) throws(ReadingError) {
    line += 1
    defer { bytes.append(Ascii.newline) }
    guard cells.contains(where: { !$0.bytes.isEmpty }) else { return }
    for place in 0..<max(cells.count, header.count) {
      if place > 0 { bytes.append(Ascii.comma) }
      guard place < cells.count else { continue }
      let cell = cells[place]
      guard cell.form != .fault else {
        throw .badData(
          DataProblem(
            file: file, line: line - 1, column: place < header.count ? ShownText.escape(header[place]) : nil,
            message: "is " + String(decoding: cell.bytes, as: UTF8.self)))
      }
      append(cell)
    }
  }

  private mutating func append(_ cell: SheetCell) {
    if cell.form == .number, decimal == Ascii.comma {
      bytes.append(Ascii.quote)
      for byte in cell.bytes { bytes.append(byte == UInt8(ascii: ".") ? Ascii.comma : byte) }
      bytes.append(Ascii.quote)
      return
    }
    let needsQuotes = cell.bytes.contains {
      $0 == Ascii.comma || $0 == Ascii.quote || $0 == Ascii.newline || $0 == Ascii.carriageReturn
    }
    guard needsQuotes else {
      bytes += cell.bytes
      return
    }
    bytes.append(Ascii.quote)
    for byte in cell.bytes {
      if byte == Ascii.quote { bytes.append(byte) }
      // A line break would move the lines behind it away from their rows.
      bytes.append(byte == Ascii.newline || byte == Ascii.carriageReturn ? UInt8(ascii: " ") : byte)
    }
    bytes.append(Ascii.quote)
  }
}
