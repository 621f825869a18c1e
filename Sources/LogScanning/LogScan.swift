package import CampaignModel
import Parallelism

/// One scan over the contacts' slices of the log that fills the tallies of every scope.
package enum LogScan {
  /// Contacts per work item: enough to make handing out cheap, few enough to balance two cores.
  private static let contactsPerItem = 4096

  /// Fills tallies that have counted nothing yet. Scopes that ask for different segments take a scan per segment.
  ///
  /// Tallies add up whatever the order, so that results are the same at any thread count.
  ///
  /// O(touches × scopes) time at worst; memory for the counts only.
  ///
  /// - Returns: the filled tallies, in the given order.
  package static func run(_ dataset: Dataset, _ scopes: [ScopeTallies], threads: Int) -> [ScopeTallies] {
    var filled = scopes
    var left = Array(scopes.indices)
    while let first = left.first {
      let group = Array(
        left.filter { scopes[$0].test.asksForSameSegment(as: scopes[first].test) }.prefix(ScopeMasks.maximumScopes))
      for (index, entry) in zip(group, run(dataset, group: group.map { scopes[$0] }, threads: threads)) {
        filled[index] = entry
      }
      left.removeAll { group.contains($0) }
    }
    return filled
  }

  private static func run(_ dataset: Dataset, group: [ScopeTallies], threads: Int) -> [ScopeTallies] {
    let tables = TouchTables(dataset)
    let masks = ScopeMasks(filtered: group.map(\.test), unfiltered: group.map(\.campaignTest))
    let room = ContactBatch.room(scopeCount: group.count, wordsPerRow: tables.wordsPerRow)
    let states = fold(dataset, threads: threads) {
      Worker(
        scopes: group, filler: BatchFiller(masks, tables, scopeCount: group.count),
        batch: ContactBatch(dataset.log.touches, tables: tables, scopeCount: group.count, room: room),
        timeline: OwnerTimeline(intervalCount: masks.intervalCount, partnerCount: tables.partnerCount),
        history: ContactHistory(dataset, tables: tables))
    } _: { worker, contacts in
      for start in stride(from: contacts.lowerBound, to: contacts.upperBound, by: room) {
        worker.add(start..<min(start + room, contacts.upperBound), of: dataset)
      }
    }
    var timeline = states[0].timeline
    for state in states.dropFirst() { timeline.merge(state.timeline) }
    let whole = timeline
    let merged = parallelFold(group.count, threads: threads) {
      [(scope: Int, entry: ScopeTallies)]()
    } _: { merged, scope in
      var entry = states[0].scopes[scope]
      for state in states.dropFirst() { entry.merge(state.scopes[scope]) }
      entry.complete(whole, masks)
      merged.append((scope, entry))
    }
    return merged.flatMap { $0 }.sorted { $0.scope < $1.scope }.map(\.entry)
  }

  /// Shares out the contacts of a dataset, some thousand consecutive ones at a time, over workers that each keep a
  /// state of their own, and returns the states; see ``Parallelism/parallelFold(_:threads:initial:_:)``.
  package static func fold<State: Sendable>(
    _ dataset: Dataset, threads: Int, initial: @Sendable () -> State,
    _ body: @Sendable (inout State, _ contacts: Range<Int>) -> Void
  ) -> [State] {
    let count = dataset.contacts.count
    return parallelFold((count + contactsPerItem - 1) / contactsPerItem, threads: threads, initial: initial) {
      body(&$0, $1 * contactsPerItem..<min(($1 + 1) * contactsPerItem, count))
    }
  }

  /// What one worker keeps.
  private struct Worker: Sendable {
    var scopes: [ScopeTallies]
    var filler: BatchFiller
    var batch: ContactBatch
    var timeline: OwnerTimeline
    var history: ContactHistory

    /// Adds some contacts to the tallies.
    mutating func add(_ contacts: Range<Int>, of dataset: Dataset) {
      filler.fill(&batch, with: contacts, of: dataset, scopes[0].test, &timeline)
      for scope in scopes.indices {
        scopes[scope].add(batch, scope: scope)
        guard scopes[scope].countsContactByContact else { continue }
        // Handed over from where it stands, its tables would be retained for each contact.
        let transactions = scopes[scope].transactions
        for index in batch.histories(of: scope) {
          history.load(batch.histories[index], of: batch, transactions, in: dataset)
          scopes[scope].add(history)
        }
      }
    }
  }
}
