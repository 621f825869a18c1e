import CampaignModel
import LogScanning

/// Counts contacts of a scope by the exact set of carriers that a mix could have them by, and what these cost.
struct MixTally: CodedCounts {
  private(set) var table: RegionTable
  /// Recorded costs of each partner's touches in T(K), and whether any records one.
  private(set) var costs: ExactSums
  private(set) var hasCosts: [Bool]

  init(in dataset: Dataset) {
    table = RegionTable(wordsPerRow: TouchTables.wordsPerRow(partnerCount: dataset.partners.count))
    costs = ExactSums(count: dataset.partners.count)
    hasCosts = [Bool](repeating: false, count: dataset.partners.count)
  }

  static func key(of goal: BestMixOptions.Goal, _ scope: Scope) -> String {
    "mixes for \(goal.rawValue) of \(scope.tallyKey)"
  }

  /// One pass over the log, where it is at hand.
  static func count(_ goal: BestMixOptions.Goal, _ scope: Scope, in dataset: Dataset) -> MixTally {
    var tally = MixTally(in: dataset)
    if let counted = dataset.counted(key(of: goal, scope), into: tally) { return counted }
    let test = ScopeTest(scope, in: dataset)
    let tables = TouchTables(dataset)
    var row = [UInt64](repeating: 0, count: tables.wordsPerRow)
    for contact in 0..<dataset.contacts.count where test.accepts(contact: contact, of: dataset.contacts) {
      for word in row.indices { row[word] = 0 }
      var isOpen = true
      var isReached = false
      for position in dataset.log.slice(of: contact) {
        let touch = dataset.log.touches[position]
        guard test.accepts(touch) else {
          if goal == .newContacts { isOpen = false }
          continue
        }
        if let cost = dataset.log.costs[position] {
          tally.costs.add(cost, to: tables.owner[touch.channel])
          tally.hasCosts[tables.owner[touch.channel]] = true
        }
        guard isOpen else { continue }
        isReached = true
        tables.insertOwner(of: touch, into: &row)
      }
      if isReached { tally.table.add(row.span, isWithoutOwn: false) }
    }
    return tally
  }

  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try table.code(&coder, partnerCount: hasCosts.count)
    try coder.sums(&costs)
    try coder.marks(&hasCosts)
  }
}
