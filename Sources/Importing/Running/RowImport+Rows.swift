import CampaignData
import CampaignModel
import FileReading

extension RowImport {
  /// A row of touchpoints; a reason where there is none.
  mutating func touch(
    _ rule: TableRule, _ number: Int, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> String? {
    var touch = RowBatch.Touch()
    (touch.rule, touch.isOfList) = (Int32(number), rule.list != nil)
    for column in touchColumns[number] {
      switch column.part {
      case .contact:
        guard let contact = try contact(column.rule, row, entry) else { return "no contact" }
        touch.contact = contact
      case .time:
        let time = try neededTime(column.rule, row, entry)
        (touch.time, touch.isDate) = (time.milliseconds, time.date != nil && times.clock.name == times.datasetZone)
      case .kind: touch.kind = try name(column, row, entry)
      case .channel: touch.channel = try name(column, row, entry)
      case .content: touch.content = try name(column, row, entry)
      case .value: touch.value = try amount(column.rule, row, entry) ?? .nan
      case .cost: touch.cost = try amount(column.rule, row, entry) ?? .nan
      case .row: _ = try amount(column.rule, row, entry)
      }
    }
    batch.add(touch)
    return nil
  }

  /// The number in the batch of what a touch names: a channel, a kind, or a content, which is -1 where there is none.
  private mutating func name(
    _ column: TouchColumn, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> Int32 {
    let names = column.names
    if let constant = names.constant { return constant }
    guard let reference = names.reference else {
      let number = try newName(column.rule, row, entry)
      if names.isConstant { names.constant = number }
      return number
    }
    let raw = row.cell(reference, entry: entry, in: &batch.text)
    if names.needsValue, raw.isEmpty { return try newName(column.rule, row, entry) }
    if let number = names.number(of: raw.place, in: batch.text) { return number }
    let number = try newName(column.rule, row, entry)
    names.add(raw.place, in: batch.text, number)
    return number
  }

  mutating func newName(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> Int32 {
    let cell = try value(column, row, entry)
    if column.content == .kind {
      guard let kind = kinds.place(cell.place, in: &batch.text) else {
        throw refused(cell, kinds.complaint(batch.text[cell.place]), label(column))
      }
      return batch.kinds.number(of: kind, in: batch.text)
    }
    try checkLength(cell, column)
    guard column.isChannel else { return cell.isEmpty ? -1 : batch.contents.number(of: cell.place, in: batch.text) }
    guard !cell.isEmpty else { throw refused(nil, "is empty, where a channel was expected", label(column)) }
    return batch.channels.number(of: cell.place, in: batch.text)
  }

  /// A row of another table; a reason where there is none.
  mutating func text(
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

  mutating func neededTime(_ column: ColumnRule, _ row: some SourceRow, _ entry: Int) throws(ColumnStop)
    -> TimeColumns.Value
  {
    guard let time = try time(column, row, entry) else {
      throw refused(nil, "is empty, where a time was expected", label(column))
    }
    return time
  }

  /// The time of a column, of the first of its parts that holds one.
  private mutating func time(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> TimeColumns.Value? {
    for part in column.parts {
      let cell: SourceCell
      do throws(RowStop) {
        cell =
          if let reference = part.plainColumn {
            row.cell(reference, entry: entry, in: &batch.text)
          } else {
            try evaluation.value(part.expression, row, entry: entry, in: &batch.text)
          }
      } catch { throw ColumnStop(stop: error, column: label(column, part)) }
      if !cell.isEmpty { return try time(cell, column, part) }
    }
    return nil
  }

  /// The time that a part of a column gave.
  mutating func time(
    _ cell: SourceCell, _ column: ColumnRule, _ part: ExpressionPart
  ) throws(ColumnStop) -> TimeColumns.Value {
    do throws(RowStop) {
      let time = try times.value(cell, in: batch.text, part)
      if time.date != nil, column.isTime, let reference = part.firstReference {
        batch.notes.withoutClock.insert(reference)
      }
      return time
    } catch { throw ColumnStop(stop: error, column: label(column, part)) }
  }

  /// The name of the column that a part asks for, as the export has it.
  private func label(_ column: ColumnRule, _ part: ExpressionPart) -> String {
    part.firstReference.map { recipe.references[$0].name } ?? column.name
  }

  /// The number of a touch's column, which must be in the dataset's currency.
  mutating func amount(
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
  mutating func contact(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> Int32? {
    if let reference = column.addressColumn, usesAddresses {
      let address: SourceCell
      do throws(RowStop) {
        address = try evaluation.address(row.cell(reference, entry: entry, in: &batch.text), &batch.text)
      } catch { throw ColumnStop(stop: error, column: label(column)) }
      if address.isEmpty { return nil }
      try checkLength(address, column)
      return batch.add(address: address.place)
    }
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
      try checkLength(cell, column)
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
