/// What one analysis counts in one scope while the log is scanned.
///
/// A tally holds numbers that add up exactly whatever the order: counts, sets, ``ExactSums``. So the tallies of
/// disjoint sets of contacts, merged, are the tally of all these contacts, and a result depends neither on the number
/// of threads nor on the order in which they finish.
///
/// An analysis fulfills ``BatchTally`` or ``ContactTally``, which say how contacts come to it.
///
/// A tally that leaves the process (of a part of a log, or of one that does not fit into memory) goes as columns
/// (``TallyColumn``): what ``code(_:)`` hands over is exactly what `merge` adds, while what a tally derives from dataset and
/// options stays out, and is made anew by the analysis that reads it back.
package protocol Tally: CodedCounts {
  /// Whether ``add(_:)-(ContactHistory)`` is to be called for each contact that T(K) reached.
  static var countsContactByContact: Bool { get }

  /// Counts all contacts of a batch in one of its scopes.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int)

  /// Counts one contact that T(K) reached.
  mutating func add(_ history: borrowing ContactHistory)

  /// Adds what was counted of other contacts.
  mutating func merge(_ other: Self)

  /// Takes what is counted once for all scopes. Called after the last contact, by most tallies not needed.
  ///
  /// - Parameter interval: the first interval of the timeline that lies at or after the scope's end.
  mutating func complete(_ timeline: OwnerTimeline, sinceEnd interval: Int)
}

/// A tally that counts a batch of contacts at a time: for loops that every touch or contact goes through.
package protocol BatchTally: Tally {}

extension BatchTally {
  package static var countsContactByContact: Bool { false }

  package mutating func add(_ history: borrowing ContactHistory) {}
}

/// A tally that counts one contact after the other, with all of the contact's touches at hand.
package protocol ContactTally: Tally {}

extension ContactTally {
  package static var countsContactByContact: Bool { true }

  package mutating func add(_ batch: borrowing ContactBatch, scope: Int) {}
}

extension Tally {
  package mutating func complete(_ timeline: OwnerTimeline, sinceEnd interval: Int) {}

  /// Counts a single contact with all that a scan would count of it.
  ///
  /// - Parameters:
  ///   - history: the contact, with its touches in T(K) selected.
  ///   - campaignTest: that of the scope without its filter.
  package mutating func addAlone(_ history: borrowing ContactHistory, _ campaignTest: borrowing ScopeTest) {
    if Self.countsContactByContact {
      if !history.scopedTouches.isEmpty { add(history) }
    } else {
      add(ContactBatch(history, campaignTest), scope: 0)
    }
    complete(OwnerTimeline(history, cutAt: campaignTest.end), sinceEnd: 1)
  }
}

/// The tallies of one scope, whatever they count.
package struct ScopeTallies: Sendable {
  /// Tells the touches in T(K).
  package let test: ScopeTest
  /// The same without the scope's filter.
  package let campaignTest: ScopeTest
  /// Tells the transactions in X(K).
  let transactions: TransactionTest
  package private(set) var tallies: [any Tally]
  /// Which of them count contact by contact, and which batch by batch.
  private let contactTallies: [Int]
  private let batchTallies: [Int]

  package init(
    _ test: ScopeTest, _ campaignTest: ScopeTest, _ transactions: TransactionTest, tallies: [any Tally]
  ) {
    self.test = test
    self.campaignTest = campaignTest
    self.transactions = transactions
    self.tallies = tallies
    contactTallies = tallies.indices.filter { type(of: tallies[$0]).countsContactByContact }
    batchTallies = tallies.indices.filter { !type(of: tallies[$0]).countsContactByContact }
  }

  /// Whether there are tallies that count contact by contact.
  var countsContactByContact: Bool { !contactTallies.isEmpty }

  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    for index in batchTallies { tallies[index].add(batch, scope: scope) }
  }

  mutating func add(_ history: borrowing ContactHistory) {
    for index in contactTallies { tallies[index].add(history) }
  }

  mutating func merge(_ other: ScopeTallies) {
    for index in tallies.indices { ScopeTallies.merge(&tallies[index], other.tallies[index]) }
  }

  private static func merge<Counted: Tally>(_ tally: inout Counted, _ other: any Tally) {
    guard let other = other as? Counted else { preconditionFailure("Only tallies of one analysis can be merged.") }
    tally.merge(other)
  }

  mutating func complete(_ timeline: OwnerTimeline, _ masks: ScopeMasks) {
    let interval = masks.firstInterval(since: campaignTest.end)
    for index in tallies.indices { tallies[index].complete(timeline, sinceEnd: interval) }
  }
}
