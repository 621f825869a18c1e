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
  /// Columns of touches' times that hold mere dates.
  private(set) var withoutClock: Set<Int> = []
  private let rules: [TableRule]
  /// For each list, the references that its rules ask for.
  private let listReferences: [[Int]]
  /// What the rows since the last batch gave.
  private(set) var batch = RowBatch()
  /// Numbers whose thousands were grouped, as they are written, and what they were read as: the first of each column.
  private(set) var grouped: [(column: String, written: String, number: Double)] = []

  init(
    _ recipe: Recipe, family: Int, usesAddresses: Bool, kinds: KindNames, evaluation: Evaluation, times: TimeColumns
  ) {
    self.recipe = recipe
    (self.family, self.usesAddresses, self.kinds) = (family, usesAddresses, kinds)
    (self.evaluation, self.times) = (evaluation, times)
    rules = recipe.rules.filter { rule in rule.request.map { recipe.requested.contains($0) } ?? true }
    listReferences = recipe.lists.map { list in
      recipe.references.indices.filter { recipe.references[$0].list == list }
    }
    for (number, reference) in recipe.references.enumerated() {
      if let form = recipe.timeForms[MatchingForm.of(reference.name)] { self.times.set(form, for: number) }
    }
  }

  /// Hands over what the rows since the last batch gave.
  mutating func takeBatch() -> RowBatch {
    defer { batch = RowBatch() }
    return batch
  }

  /// A rule's column that could not be filled.
  private struct ColumnStop: Error {
    var stop: RowStop
    var column: String?
  }

  /// What became of a row.
  enum Outcome {
    case settled
    /// The form of a column's times must be decided first.
    case undecided(Int)
    /// A time needs a zone that nobody said; the column.
    case zoneless(String?)
  }

  /// Takes a row into the batch.
  mutating func take(_ row: some SourceRow, _ account: SourceAccount) -> Outcome {
    do throws(ColumnStop) {
      if let condition = recipe.condition, try !holds(condition, row, 0) {
        account.ignore("does not meet the source's condition")
        return .settled
      }
      var reason: String?
      for number in rules.indices {
        if let found = try apply(number, row, account) { reason = reason ?? found }
      }
      if batch.hasOpenRow { try endRow(row) } else { account.ignore(reason ?? "nothing in it is asked for") }
    } catch {
      batch.dropOpenRow()
      switch error.stop {
      case .ignored(let reason): account.ignore(reason)
      case .undecidedTimes(let reference): return .undecided(reference)
      case .zonelessTime: return .zoneless(error.column)
      case .refused(let value, let message):
        let shown = message.replacing("COLUMN", with: error.column ?? "COLUMN")
        account.refuse(line: row.line, column: error.column, value: value, shown, row: row.rawText)
      }
    }
    return .settled
  }

  /// Ends a row with what tells it apart.
  private mutating func endRow(_ row: some SourceRow) throws(ColumnStop) {
    let start = batch.bytes.count
    batch.bytes.append(UInt8(truncatingIfNeeded: family))
    batch.bytes.append(UInt8(truncatingIfNeeded: family >> 8))
    if recipe.repeats.isEmpty { row.appendValues(to: &batch.bytes) }
    for part in recipe.repeats {
      do throws(RowStop) {
        let cell = try evaluation.value(part, row, entry: 0)
        batch.bytes.append(contentsOf: cell.bytes)
      } catch {
        throw ColumnStop(stop: error, column: nil)
      }
      batch.bytes.append(0x1F)
    }
    batch.endRow(keyFrom: start)
  }

  /// Applies a rule to a row. Returns why it gave nothing, if it did not.
  private mutating func apply(
    _ number: Int, _ row: some SourceRow, _ account: SourceAccount
  ) throws(ColumnStop) -> String? {
    let rule = rules[number]
    var reason: String?
    for entry in 0..<(rule.list.map { row.entryCount($0) } ?? 1) {
      if let list = rule.list, listReferences[list].allSatisfy({ row.cell($0, entry: entry).isEmpty }) { continue }
      if let condition = rule.condition, try !holds(condition, row, entry) {
        if rule.list != nil { account.ignoreEntry("does not meet the condition of its rule") }
        continue
      }
      do throws(ColumnStop) {
        let found =
          rule.table == .touchpoints
          ? try touch(rule, number, row, entry) : try text(rule, number, row, entry)
        if let found {
          if rule.list != nil { account.ignoreEntry(found) } else { reason = reason ?? found }
        }
      } catch {
        guard case .ignored(let found) = error.stop else { throw error }
        let why = error.column.map { "\($0): \(found)" } ?? found
        if rule.list != nil { account.ignoreEntry(why) } else { reason = reason ?? why }
      }
    }
    return reason
  }

  private func holds(_ condition: Condition, _ row: some SourceRow, _ entry: Int) throws(ColumnStop) -> Bool {
    do throws(RowStop) { return try evaluation.holds(condition, row, entry: entry) } catch {
      throw ColumnStop(stop: error, column: nil)
    }
  }

  /// The name of the column that an expression asks for, as the export has it.
  private func label(_ column: ColumnRule) -> String {
    column.value.firstReference.map { recipe.references[$0].name } ?? column.name
  }

  private func value(_ column: ColumnRule, _ row: some SourceRow, _ entry: Int) throws(ColumnStop) -> SourceCell {
    do throws(RowStop) { return try evaluation.value(column.value, row, entry: entry) } catch {
      throw ColumnStop(stop: error, column: label(column))
    }
  }

  private static func refused(_ value: ArraySlice<UInt8>?, _ message: String, _ column: String) -> ColumnStop {
    ColumnStop(stop: .refused(value: value, message: message), column: column)
  }
}

extension RowImport {
  /// A row of touchpoints; a reason where there is none.
  private mutating func touch(
    _ rule: TableRule, _ number: Int, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> String? {
    var touch = RowBatch.Touch()
    (touch.rule, touch.isOfList) = (Int32(number), rule.list != nil)
    for column in rule.columns {
      switch column.content {
      case .contact:
        guard let contact = try contact(column, row, entry) else { return "no contact" }
        touch.contact = contact
      case .time:
        guard let time = try time(column, row, entry) else {
          throw RowImport.refused(nil, "is empty, where a time was expected", label(column))
        }
        (touch.time, touch.isDate) = (time.milliseconds, time.date != nil && times.clock.name == times.datasetZone)
      case .kind:
        let cell = try value(column, row, entry)
        guard let kind = kinds.name(cell.bytes) else {
          throw RowImport.refused(cell.bytes, kinds.complaint(cell.bytes), label(column))
        }
        touch.kind = batch.add(kind)
      case .number:
        let number = try amount(column, row, entry) ?? .nan
        if column.name == "value" { touch.value = number } else if column.name == "cost" { touch.cost = number }
      default:
        let cell = try value(column, row, entry)
        guard cell.bytes.count <= ReadingLimits.idLength else {
          throw RowImport.refused(cell.bytes, "is longer than \(ReadingLimits.idLength) bytes", label(column))
        }
        if column.name == "channel" {
          guard !cell.isEmpty else {
            throw RowImport.refused(nil, "is empty, where a channel was expected", label(column))
          }
          touch.channel = batch.add(cell.bytes)
        } else {
          touch.content = batch.add(cell.bytes)
        }
      }
    }
    batch.add(touch)
    return nil
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
        cells[place].text = batch.add(Array(written.utf8)[...])
      case .number:
        let number = try self.number(column, cell)
        cells[place].text = batch.add(Array((number.map { NumberText.of($0) } ?? "").utf8)[...])
      case .boolean:
        guard let truth = WrittenBoolean.parse(cell.bytes) else {
          throw RowImport.refused(cell.bytes, WrittenBoolean.expectation, label(column))
        }
        cells[place].text = batch.add(Array((truth ? "yes" : "no").utf8)[...])
      default: cells[place].text = batch.add(cell.bytes)
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
        let cell = try evaluation.value(part, row, entry: entry)
        if cell.isEmpty { continue }
        var form: TimeForm?
        var zone: LocalClock?
        if case .time(_, let own, let said) = part { (form, zone) = (own, said) }
        let time = try times.value(cell, reference: part.firstReference, form: form, zone: zone)
        if time.date != nil, column.name == "time", let reference = part.firstReference {
          withoutClock.insert(reference)
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
    let code: SourceCell
    do throws(RowStop) { code = try evaluation.value(currency, row, entry: 0) } catch {
      throw ColumnStop(stop: error, column: nil)
    }
    guard code.isEmpty || code.text.uppercased() == evaluation.numbers.currency.uppercased() else {
      throw RowImport.refused(
        code.bytes,
        "is not \(evaluation.numbers.currency), the dataset's currency, and values are never converted; currency: in import.yaml says another one",
        currency.firstReference.map { recipe.references[$0].name } ?? "currency")
    }
    return number
  }

  private mutating func number(_ column: ColumnRule, _ cell: SourceCell) throws(ColumnStop) -> Double? {
    let number: Double?
    do throws(RowStop) { number = try evaluation.number(cell) } catch {
      throw ColumnStop(stop: error, column: label(column))
    }
    if let number, cell.form == .text, grouped.count < 20, RowImport.hasGroups(cell.bytes, evaluation.numbers) {
      let name = label(column)
      if !grouped.contains(where: { $0.column == name }) {
        grouped.append((name, ShownText.escape(cell.bytes), number))
      }
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
    var address: ArraySlice<UInt8>?
    var ids: [ArraySlice<UInt8>] = []
    let parts = column.parts
    for part in parts {
      let cell: SourceCell
      do throws(RowStop) { cell = try evaluation.value(part, row, entry: entry) } catch {
        // Among several values, one that is no address leaves room for the next.
        if parts.count > 1, case .refused = error { continue }
        throw ColumnStop(stop: error, column: label(column))
      }
      guard !cell.isEmpty, !Nobody.contains(cell.bytes) else { continue }
      guard cell.bytes.count <= ReadingLimits.idLength else {
        throw RowImport.refused(cell.bytes, "is longer than \(ReadingLimits.idLength) bytes", label(column))
      }
      if case .email = part {
        if usesAddresses { address = address ?? cell.bytes } else if parts.count == 1 { ids.append(cell.bytes) }
      } else if case .prefixed = part {
        ids.append(cell.bytes)
      } else if usesAddresses, let normal = EmailAddress.normalized(cell.bytes, evaluation.addresses) {
        address = address ?? normal
      } else {
        ids.append(cell.bytes)
      }
    }
    return address == nil && ids.isEmpty ? nil : batch.add(address: address, ids: ids)
  }
}
