import CampaignModel
import FileReading

/// Rows taken column by column, so that what a column asks for is found out once and not for every row.
extension RowImport {
  /// Whether rows can be taken so: all come to touches of one rule that goes over no list, and columns tell them apart.
  var takesColumns: Bool {
    guard recipe.condition == nil, rules.count == 1, repeatColumns != nil else { return false }
    return rules[0].table == .touchpoints && rules[0].list == nil && rules[0].condition == nil
  }

  /// Touches of which some columns are known.
  private struct OpenTouches {
    /// The rows that hold anything, and the touch that each comes to.
    var rows: [Int] = []
    var touches: [RowBatch.Touch] = []
    /// Why a row comes to none, by its place among ``reasons``; -1 where it does.
    private var ignored: [Int32] = []
    private var reasons: [String] = []

    init(_ count: Int) {
      rows.reserveCapacity(count)
      touches.reserveCapacity(count)
      ignored.reserveCapacity(count)
    }

    mutating func add(row: Int) {
      rows.append(row)
      touches.append(RowBatch.Touch())
      ignored.append(-1)
    }

    func isIgnored(_ place: Int) -> Bool { ignored[place] >= 0 }

    func reason(_ place: Int) -> String? { ignored[place] < 0 ? nil : reasons[Int(ignored[place])] }

    mutating func ignore(_ place: Int, _ reason: String) { ignore(place, as: add(reason)) }

    mutating func ignore(_ place: Int, as reason: Int32) { ignored[place] = reason }

    mutating func add(_ reason: String) -> Int32 {
      reasons.append(reason)
      return Int32(reasons.count - 1)
    }
  }

  /// Takes rows. Returns how many hold anything; nil where there is something to say of one, or to decide.
  mutating func takeColumns(_ rows: inout PlainRows) -> Int? {
    var open = OpenTouches(rows.count)
    for row in 0..<rows.count {
      rows.row = row
      if !rows.isBlank(batch.text) { open.add(row: row) }
    }
    for column in touchColumns[0] {
      do throws(ColumnStop) {
        switch column.part {
        case .channel, .kind, .content: try takeNames(column, &rows, &open)
        case .time: try takeTimes(column, &rows, &open)
        case .contact, .value, .cost, .row: try takeCells(column, &rows, &open)
        }
      } catch { return nil }
    }
    endRows(&rows, open)
    return open.rows.count
  }

  /// Why a row is not wanted.
  ///
  /// - Throws: the error where it says something else.
  private func reason(_ error: ColumnStop) throws(ColumnStop) -> String {
    guard case .ignored(let reason) = error.stop else { throw error }
    return error.column.map { "\($0): \(reason)" } ?? reason
  }

  /// Takes a column's values each by itself.
  private mutating func takeCells(
    _ column: TouchColumn, _ rows: inout PlainRows, _ open: inout OpenTouches
  ) throws(ColumnStop) {
    for place in open.rows.indices where !open.isIgnored(place) {
      rows.row = open.rows[place]
      do throws(ColumnStop) {
        switch column.part {
        case .contact:
          if let contact = try contact(column.rule, rows, 0) {
            open.touches[place].contact = contact
          } else {
            open.ignore(place, "no contact")
          }
        case .value: open.touches[place].value = try amount(column.rule, rows, 0) ?? .nan
        case .cost: open.touches[place].cost = try amount(column.rule, rows, 0) ?? .nan
        default: _ = try amount(column.rule, rows, 0)
        }
      } catch { open.ignore(place, try reason(error)) }
    }
  }

  private mutating func takeTimes(
    _ column: TouchColumn, _ rows: inout PlainRows, _ open: inout OpenTouches
  ) throws(ColumnStop) {
    let keepsDates = times.clock.name == times.datasetZone
    let (first, reference) = (column.rule.parts[0], column.rule.parts[0].plainColumn ?? -1)
    for place in open.rows.indices where !open.isIgnored(place) {
      rows.row = open.rows[place]
      do throws(ColumnStop) {
        let cell = reference >= 0 ? rows.cell(reference, entry: 0, in: &batch.text) : .empty
        let time = try cell.isEmpty ? neededTime(column.rule, rows, 0) : time(cell, column.rule, first)
        open.touches[place].time = time.milliseconds
        open.touches[place].isDate = time.date != nil && keepsDates
      } catch { open.ignore(place, try reason(error)) }
    }
  }

  /// Takes names, working out once what each value of their column comes to.
  private mutating func takeNames(
    _ column: TouchColumn, _ rows: inout PlainRows, _ open: inout OpenTouches
  ) throws(ColumnStop) {
    let names = column.names
    var values = Interner()
    /// Of each value the name's number, or -2 less the place of the reason for which it is none.
    var numbers: [Int32] = []
    for place in open.rows.indices where !open.isIgnored(place) {
      rows.row = open.rows[place]
      var value = -1
      if let reference = names.reference {
        let cell = rows.cell(reference, entry: 0, in: &batch.text)
        if !names.needsValue || !cell.isEmpty { value = values.intern(batch.text.span, cell.place.range) }
      } else if names.isConstant {
        value = 0
      }
      var number = value >= 0 && value < numbers.count ? numbers[value] : nil
      if number == nil {
        do throws(ColumnStop) { number = try newName(column.rule, rows, 0) } catch {
          number = -2 - open.add(try reason(error))
        }
        if value >= 0 { numbers.append(number ?? 0) }
      }
      guard let number else { continue }
      if number < -1 { open.ignore(place, as: -2 - number) } else { open.touches[place].set(column.part, number) }
    }
  }

  /// Ends all rows with what tells them apart.
  private mutating func endRows(_ rows: inout PlainRows, _ open: OpenTouches) {
    var start = RowKey()
    start.add(UInt64(family))
    var keys = [RowKey](repeating: start, count: open.rows.count)
    for reference in repeatColumns ?? [] { rows.add(reference, of: open.rows, to: &keys, in: &batch.text) }
    for place in open.rows.indices {
      if let reason = open.reason(place) {
        batch.notes.ignore(reason)
      } else {
        batch.add(open.touches[place], ofRow: keys[place])
      }
    }
  }
}

extension RowBatch.Touch {
  /// Sets the number of a name.
  fileprivate mutating func set(_ part: TouchColumn.Part, _ number: Int32) {
    switch part {
    case .channel: channel = number
    case .kind: kind = number
    default: content = number
    }
  }
}
