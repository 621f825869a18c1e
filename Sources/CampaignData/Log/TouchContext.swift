import CampaignModel
import FileReading

/// What parsing touchpoints.csv needs to know before the first row; the same for all threads.
struct TouchContext: Sendable {
  /// Places of the columns in a row; -1 for those that the file does not have.
  struct Places {
    let time: Int
    let contact: Int
    let channel: Int
    let kind: Int
    let content: Int
    let value: Int
    let cost: Int
    let row: Int

    init(_ columns: TouchRow.Columns) {
      time = columns.time.position ?? -1
      contact = columns.contact.position ?? -1
      channel = columns.channel.position ?? -1
      kind = columns.kind.position ?? -1
      content = columns.content.position ?? -1
      value = columns.value.position ?? -1
      cost = columns.cost.position ?? -1
      row = columns.row.position ?? -1
    }
  }

  let places: Places
  let channels: CodeTable
  let contents: CodeTable
  let kinds: CodeTable
  let references: TouchReferences
  /// Rows after it are counted and dropped.
  let lastMillisecond: Int64
  let shape: TableShape
  let columns: TouchRow.Columns
  let options: ReadingOptions
  let nobody = Nobody.placeholders

  init(_ shape: TableShape, _ references: TouchReferences, _ options: ReadingOptions) {
    self.shape = shape
    self.references = references
    self.options = options
    columns = TouchRow.Columns(shape)
    places = Places(columns)
    channels = references.channels.codes
    contents = references.contents.codes
    var kinds = CodeTable()
    for (index, kind) in references.kinds.kinds.enumerated() {
      for spelling in KindTable.usualSpellings(of: kind.name) where spelling.lowercased() == kind.name {
        kinds.add(Array(spelling.utf8), code: index)
      }
    }
    self.kinds = kinds
    lastMillisecond = references.lastObserved?.milliseconds ?? Int64.max
  }
}

extension KindTable {
  /// The spellings of a kind that nearly all files use.
  fileprivate static func usualSpellings(of name: String) -> [String] {
    [name, name.prefix(1).uppercased() + name.dropFirst(), name.uppercased()]
  }
}
