import CampaignModel
import FileReading

/// ties.csv: who refers, knows or vouches for whom.
struct TiesTable {
  /// The ties; their ends are numbers in `ids` until they are resolved.
  private(set) var ties: [Tie] = []
  private(set) var ids = Interner()
  /// Ties after the end of observation.
  private(set) var lateRows = 0

  init(reading reader: TableReader, lastObserved: Instant?) throws(ReadingError) {
    var ties: [Tie] = []
    var ids = Interner()
    var late = 0
    let from = reader.column("from")
    let to = reader.column("to")
    let kind = reader.column("kind")
    let time = reader.column("time")
    let weight = reader.column("weight")
    try reader.forEachRow { row in
      let start = row.contact(from)
      let end = row.contact(to)
      let word = row.word(kind)
      let instant = row.time(time)
      let strength = row.number(weight)
      guard row.isGood, let start, let end else { return }
      if let instant, let lastObserved, instant > lastObserved {
        late += 1
        return
      }
      ties.append(Tie(from: ids.intern(start), to: ids.intern(end), kind: word, time: instant, weight: strength))
    }
    self.ties = ties
    self.ids = ids
    lateRows = late
  }

  /// The ids of all contacts that ties name, ascending.
  var sortedIDs: TextColumn { TextColumn(sorting: (0..<ids.count).map { ids.idBytes[ids.range(of: $0)] }) }

  /// Resolves the ties' ends to the contacts' numbers.
  ///
  /// - Returns: the ids of the contacts that no other table names; they are numbered behind the log's.
  mutating func resolve(in log: LogAssembly) -> [[UInt8]] {
    let numbers = log.numbers(of: ids)
    let count = log.contactCount
    var others: [[UInt8]] = []
    var start = 0
    let resolved = numbers.indices.map { id in
      defer { start = ids.idEnds[id] }
      if let number = numbers[id] { return number }
      others.append(Array(ids.idBytes[start..<ids.idEnds[id]]))
      return count + others.count - 1
    }
    for position in ties.indices {
      ties[position].from = resolved[ties[position].from]
      ties[position].to = resolved[ties[position].to]
    }
    return others
  }
}
