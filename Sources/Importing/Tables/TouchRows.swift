import FileReading

/// Rows of touchpoints.csv.
struct TouchRows: Sendable {
  struct Row {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    var time: Int64
    /// Not a number where there is none.
    var value: Double
    var cost: Double
    /// Number of an id, see ``Identity``.
    var contact: Int32
    var channel: Int32
    var kind: Int32
    /// -1 for no content.
    var content: Int32
    /// Whether the time is a mere date in the dataset's time zone.
    var isDate: Bool
  }

  /// The rows in order, those of each batch by themselves: one array would be copied whenever it grows. Loops go through
  /// one after the other: joined, they took several times as long.
  private(set) var chunks: [[Row]] = []
  private(set) var count = 0
  private(set) var channelIDs = Interner()
  private(set) var kindNames = Interner()
  private(set) var contentIDs = Interner()

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

  /// The row that a touch of a batch comes to.
  mutating func row(_ touch: RowBatch.Touch, contact: Int32, _ batch: RowBatch, _ names: inout Names) -> Row {
    Row(
      time: touch.time, value: touch.value, cost: touch.cost, contact: contact,
      channel: names.channel(touch.channel, batch, &channelIDs), kind: names.kind(touch.kind, batch, &kindNames),
      content: names.content(touch.content, batch, &contentIDs), isDate: touch.isDate)
  }

  mutating func append(_ rows: [Row]) {
    guard !rows.isEmpty else { return }
    chunks.append(rows)
    count += rows.count
  }
}
