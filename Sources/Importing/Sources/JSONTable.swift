import CampaignModel
import FileReading

/// An export as JSON: a list of objects, an object that holds one, or an object a line.
///
/// Members of objects within a row are columns such as `traffic_source.source`; entries of a list of objects those of a
/// list, but where they have `key` and `value`, as BigQuery's do, they are columns such as `event_params.page_location`.
final class JSONTable: ExportTable {
  let columns: [String]
  let fit: Int
  private let bytes: [UInt8]
  private let name: String
  private let rules: ReadingRules
  private var binding: ColumnBinding?
  /// References of rows by the form of a column's name, and of entries by list and name.
  private var wanted: [String: [Int]] = [:]
  private var row = JSONRow()

  /// The most bytes of a document, which is held in memory.
  static let maximumLength = 4 << 30
  /// So many rows show which columns there are.
  private static let sampledRows = 200

  init(
    _ source: any ByteSource, name: String, rules: ReadingRules, fit: ([String]) -> Int
  ) throws(ReadingError) {
    (self.name, self.rules) = (name, rules)
    var bytes = try source.wholeContent(of: name, limit: JSONTable.maximumLength)
    if let encoding = TextEncoding(markOf: bytes) {
      bytes.removeFirst(encoding == .utf8 ? 3 : 0)
      guard encoding == .utf8 else {
        throw .badData(DataProblem(file: name, message: "is JSON in UTF-16; save it as UTF-8"))
      }
    }
    self.bytes = bytes
    var names: [String] = []
    var known: Set<String> = []
    var sampled = 0
    try JSONTable.forEachObject(bytes, name: name, rows: rules.rows) { value, _ throws(ReadingError) in
      JSONTable.flatten(value) { place, _ in
        let column = place.column
        if known.count < 5000, known.insert(column).inserted { names.append(column) }
      }
      sampled += 1
      return sampled < JSONTable.sampledRows
    }
    columns = names
    self.fit = fit(names)
  }

  func bind(_ binding: ColumnBinding) {
    self.binding = binding
    wanted = [:]
    for (number, reference) in binding.references.enumerated() {
      for spelling in binding.spellings[number] {
        let form = reference.list.map { "\(MatchingForm.of($0)) \(spelling)" } ?? spelling
        wanted[form, default: []].append(number)
      }
    }
  }

  func forEachRow(
    _ account: SourceAccount, _ body: (any SourceRow) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    guard let binding else { return }
    try JSONTable.forEachObject(bytes, name: name, rows: rules.rows) { value, line throws(ReadingError) in
      account.rows += 1
      row.start(value, line: line, references: binding.references.count, lists: binding.lists.count)
      JSONTable.flatten(value) { place, value in self.take(place, value, binding) }
      try body(row)
      return true
    }
  }

  private func take(_ place: JSONPlace, _ value: HeldValue, _ binding: ColumnBinding) {
    guard let list = place.list else {
      for reference in wanted[MatchingForm.of(place.name)] ?? [] where row.cells[reference].bytes.isEmpty {
        row.cells[reference] = value
      }
      return
    }
    guard let number = binding.lists.firstIndex(where: { MatchingForm.of($0) == MatchingForm.of(list) }) else { return }
    row.counts[number] = max(row.counts[number], place.entry + 1)
    for reference in wanted["\(MatchingForm.of(list)) \(MatchingForm.of(place.name))"] ?? [] {
      row.entries[JSONRow.Key(reference: reference, entry: place.entry)] = value
    }
  }
}

/// Where a value stands in a row of JSON.
struct JSONPlace {
  /// Names of members on the way, joined by dots.
  var name: String
  var list: String?
  var entry = 0

  /// The column's name, as other exports write it.
  var column: String { list.map { "\(name) (\($0) \(entry))" } ?? name }
}

extension JSONTable {
  /// Calls `body` for every value of a row.
  fileprivate static func flatten(_ value: JSONValue, _ body: (JSONPlace, HeldValue) -> Void) {
    flatten(value, JSONPlace(name: ""), body)
  }

  private static func flatten(_ value: JSONValue, _ place: JSONPlace, _ body: (JSONPlace, HeldValue) -> Void) {
    switch value {
    case .null: return
    case .boolean(let truth): body(place, HeldValue(Array((truth ? "true" : "false").utf8)[...]))
    case .integer(let number): body(place, HeldValue(Array(String(number).utf8)[...], form: .number))
    case .double(let number): body(place, HeldValue(Array(number.description.utf8)[...], form: .number))
    case .text(let text): body(place, HeldValue(WhiteSpace.trimmed(Array(text.utf8)[...])))
    case .object(let members):
      for member in members {
        var inner = place
        inner.name = place.name.isEmpty ? member.name : "\(place.name).\(member.name)"
        flatten(member.value, inner, body)
      }
    case .list(let values): flatten(values, place, body)
    }
  }

  private static func flatten(_ values: [JSONValue], _ place: JSONPlace, _ body: (JSONPlace, HeldValue) -> Void) {
    guard let first = values.first else { return }
    guard case .object = first else {
      // A list of single values is one value, as lists of tables are.
      var texts: [String] = []
      for value in values {
        flatten(value, JSONPlace(name: "")) { texts.append(String(decoding: $1.bytes, as: UTF8.self)) }
      }
      body(place, HeldValue(Array(texts.joined(separator: ";").utf8)[...]))
      return
    }
    for (number, value) in values.enumerated() {
      if case .text(let key)? = value["key"], let held = value["value"] {
        var inner = place
        inner.name = "\(place.name).\(key)"
        flatten(typed(held), inner, body)
      } else if place.list == nil, number <= ListColumn.maximumNumber {
        flatten(value, JSONPlace(name: "", list: place.name, entry: number), body)
      }
    }
  }

  /// BigQuery's values have a member for each type, of which one holds something.
  private static func typed(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    let names = ["string_value", "int_value", "float_value", "double_value"]
    return members.first { member in
      if case .null = member.value { return false }
      return names.contains(member.name)
    }?.value ?? value
  }

  /// Calls `body` for every object of the document until it returns false.
  private static func forEachObject(
    _ bytes: [UInt8], name: String, rows: String?,
    _ body: (JSONValue, Int) throws(ReadingError) -> Bool
  ) throws(ReadingError) {
    var reader = JSONReader(bytes)
    do {
      // The text of a document of 4 GiB is shared with the reader, not copied.
      while !reader.isAtEnd() {
        let line = reader.place.line
        let value = try reader.value()
        guard case .object = value, rows == nil, list(in: value) == nil else {
          guard let found = list(of: value, rows) else {
            throw ReadingError.badData(
              DataProblem(file: name, line: line, message: "holds no list of objects, whose rows could be read"))
          }
          for (number, item) in found.enumerated() where try !body(item, number + 1) { return }
          continue
        }
        if try !body(value, line) { return }
      }
    } catch let fault as TextFault {
      throw .badData(
        DataProblem(file: name, line: fault.line, message: "is not the JSON that was expected: \(fault.message)"))
    } catch let error as ReadingError {
      throw error
    } catch {
      throw .badData(DataProblem(file: name, message: "\(error)"))
    }
  }

  private static func list(of value: JSONValue, _ rows: String?) -> [JSONValue]? {
    if case .list(let values) = value {
      return values.allSatisfy { if case .object = $0 { true } else { false } } ? values : nil
    }
    guard let rows else { return list(in: value) }
    var inner = value
    for part in rows.split(separator: ".") {
      guard let member = inner[String(part)] else { return nil }
      inner = member
    }
    return list(of: inner, nil)
  }

  /// The rows of an answer of an interface: the one list of objects in an object that has little else.
  private static func list(in value: JSONValue) -> [JSONValue]? {
    guard case .object(let members) = value else { return nil }
    let names = ["events", "data", "results", "records", "rows", "items", "visits"]
    for member in members where names.contains(member.name.lowercased()) {
      guard case .list(let values) = member.value, !values.isEmpty, members.count <= 8 else { continue }
      if values.allSatisfy({ if case .object = $0 { true } else { false } }) { return values }
    }
    return nil
  }
}

/// A value that its row holds.
struct HeldValue {
  var bytes: ArraySlice<UInt8>
  var form: SourceCell.Form

  init(_ bytes: ArraySlice<UInt8>, form: SourceCell.Form = .text) { (self.bytes, self.form) = (bytes, form) }

  static let empty = HeldValue([])
}

/// A row of JSON.
final class JSONRow: SourceRow {
  struct Key: Hashable {
    var reference: Int
    var entry: Int
  }

  fileprivate(set) var line = 0
  fileprivate var cells: [HeldValue] = []
  fileprivate var entries: [Key: HeldValue] = [:]
  fileprivate var counts: [Int] = []
  private var value = JSONValue.null

  fileprivate func start(_ value: JSONValue, line: Int, references: Int, lists: Int) {
    (self.value, self.line) = (value, line)
    cells = [HeldValue](repeating: .empty, count: references)
    counts = [Int](repeating: 0, count: lists)
    entries.removeAll(keepingCapacity: true)
  }

  func cell(_ reference: Int, entry: Int, in text: inout [UInt8]) -> SourceCell {
    let value =
      entries.isEmpty ? cells[reference] : entries[Key(reference: reference, entry: entry)] ?? cells[reference]
    return SourceCell(text.add(value.bytes), form: value.form)
  }

  func entryCount(_ list: Int) -> Int { counts[list] }

  func allValues(in text: [UInt8]) -> ArraySlice<UInt8> { Array(JSONText.text(of: value).utf8)[...] }

  var rawText: String { JSONText.text(of: value) }
}
