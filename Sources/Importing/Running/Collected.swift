import CampaignModel
import FileReading

/// Everything that the sources gave.
struct Collected: Sendable {
  var identity = Identity()
  private(set) var touches = TouchRows()
  private(set) var texts: [Table: TextRows] = [:]
  /// What tells exact repeats, of all sources with the same recipe.
  private var seen = Interner()
  /// Earliest and latest touch of the source that is being read.
  private(set) var span: ClosedRange<Int64>?
  /// Rows of the source that is being read that became rows of the dataset, and those that repeat earlier ones.
  private(set) var taken = 0
  private(set) var repeats = 0
  private var key: [UInt8] = []

  /// Begins with another source.
  mutating func startSource() { (span, taken, repeats) = (nil, 0, 0) }

  /// Takes what rows gave, but what repeats earlier rows.
  mutating func take(_ batch: RowBatch, source: Int) {
    let contacts = numbers(ofContactsIn: batch, source: source)
    var (touch, text, cell) = (0, 0, 0)
    for row in batch.rows {
      key.removeAll(keepingCapacity: true)
      key.append(contentsOf: batch.text(row.key))
      let length = key.count
      var isNew = false
      while touch < Int(row.touchEnd) {
        let found = batch.touches[touch]
        touch += 1
        key.removeLast(key.count - length)
        if found.isOfList {
          // A later export may know more entries of the same row.
          InstantText.append(found.time, to: &key)
          key.append(contentsOf: batch.text(found.kind))
          key.append(contentsOf: batch.text(found.content))
        }
        guard isFirst(rule: found.rule) else { continue }
        isNew = true
        append(found, contact: contacts[Int(found.contact)], batch)
      }
      key.removeLast(key.count - length)
      while text < Int(row.textEnd) {
        let found = batch.texts[text]
        let cells = cell..<Int(found.cellEnd)
        (text, cell) = (text + 1, cells.upperBound)
        // Rows with the same id are one row, put together later.
        guard found.table.isKeyed || isFirst(rule: found.rule) else { continue }
        isNew = true
        append(found.table, cells, contacts, batch)
      }
      if isNew { taken += 1 } else { repeats += 1 }
    }
  }

  /// The numbers of the contacts that rows name: of the address where there is one, else of the first id.
  ///
  /// What a row says of both is kept: they are one contact.
  private mutating func numbers(ofContactsIn batch: RowBatch, source: Int) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(batch.contacts.count)
    var start = 0
    for contact in batch.contacts {
      let ids = start..<Int(contact.idEnd)
      start = ids.upperBound
      var first: Int?
      for id in ids {
        let number = identity.number(of: batch.text(batch.ids[id]))
        first = first ?? number
      }
      if let address = contact.address {
        let number = identity.number(of: batch.text(address))
        for id in ids { identity.join(identity.number(of: batch.text(batch.ids[id])), with: number) }
        first = number
      }
      let number = first ?? 0
      identity.note(number, source: source)
      numbers.append(Int32(number))
    }
    return numbers
  }

  private mutating func append(_ touch: RowBatch.Touch, contact: Int32, _ batch: RowBatch) {
    touches.append(touch, contact: contact, batch)
    span = span.map { min($0.lowerBound, touch.time)...max($0.upperBound, touch.time) } ?? touch.time...touch.time
  }

  private mutating func append(_ table: Table, _ cells: Range<Int>, _ contacts: [Int32], _ batch: RowBatch) {
    for cell in cells {
      let found = batch.cells[cell]
      if found.contact < 0 {
        texts[table, default: TextRows(table)].append(batch.text(found.text))
      } else {
        texts[table, default: TextRows(table)].append(Array(String(contacts[Int(found.contact)]).utf8)[...])
      }
    }
  }

  private mutating func isFirst(rule: Int32) -> Bool {
    let length = key.count
    key.append(UInt8(truncatingIfNeeded: rule))
    let known = seen.count
    let number = seen.intern(key[...])
    key.removeLast(key.count - length)
    return number == known
  }
}

extension Table {
  /// Whether rows with the same id are one row.
  var isKeyed: Bool { [.partners, .channels, .campaigns, .contents, .contacts, .kinds].contains(self) }
}
