import CampaignModel
import FileReading

/// Turns the expressions of a recipe into values, and notes which columns they ask for.
struct ExpressionReader {
  let file: String
  /// Columns that are asked for; expressions hold their numbers.
  private(set) var references: [ColumnReference] = []

  /// Values that a recipe leaves to the user, by their names.
  private let values: [String: String]

  init(file: String, values: [String: String] = [:]) { (self.file, self.values) = (file, values) }

  /// Number of a column's reference.
  mutating func reference(_ name: String, list: String?) -> Int {
    let isOfRow = list == nil || name.hasPrefix("row.")
    let reference = ColumnReference(
      name: isOfRow && list != nil ? String(name.dropFirst(4)) : name, list: isOfRow ? nil : list)
    if let known = references.firstIndex(of: reference) { return known }
    references.append(reference)
    return references.count - 1
  }

  private func fault(_ value: YamlValue, _ message: String) -> ReadingError {
    .badData(
      DataProblem(
        file: file, line: value.line, value: value.text.map { ShownText.escape($0) }, message: message))
  }

  /// Reads an expression.
  ///
  /// - Parameter list: the list over whose entries the rule goes; columns are then those of its entries.
  mutating func expression(_ value: YamlValue, list: String?) throws(ReadingError) -> Expression {
    switch value {
    case .text(let text, _): return plain(text, list: list)
    case .list: return .first(try expressions(value, list: list))
    case .map(let map): return try operation(map, list: list)
    }
  }

  private mutating func expressions(_ value: YamlValue, list: String?) throws(ReadingError) -> [Expression] {
    var parts: [Expression] = []
    for item in value.items { parts.append(try expression(item, list: list)) }
    return parts
  }

  /// A constant after `=`, places in braces, or a column.
  private mutating func plain(_ text: String, list: String?) -> Expression {
    if text.hasPrefix("=") { return .constant(Array(text.dropFirst().utf8)) }
    if text.isEmpty { return .constant([]) }
    if let value = values[text] { return .constant(Array(value.utf8)) }
    for place in Expression.Place.allCases where text == "{\(place.rawValue)}" { return .place(place) }
    return .column(reference(text, list: list))
  }

  private mutating func operation(_ map: YamlMap, list: String?) throws(ReadingError) -> Expression {
    let value = try withoutCondition(map, list: list)
    guard let when = map["when"] else { return value }
    return .condition(try condition(when, list: list), value)
  }

  private mutating func withoutCondition(_ map: YamlMap, list: String?) throws(ReadingError) -> Expression {
    let keys = Expression.operators
    let found = map.entries.filter { keys.contains($0.key) }
    guard let entry = found.first(where: { $0.key != "id" && $0.key != "email" }) ?? found.first else {
      throw fault(
        .map(map), "no expression: one of the keys \(keys.sorted().joined(separator: ", ")) was expected")
    }
    let value = entry.value
    switch entry.key {
    case "column":
      try map.refuseUnknownKeys(["column", "when"])
      guard let name = value.text else { throw fault(value, "is not the name of a column") }
      return .column(reference(name, list: list))
    case "constant":
      try map.refuseUnknownKeys(["constant", "when"])
      return .constant(Array((value.text ?? "").utf8))
    case "first":
      try map.refuseUnknownKeys(["first", "when"])
      return .first(try expressions(value, list: list))
    case "join":
      try map.refuseUnknownKeys(["join", "with", "when"])
      let separator = map["with"]?.text ?? " "
      return .join(try expressions(value, list: list), separator: Array(separator.utf8))
    case "map": return .map(try expression(value, list: list), try valueMap(map))
    case "match":
      try map.refuseUnknownKeys(["match", "pattern", "when"])
      return .match(try expression(value, list: list), try pattern(map["pattern"] ?? .map(map)))
    case "slug":
      try map.refuseUnknownKeys(["slug", "when"])
      return .slug(try expression(value, list: list))
    case "negative":
      try map.refuseUnknownKeys(["negative", "when"])
      return .negative(try expression(value, list: list))
    case "time":
      try map.refuseUnknownKeys(["time", "format", "zone", "when"])
      return try time(value, map, list: list)
    default: return try contact(map, list: list)
    }
  }

  private mutating func time(_ value: YamlValue, _ map: YamlMap, list: String?) throws(ReadingError) -> Expression {
    var form: TimeForm?
    if let format = try map.text("format") {
      guard let known = TimeForm(name: format) else {
        throw fault(map["format"] ?? value, "is not a form of times: \(TimeForm.names)")
      }
      form = known
    }
    var zone: LocalClock?
    if let name = try map.text("zone") {
      zone = LocalClock(name: name)
      if zone == nil { throw fault(map["zone"] ?? value, "is not an IANA time zone such as Europe/Berlin") }
    }
    return .time(try expression(value, list: list), form, zone: zone)
  }

  /// An e-mail address, the id of its source, or the first of both that is there.
  private mutating func contact(_ map: YamlMap, list: String?) throws(ReadingError) -> Expression {
    try map.refuseUnknownKeys(["email", "id", "prefix", "when"])
    var parts: [Expression] = []
    if let email = map["email"] { parts.append(.email(try expression(email, list: list))) }
    if let id = map["id"] {
      let inner = try expression(id, list: list)
      let prefix = try map.text("prefix").map { Array("\($0):".utf8) } ?? []
      parts.append(.prefixed(prefix, inner))
    }
    return parts.count == 1 ? parts[0] : .first(parts)
  }

  private func valueMap(_ map: YamlMap) throws(ReadingError) -> ValueMap {
    try map.refuseUnknownKeys(["map", "values", "else", "when"])
    guard let values = try map.map("values") else { throw fault(.map(map), "\"map\" needs \"values\"") }
    var meanings: [(name: String, value: [UInt8])] = []
    for entry in values.entries {
      guard let text = entry.value.text else { throw fault(entry.value, "is not a single value") }
      meanings.append((entry.key, Array(text.utf8)))
    }
    let otherwise: ValueMap.Otherwise =
      switch map["else"]?.text {
      case nil, "error": .error
      case "ignore": .ignore
      case let other?: .value(Array(other.drop { $0 == "=" }.utf8))
      }
    return ValueMap(meanings, otherwise: otherwise)
  }

  private func pattern(_ value: YamlValue) throws(ReadingError) -> MatchPattern {
    guard let text = value.text else { throw fault(value, "\"pattern\" must be a regular expression") }
    do { return try MatchPattern(text) } catch { throw fault(value, "is not a regular expression that can be read") }
  }
}

extension ExpressionReader {
  /// Reads a condition; several in a list must all hold.
  mutating func condition(_ value: YamlValue, list: String?) throws(ReadingError) -> Condition {
    if case .list(let items, _) = value {
      var parts: [Condition] = []
      for item in items { parts.append(try condition(item, list: list)) }
      return .all(parts)
    }
    guard let map = value.map else { throw fault(value, "must be a condition such as {column: Status, is: [Sent]}") }
    try map.refuseUnknownKeys(["column", "is", "not", "matches", "empty", "any"])
    if let any = map["any"] {
      var parts: [Condition] = []
      for item in any.items { parts.append(try condition(item, list: list)) }
      return .any(parts)
    }
    guard let column = map["column"] else { throw fault(value, "a condition needs \"column\"") }
    let subject = try expression(column, list: list)
    var parts: [Condition] = []
    for (key, isNegated) in [("is", false), ("not", true)] where map[key] != nil {
      let one = Condition.isOneOf(subject, Set(try map.texts(key).map { MatchingForm.of($0) }))
      parts.append(isNegated ? .not(one) : one)
    }
    if let matches = map["matches"] { parts.append(.matches(subject, try pattern(matches))) }
    if let empty = map["empty"]?.text {
      guard let isEmpty = WrittenBoolean.parse(Array(empty.utf8)[...]) else {
        throw fault(map["empty"] ?? value, WrittenBoolean.expectation)
      }
      parts.append(isEmpty ? .isEmpty(subject) : .not(.isEmpty(subject)))
    }
    guard !parts.isEmpty else { throw fault(value, "a condition needs \"is\", \"not\", \"matches\" or \"empty\"") }
    return .all(parts)
  }
}
