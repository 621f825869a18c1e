import CampaignData
import CampaignModel
import FileReading

/// Opens an export by what is in it.
enum ExportOpener {
  /// - Parameter fit: how well names of columns fit, 0 for not at all.
  static func table(
    in file: SourceFile, _ rules: ReadingRules, fit: ([String]) -> Int
  ) throws(ReadingError) -> any ExportTable {
    let name = ShownText.escapePath(file.name)
    let source = PeekedSource(try file.content())
    let start = try source.peek(4096)
    switch FileKind(start) {
    case .json: return try JSONTable(source, name: name, rules: rules, fit: fit)
    case .workbook: return try sheet(of: file, rules, fit)
    case .sqlite: return try table(of: file, rules, fit)
    case .zip:
      throw .badData(
        DataProblem(file: name, message: "is a ZIP archive; its name must end in .zip, or its files be named"))
    default: return try DelimitedTable(source, name: name, rules: rules, fit: fit)
    }
  }

  /// The sheet that is named, or the one whose columns fit best, the first of equals.
  private static func sheet(
    of file: SourceFile, _ rules: ReadingRules, _ fit: ([String]) -> Int
  ) throws(ReadingError) -> any ExportTable {
    let name = ShownText.escapePath(file.name)
    guard file.entry == nil else {
      throw .badData(DataProblem(file: name, message: "is a workbook in an archive; unpack it first"))
    }
    let book = try Workbook(InputFile(path: file.path, name: name))
    let wanted = try place(of: rules.sheet ?? file.sheet, among: book.sheetNames, "sheet", name)
    return try best(wanted) { place throws(ReadingError) in
      try SheetTable(
        { () throws(ReadingError) in try book.rows(ofSheet: place) }, name: name, sheet: book.sheetNames[place],
        header: nil, rules: rules, fit: fit)
    }
  }

  /// The table of a database that is named, or the one whose columns fit best.
  private static func table(
    of file: SourceFile, _ rules: ReadingRules, _ fit: ([String]) -> Int
  ) throws(ReadingError) -> any ExportTable {
    let name = ShownText.escapePath(file.name)
    let database = try SQLiteFile(path: file.path, name: name)
    let wanted = try place(of: rules.table ?? rules.sheet, among: database.tables, "table", name)
    return try best(wanted) { place throws(ReadingError) in
      let table = database.tables[place]
      let columns = try database.columns(of: table)
      return try SheetTable(
        { DatabaseRows(database, table: table, columns: columns) }, name: name, sheet: table, header: columns,
        rules: rules, fit: fit)
    }
  }

  /// The places to look at: that of the name, or all.
  private static func place(
    of name: String?, among names: [String], _ what: String, _ file: String
  ) throws(ReadingError) -> [Int] {
    guard !names.isEmpty else { throw .badData(DataProblem(file: file, message: "has no \(what)")) }
    guard let name else { return Array(names.indices) }
    guard
      let place = names.firstIndex(of: name)
        ?? names.firstIndex(where: { MatchingForm.of($0) == MatchingForm.of(name) })
    else {
      let list = names.prefix(20).map { ShownText.escape($0) }.joined(separator: ", ")
      throw .badData(
        DataProblem(file: file, value: ShownText.escape(name), message: "is no \(what) of it; it has \(list)"))
    }
    return [place]
  }

  private static func best(
    _ places: [Int], _ make: (Int) throws(ReadingError) -> SheetTable
  ) throws(ReadingError) -> any ExportTable {
    var best = try make(places[0])
    for place in places.dropFirst() {
      let next = try make(place)
      if next.fit > best.fit { best = next }
    }
    return best
  }
}

/// Bytes whose first ones can be looked at before they are read.
final class PeekedSource: ByteSource {
  private let source: any ByteSource
  private var start: [UInt8] = []

  init(_ source: any ByteSource) { self.source = source }

  /// The first bytes, at most so many.
  func peek(_ count: Int) throws(ReadingError) -> [UInt8] {
    while start.count < count, try source.read(count - start.count, appendingTo: &start) > 0 {}
    return start
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    guard !start.isEmpty else { return try unsafe source.read(into: buffer) }
    let count = min(buffer.count, start.count)
    // Safety: both ranges hold this many bytes.
    unsafe start.withUnsafeBytes { unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    start.removeFirst(count)
    return count
  }
}
