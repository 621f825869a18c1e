import CampaignModel
import FileReading

/// What some rows of a source gave, before it is known which of them repeat earlier ones.
///
/// Texts lie end to end in one array, so that a batch is handed to another thread as a few arrays.
struct RowBatch: Sendable {
  /// An id, with what tables tell it by, which is found out while many threads read.
  struct ID {
    var place: TextPlace
    var hashed: Interner.Hashed

    init(_ place: TextPlace, in text: [UInt8]) {
      self.place = place
      hashed = Interner.Hashed(text.span.extracting(place.range))
    }
  }

  /// What a row says of a contact: ids that are the same contact's.
  struct Contact {
    /// Where its ids end among ``ids``; they begin where those of the contact before end.
    var idEnd: Int32
    /// Whether the last of them is an address.
    var hasAddress: Bool
  }

  /// A row of touchpoints.
  struct Touch {
    /// What tells it from others.
    var key = RowKey.none
    /// Milliseconds since 1970-01-01T00:00:00Z.
    var time: Int64 = 0
    /// Whether the time is a mere date in the dataset's time zone.
    var isDate = false
    /// Number of its rule, and whether that goes over the entries of a list.
    var rule: Int32 = 0
    var isOfList = false
    /// Number of the contact among ``contacts``.
    var contact: Int32 = 0
    /// Numbers among ``channels``, ``kinds`` and ``contents``; -1 for no content.
    var channel: Int32 = 0
    var kind: Int32 = 0
    var content: Int32 = -1
    /// Not a number where there is none.
    var value = Double.nan
    var cost = Double.nan
  }

  /// A cell of a row of another table.
  struct Cell {
    var text = TextPlace.none
    /// Number of the contact among ``contacts`` that the cell names; -1 where it is a text.
    var contact: Int32 = -1
  }

  /// A row of another table; its cells are those of all its table's columns.
  struct TextRow {
    var table: Table
    var rule: Int32
    /// Where its cells end among ``cells``.
    var cellEnd: Int32
  }

  /// A row of the source that is asked for.
  struct Row {
    /// What tells it apart from others.
    var key: RowKey
    var touchEnd: Int32
    var textEnd: Int32
  }

  /// The texts of the rows, and those computed of them.
  var text: [UInt8]
  private(set) var ids: [ID] = []
  private(set) var contacts: [Contact] = []
  var channels = Interner()
  var kinds = Interner()
  var contents = Interner()
  private(set) var touches: [Touch] = []
  private(set) var cells: [Cell] = []
  private(set) var texts: [TextRow] = []
  private(set) var rows: [Row] = []
  var notes = RowNotes()

  /// - Parameters:
  ///   - text: of the rows, where it is known.
  ///   - count: about how many rows there will be.
  init(text: [UInt8] = [], rows count: Int = 0) {
    self.text = text
    contacts.reserveCapacity(count)
    ids.reserveCapacity(count)
    touches.reserveCapacity(count)
    rows.reserveCapacity(count)
  }

  /// Whether it is time to hand the batch over.
  var isFull: Bool { text.count >= 1 << 18 || rows.count >= 1 << 13 || contacts.count >= 1 << 14 }

  /// Adds what a row says of a contact, whatever becomes of the row. Returns its number.
  mutating func add(address: TextPlace?, ids names: [TextPlace]) -> Int32 {
    for name in names { ids.append(ID(name, in: text)) }
    if let address { ids.append(ID(address, in: text)) }
    contacts.append(Contact(idEnd: Int32(ids.count), hasAddress: address != nil))
    return Int32(contacts.count - 1)
  }

  /// Adds what a row says of a contact that is known by an address alone. Returns its number.
  mutating func add(address: TextPlace) -> Int32 {
    ids.append(ID(address, in: text))
    contacts.append(Contact(idEnd: Int32(ids.count), hasAddress: true))
    return Int32(contacts.count - 1)
  }

  mutating func add(_ touch: Touch) { touches.append(touch) }

  /// Adds a row that comes to one touch, of no list.
  mutating func add(_ touch: Touch, ofRow key: RowKey) {
    var touch = touch
    touch.key = key
    touch.key.add(UInt64(touch.rule))
    touches.append(touch)
    rows.append(Row(key: key, touchEnd: Int32(touches.count), textEnd: Int32(texts.count)))
  }

  mutating func add(_ table: Table, _ row: [Cell], rule: Int) {
    cells += row
    texts.append(TextRow(table: table, rule: Int32(rule), cellEnd: Int32(cells.count)))
  }

  private var openTouches: Range<Int> { Int(rows.last?.touchEnd ?? 0)..<touches.count }
  private var openTexts: Range<Int> { Int(rows.last?.textEnd ?? 0)..<texts.count }

  /// Whether rules gave anything since the last row ended.
  var hasOpenRow: Bool { !openTouches.isEmpty || !openTexts.isEmpty }

  /// Forgets what rules gave since the last row ended; what was said of contacts stays.
  mutating func dropOpenRow() {
    touches.removeSubrange(openTouches)
    texts.removeSubrange(openTexts)
    cells.removeSubrange(Int(texts.last?.cellEnd ?? 0)..<cells.count)
  }

  /// Ends a row.
  ///
  /// - Parameter key: what tells it apart. It tells its touches apart too, each with its rule; for an entry of a list also
  ///   what that is, as a later export may know more entries of the same row.
  mutating func endRow(_ key: RowKey) {
    for place in openTouches {
      let touch = touches[place]
      var own = key
      if touch.isOfList {
        own.add(UInt64(bitPattern: touch.time))
        own.add(kinds.idBytes.span, kinds.range(of: Int(touch.kind)))
        if touch.content >= 0 { own.add(contents.idBytes.span, contents.range(of: Int(touch.content))) }
      }
      own.add(UInt64(touch.rule))
      touches[place].key = own
    }
    rows.append(Row(key: key, touchEnd: Int32(touches.count), textEnd: Int32(texts.count)))
  }
}
