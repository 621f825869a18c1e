import FileReading

/// Reads a matrix of Matrix Market as a network: rows and columns are nodes, entries are edges, values their weights.
///
/// A square matrix has a node for each row, whose id is its number from 1. An entry of a general matrix is an arc from its
/// row to its column, one of a symmetric matrix an edge without direction. A matrix that is not square has nodes for its
/// rows, then for its columns, told apart by `mode` 1 and 2, and edges without direction. A matrix of all values, an
/// `array`, has edges where they are not 0; an entry that is listed is an edge whatever its value.
///
/// Reference: R. F. Boisvert, R. Pozo, K. A. Remington, *The Matrix Market exchange formats: initial design*, NISTIR 5935,
/// 1996, https://math.nist.gov/MatrixMarket/formats.html.
struct MatrixMarketReader {
  private enum Field: String { case pattern, integer, real }

  private var scanner: ByteScanner
  /// The line of the words last returned.
  private var line = 1
  private var field = Field.real
  private var listsAllValues = false
  private var isSymmetric = false
  private var rows = 0
  private var columns = 0
  /// How many entries the matrix has, as it says.
  private var expected = 0
  /// Where the next value of a matrix of all values stands: column by column.
  private var place = (row: 0, column: 0)
  private var entryCount = 0
  private var assembly = GraphAssembly(isDirected: true)

  static func read(_ bytes: [UInt8], _ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    let text = try GraphText.decoded(bytes)
    var reader = MatrixMarketReader(text.bytes)
    try reader.banner()
    try reader.size(of: bytes.count)
    while let words = try reader.words() { try reader.entries(words) }
    var reading = try reader.graph(options)
    reading.decisions.insert(contentsOf: text.decisions, at: 0)
    return reading
  }

  private init(_ bytes: [UInt8]) { scanner = ByteScanner(bytes) }

  /// The first line: `%%MatrixMarket matrix`, how entries are listed, what they are, and which are left out.
  private mutating func banner() throws(TextFault) {
    guard scanner.peek == UInt8(ascii: "%"), let banner = try wordsOfLine(), banner.count == 5,
      banner[0].lowercased() == "%%matrixmarket"
    else { throw TextFault(1, "%%MatrixMarket with four words was expected") }
    let words = banner.dropFirst().map { $0.lowercased() }
    func check(_ index: Int, _ known: [String]) throws(TextFault) {
      guard known.contains(words[index]) else {
        let list = known.dropLast().joined(separator: ", ") + (known.count > 1 ? " or " : "") + (known.last ?? "")
        throw TextFault(1, "\(ShownText.quoted(banner[index + 1])) is no network; \(list) was expected")
      }
    }
    try check(0, ["matrix"])
    try check(1, ["coordinate", "array"])
    listsAllValues = words[1] == "array"
    try check(2, listsAllValues ? ["integer", "real"] : ["pattern", "integer", "real"])
    field = Field(rawValue: words[2]) ?? .real
    try check(3, ["general", "symmetric"])
    isSymmetric = words[3] == "symmetric"
  }

  private mutating func size(of byteCount: Int) throws(TextFault) {
    let words = try words() ?? []
    let numbers = words.compactMap { Int($0) }.filter { $0 >= 0 }
    guard words.count == (listsAllValues ? 2 : 3), numbers.count == words.count else {
      throw TextFault(
        line,
        listsAllValues ? "rows and columns were expected" : "rows, columns and the number of entries were expected")
    }
    (rows, columns) = (numbers[0], numbers[1])
    let limit = GraphLimits.announcedNodes + GraphLimits.announcedNodesPerByte * byteCount
    guard rows <= limit, columns <= limit else {
      throw TextFault(
        line,
        "\(rows) rows and \(columns) columns are announced; a file of \(byteCount) bytes may have \(limit) at most")
    }
    guard !isSymmetric || isSquare else {
      throw TextFault(line, "a symmetric matrix of \(rows) rows and \(columns) columns is none")
    }
    if listsAllValues {
      expected = isSymmetric ? rows * (rows + 1) / 2 : rows * columns
    } else {
      expected = numbers[2]
    }
    assembly.isDirected = isSquare && !isSymmetric
    assembly.hasIntegerIDs = true
    guard !isSquare else { return }
    for row in 0..<rows { assembly.nodeColumns.set("mode", row, .integer(1)) }
    for column in 0..<columns { assembly.nodeColumns.set("mode", rows + column, .integer(2)) }
    assembly.decide("the matrix is not square: its rows are the nodes up to \(rows), its columns those behind")
  }

  private var isSquare: Bool { rows == columns }

  /// A line: an entry, or values of a matrix of all values.
  private mutating func entries(_ words: [String]) throws(TextFault) {
    guard !listsAllValues else {
      for word in words { try value(word) }
      return
    }
    let parts = field == .pattern ? 2 : 3
    guard words.count == parts else {
      throw TextFault(line, "row\(parts == 2 ? " and column" : ", column and value") were expected")
    }
    try count()
    let (row, column) = (try number(words[0], of: rows), try number(words[1], of: columns))
    addEdge(row, column, parts == 2 ? nil : try weight(words[2]))
  }

  /// A value of a matrix of all values; of a symmetric one those above the diagonal are left out.
  private mutating func value(_ word: String) throws(TextFault) {
    try count()
    let weight = try weight(word)
    if weight.number != 0 { addEdge(place.row, place.column, weight) }
    place.row += 1
    if place.row == rows { place = (isSymmetric ? place.column + 1 : 0, place.column + 1) }
  }

  private mutating func count() throws(TextFault) {
    guard entryCount < expected else { throw TextFault(line, "the matrix has more than \(expected) entries") }
    entryCount += 1
  }

  private mutating func addEdge(_ row: Int, _ column: Int, _ weight: AttributeValue?) {
    // What is listed of a symmetric matrix is at or below the diagonal: the smaller number comes first.
    let (source, target) = isSymmetric ? (column, row) : (row, isSquare ? column : rows + column)
    let edge = assembly.addEdge(source, target)
    if let weight { assembly.edgeColumns.set("weight", edge, weight, line: line) }
  }

  private func weight(_ word: String) throws(TextFault) -> AttributeValue {
    if let integer = Int64(word) { return .integer(integer) }
    guard field == .real, let number = WrittenNumber.decimal(word) else {
      throw TextFault(
        line,
        "the value is \(ShownText.quoted(word)); \(field == .real ? "a finite number" : "an integer") was expected")
    }
    return .double(number)
  }

  /// The index of a row or column by its number, counted from 1.
  private func number(_ word: String, of count: Int) throws(TextFault) -> Int {
    guard let number = Int(word), number >= 1, number <= count else {
      throw TextFault(
        line, "\(ShownText.quoted(word)) lies outside the matrix; a number from 1 to \(count) was expected")
    }
    return number - 1
  }

  private func graph(_ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    guard entryCount == expected else {
      throw TextFault(line, "the matrix has \(entryCount) entries; \(expected) were expected")
    }
    let nodeCount = isSquare ? rows : rows + columns
    return try assembly.graph(options, names: (0..<nodeCount).map { String($0 + 1) })
  }

  /// The words of the next line that has any; lines that start with `%` are comments.
  private mutating func words() throws(TextFault) -> [String]? {
    while scanner.skipSpace() || scanner.peek == UInt8(ascii: "%") {
      if scanner.peek == UInt8(ascii: "%") { scanner.skipLine() }
    }
    return try wordsOfLine()
  }

  private mutating func wordsOfLine() throws(TextFault) -> [String]? {
    guard !scanner.isAtEnd else { return nil }
    line = scanner.place.line
    var words: [String] = []
    while let byte = scanner.peek, byte != 0x0A, byte != 0x0D {
      let start = scanner.position
      while let byte = scanner.peek, byte > 0x20 { scanner.advance() }
      if scanner.position > start {
        words.append(try scanner.text(start..<scanner.position))
      } else {
        scanner.advance()
      }
      guard words.count <= 1 << 20 else { throw TextFault(line, "the line has more than 2²⁰ words") }
    }
    return words
  }
}
