import FileReading

/// Rows of touchpoints.csv, column by column.
struct TouchRows {
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

  /// A row that is not settled yet.
  struct Row {
    var time: Int64 = 0
    var isDate = false
    var contact = 0
    var channel: ArraySlice<UInt8> = []
    var kind: ArraySlice<UInt8> = []
    var content: ArraySlice<UInt8> = []
    var value = Double.nan
    var cost = Double.nan
  }

  var count: Int { times.count }

  mutating func append(_ row: Row) {
    times.append(row.time)
    areDates.append(row.isDate)
    contacts.append(Int32(row.contact))
    channels.append(Int32(channelIDs.intern(row.channel)))
    kinds.append(Int32(kindNames.intern(row.kind)))
    contents.append(row.content.isEmpty ? -1 : Int32(contentIDs.intern(row.content)))
    values.append(row.value)
    costs.append(row.cost)
  }
}
