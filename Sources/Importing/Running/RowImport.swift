import CampaignData
import CampaignModel
import FileReading

/// Turns rows of one source's files into rows of tables, but for what repeats earlier rows, which is told when all
/// before them are known: see ``Collected``.
struct RowImport {
  let recipe: Recipe
  /// What repeats of its rows are told apart by.
  let family: Int
  let usesAddresses: Bool
  let kinds: KindNames
  var evaluation: Evaluation
  var times: TimeColumns
  private let rules: [TableRule]
  /// For each list, the references that its rules ask for.
  private let listReferences: [[Int]]
  /// What the rows since the last batch gave.
  private(set) var batch = RowBatch()
  private let repeats: [ExpressionPart]
  /// For each rule and name of a touch, what values of the column that it is made of came to in the batch.
  private let known: [[KnownNames]]

  init(
    _ recipe: Recipe, family: Int, usesAddresses: Bool, kinds: KindNames, evaluation: Evaluation, times: TimeColumns
  ) {
    self.recipe = recipe
    (self.family, self.usesAddresses, self.kinds) = (family, usesAddresses, kinds)
    (self.evaluation, self.times) = (evaluation, times)
    repeats = recipe.repeats.map(ExpressionPart.init)
    rules = recipe.rules.filter { rule in rule.request.map { recipe.requested.contains($0) } ?? true }
    listReferences = recipe.lists.map { list in
      recipe.references.indices.filter { recipe.references[$0].list == list }
    }
    known = rules.map { rule in rule.columns.map { KnownNames($0.value) } }
    for (number, reference) in recipe.references.enumerated() {
      if let form = recipe.timeForms[MatchingForm.of(reference.name)] { self.times.set(form, for: number) }
    }
  }

  /// Hands over what the rows since the last batch gave.
  ///
  /// - Parameter next: takes what the rows that come next give.
  mutating func takeBatch(next: RowBatch = RowBatch()) -> RowBatch {
    defer {
      batch = next
      for names in known.joined() { names.removeAll() }
    }
    return batch
  }

  /// A rule's column that could not be filled.
  private struct ColumnStop: Error {
    var stop: RowStop
    var column: String?
  }

  /// What became of a row.
  enum Outcome {
    /// It is in the batch, or its notes say why not.
    case settled
    case refused(column: String?, value: ArraySlice<UInt8>?, message: String)
    /// The form of a column's times must be decided first.
    case undecided(Int)
    /// A time needs a zone that nobody said; the column.
    case zoneless(String?)
  }

  /// Takes a row into the batch.
  mutating func take(_ row: some SourceRow) -> Outcome {
    do throws(ColumnStop) {
      if let condition = recipe.condition, try !holds(condition, row, 0) {
        batch.notes.ignore("does not meet the source's condition")
        return .settled
      }
      var reason: String?
      for number in rules.indices {
        if let found = try apply(number, row) { reason = reason ?? found }
      }
      if batch.hasOpenRow { try endRow(row) } else { batch.notes.ignore(reason ?? "nothing in it is asked for") }
    } catch {
      batch.dropOpenRow()
      switch error.stop {
      case .ignored(let reason): batch.notes.ignore(reason)
      case .undecidedTimes(let reference): return .undecided(reference)
      case .zonelessTime: return .zoneless(error.column)
      case .refused(let value, let message):
        let shown = message.replacing("COLUMN", with: error.column ?? "COLUMN")
        return .refused(column: error.column, value: value, message: shown)
      }
    }
    return .settled
  }

  /// Ends a row with what tells it apart.
  private mutating func endRow(_ row: some SourceRow) throws(ColumnStop) {
    var key = RowKey()
    key.add(UInt64(family))
    if repeats.isEmpty { key.add(row.allValues(in: batch.text).span) }
    for part in repeats {
      let place = try value(part, row, 0, for: nil).place
      key.add(batch.text.span.extracting(place.range))
    }
    batch.endRow(key)
  }

  /// More than any row comes to: the same value of a row may be asked for once for every entry of a list.
  private static let maximumText = 1 << 28

  /// Applies a rule to a row. Returns why it gave nothing, if it did not.
  private mutating func apply(_ number: Int, _ row: some SourceRow) throws(ColumnStop) -> String? {
    let rule = rules[number]
    var reason: String?
    for entry in 0..<(rule.list.map { row.entryCount($0) } ?? 1) {
      guard batch.text.count < RowImport.maximumText else {
        throw ColumnStop(stop: .refused(value: nil, message: "the row's lists repeat too much text"), column: nil)
      }
      if let list = rule.list, isEmpty(list, entry, row) { continue }
      if let condition = rule.condition, try !holds(condition, row, entry) {
        if rule.list != nil { batch.notes.ignoreEntry("does not meet the condition of its rule") }
        continue
      }
      do throws(ColumnStop) {
        let found =
          rule.table == .touchpoints
          ? try touch(rule, number, row, entry) : try text(rule, number, row, entry)
        if let found {
          if rule.list != nil { batch.notes.ignoreEntry(found) } else { reason = reason ?? found }
        }
      } catch {
        guard case .ignored(let found) = error.stop else { throw error }
        let why = error.column.map { "\($0): \(found)" } ?? found
        if rule.list != nil { batch.notes.ignoreEntry(why) } else { reason = reason ?? why }
      }
    }
    return reason
  }

  /// Whether an entry of a list has nothing that is asked for.
  private mutating func isEmpty(_ list: Int, _ entry: Int, _ row: some SourceRow) -> Bool {
    for reference in listReferences[list] where !row.cell(reference, entry: entry, in: &batch.text).isEmpty {
      return false
    }
    return true
  }

  private mutating func holds(_ condition: Condition, _ row: some SourceRow, _ entry: Int) throws(ColumnStop) -> Bool {
    do throws(RowStop) { return try evaluation.holds(condition, row, entry: entry, in: &batch.text) } catch {
      throw ColumnStop(stop: error, column: nil)
    }
  }

  /// The value of an expression; errors name the column that it is for.
  private mutating func cell(
    _ expression: Expression, _ row: some SourceRow, _ entry: Int, for column: ColumnRule?
  ) throws(ColumnStop) -> SourceCell {
    do throws(RowStop) { return try evaluation.value(expression, row, entry: entry, in: &batch.text) } catch {
      throw ColumnStop(stop: error, column: column.map { label($0) })
    }
  }

  /// The name of the column that an expression asks for, as the export has it.
  private func label(_ column: ColumnRule) -> String {
    column.value.firstReference.map { recipe.references[$0].name } ?? column.name
  }

  private mutating func value(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> SourceCell {
    try cell(column.value, row, entry, for: column)
  }

  /// The value of a part; errors name the column that it is for.
  private mutating func value(
    _ part: ExpressionPart, _ row: some SourceRow, _ entry: Int, for column: ColumnRule?
  ) throws(ColumnStop) -> SourceCell {
    if let reference = part.plainColumn { return row.cell(reference, entry: entry, in: &batch.text) }
    return try cell(part.expression, row, entry, for: column)
  }

  private func refused(_ cell: SourceCell?, _ message: String, _ column: String) -> ColumnStop {
    ColumnStop(stop: .refused(value: cell.map { batch.text[$0.place] }, message: message), column: column)
  }
}

extension RowImport {
  /// A row of touchpoints; a reason where there is none.
  private mutating func touch(
    _ rule: TableRule, _ number: Int, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> String? {
    var touch = RowBatch.Touch()
    (touch.rule, touch.isOfList) = (Int32(number), rule.list != nil)
    for (place, column) in rule.columns.enumerated() {
      switch column.content {
      case .contact:
        guard let contact = try contact(column, row, entry) else { return "no contact" }
        touch.contact = contact
      case .time:
        guard let time = try time(column, row, entry) else {
          throw refused(nil, "is empty, where a time was expected", label(column))
        }
        (touch.time, touch.isDate) = (time.milliseconds, time.date != nil && times.clock.name == times.datasetZone)
      case .kind: touch.kind = try name(column, place, number, row, entry)
      case .number:
        let number = try amount(column, row, entry) ?? .nan
        if column.name == "value" { touch.value = number } else if column.name == "cost" { touch.cost = number }
      default:
        let name = try name(column, place, number, row, entry)
        if column.isChannel { touch.channel = name } else { touch.content = name }
      }
    }
    batch.add(touch)
    return nil
  }

  /// The number in the batch of what a touch names: a channel, a kind, or a content, which is -1 where there is none.
  private mutating func name(
    _ column: ColumnRule, _ place: Int, _ rule: Int, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> Int32 {
    let names = known[rule][place]
    if let constant = names.constant { return constant }
    guard let reference = names.reference else {
      let number = try newName(column, row, entry)
      if names.isConstant { names.constant = number }
      return number
    }
    let raw = row.cell(reference, entry: entry, in: &batch.text)
    if let number = names.number(of: raw.place, in: batch.text) { return number }
    let number = try newName(column, row, entry)
    names.add(raw.place, in: batch.text, number)
    return number
  }

  private mutating func newName(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> Int32 {
    let cell = try value(column, row, entry)
    if column.content == .kind {
      guard let kind = kinds.place(cell.place, in: &batch.text) else {
        throw refused(cell, kinds.complaint(batch.text[cell.place]), label(column))
      }
      return batch.kinds.number(of: kind, in: batch.text)
    }
    guard cell.place.range.count <= ReadingLimits.idLength else {
      throw refused(cell, "is longer than \(ReadingLimits.idLength) bytes", label(column))
    }
    guard column.isChannel else { return cell.isEmpty ? -1 : batch.contents.number(of: cell.place, in: batch.text) }
    guard !cell.isEmpty else { throw refused(nil, "is empty, where a channel was expected", label(column)) }
    return batch.channels.number(of: cell.place, in: batch.text)
  }

  /// A row of another table; a reason where there is none.
  private mutating func text(
    _ rule: TableRule, _ number: Int, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> String? {
    let names = rule.table.requiredColumns + rule.table.optionalColumns
    var cells = [RowBatch.Cell](repeating: RowBatch.Cell(), count: names.count)
    for column in rule.columns {
      guard let place = column.place else { continue }
      if column.content == .contact {
        guard let contact = try contact(column, row, entry) else { return "no contact" }
        cells[place].contact = contact
        continue
      }
      let cell = try value(column, row, entry)
      if cell.isEmpty { continue }
      switch column.content {
      case .time, .end:
        guard let time = try time(column, row, entry) else { continue }
        // A mere date that ends a window includes its day, and must stay one.
        let isKept = time.date != nil && (column.content == .end || times.clock.name == times.datasetZone)
        let written = isKept ? time.date?.date.description ?? "" : InstantText.of(time.milliseconds)
        cells[place].text = batch.text.add(written.utf8)
      case .number:
        let number = try self.number(column, cell)
        cells[place].text = batch.text.add((number.map { NumberText.of($0) } ?? "").utf8)
      case .boolean:
        guard let truth = WrittenBoolean.parse(batch.text[cell.place]) else {
          throw refused(cell, WrittenBoolean.expectation, label(column))
        }
        cells[place].text = batch.text.add((truth ? "yes" : "no").utf8)
      default: cells[place].text = cell.place
      }
    }
    // A required column has its place among the first.
    for (place, column) in rule.table.requiredColumns.enumerated() where column != "value" {
      if cells[place].text.isEmpty, cells[place].contact < 0 { return "no \(column)" }
    }
    batch.add(rule.table, cells, rule: number)
    return nil
  }

  /// The time of a column, of the first of its parts that holds one.
  private mutating func time(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> TimeColumns.Value? {
    for part in column.parts {
      do throws(RowStop) {
        let cell =
          if let reference = part.plainColumn {
            row.cell(reference, entry: entry, in: &batch.text)
          } else {
            try evaluation.value(part.expression, row, entry: entry, in: &batch.text)
          }
        if cell.isEmpty { continue }
        let time = try times.value(cell, in: batch.text, part)
        if time.date != nil, column.isTime, let reference = part.firstReference {
          batch.notes.withoutClock.insert(reference)
        }
        return time
      } catch {
        throw ColumnStop(stop: error, column: part.firstReference.map { recipe.references[$0].name } ?? column.name)
      }
    }
    return nil
  }

  /// The number of a touch's column, which must be in the dataset's currency.
  private mutating func amount(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> Double? {
    guard let number = try number(column, try value(column, row, entry)) else { return nil }
    guard let currency = recipe.currency, number != 0 else { return number }
    let code = try cell(currency, row, 0, for: nil)
    guard code.isEmpty || batch.text.string(code.place).uppercased() == evaluation.numbers.currency.uppercased() else {
      throw refused(
        code,
        "is not \(evaluation.numbers.currency), the dataset's currency, and values are never converted; currency: in import.yaml says another one",
        currency.firstReference.map { recipe.references[$0].name } ?? "currency")
    }
    return number
  }

  private mutating func number(_ column: ColumnRule, _ cell: SourceCell) throws(ColumnStop) -> Double? {
    let number: Double?
    do throws(RowStop) { number = try evaluation.number(cell, in: batch.text) } catch {
      throw ColumnStop(stop: error, column: label(column))
    }
    if let number, cell.form == .text, batch.notes.wantsGrouped,
      RowImport.hasGroups(batch.text[cell.place], evaluation.numbers)
    {
      batch.notes.add(
        RowNotes.Grouped(
          column: label(column), written: ShownText.escape(batch.text[cell.place]), number: number))
    }
    return number
  }

  /// Whether a sign other than the decimal one stands among the digits of a number.
  private static func hasGroups(_ bytes: ArraySlice<UInt8>, _ forms: NumberForms) -> Bool {
    let (dot, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    guard let sign = forms.decimalSign else { return bytes.contains(dot) && bytes.contains(comma) }
    return bytes.contains(sign == dot ? comma : dot)
  }

  /// The contact that a rule names, by its number in the batch; nil where the row has none.
  private mutating func contact(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> Int32? {
    var address: TextPlace?
    var ids: [TextPlace] = []
    let parts = column.parts
    for part in parts {
      let cell: SourceCell
      do throws(ColumnStop) { cell = try value(part, row, entry, for: column) } catch {
        // Among several values, one that is no address leaves room for the next.
        if parts.count > 1, case .refused = error.stop { continue }
        throw error
      }
      guard !cell.isEmpty, part.form == .email || !Nobody.contains(batch.text[cell.place]) else { continue }
      guard cell.place.range.count <= ReadingLimits.idLength else {
        throw refused(cell, "is longer than \(ReadingLimits.idLength) bytes", label(column))
      }
      switch part.form {
      case .email:
        if usesAddresses { address = address ?? cell.place } else if parts.count == 1 { ids.append(cell.place) }
      case .prefixed: ids.append(cell.place)
      case .other:
        if usesAddresses, let normal = EmailAddress.normalized(batch.text[cell.place], evaluation.addresses) {
          address = address ?? batch.text.add(Array(normal))
        } else {
          ids.append(cell.place)
        }
      }
    }
    return address == nil && ids.isEmpty ? nil : batch.add(address: address, ids: ids)
  }
}
