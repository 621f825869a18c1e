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

  /// Numbers that a batch's names have here, found when a touch with the name is taken: names of repeats are none.
  struct Names {
    private var channels: [Int32]
    private var kinds: [Int32]
    private var contents: [Int32]

    init(_ batch: RowBatch) {
      channels = [Int32](repeating: -1, count: batch.channels.count)
      kinds = [Int32](repeating: -1, count: batch.kinds.count)
      contents = [Int32](repeating: -1, count: batch.contents.count)
    }

    fileprivate mutating func channel(_ number: Int32, _ batch: RowBatch, _ ids: inout Interner) -> Int32 {
      Names.number(number, &channels, batch.channels, &ids)
    }

    fileprivate mutating func kind(_ number: Int32, _ batch: RowBatch, _ ids: inout Interner) -> Int32 {
      Names.number(number, &kinds, batch.kinds, &ids)
    }

    fileprivate mutating func content(_ number: Int32, _ batch: RowBatch, _ ids: inout Interner) -> Int32 {
      number < 0 ? -1 : Names.number(number, &contents, batch.contents, &ids)
    }

    private static func number(
      _ number: Int32, _ known: inout [Int32], _ names: Interner, _ ids: inout Interner
    ) -> Int32 {
      if known[Int(number)] < 0 {
        known[Int(number)] = Int32(ids.intern(names.idBytes[names.range(of: Int(number))]))
      }
      return known[Int(number)]
    }
  }

  mutating func append(_ touch: RowBatch.Touch, contact: Int32, _ batch: RowBatch, _ names: inout Names) {
    times.append(touch.time)
    areDates.append(touch.isDate)
    contacts.append(contact)
    channels.append(names.channel(touch.channel, batch, &channelIDs))
    kinds.append(names.kind(touch.kind, batch, &kindNames))
    contents.append(names.content(touch.content, batch, &contentIDs))
    values.append(touch.value)
    costs.append(touch.cost)
  }
}
