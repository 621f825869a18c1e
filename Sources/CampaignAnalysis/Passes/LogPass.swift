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
        tallies: tallies, history: ContactHistory(dataset, tables: tables), selection: ScopeSelection(),
        timeline: OwnerTimeline(intervalCount: masks.intervalCount, partnerCount: tables.partnerCount))
    } _: { state, item in
      let first = item * contactsPerItem
      add(
        first..<min(first + contactsPerItem, dataset.contacts.count), of: dataset, masks, to: &state.tallies,
        &state.timeline, &state.history, &state.selection)
    }
    var (result, timeline) = (states[0].tallies, states[0].timeline)
    for state in states.dropFirst() {
      for index in result.indices { result[index].merge(state.tallies[index]) }
      timeline.merge(state.timeline)
    }
    for index in result.indices { result[index].complete(timeline, masks) }
    return result
  }

  /// What one worker keeps.
  private struct State: Sendable {
    var tallies: [ScopeTally]
    var history: ContactHistory
    var selection: ScopeSelection
    var timeline: OwnerTimeline
  }

  /// Adds some contacts to the tallies.
  ///
  /// What changes is passed in separate parameters, so that nothing has to be copied for fear that changing one
  /// changes another.
  private static func add(
    _ contacts: Range<Int>, of dataset: borrowing Dataset, _ masks: borrowing ScopeMasks,
    to tallies: inout [ScopeTally], _ timeline: inout OwnerTimeline, _ history: inout ContactHistory,
    _ selection: inout ScopeSelection
  ) {
    var tallies = tallies.mutableSpan
    for contact in contacts {
      let slice = dataset.log.slice(of: contact)
      guard !slice.isEmpty else { continue }
      history.turn(to: contact, at: slice)
      let isInSegment = tallies[0].test.accepts(contact: contact, of: dataset.contacts)
      selection.turn(to: history, masks, isInSegment: isInSegment)
      timeline.add(history, selection, isInSegment: isInSegment)
      var scopes = selection.reached | selection.baseline
      while scopes != 0 {
        let scope = scopes.trailingZeroBitCount
        selection.select(scope, in: &history)
        tallies[scope].add(history)
        scopes &= scopes - 1
      }
      guard selection.reached != 0 else { continue }
      for meeting in history.firstMeetings {
        var scopes = selection.scopes(ofTouchAt: meeting.position - slice.lowerBound)
        while scopes != 0 {
          tallies[scopes.trailingZeroBitCount].touchpoints?.add(meeting, of: history)
          scopes &= scopes - 1
        }
      }
    }
  }
}
