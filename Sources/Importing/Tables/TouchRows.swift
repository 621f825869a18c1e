import FileReading

/// Rows of touchpoints.csv, column by column.
struct TouchRows: Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  private(set) var times: [Int64] = []
  /// Whether the time is a mere date in the dataset's time zone.
  private(set) var areDates: [Bool] = []
  /// Numbers of ids, see ``Identity``.
  private(set) var contacts: [Int32] = []
  private(set) var channels: [Int32] = []
  private(set) var kinds: [Int32] = []
  /// -1 for no content.
  private(set) var contents: [Int32] = []
  /// Numbers are not a number where there is none.
  private(set) var values: [Double] = []
  private(set) var costs: [Double] = []
  private(set) var channelIDs = Interner()
  private(set) var kindNames = Interner()
  private(set) var contentIDs = Interner()

  var count: Int { times.count }

  mutating func append(_ touch: RowBatch.Touch, contact: Int32, _ batch: RowBatch) {
    times.append(touch.time)
    areDates.append(touch.isDate)
    contacts.append(contact)
    channels.append(Int32(channelIDs.intern(batch.text(touch.channel))))
    kinds.append(Int32(kindNames.intern(batch.text(touch.kind))))
    contents.append(touch.content.isEmpty ? -1 : Int32(contentIDs.intern(batch.text(touch.content))))
    values.append(touch.value)
    costs.append(touch.cost)
  }
}
