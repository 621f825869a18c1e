import CampaignModel
import Parallelism

/// One pass over the contacts' slices of the log that fills the tallies of every scope.
enum LogPass {
  /// Contacts per work item: enough to make handing out cheap, few enough to balance two cores.
  private static let contactsPerItem = 4096

  /// Runs the pass.
  ///
  /// Tallies hold counts, whose sums do not depend on the order, so results are the same at any thread count.
  ///
  /// - Returns: the filled tallies, one per scope.
  static func run(_ dataset: Dataset, tallies: [ScopeTally], threads: Int) -> [ScopeTally] {
    let tables = TouchTables(dataset)
    let items = (dataset.contacts.count + contactsPerItem - 1) / contactsPerItem
    let states = parallelFold(items, threads: threads) {
      State(tallies: tallies, history: ContactHistory(dataset, tables: tables))
    } _: { state, item in
      let first = item * contactsPerItem
      add(
        first..<min(first + contactsPerItem, dataset.contacts.count), of: dataset, to: &state.tallies, &state.history)
    }
    var result = states[0].tallies
    for state in states.dropFirst() {
      for index in result.indices { result[index].merge(state.tallies[index]) }
    }
    return result
  }

  /// What one worker keeps.
  private struct State: Sendable {
    var tallies: [ScopeTally]
    var history: ContactHistory
  }

  /// Adds some contacts to the tallies.
  ///
  /// Tallies and history are separate parameters, so that neither has to be copied for fear that changing one
  /// changes the other.
  private static func add(
    _ contacts: Range<Int>, of dataset: borrowing Dataset, to tallies: inout [ScopeTally],
    _ history: inout ContactHistory
  ) {
    var tallies = tallies.mutableSpan
    for contact in contacts {
      let slice = dataset.log.slice(of: contact)
      guard !slice.isEmpty else { continue }
      history.turn(to: contact, at: slice)
      for index in tallies.indices {
        tallies[index].add(&history, of: dataset.contacts)
      }
    }
  }
}
