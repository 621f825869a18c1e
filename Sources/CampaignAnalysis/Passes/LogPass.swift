import CampaignModel
import Parallelism

/// One pass over the contacts' slices of the log that fills the tallies of every scope.
enum LogPass {
  /// Contacts per work item: enough to make handing out cheap, few enough to balance two cores.
  private static let contactsPerItem = 4096

  /// Runs the pass. All scopes must ask for the same segment.
  ///
  /// Tallies hold counts, whose sums do not depend on the order, so results are the same at any thread count.
  ///
  /// - Returns: the filled tallies, one per scope.
  static func run(_ dataset: Dataset, tallies: [ScopeTally], threads: Int) -> [ScopeTally] {
    var filled: [ScopeTally] = []
    for start in stride(from: 0, to: tallies.count, by: ScopeMasks.maximumScopes) {
      let group = Array(tallies[start..<min(start + ScopeMasks.maximumScopes, tallies.count)])
      filled += runGroup(dataset, tallies: group, threads: threads)
    }
    return filled
  }

  private static func runGroup(_ dataset: Dataset, tallies: [ScopeTally], threads: Int) -> [ScopeTally] {
    let tables = TouchTables(dataset)
    let masks = ScopeMasks(filtered: tallies.map(\.test), unfiltered: tallies.map(\.campaignTest))
    let items = (dataset.contacts.count + contactsPerItem - 1) / contactsPerItem
    let states = parallelFold(items, threads: threads) {
      State(
        tallies: tallies, sweep: BatchSweep(masks, tables, scopeCount: tallies.count),
        batch: ContactBatch(dataset.log.touches, tables: tables, scopeCount: tallies.count),
        timeline: OwnerTimeline(intervalCount: masks.intervalCount, partnerCount: tables.partnerCount),
        history: ContactHistory(dataset, tables: tables))
    } _: { state, item in
      let end = min((item + 1) * contactsPerItem, dataset.contacts.count)
      for start in stride(from: item * contactsPerItem, to: end, by: ContactBatch.maximumContacts) {
        state.add(start..<min(start + ContactBatch.maximumContacts, end), of: dataset)
      }
    }
    var timeline = states[0].timeline
    for state in states.dropFirst() { timeline.merge(state.timeline) }
    let whole = timeline
    let merged = parallelFold(tallies.count, threads: threads) {
      [(scope: Int, tally: ScopeTally)]()
    } _: { merged, scope in
      var tally = states[0].tallies[scope]
      for state in states.dropFirst() { tally.merge(state.tallies[scope]) }
      tally.complete(whole, masks)
      merged.append((scope, tally))
    }
    return merged.flatMap { $0 }.sorted { $0.scope < $1.scope }.map(\.tally)
  }

  /// What one worker keeps.
  private struct State: Sendable {
    var tallies: [ScopeTally]
    var sweep: BatchSweep
    var batch: ContactBatch
    var timeline: OwnerTimeline
    var history: ContactHistory

    /// Adds some contacts to the tallies.
    mutating func add(_ contacts: Range<Int>, of dataset: Dataset) {
      sweep.turn(&batch, to: contacts, of: dataset, tallies[0].test, &timeline)
      for scope in tallies.indices {
        tallies[scope].add(batch, scope: scope)
        guard tallies[scope].countsContacts else { continue }
        for visit in batch.visits(of: scope) {
          history.turn(to: batch.visits[visit], of: batch, in: dataset)
          tallies[scope].add(history)
        }
      }
    }
  }
}
