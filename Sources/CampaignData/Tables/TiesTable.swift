import CampaignModel

/// ties.csv: who refers, knows or vouches for whom.
enum TiesTable {
  /// Reads the ties up to `observedUntil` and counts those after it. A contact that no other table names exists from
  /// now on, with no attributes.
  static func read(
    _ reader: TableReader, contacts: inout ContactRegistry, observedUntil: Instant?
  ) throws(ReadingError) -> (ties: [Tie], late: Int) {
    var ties: [Tie] = []
    var late = 0
    var registry = contacts
    let from = reader.column("from")
    let to = reader.column("to")
    let kind = reader.column("kind")
    let time = reader.column("time")
    let weight = reader.column("weight")
    try reader.forEachRow { row in
      let start = row.required(from)
      let end = row.required(to)
      let word = row.word(kind)
      let instant = row.time(time)
      let strength = row.number(weight)
      guard row.isGood, let start, let end else { return }
      if let instant, let observedUntil, instant > observedUntil {
        late += 1
        return
      }
      ties.append(
        Tie(from: registry.intern(start), to: registry.intern(end), kind: word, time: instant, weight: strength))
    }
    contacts = registry
    return (ties, late)
  }
}
