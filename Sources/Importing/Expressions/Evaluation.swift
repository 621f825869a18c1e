import CampaignData
import CampaignModel
import FileReading

/// Computes expressions over rows of one file.
struct Evaluation {
  /// What is known of the file.
  var places: [Expression.Place: [UInt8]]
  /// How e-mail addresses are made alike.
  var addresses: EmailAddress.Rules
  /// Numbers of the source.
  var numbers: NumberForms

  /// The value of an expression for a row; empty where there is none.
  func value(_ expression: Expression, _ row: some SourceRow, entry: Int) throws(RowStop) -> SourceCell {
    switch expression {
    case .column(let reference): return row.cell(reference, entry: entry)
    case .constant(let bytes): return SourceCell(bytes[...])
    case .place(let place): return SourceCell((places[place] ?? [])[...])
    case .first(let parts):
      for part in parts {
        let cell = try optional(part, row, entry: entry)
        if !cell.isEmpty { return cell }
      }
      return .empty
    case .join(let parts, let separator): return try joined(parts, separator, row, entry)
    case .map(let inner, let map): return try mapped(try value(inner, row, entry: entry), map)
    case .match(let inner, let pattern):
      let cell = try value(inner, row, entry: entry)
      return SourceCell(Array((pattern.first(in: cell.text) ?? "").utf8)[...])
    case .slug(let inner):
      let cell = try value(inner, row, entry: entry)
      return SourceCell(Array(Slug.of(cell.text).utf8)[...])
    case .email(let inner):
      let cell = try value(inner, row, entry: entry)
      if cell.isEmpty || Nobody.contains(cell.bytes) { return .empty }
      guard let address = EmailAddress.normalized(cell.bytes, addresses) else {
        throw .refused(value: cell.bytes, message: "is no e-mail address")
      }
      return SourceCell(address)
    case .prefixed(let prefix, let inner):
      let cell = try value(inner, row, entry: entry)
      if cell.isEmpty || Nobody.contains(cell.bytes) { return .empty }
      return SourceCell(prefix.isEmpty ? cell.bytes : (prefix + cell.bytes)[...])
    case .negative(let inner): return try negated(try value(inner, row, entry: entry))
    case .time(let inner, _, _): return try value(inner, row, entry: entry)
    case .condition(let condition, let inner):
      return try holds(condition, row, entry: entry) ? try value(inner, row, entry: entry) : .empty
    }
  }

  /// What is no address, among several values, leaves room for the next one.
  private func optional(_ part: Expression, _ row: some SourceRow, entry: Int) throws(RowStop) -> SourceCell {
    guard case .email = part else { return try value(part, row, entry: entry) }
    do { return try value(part, row, entry: entry) } catch {
      if case .refused = error { return .empty }
      throw error
    }
  }

  private func joined(
    _ parts: [Expression], _ separator: [UInt8], _ row: some SourceRow, _ entry: Int
  ) throws(RowStop) -> SourceCell {
    var bytes: [UInt8] = []
    for part in parts {
      let cell = try value(part, row, entry: entry)
      if cell.isEmpty { continue }
      if !bytes.isEmpty { bytes += separator }
      bytes += cell.bytes
    }
    return SourceCell(bytes[...])
  }

  private func mapped(_ cell: SourceCell, _ map: ValueMap) throws(RowStop) -> SourceCell {
    if let value = map.meaning(cell.bytes) { return SourceCell(value[...]) }
    switch map.otherwise {
    case .value(let value): return SourceCell(value[...])
    case .ignore:
      throw .ignored(cell.isEmpty ? "no value that is mapped" : "\"\(ShownText.escape(cell.bytes))\" is not asked for")
    case .error:
      let known = map.names.prefix(12).joined(separator: ", ") + (map.names.count > 12 ? " …" : "")
      throw .refused(
        value: cell.bytes,
        message: "is none of the values that the recipe maps: \(known); values: and else: in import.yaml say more")
    }
  }

  private func negated(_ cell: SourceCell) throws(RowStop) -> SourceCell {
    guard let number = try number(cell) else { return .empty }
    return SourceCell(Array(NumberText.of(-number).utf8)[...], form: .number)
  }

  /// The number of a value; nil where it is empty.
  func number(_ cell: SourceCell) throws(RowStop) -> Double? {
    guard !cell.isEmpty else { return nil }
    let forms = cell.form == .number ? NumberForms(decimalSign: UInt8(ascii: ".")) : numbers
    do { return try WrittenNumber.parse(cell.bytes.span, forms) } catch {
      let message =
        switch error {
        case .ambiguous: "may mean thousands or decimals; read: {decimal: \".\"} or {decimal: \",\"} says which"
        case .notFinite: "is not a finite number"
        case .otherCurrency:
          "is not in \(numbers.currency), the dataset's currency; values are never converted"
        case .notANumber:
          numbers.decimalSign == nil && !numbers.allowsComma && cell.bytes.contains(UInt8(ascii: ","))
            ? "is not a number with a decimal point; read: {decimal: \",\"} reads decimal commas" : "is not a number"
        }
      throw .refused(value: cell.bytes, message: message)
    }
  }

  /// Whether a condition holds for a row.
  func holds(_ condition: Condition, _ row: some SourceRow, entry: Int) throws(RowStop) -> Bool {
    switch condition {
    case .isOneOf(let subject, let values):
      return values.contains(MatchingForm.of(try value(subject, row, entry: entry).text))
    case .matches(let subject, let pattern):
      return pattern.first(in: try value(subject, row, entry: entry).text) != nil
    case .isEmpty(let subject): return try value(subject, row, entry: entry).isEmpty
    case .not(let inner): return try !holds(inner, row, entry: entry)
    case .all(let parts):
      for part in parts where try !holds(part, row, entry: entry) { return false }
      return true
    case .any(let parts):
      for part in parts where try holds(part, row, entry: entry) { return true }
      return false
    }
  }
}

extension Expression {
  /// The first column that the expression asks for, for messages and the form of its times.
  var firstReference: Int? {
    switch self {
    case .column(let reference): reference
    case .constant, .place: nil
    case .first(let parts), .join(let parts, _): parts.lazy.compactMap(\.firstReference).first
    case .map(let inner, _), .match(let inner, _), .slug(let inner), .email(let inner), .prefixed(_, let inner),
      .negative(let inner), .time(let inner, _, _), .condition(_, let inner):
      inner.firstReference
    }
  }
}
