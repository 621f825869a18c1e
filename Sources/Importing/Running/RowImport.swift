import CampaignData
import CampaignModel
import FileReading

/// Turns rows of one source's files into rows of tables.
struct RowImport {
  let recipe: Recipe
  /// Number of the source, and what repeats of its rows are told apart by.
  let source: Int
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
  private var touches: [(row: TouchRows.Row, rule: Int)] = []
  private var texts: [(table: Table, cells: [ArraySlice<UInt8>], rule: Int)] = []
  private var key: [UInt8] = []
  /// Numbers whose thousands were grouped, as they are written, and what they were read as: the first of each column.
  private(set) var grouped: [(column: String, written: String, number: Double)] = []

  init(
    _ recipe: Recipe, source: Int, family: Int, usesAddresses: Bool, kinds: KindNames, evaluation: Evaluation,
    times: TimeColumns
  ) {
    self.recipe = recipe
    (self.source, self.family, self.usesAddresses, self.kinds) = (source, family, usesAddresses, kinds)
    (self.evaluation, self.times) = (evaluation, times)
    rules = recipe.rules.filter { rule in rule.request.map { recipe.requested.contains($0) } ?? true }
    listReferences = recipe.lists.map { list in
      recipe.references.indices.filter { recipe.references[$0].list == list }
    }
    for (number, reference) in recipe.references.enumerated() {
      if let form = recipe.timeForms[MatchingForm.of(reference.name)] { self.times.set(form, for: number) }
    }
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

  /// Takes a row.
  mutating func take(_ row: any SourceRow, _ account: SourceAccount, _ collected: inout Collected) -> Outcome {
    touches.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    var reason: String?
    do throws(ColumnStop) {
      if let condition = recipe.condition, try !holds(condition, row, 0) {
        account.ignore("does not meet the source's condition")
        return .settled
      }
      for number in rules.indices {
        if let found = try apply(number, row, account, &collected) { reason = reason ?? found }
      }
      guard !touches.isEmpty || !texts.isEmpty else {
        account.ignore(reason ?? "nothing in it is asked for")
        return .settled
      }
      try settle(row, account, &collected)
    } catch {
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

  /// Applies a rule to a row. Returns why it gave nothing, if it did not.
  private mutating func apply(
    _ number: Int, _ row: any SourceRow, _ account: SourceAccount, _ collected: inout Collected
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
          ? try touch(rule, number, row, entry, &collected) : try text(rule, number, row, entry, &collected)
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

  private func holds(_ condition: Condition, _ row: any SourceRow, _ entry: Int) throws(ColumnStop) -> Bool {
    do throws(RowStop) { return try evaluation.holds(condition, row, entry: entry) } catch {
      throw ColumnStop(stop: error, column: nil)
    }
  }

  /// The name of the column that an expression asks for, as the export has it.
  private func label(_ column: ColumnRule) -> String {
    column.value.firstReference.map { recipe.references[$0].name } ?? column.name
  }

  private func value(_ column: ColumnRule, _ row: any SourceRow, _ entry: Int) throws(ColumnStop) -> SourceCell {
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
    _ rule: TableRule, _ number: Int, _ row: any SourceRow, _ entry: Int, _ collected: inout Collected
  ) throws(ColumnStop) -> String? {
    var touch = TouchRows.Row()
    for column in rule.columns {
      switch column.content {
      case .contact:
        guard let contact = try contact(column, row, entry, &collected) else { return "no contact" }
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
        touch.kind = kind
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
          touch.channel = cell.bytes
        } else {
          touch.content = cell.bytes
        }
      }
    }
    touches.append((touch, number))
    return nil
  }

  /// A row of another table; a reason where there is none.
  private mutating func text(
    _ rule: TableRule, _ number: Int, _ row: any SourceRow, _ entry: Int, _ collected: inout Collected
  ) throws(ColumnStop) -> String? {
    let names = rule.table.requiredColumns + rule.table.optionalColumns
    var cells = [ArraySlice<UInt8>](repeating: [], count: names.count)
    for column in rule.columns {
      guard let place = names.firstIndex(of: column.name) else { continue }
      if column.content == .contact {
        guard let contact = try contact(column, row, entry, &collected) else { return "no contact" }
        cells[place] = Array(String(contact).utf8)[...]
        continue
      }
      let cell = try value(column, row, entry)
      if cell.isEmpty { continue }
      switch column.content {
      case .time, .end:
        guard let time = try time(column, row, entry) else { continue }
        // A mere date that ends a window includes its day, and must stay one.
        let isKept = time.date != nil && (column.content == .end || times.clock.name == times.datasetZone)
        cells[place] =
          isKept
          ? Array((time.date?.date.description ?? "").utf8)[...]
          : Array(InstantText.of(time.milliseconds).utf8)[...]
      case .number:
        let number = try self.number(column, cell)
        cells[place] = Array((number.map { NumberText.of($0) } ?? "").utf8)[...]
      case .boolean:
        guard let truth = WrittenBoolean.parse(cell.bytes) else {
          throw RowImport.refused(cell.bytes, WrittenBoolean.expectation, label(column))
        }
        cells[place] = Array((truth ? "yes" : "no").utf8)[...]
      default: cells[place] = cell.bytes
      }
    }
    for column in rule.table.requiredColumns {
      guard let place = names.firstIndex(of: column), cells[place].isEmpty, column != "value" else { continue }
      return "no \(column)"
    }
    texts.append((rule.table, cells, number))
    return nil
  }

  /// The time of a column, of the first of its parts that holds one.
  private mutating func time(
    _ column: ColumnRule, _ row: any SourceRow, _ entry: Int
  ) throws(ColumnStop) -> TimeColumns.Value? {
    var parts = [column.value]
    if case .first(let several) = column.value { parts = several }
    for part in parts {
      let name = part.firstReference.map { recipe.references[$0].name } ?? column.name
      do throws(RowStop) {
        let cell = try evaluation.value(part, row, entry: entry)
        if cell.isEmpty { continue }
        var form: TimeForm?
        var zone: LocalClock?
        if case .time(_, let own, let name) = part { (form, zone) = (own, name.flatMap(LocalClock.init(name:))) }
        let time = try times.value(cell, reference: part.firstReference, form: form, zone: zone)
        if time.date != nil, column.name == "time", let reference = part.firstReference {
          withoutClock.insert(reference)
        }
        return time
      } catch {
        throw ColumnStop(stop: error, column: name)
      }
    }
    return nil
  }

  /// The number of a touch's column, which must be in the dataset's currency.
  private mutating func amount(
    _ column: ColumnRule, _ row: any SourceRow, _ entry: Int
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

  /// The contact that a rule names; nil where the row has none.
  private func contact(
    _ column: ColumnRule, _ row: any SourceRow, _ entry: Int, _ collected: inout Collected
  ) throws(ColumnStop) -> Int? {
    var address: ArraySlice<UInt8>?
    var ids: [ArraySlice<UInt8>] = []
    var parts = [column.value]
    if case .first(let several) = column.value { parts = several }
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
    return collected.contact(address, ids, source: source)
  }
}

extension RowImport {
  /// Takes what the rules made of a row, but what repeats earlier rows.
  private mutating func settle(
    _ row: any SourceRow, _ account: SourceAccount, _ collected: inout Collected
  ) throws(ColumnStop) {
    key.removeAll(keepingCapacity: true)
    key.append(UInt8(truncatingIfNeeded: family))
    key.append(UInt8(truncatingIfNeeded: family >> 8))
    if recipe.repeats.isEmpty {
      row.appendValues(to: &key)
    } else {
      for part in recipe.repeats {
        do throws(RowStop) { key += try evaluation.value(part, row, entry: 0).bytes } catch {
          throw ColumnStop(stop: error, column: nil)
        }
        key.append(0x1F)
      }
    }
    var isNew = texts.contains { $0.table.isKeyed }
    let length = key.count
    for touch in touches {
      key.removeLast(key.count - length)
      if rules[touch.rule].list != nil {
        // A later export may know more entries of the same row.
        InstantText.append(touch.row.time, to: &key)
        key += touch.row.kind
        key += touch.row.content
      }
      guard isFirst(touch.rule, &collected) else { continue }
      isNew = true
      collected.append(touch.row)
    }
    key.removeLast(key.count - length)
    for text in texts {
      if !text.table.isKeyed {
        guard isFirst(text.rule, &collected) else { continue }
        isNew = true
      }
      collected.append(text.table, text.cells)
    }
    if isNew { account.taken += 1 } else { account.repeats += 1 }
  }

  private mutating func isFirst(_ rule: Int, _ collected: inout Collected) -> Bool {
    let length = key.count
    key.append(UInt8(truncatingIfNeeded: rule))
    let known = collected.seen.count
    _ = collected.seen.intern(key.span)
    key.removeLast(key.count - length)
    return collected.seen.count > known
  }
}

extension Table {
  /// Whether rows with the same id are one row.
  var isKeyed: Bool { [.partners, .channels, .campaigns, .contents, .contacts, .kinds].contains(self) }
}
