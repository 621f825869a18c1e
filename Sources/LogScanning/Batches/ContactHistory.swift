package import CampaignModel

/// One contact's touches as a scan presents them to the tallies, first by time, then by row.
package struct ContactHistory: Sendable {
  /// A contact's first touch about a brand, or in an owner's channels.
  package struct First: Sendable {
    /// Position of the touch in the log.
    package let position: Int
    /// Index of the brand, or of the owner.
    package let partner: Int
  }

  /// Every touch of the log; positions index into it.
  package let touches: [Touch]
  package let tables: TouchTables
  /// The contact.
  package private(set) var contact = 0
  /// Whether a draw by lot kept campaigns away from it; nil where it was not drawn from.
  package private(set) var isHeldOut: Bool?
  /// Positions of all its touches.
  package private(set) var all = 0..<0
  /// Its first touch about each brand, by position.
  package var firstTouchesByBrand: [First] = []
  /// Its first touch in each owner's channels, by position; a scan, which counts them in its timeline, need not find them.
  package private(set) var firstTouchesByOwner: [First] = []
  /// Its touches as transactions follow on them.
  package private(set) var order: TransactionOrder

  // What follows is set anew for each scope.

  /// Whether the contact belongs to the scope's segment.
  package private(set) var isInSegment = true
  /// Positions of its touches in T(K), ascending.
  package var scopedTouches: [Int] = []
  /// Of each transaction of ``order``, whether it is in X(K) before the filter; empty where T(K) did not reach the contact.
  package private(set) var isTransactionOfCampaign: [Bool] = []
  /// The same after the filter.
  package private(set) var isTransactionCounted: [Bool] = []

  /// The brands, and the owners, met so far, by rank, where a word does not hold them all.
  private var metBrands: StampSet
  private var metOwners: StampSet
  private let contacts: Contacts

  package init(_ dataset: Dataset, tables: TouchTables) {
    touches = dataset.log.touches
    contacts = dataset.contacts
    self.tables = tables
    order = TransactionOrder(in: dataset)
    metBrands = StampSet(capacity: tables.wordsPerRow == 1 ? 0 : tables.partnerCount)
    metOwners = metBrands
  }

  /// Its first touch of all.
  package var first: Touch { touches[all.lowerBound] }

  /// Whether its first touch of all is in T(K).
  package var isNew: Bool { scopedTouches.first == all.lowerBound }

  /// Turns to another contact; which of its touches are in T(K) is asked afterwards.
  package mutating func load(_ contact: Int, at positions: Range<Int>) {
    turn(to: contact, at: positions)
    if tables.wordsPerRow == 1 { findFirstsAmongFew() } else { findFirsts() }
  }

  private mutating func turn(to contact: Int, at positions: Range<Int>) {
    self.contact = contact
    isHeldOut = contacts.isHeldOut(contact)
    all = positions
    firstTouchesByBrand.empty()
    firstTouchesByOwner.empty()
    order.load(positions, of: touches)
  }

  /// Takes the first touches about brands from a batch whose partners have room in a word.
  private mutating func takeFirsts(of batch: borrowing ContactBatch) {
    for position in all {
      let brands = batch.newBrands[position - batch.start]
      guard brands != 0 else { continue }
      ContactHistory.append(brands, at: position, to: &firstTouchesByBrand, tables.partnerOfRank)
    }
  }

  /// Finds the first touches of a dataset whose partners have room in a word.
  private mutating func findFirstsAmongFew() {
    var (unmetBrands, unmetOwners) = (~UInt64(0), ~UInt64(0))
    for position in all {
      let touch = touches[position]
      let owners = tables.ownerWords[touch.channel]
      let newBrands = (touch.contentOrZero == 0 ? owners : tables.brandWords[touch.contentOrZero]) & unmetBrands
      let newOwners = owners & unmetOwners
      guard newBrands | newOwners != 0 else { continue }
      unmetBrands &= ~newBrands
      unmetOwners &= ~newOwners
      ContactHistory.append(newBrands, at: position, to: &firstTouchesByBrand, tables.partnerOfRank)
      ContactHistory.append(newOwners, at: position, to: &firstTouchesByOwner, tables.partnerOfRank)
    }
  }

  private mutating func findFirsts() {
    metBrands.removeAll()
    metOwners.removeAll()
    for position in all {
      let touch = touches[position]
      for rank in tables.brandRanks(of: touch) where metBrands.insert(rank) {
        firstTouchesByBrand.append(First(position: position, partner: tables.partnerOfRank[rank]))
      }
      if metOwners.insert(tables.ownerRanks[touch.channel]) {
        firstTouchesByOwner.append(First(position: position, partner: tables.owner[touch.channel]))
      }
    }
  }

  /// Turns to a contact that T(K) reached, and to its touches in there.
  mutating func load(
    _ scoped: ContactBatch.ScopedHistory, of batch: borrowing ContactBatch, _ transactions: borrowing TransactionTest,
    in dataset: borrowing Dataset
  ) {
    let contact = scoped.contact
    if contact != self.contact || all.isEmpty {
      turn(to: contact, at: dataset.log.slice(of: contact))
      if tables.wordsPerRow == 1 { takeFirsts(of: batch) } else { findFirsts() }
    }
    isInSegment = true
    scopedTouches.empty()
    for index in scoped.touches { scopedTouches.append(Int(batch.scopedTouches[index])) }
    findTransactions(with: transactions)
  }

  private static func append(
    _ bits: UInt64, at position: Int, to firsts: inout [First], _ partnerOfRank: borrowing [Int]
  ) {
    var left = bits
    while left != 0 {
      firsts.append(First(position: position, partner: partnerOfRank[left.trailingZeroBitCount]))
      left &= left - 1
    }
  }

  /// Collects the contact's touches in T(K) of a scope, and its transactions in X(K).
  ///
  /// - Parameter test: that of T(K), or the one before the filter.
  package mutating func selectTouches(
    in test: borrowing ScopeTest, _ transactions: borrowing TransactionTest, contacts: borrowing Contacts
  ) {
    selectTouches(in: test, contacts: contacts)
    findTransactions(with: transactions)
  }

  private mutating func findTransactions(with test: borrowing TransactionTest) {
    isTransactionOfCampaign.empty()
    isTransactionCounted.empty()
    guard !scopedTouches.isEmpty, !order.transactions.isEmpty else { return }
    test.find(in: order, of: touches, &isTransactionOfCampaign, &isTransactionCounted)
  }

  private mutating func selectTouches(in test: borrowing ScopeTest, contacts: borrowing Contacts) {
    scopedTouches.removeAll(keepingCapacity: true)
    isInSegment = test.accepts(contact: contact, of: contacts)
    guard isInSegment, !all.isEmpty, first.milliseconds < test.end,
      touches[all.upperBound - 1].milliseconds >= test.start
    else { return }
    for position in all where test.accepts(touches[position]) { scopedTouches.append(position) }
  }
}
