import CampaignAnalysis
package import CampaignModel
package import LogScanning

extension TallyFile {
  /// Adds another part of the same log.
  ///
  /// - Throws: what differs, where the parts do not belong together, and where both count a contact or a shard.
  package mutating func merge(_ other: TallyFile) throws(TallyFault) {
    for fact in facts {
      let value = other.facts.first { $0.name == fact.name }
      guard value != fact else { continue }
      throw TallyFault(
        "belongs to other parts: \(fact.name) differs\(TallyFile.values(fact, value ?? Fact(fact.name, "nothing")))")
    }
    func same<Value: Equatable>(_ name: String, _ value: (TallyFile) -> Value) throws(TallyFault) {
      guard value(self) == value(other) else { throw TallyFault("belongs to other parts: \(name) differs") }
    }
    try same("the end of observation (--observed-until)") {
      [$0.observedUntil?.milliseconds, $0.observedUntilIsDate ? 1 : 0]
    }
    try same("the log's first touch (--first-touch)") { $0.firstTouch }
    try same("ties.csv") { [$0.tiedContacts, $0.lateTies] }
    let keys = Set(entries.keys).symmetricDifference(other.entries.keys)
    if let key = keys.min() {
      throw TallyFault(
        "belongs to other parts: \(other.entries[key] == nil ? "it has no" : "only it has") \(key)")
    }
    if let shard = part.shards.first(where: other.part.shards.contains) {
      throw TallyFault("is shard \(shard + 1), which is counted already")
    }
    try contacts.merge(other.contacts)
    try addCounts(of: other)
  }

  /// Adds other contacts of the same part, counted with the same plan.
  mutating func add(_ piece: TallyFile) throws(TallyFault) {
    contacts.add(piece.contacts)
    try addCounts(of: piece)
  }

  private mutating func addCounts(of other: TallyFile) throws(TallyFault) {
    part = try LogPart(TallyFile.merged(part.columns, other.part.columns))
    for key in Array(entries.keys) {
      // The columns are taken out while they are merged, so that they are not copied.
      let columns = entries.updateValue([], forKey: key) ?? []
      entries[key] = try TallyFile.merged(columns, other.entries[key] ?? [])
    }
  }

  /// Checks that the facts of a dataset are those of the log that was counted.
  ///
  /// - Parameter folder: what the dataset is called.
  package func checkFacts(of folder: String, _ others: [Fact]) throws(TallyFault) {
    for other in others {
      guard let fact = facts.first(where: { $0.name == other.name }), fact.value != other.value else { continue }
      throw TallyFault("does not belong to \(folder): \(fact.name) differs\(TallyFile.values(other, fact))")
    }
  }

  /// Two values in brackets, where they say something to people.
  private static func values(_ here: Fact, _ there: Fact) -> String {
    here.value.utf8.count < 80 && there.value.utf8.count < 80 ? " (\(here.value) there, \(there.value) here)" : ""
  }

  private static func merged(_ left: [TallyColumn], _ right: [TallyColumn]) throws(TallyFault) -> [TallyColumn] {
    guard left.count == right.count else { throw .isOfOtherShape }
    var merged = left
    for index in merged.indices { try merged[index].merge(right[index]) }
    return merged
  }

  /// Numbered shards that are missing, from 1; empty where parts have no numbers.
  package var missingShards: [Int] {
    guard let count = facts.first(where: { $0.name == TallyFile.shardsFact }).flatMap({ Int($0.value) }) else {
      return []
    }
    let known = Set(part.shards)
    return (0..<count).filter { !known.contains($0) }.map { $0 + 1 }
  }

  /// Name of the fact that tells how many shards there are.
  package static let shardsFact = "the number of shards (--shard)"

  /// The ids of all contacts that tallies name, ascending.
  package var namedContacts: TextColumn {
    get throws(TallyFault) {
      var names: Set<[UInt8]> = []
      for columns in entries.values {
        for case .texts(let texts) in columns {
          for text in texts {
            let (from, to) = try CountedLog.contacts(in: text)
            names.insert(Array(from))
            names.insert(Array(to))
          }
        }
      }
      return TextColumn(sorting: names)
    }
  }

  /// What was counted, to be used in place of a log.
  package var counted: CountedLog {
    var late: [Table: Int] = [:]
    if part.lateTouches > 0 { late[.touchpoints] = part.lateTouches }
    if lateTies > 0 { late[.ties] = lateTies }
    let summary = LogSummary(
      touchCount: part.touches, contactCount: part.contacts + tiedContacts - part.tiedContacts, span: part.span,
      hasRelevance: part.hasRelevance, hasHoldout: part.hasHoldout, segments: part.segments.sorted(),
      rowsAfterObservation: late)
    return CountedLog(summary: summary, entries: entries.mapValues { CountedLog.bytes(of: $0) })
  }
}
