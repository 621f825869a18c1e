import CampaignModel
import FileReading

/// A row of touchpoints.csv, read cell by cell: the plain way, which the fast one must agree with.
struct TouchRow {
  var contact: ArraySlice<UInt8>
  var touch: Touch
  var value: Double?
  var cost: Double?
  /// The number that orders touches at the same time.
  var number: Int?

  /// The columns of the file.
  struct Columns {
    let time: Column
    let contact: Column
    let channel: Column
    let kind: Column
    let content: Column
    let value: Column
    let cost: Column
    let row: Column

    init(_ shape: TableShape) {
      time = shape.column("time")
      contact = shape.column("contact")
      channel = shape.column("channel")
      kind = shape.column("kind")
      content = shape.column("content")
      value = shape.column("value")
      cost = shape.column("cost")
      row = shape.column("row")
    }
  }

  /// Reads the current row. Returns nil when something is wrong with it, which is noted.
  init?(_ row: TableReader, _ columns: Columns, _ references: TouchReferences) {
    number = row.wholeNumber(columns.row)
    row.rowNumber = number
    let time = row.required(columns.time) { row.time($0) }
    let contact = row.contact(columns.contact)
    let channel = row.required(columns.channel).flatMap { _ in row.reference(columns.channel, to: references.channels) }
    let kind = row.required(columns.kind) { row.kind($0, references) }
    let content = row.reference(columns.content, to: references.contents)
    value = row.number(columns.value)
    cost = row.number(columns.cost)
    let lacksContent = content == nil && !row.bytes(columns.content).isEmpty
    guard row.isGood, !lacksContent, let time, let contact, let channel, let kind else { return nil }
    self.contact = contact
    touch = Touch(time: time, channel: channel, content: content, kind: kind)
  }
}

extension TableReader {
  /// A kind of touch by its name, ignoring case and blanks around it.
  fileprivate func kind(_ column: Column, _ references: TouchReferences) -> Int? {
    guard let name = word(column) else { return nil }
    if let index = references.kinds.index(of: name) { return index }
    if references.kindsAreIncomplete, !log.skipsInvalid {
      refer(toRefusedRowOf: "kinds.csv")
      return nil
    }
    fail(column, value: bytes(column), "is not a known kind; kinds.csv can define it", isUnknownName: true)
    return nil
  }

  /// A whole number from 0 to 2⁵³.
  fileprivate func wholeNumber(_ column: Column) -> Int? {
    guard column.position != nil, let number = number(column) else { return nil }
    guard number >= 0, number <= TouchRecord.maximumRow, number == number.rounded() else {
      fail(column, value: bytes(column), "is not a whole number from 0 on")
      return nil
    }
    return Int(number)
  }
}
