import CampaignModel
import FileReading

/// Everything that the sources gave.
struct Collected: Sendable {
  var identity = Identity()
  private(set) var touches = TouchRows()
  private(set) var texts: [Table: TextRows] = [:]
  /// What tells exact repeats, of all sources with the same recipe.
  private var seen = RowKeys()
  /// Earliest and latest touch of the source that is being read.
  private(set) var span: ClosedRange<Int64>?
  /// Rows of the source that is being read that became rows of the dataset, and those that repeat earlier ones.
  private(set) var taken = 0
  private(set) var repeats = 0

  /// Begins with another source.
  mutating func startSource() { (span, taken, repeats) = (nil, 0, 0) }

  /// Takes what rows gave, but what repeats earlier rows.
  mutating func take(_ batch: RowBatch, source: Int) {
    let contacts = numbers(ofContactsIn: batch, source: source)
    var names = TouchRows.Names(batch)
    var (touch, text, cell) = (0, 0, 0)
    for row in batch.rows {
      var isNew = false
      while touch < Int(row.touchEnd) {
        let found = batch.touches[touch]
        touch += 1
        guard found.isOfList ? isFirst(found, row, batch) : isFirst(found.rule, row) else { continue }
        isNew = true
        touches.append(found, contact: contacts[Int(found.contact)], batch, &names)
        span =
          span.map { min($0.lowerBound, found.time)...max($0.upperBound, found.time) } ?? found.time...found.time
      }
      while text < Int(row.textEnd) {
        let found = batch.texts[text]
        let cells = cell..<Int(found.cellEnd)
        (text, cell) = (text + 1, cells.upperBound)
        // Rows with the same id are one row, put together later.
        guard found.table.isKeyed || isFirst(found.rule, row) else { continue }
        isNew = true
        append(found.table, cells, contacts, batch)
      }
      if isNew { taken += 1 } else { repeats += 1 }
    }
  }

  /// Whether no row before that is told apart by the same gave anything by the rule.
  private mutating func isFirst(_ rule: Int32, _ row: RowBatch.Row) -> Bool {
    var key = row.key
    key.add(UInt64(rule))
    return seen.insert(key)
  }

  /// Whether no row before that is told apart by the same gave such a touch for one of its entries: a later export may
  /// know more entries of the same row.
  private mutating func isFirst(_ touch: RowBatch.Touch, _ row: RowBatch.Row, _ batch: RowBatch) -> Bool {
    var key = row.key
    key.add(UInt64(bitPattern: touch.time))
    key.add(batch.kinds.idBytes[batch.kinds.range(of: Int(touch.kind))].span)
    if touch.content >= 0 { key.add(batch.contents.idBytes[batch.contents.range(of: Int(touch.content))].span) }
    key.add(UInt64(touch.rule))
    return seen.insert(key)
  }

  /// The numbers of the contacts that rows name: of the address where there is one, else of the first id.
  ///
  /// What a row says of both is kept: they are one contact.
  private mutating func numbers(ofContactsIn batch: RowBatch, source: Int) -> [Int32] {
    let text = batch.text.span
    var numbers: [Int32] = []
    numbers.reserveCapacity(batch.contacts.count)
    var start = 0
    for contact in batch.contacts {
      let ids = start..<Int(contact.idEnd)
      start = ids.upperBound
      var first: Int?
      for id in batch.ids[ids] {
        let number = identity.number(of: text.extracting(id.place.range), id.hashed)
        first = first ?? number
      }
      if let address = contact.address {
        let number = identity.number(of: text.extracting(address.place.range), address.hashed)
        for id in batch.ids[ids] {
          identity.join(identity.number(of: text.extracting(id.place.range), id.hashed), with: number)
        }
        first = number
      }
      let number = first ?? 0
      identity.note(number, source: source)
      numbers.append(Int32(number))
    }
    return numbers
  }

  private mutating func append(_ table: Table, _ cells: Range<Int>, _ contacts: [Int32], _ batch: RowBatch) {
    for cell in cells {
      let found = batch.cells[cell]
      if found.contact < 0 {
        texts[table, default: TextRows(table)].append(batch.text[found.text])
      } else {
        texts[table, default: TextRows(table)].append(Array(String(contacts[Int(found.contact)]).utf8)[...])
      }
    }
  }
}

extension Table {
  /// Whether rows with the same id are one row.
  var isKeyed: Bool { [.partners, .channels, .campaigns, .contents, .contacts, .kinds].contains(self) }
}
