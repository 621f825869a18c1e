import CampaignModel
import FileReading

/// Everything that the sources gave.
struct Collected {
  var identity = Identity()
  var touches = TouchRows()
  var texts: [Table: TextRows] = [:]
  /// What tells exact repeats, of all sources with the same recipe.
  var seen = Interner()
  /// Earliest and latest touch of the source that is being read.
  var span: ClosedRange<Int64>?

  /// Takes the number of a contact that a value of an expression names: the address where there is one, else an id.
  ///
  /// What a row says of both is kept: they are one contact.
  mutating func contact(_ address: ArraySlice<UInt8>?, _ ids: [ArraySlice<UInt8>], source: Int) -> Int? {
    let numbers = ids.map { identity.number(of: $0) }
    guard let address else {
      guard let first = numbers.first else { return nil }
      identity.note(first, source: source)
      return first
    }
    let number = identity.number(of: address)
    for id in numbers { identity.join(id, with: number) }
    identity.note(number, source: source)
    return number
  }

  mutating func append(_ row: TouchRows.Row) {
    touches.append(row)
    span = span.map { min($0.lowerBound, row.time)...max($0.upperBound, row.time) } ?? row.time...row.time
  }

  mutating func append(_ table: Table, _ cells: [ArraySlice<UInt8>]) {
    texts[table, default: TextRows(table)].append(cells)
  }
}
