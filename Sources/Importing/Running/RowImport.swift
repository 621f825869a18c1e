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
  let rules: [TableRule]
  /// For each list, the references that its rules ask for.
  private let listReferences: [[Int]]
  /// What the rows since the last batch gave.
  var batch = RowBatch()
  private let repeats: [ExpressionPart]
  /// The columns whose values tell rows apart; nil where anything is computed for that, or no column is named.
  let repeatColumns: [Int]?
  /// For each rule of touches, its columns.
  let touchColumns: [[TouchColumn]]

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
    let columns = repeats.compactMap(\.plainColumn)
    repeatColumns = columns.isEmpty || columns.count < repeats.count ? nil : columns
    touchColumns = rules.map { rule in rule.table == .touchpoints ? rule.columns.compactMap(TouchColumn.init) : [] }
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
      for column in touchColumns.joined() { column.names.removeAll() }
    }
    return batch
  }

  /// A rule's column that could not be filled.
  struct ColumnStop: Error {
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
    if let repeatColumns {
      for reference in repeatColumns {
        let place = row.cell(reference, entry: 0, in: &batch.text).place
        key.add(batch.text.span, place.range)
      }
      batch.endRow(key)
      return
    }
    if repeats.isEmpty {
      let values = row.allValues(in: batch.text)
      key.add(values.span, 0..<values.count)
    }
    for part in repeats {
      let place = try value(part, row, 0, for: nil).place
      key.add(batch.text.span, place.range)
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
  mutating func cell(
    _ expression: Expression, _ row: some SourceRow, _ entry: Int, for column: ColumnRule?
  ) throws(ColumnStop) -> SourceCell {
    do throws(RowStop) { return try evaluation.value(expression, row, entry: entry, in: &batch.text) } catch {
      throw ColumnStop(stop: error, column: column.map { label($0) })
    }
  }

  /// The name of the column that an expression asks for, as the export has it.
  func label(_ column: ColumnRule) -> String {
    column.value.firstReference.map { recipe.references[$0].name } ?? column.name
  }

  mutating func value(
    _ column: ColumnRule, _ row: some SourceRow, _ entry: Int
  ) throws(ColumnStop) -> SourceCell {
    try cell(column.value, row, entry, for: column)
  }

  /// The value of a part; errors name the column that it is for.
  mutating func value(
    _ part: ExpressionPart, _ row: some SourceRow, _ entry: Int, for column: ColumnRule?
  ) throws(ColumnStop) -> SourceCell {
    if let reference = part.plainColumn { return row.cell(reference, entry: entry, in: &batch.text) }
    if let reference = part.addressColumn {
      let cell = row.cell(reference, entry: entry, in: &batch.text)
      do throws(RowStop) { return try evaluation.address(cell, &batch.text) } catch {
        throw ColumnStop(stop: error, column: column.map { label($0) })
      }
    }
    return try cell(part.expression, row, entry, for: column)
  }

  func checkLength(_ id: SourceCell, _ column: ColumnRule) throws(ColumnStop) {
    guard id.place.range.count <= ReadingLimits.idLength else {
      throw refused(id, "is longer than \(ReadingLimits.idLength) bytes", label(column))
    }
  }

  func refused(_ cell: SourceCell?, _ message: String, _ column: String) -> ColumnStop {
    ColumnStop(stop: .refused(value: cell.map { batch.text[$0.place] }, message: message), column: column)
  }
}
