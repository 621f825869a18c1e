import CampaignModel
import FileReading

/// The columns of a table's file, matched with those the table has (<doc:Dataset#Files>, <doc:Dataset#Text>).
struct Header {
  /// Names as they stand in the file, in order.
  let names: [String]
  /// Position of each of the table's columns that the file has.
  private let positions: [String: Int]

  /// The most columns that a file may have.
  static let maximumColumns = ReadingLimits.columns

  init(names: [String], table: Table) {
    self.names = names
    var positions: [String: Int] = [:]
    let known = Header.normalizedColumns(of: table)
    for (position, name) in names.enumerated() {
      guard let column = known[Header.normalized(name)], positions[column] == nil else { continue }
      positions[column] = position
    }
    self.positions = positions
  }

  /// Position of a column in the file, or nil.
  func position(of column: String) -> Int? { positions[column] }

  /// The table's name of the column at a position, or nil where it has none.
  func knownName(at position: Int) -> String? { positions.first { $0.value == position }?.key }

  /// The table's name of the column at a position, or the file's, or its number.
  func label(ofPosition position: Int) -> String? {
    if let known = knownName(at: position) { return known }
    guard position < names.count else { return nil }
    return MatchingForm.of(names[position]).isEmpty ? "column \(position + 1)" : ShownText.escape(names[position])
  }

  /// How many different columns of the table are among the names.
  static func recognized(_ names: [String], table: Table) -> Int {
    let known = normalizedColumns(of: table)
    return Set(names.compactMap { known[normalized($0)] }).count
  }

  /// Names that no column of the table has, each once and in order.
  func unknownNames(table: Table) -> [String] {
    let known = Header.normalizedColumns(of: table)
    var seen: Set<String> = []
    return names.filter {
      !MatchingForm.of($0).isEmpty && known[Header.normalized($0)] == nil && seen.insert($0).inserted
    }
  }

  /// How many columns there are up to the last one with a name.
  var namedCount: Int { (names.lastIndex { !MatchingForm.of($0).isEmpty } ?? -1) + 1 }

  /// Whether all columns that the table needs are there.
  static func isComplete(_ names: [String], table: Table) -> Bool {
    let known = normalizedColumns(of: table)
    return Set(names.compactMap { known[normalized($0)] }).isSuperset(of: table.requiredColumns)
  }

  /// What is wrong with the header, if anything.
  ///
  /// - Parameters:
  ///   - line: on which it stands.
  ///   - laterLine: a line behind it that looks like the header.
  func problems(file: String, table: Table, line: Int, laterLine: Int?) -> [DataProblem] {
    var problems: [DataProblem] = []
    if names.count > Header.maximumColumns {
      return [DataProblem(file: file, line: line, message: "has more than 1,000 columns")]
    }
    if let name = names.first(where: { $0.unicodeScalars.contains(where: Header.mayEndLine) }) {
      return [
        DataProblem(
          file: file, line: line, value: ShownText.escape(name),
          message: "holds a character that ends lines elsewhere (form feed, next line, line separator or the like); "
            + "lines of tables end in LF or CRLF")
      ]
    }
    let known = Header.normalizedColumns(of: table)
    for (position, name) in names.enumerated() {
      guard let column = known[Header.normalized(name)], positions[column] != position else { continue }
      problems.append(
        DataProblem(
          file: file, line: line, column: column, value: ShownText.escape(name),
          message: "is a second column of this name"))
    }
    if let laterLine, table.requiredColumns.contains(where: { positions[$0] == nil }) {
      return [
        DataProblem(
          file: file, line: line, value: ShownText.escape(names.joined(separator: ", ")),
          message: "is not the header, which seems to be in line \(laterLine); what stands before it must go")
      ]
    }
    for column in table.requiredColumns where positions[column] == nil {
      let found = names.prefix(20).map(ShownText.escape).joined(separator: ", ")
      problems.append(
        DataProblem(
          file: file, line: line, column: column, message: "this column is missing", detail: "columns found: \(found)"))
    }
    return problems
  }

  /// Whether some programs end lines with a character, but for LF and CR.
  private static func mayEndLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func normalizedColumns(of table: Table) -> [String: String] {
    let columns = table.requiredColumns + table.optionalColumns
    return Dictionary(uniqueKeysWithValues: columns.map { (normalized($0), $0) })
  }

  private static func normalized(_ name: String) -> String {
    let form = MatchingForm.of(name)
    return form == "organization" ? "organisation" : form
  }
}
