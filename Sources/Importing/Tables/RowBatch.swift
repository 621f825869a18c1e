import CampaignModel

/// What some rows of a source gave, before it is known which of them repeat earlier ones.
///
/// Texts lie end to end in one array, so that a batch is handed to another thread as a few arrays.
struct RowBatch: Sendable {
  /// Where a text lies.
  struct Place {
    var start: Int32
    var end: Int32

    static let none = Place(start: 0, end: 0)
    var isEmpty: Bool { start == end }
  }

  /// What a row says of a contact: its address, and ids that are the same contact's.
  struct Contact {
    var address: Place?
    /// Where its ids end among ``ids``; they begin where those of the contact before end.
    var idEnd: Int32
  }

  /// A row of touchpoints.
  struct Touch {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    var time: Int64 = 0
    /// Whether the time is a mere date in the dataset's time zone.
    var isDate = false
    /// Number of its rule, and whether that goes over the entries of a list.
    var rule: Int32 = 0
    var isOfList = false
    /// Number of the contact among ``contacts``.
    var contact: Int32 = 0
    var channel = Place.none
    var kind = Place.none
    var content = Place.none
    /// Not a number where there is none.
    var value = Double.nan
    var cost = Double.nan
  }

  /// A cell of a row of another table.
  struct Cell {
    var text = Place.none
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
    var key: Place
    var touchEnd: Int32
    var textEnd: Int32
  }

  var bytes: [UInt8] = []
  private(set) var ids: [Place] = []
  private(set) var contacts: [Contact] = []
  private(set) var touches: [Touch] = []
  private(set) var cells: [Cell] = []
  private(set) var texts: [TextRow] = []
  private(set) var rows: [Row] = []

  /// Whether it is time to hand the batch over.
  var isFull: Bool { bytes.count >= 1 << 18 || rows.count >= 1 << 13 || contacts.count >= 1 << 14 }

  func text(_ place: Place) -> ArraySlice<UInt8> { bytes[Int(place.start)..<Int(place.end)] }

  mutating func add(_ text: ArraySlice<UInt8>) -> Place {
    guard !text.isEmpty else { return .none }
    let start = bytes.count
    bytes.append(contentsOf: text)
    return Place(start: Int32(start), end: Int32(bytes.count))
  }

  /// Adds what a row says of a contact, whatever becomes of the row. Returns its number.
  mutating func add(address: ArraySlice<UInt8>?, ids names: [ArraySlice<UInt8>]) -> Int32 {
    for name in names { ids.append(add(name)) }
    contacts.append(Contact(address: address.map { add($0) }, idEnd: Int32(ids.count)))
    return Int32(contacts.count - 1)
  }

  mutating func add(_ touch: Touch) { touches.append(touch) }

  mutating func add(_ table: Table, _ row: [Cell], rule: Int) {
    cells += row
    texts.append(TextRow(table: table, rule: Int32(rule), cellEnd: Int32(cells.count)))
  }

  /// Whether rules gave anything since the last row ended.
  var hasOpenRow: Bool {
    touches.count > Int(rows.last?.touchEnd ?? 0) || texts.count > Int(rows.last?.textEnd ?? 0)
  }

  /// Forgets what rules gave since the last row ended; what was said of contacts stays.
  mutating func dropOpenRow() {
    touches.removeLast(touches.count - Int(rows.last?.touchEnd ?? 0))
    texts.removeLast(texts.count - Int(rows.last?.textEnd ?? 0))
    cells.removeLast(cells.count - Int(texts.last?.cellEnd ?? 0))
  }

  /// Ends a row, which is told apart by what was added to ``bytes`` from `start` on.
  mutating func endRow(keyFrom start: Int) {
    rows.append(
      Row(
        key: Place(start: Int32(start), end: Int32(bytes.count)), touchEnd: Int32(touches.count),
        textEnd: Int32(texts.count)))
  }
}
