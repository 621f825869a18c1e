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
    var found: [TouchRows.Row] = []
    found.reserveCapacity(batch.touches.count)
    for row in batch.rows {
      var isNew = false
      while touch < Int(row.touchEnd) {
        let met = batch.touches[touch]
        if touch + Collected.keysAhead < batch.touches.count {
          seen.prefetch(batch.touches[touch + Collected.keysAhead].key)
        }
        touch += 1
        guard seen.insert(met.key) else { continue }
        isNew = true
        found.append(touches.row(met, contact: contacts[Int(met.contact)], batch, &names))
        span = span.map { min($0.lowerBound, met.time)...max($0.upperBound, met.time) } ?? met.time...met.time
      }
      while text < Int(row.textEnd) {
        let met = batch.texts[text]
        let cells = cell..<Int(met.cellEnd)
        (text, cell) = (text + 1, cells.upperBound)
        // Rows with the same id are one row, put together later.
        guard met.table.isKeyed || isFirst(met.rule, row) else { continue }
        isNew = true
        append(met.table, cells, contacts, batch)
      }
      if isNew { taken += 1 } else { repeats += 1 }
    }
    touches.append(found)
  }

  /// So many touches ahead the slot is fetched that tells whether a touch repeats another.
  private static let keysAhead = 16

  /// Whether no row before that is told apart by the same gave anything by the rule.
  private mutating func isFirst(_ rule: Int32, _ row: RowBatch.Row) -> Bool {
    var key = row.key
    key.add(UInt64(rule))
    return seen.insert(key)
  }

  /// The numbers of the contacts that rows name: of the address where there is one, else of the first id.
  ///
  /// What a row says of both is kept: they are one contact.
  private mutating func numbers(ofContactsIn batch: RowBatch, source: Int) -> [Int32] {
    let ids = numbers(of: batch.ids, in: batch.text.span)
    var numbers: [Int32] = []
    numbers.reserveCapacity(batch.contacts.count)
    var start = 0
    for contact in batch.contacts {
      let own = ids[start..<Int(contact.idEnd)]
      start = own.endIndex
      if contact.hasAddress, let address = own.last {
        for id in own.dropLast() { identity.join(Int(id), with: Int(address)) }
      }
      let number = (contact.hasAddress ? own.last : own.first) ?? 0
      identity.note(Int(number), source: source)
      numbers.append(number)
    }
    return numbers
  }

  /// The numbers of ids.
  ///
  /// What it takes to find an id is fetched some ids ahead: it is seldom in the cache where there are many contacts. With
  /// this and the keys that ``keysAhead`` is for, an import of a million rows of 200,000 contacts takes 0.92 s of user time,
  /// without both 1.08 s (least of 15 runs in turns on a shared machine).
  private mutating func numbers(of ids: [RowBatch.ID], in text: borrowing Span<UInt8>) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(ids.count)
    for place in ids.indices {
      for (step, ahead) in [(Interner.PrefetchStep.slot, 24), (.end, 16), (.bytes, 8)] where place + ahead < ids.count {
        identity.prefetch(ids[place + ahead].hashed, step)
      }
      let id = ids[place]
      numbers.append(Int32(identity.number(of: text.extracting(id.place.range), id.hashed)))
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
