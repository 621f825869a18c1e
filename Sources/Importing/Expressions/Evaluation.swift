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
  ///
  /// - Parameter text: of the rows, where values lie; takes what is computed.
  func value(
    _ expression: Expression, _ row: some SourceRow, entry: Int, in text: inout [UInt8]
  ) throws(RowStop) -> SourceCell {
    switch expression {
    case .column(let reference): return row.cell(reference, entry: entry, in: &text)
    case .constant(let bytes): return SourceCell(text.add(bytes))
    case .place(let place): return SourceCell(text.add(places[place] ?? []))
    case .first(let parts):
      for part in parts {
        let cell = try optional(part, row, entry: entry, in: &text)
        if !cell.isEmpty { return cell }
      }
      return .empty
    case .join(let parts, let separator): return try joined(parts, separator, row, entry, &text)
    case .map(let inner, let map): return try mapped(try value(inner, row, entry: entry, in: &text), map, &text)
    case .match(let inner, let pattern):
      let cell = try value(inner, row, entry: entry, in: &text)
      return SourceCell(text.add((pattern.first(in: text.string(cell.place)) ?? "").utf8))
    case .slug(let inner):
      let cell = try value(inner, row, entry: entry, in: &text)
      return SourceCell(text.add(Slug.of(text.string(cell.place)).utf8))
    case .email(let inner): return try address(try value(inner, row, entry: entry, in: &text), &text)
    case .prefixed(let prefix, let inner):
      let cell = try value(inner, row, entry: entry, in: &text)
      if cell.isEmpty || Nobody.contains(text[cell.place]) { return .empty }
      return prefix.isEmpty ? SourceCell(cell.place) : SourceCell(text.add(prefix + text[cell.place]))
    case .negative(let inner): return try negated(try value(inner, row, entry: entry, in: &text), &text)
    case .time(let inner, _, _): return try value(inner, row, entry: entry, in: &text)
    case .condition(let condition, let inner):
      guard try holds(condition, row, entry: entry, in: &text) else { return .empty }
      return try value(inner, row, entry: entry, in: &text)
    }
  }

  /// What is no address, among several values, leaves room for the next one.
  private func optional(
    _ part: Expression, _ row: some SourceRow, entry: Int, in text: inout [UInt8]
  ) throws(RowStop) -> SourceCell {
    guard case .email = part else { return try value(part, row, entry: entry, in: &text) }
    do { return try value(part, row, entry: entry, in: &text) } catch {
      if case .refused = error { return .empty }
      throw error
    }
  }

  /// The address that a value is, in the form in which addresses are compared.
  func address(_ cell: SourceCell, _ text: inout [UInt8]) throws(RowStop) -> SourceCell {
    if cell.isEmpty { return .empty }
    switch EmailAddress.normal(of: text.span.extracting(cell.place.range), addresses) {
    case .part(let part):
      let start = Int(cell.place.start)
      return SourceCell(TextPlace(start + part.lowerBound..<start + part.upperBound))
    case .other(let address): return SourceCell(text.add(address))
    case nil:
      if Nobody.contains(text[cell.place]) { return .empty }
      throw .refused(value: text[cell.place], message: "is no e-mail address")
    }
  }

  private func joined(
    _ parts: [Expression], _ separator: [UInt8], _ row: some SourceRow, _ entry: Int, _ text: inout [UInt8]
  ) throws(RowStop) -> SourceCell {
    var bytes: [UInt8] = []
    for part in parts {
      let cell = try value(part, row, entry: entry, in: &text)
      if cell.isEmpty { continue }
      if !bytes.isEmpty { bytes += separator }
      bytes += text[cell.place]
    }
    return SourceCell(text.add(bytes))
  }

  private func mapped(_ cell: SourceCell, _ map: ValueMap, _ text: inout [UInt8]) throws(RowStop) -> SourceCell {
    if let value = map.meaning(text, cell.place) { return SourceCell(text.add(value)) }
    switch map.otherwise {
    case .value(let value): return SourceCell(text.add(value))
    case .ignore:
      throw .ignored(
        cell.isEmpty ? "no value that is mapped" : "\"\(ShownText.escape(text[cell.place]))\" is not asked for")
    case .error:
      let known = map.names.prefix(12).joined(separator: ", ") + (map.names.count > 12 ? " …" : "")
      throw .refused(
        value: text[cell.place],
        message: "is none of the values that the recipe maps: \(known); values: and else: in import.yaml say more")
    }
  }

  private func negated(_ cell: SourceCell, _ text: inout [UInt8]) throws(RowStop) -> SourceCell {
    guard let number = try number(cell, in: text) else { return .empty }
    return SourceCell(text.add(NumberText.of(-number).utf8), form: .number)
  }

  /// The number of a value; nil where it is empty.
  func number(_ cell: SourceCell, in text: [UInt8]) throws(RowStop) -> Double? {
    guard !cell.isEmpty else { return nil }
    let forms = cell.form == .number ? NumberForms(decimalSign: UInt8(ascii: ".")) : numbers
    do { return try WrittenNumber.parse(text.span.extracting(cell.place.range), forms) } catch {
      let message =
        switch error {
        case .ambiguous: "may mean thousands or decimals; read: {decimal: \".\"} or {decimal: \",\"} says which"
        case .notFinite: "is not a finite number"
        case .otherCurrency:
          "is not in \(numbers.currency), the dataset's currency; values are never converted"
        case .notANumber:
          numbers.decimalSign == nil && !numbers.allowsComma && text[cell.place].contains(UInt8(ascii: ","))
            ? "is not a number with a decimal point; read: {decimal: \",\"} reads decimal commas" : "is not a number"
        }
      throw .refused(value: text[cell.place], message: message)
    }
  }

  /// Whether a condition holds for a row.
  func holds(
    _ condition: Condition, _ row: some SourceRow, entry: Int, in text: inout [UInt8]
  ) throws(RowStop) -> Bool {
    switch condition {
    case .isOneOf(let subject, let values):
      let cell = try value(subject, row, entry: entry, in: &text)
      return values.contains(MatchingForm.of(text.string(cell.place)))
    case .matches(let subject, let pattern):
      let cell = try value(subject, row, entry: entry, in: &text)
      return pattern.first(in: text.string(cell.place)) != nil
    case .isEmpty(let subject): return try value(subject, row, entry: entry, in: &text).isEmpty
    case .not(let inner): return try !holds(inner, row, entry: entry, in: &text)
    case .all(let parts):
      for part in parts where try !holds(part, row, entry: entry, in: &text) { return false }
      return true
    case .any(let parts):
      for part in parts where try holds(part, row, entry: entry, in: &text) { return true }
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

  /// The one column that the value depends on besides the file; nil where there are several, or none.
  var onlyReference: Int? {
    switch self {
    case .column(let reference): reference
    case .map(let inner, _), .match(let inner, _), .slug(let inner), .prefixed(_, let inner): inner.onlyReference
    case .constant, .place, .first, .join, .email, .negative, .time, .condition: nil
    }
  }
}
