import CampaignModel

/// What touchpoints.csv refers to.
struct TouchpointReferences {
  var channels: IDTable
  var contents: IDTable
  var kinds: KindTable
  /// Whether kinds.csv has errors, so that an unknown kind may be one that it was to define.
  var kindsAreIncomplete: Bool
  var observedUntil: Instant?
}

/// Reads touchpoints.csv row by row: the plain way, which the fast one must agree with.
struct ExactTouchpoints {
  private(set) var rows: [TouchpointLog.Row] = []
  private(set) var rowsAfterObservation = 0

  init(
    reading reader: TableReader, references: TouchpointReferences, contacts: inout ContactRegistry
  ) throws(ReadingError) {
    let time = reader.column("time")
    let contact = reader.column("contact")
    let channel = reader.column("channel")
    let kind = reader.column("kind")
    let content = reader.column("content")
    let value = reader.column("value")
    let cost = reader.column("cost")
    var rows: [TouchpointLog.Row] = []
    var late = 0
    var registry = contacts
    try reader.forEachRow { row in
      let instant = row.required(time) { row.time($0) }
      let contactID = row.required(contact)
      let channelIndex = row.required(channel).flatMap { _ in row.reference(channel, to: references.channels) }
      let kindIndex = row.required(kind) { row.kind($0, references) }
      let contentIndex = row.reference(content, to: references.contents)
      let numbers = (row.number(value), row.number(cost))
      guard row.isGood, let instant, let contactID, let channelIndex, let kindIndex else { return }
      if let end = references.observedUntil, instant > end {
        late += 1
        return
      }
      let touch = Touch(time: instant, channel: channelIndex, content: contentIndex, kind: kindIndex)
      rows.append(.init(contact: registry.intern(contactID), touch: touch, value: numbers.0, cost: numbers.1))
    }
    self.rows = rows
    rowsAfterObservation = late
    contacts = registry
  }
}

extension TableReader {
  /// A kind of touch by its name, ignoring case and blanks around it.
  fileprivate func kind(_ column: Column, _ references: TouchpointReferences) -> Int? {
    guard let name = word(column) else { return nil }
    if let index = references.kinds.index(of: name) { return index }
    if references.kindsAreIncomplete, !log.skipsInvalid { return nil }
    fail(column, value: bytes(column), "is not a known kind; kinds.csv can define it")
    return nil
  }
}
