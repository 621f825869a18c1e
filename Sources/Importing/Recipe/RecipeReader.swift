import CampaignData
import CampaignModel
import FileReading

/// Reads a recipe from YAML; a source of import.yaml is one too, laid over the recipe that it names.
struct RecipeReader {
  private let map: YamlMap
  private var expressions: ExpressionReader
  private var lists: [String] = []

  /// Keys of a recipe.
  static let keys =
    [
      "name", "title", "note", "timezone", "values", "currency", "columns", "path", "refuse", "repeats", "when",
      "times", "read", "set",
      "take",
    ] + Table.allCases.map(\.rawValue) + touchColumns

  /// Columns of touchpoints that a source may give beside all rules.
  static let touchColumns = ["time", "contact", "channel", "kind", "content", "value", "cost"]

  private init(_ map: YamlMap) throws(ReadingError) {
    self.map = map
    var values: [String: String] = [:]
    for entry in try map.map("values")?.entries ?? [] {
      guard let text = entry.value.text else {
        throw map.problem(entry.line, "values", entry.key, "must be a single value")
      }
      values[entry.key] = text
    }
    expressions = ExpressionReader(file: map.file, values: values)
  }

  /// - Parameter others: keys that are for somebody else.
  static func read(_ map: YamlMap, ignoring others: [String] = []) throws(ReadingError) -> Recipe {
    try map.refuseUnknownKeys(keys + others)
    var reader = try RecipeReader(map)
    return try reader.recipe()
  }

  private mutating func recipe() throws(ReadingError) -> Recipe {
    let zone = try map.text("timezone")
    if let zone, zone != "ask", LocalClock(name: zone) == nil {
      throw map.problem(
        map["timezone"]?.line ?? map.line, "timezone", zone, "is not an IANA time zone such as Europe/Berlin")
    }
    let columns = try columns()
    var condition: Condition?
    if let when = map["when"] { condition = try expressions.condition(when, list: nil) }
    var repeats: [Expression] = []
    for item in map["repeats"]?.items ?? [] { repeats.append(try expressions.expression(item, list: nil)) }
    let path = try pattern("path")
    var currency: Expression?
    if let value = map["currency"] { currency = try expressions.expression(value, list: nil) }
    let rules = try rules()
    let requested = try map.texts("take")
    for name in requested where !rules.contains(where: { $0.request == name }) {
      let known = rules.compactMap(\.request)
      throw map.problem(
        map["take"]?.line ?? map.line, "take", name,
        known.isEmpty
          ? "is not offered: this recipe has nothing to take on request"
          : "is not offered; on request there are \(known.joined(separator: ", "))")
    }
    return Recipe(
      name: try map.text("name") ?? "own", title: try map.text("title") ?? "", timeZone: zone == "ask" ? nil : zone,
      columns: columns, path: path, refusal: try map.text("refuse"), lists: lists, repeats: repeats,
      currency: currency,
      condition: condition, rules: rules, references: expressions.references, timeForms: try timeForms(),
      reading: try RecipeReader.reading(of: map), requested: requested, note: try map.text("note"))
  }

  private func pattern(_ key: String) throws(ReadingError) -> MatchPattern? {
    guard let text = try map.text(key) else { return nil }
    do { return try MatchPattern(text) } catch {
      throw map.problem(map[key]?.line ?? map.line, key, text, "is not a regular expression that can be read")
    }
  }

  private func columns() throws(ReadingError) -> [RecipeColumn] {
    var columns: [RecipeColumn] = []
    for entry in try map.map("columns")?.entries ?? [] {
      guard let rules = entry.value.map else {
        throw map.problem(entry.line, "columns", entry.key, "needs a mapping such as {needed: true}")
      }
      try rules.refuseUnknownKeys(["also", "needed", "uncertain"])
      func isTrue(_ key: String) throws(ReadingError) -> Bool {
        WrittenBoolean.parse(Array((try rules.text(key) ?? "no").utf8)[...]) ?? false
      }
      columns.append(
        RecipeColumn(
          name: entry.key, others: try rules.texts("also"), isNeeded: try isTrue("needed"),
          isUncertain: try isTrue("uncertain")))
    }
    return columns
  }

  private func timeForms() throws(ReadingError) -> [String: TimeForm] {
    var forms: [String: TimeForm] = [:]
    for entry in try map.map("times")?.entries ?? [] {
      guard let form = entry.value.text.flatMap(TimeForm.init(name:)) else {
        throw map.problem(
          entry.line, "times", entry.value.text ?? entry.key, "is not a form of times: \(TimeForm.names)")
      }
      forms[MatchingForm.of(entry.key)] = form
    }
    return forms
  }

  /// How a source says that its files are laid out.
  static func reading(of source: YamlMap) throws(ReadingError) -> ReadingRules {
    var rules = ReadingRules()
    guard let map = try source.map("read") else { return rules }
    try map.refuseUnknownKeys([
      "encoding", "separator", "header_row", "skip_rows_starting", "footer", "decimal", "currency", "sheet", "table",
      "rows",
    ])
    func fail(_ key: String, _ message: String) -> ReadingError {
      map.problem(map[key]?.line ?? map.line, key, map[key]?.text, message)
    }
    if let name = try map.text("encoding") {
      guard TextEncoding(name: name) != nil else { throw fail("encoding", "cannot be read: \(TextEncoding.names) can") }
      rules.encoding = name
    }
    if let text = try map.text("separator") {
      let named = ["tab": "\t", "comma": ",", "semicolon": ";", "bar": "|"][text] ?? text
      guard let byte = named.utf8.first, named.utf8.count == 1 else {
        throw fail("separator", "is not one character, or tab")
      }
      rules.separator = byte
    }
    if let text = try map.text("header_row") {
      guard let row = Int(text), (1...10_000).contains(row) else { throw fail("header_row", "is not a line from 1 on") }
      rules.headerRow = row
    }
    if let text = try map.text("decimal") {
      guard text == "." || text == "," else { throw fail("decimal", "is not \".\" or \",\"") }
      rules.decimalSign = text.utf8.first
    }
    if let text = try map.text("footer") { rules.hasFooter = WrittenBoolean.parse(Array(text.utf8)[...]) ?? false }
    rules.skippedBeginnings = try map.texts("skip_rows_starting").map { $0.lowercased() }.filter { !$0.isEmpty }
    rules.currency = try map.text("currency")
    rules.sheet = try map.text("sheet")
    rules.table = try map.text("table")
    rules.rows = try map.text("rows")
    return rules
  }
}

extension RecipeReader {
  /// The rules of all tables, with what `set` and the columns beside the tables say of touches.
  private mutating func rules() throws(ReadingError) -> [TableRule] {
    let common = try commonColumns()
    var rules: [TableRule] = []
    for table in Table.allCases {
      guard let value = map[table.rawValue] else { continue }
      for item in value.items {
        guard let block = item.map else {
          throw map.problem(item.line, table.rawValue, item.text, "must say what fills the columns of the table")
        }
        rules.append(try rule(table, block, common: table == .touchpoints ? common : []))
      }
    }
    if map["touchpoints"] == nil, !common.isEmpty, map["refuse"] == nil {
      rules.append(try rule(.touchpoints, YamlMap(file: map.file, line: map.line, entries: []), common: common))
    }
    return rules
  }

  private func commonColumns() throws(ReadingError) -> [YamlMap.Entry] {
    var entries: [YamlMap.Entry] = []
    if let set = try map.map("set") {
      try set.refuseUnknownKeys(RecipeReader.touchColumns)
      for entry in set.entries {
        guard let text = entry.value.text else {
          throw map.problem(entry.line, entry.key, nil, "\"set\" gives a column one value for all rows")
        }
        let constant = text.hasPrefix("=") ? text : "=\(text)"
        entries.append(.init(key: entry.key, line: entry.line, value: .text(constant, line: entry.line)))
      }
    }
    for column in RecipeReader.touchColumns {
      guard let entry = map.entries.first(where: { $0.key == column }) else { continue }
      entries.append(entry)
    }
    return entries
  }

  private mutating func rule(
    _ table: Table, _ block: YamlMap, common: [YamlMap.Entry]
  ) throws(ReadingError) -> TableRule {
    let known = table.requiredColumns + table.optionalColumns
    try block.refuseUnknownKeys(known + ["when", "unroll", "on_request"])
    let list = try block.text("unroll")
    if let list, !lists.contains(list) { lists.append(list) }
    let condition = try block["when"].map { when throws(ReadingError) in try expressions.condition(when, list: list) }
    var columns: [ColumnRule] = []
    let own = block.entries.filter { known.contains($0.key) }
    for entry in own.filter({ own in !common.contains { $0.key == own.key } }) {
      columns.append(ColumnRule(table, entry.key, try expressions.expression(entry.value, list: list)))
    }
    // What holds for all rules is about rows, not about entries of a list.
    for entry in common {
      columns.append(ColumnRule(table, entry.key, try expressions.expression(entry.value, list: nil)))
    }
    for column in table.requiredColumns where !columns.contains(where: { $0.name == column }) {
      throw block.problem(
        block.line, table.rawValue, nil, "does not say what fills the column \"\(column)\", which every row needs")
    }
    return TableRule(
      table, request: try block.text("on_request"), list: list.flatMap { lists.firstIndex(of: $0) },
      condition: condition, columns: columns)
  }
}
