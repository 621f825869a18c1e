import CampaignModel
import LogScanning

/// Counts what a campaign's figures leave out, and what else bears on whether they can be trusted.
///
/// It takes contacts with their touches in T(K) before the scope's filter, and filters nothing.
struct TrustTally: ContactTally {
  /// What is looked for.
  enum Search: Int, CaseIterable {
    /// Transactions in the window that are not in X(K), of all.
    case leftOut
    /// Transactions within the lookback after the end that are not in X(K), of all.
    case late
    /// Refunds of X(K).
    case refunds
    /// Touches of T(K) in paid channels that record a cost, of all there.
    case costedPaid
  }

  /// How much was found, and how many contacts are behind it.
  struct Found: Sendable {
    var count = 0
    /// Of how many.
    var of = 0
    /// Of those found, how many record a value.
    var valued = 0
    /// Sum of their values.
    var value = 0.0
    /// Contacts behind those found, behind the rest, and behind all.
    var contacts = 0
    var contactsOfRest = 0
    var contactsOfAll = 0

    mutating func merge(_ other: Found) {
      count += other.count
      of += other.of
      valued += other.valued
      contacts += other.contacts
      contactsOfRest += other.contactsOfRest
      contactsOfAll += other.contactsOfAll
    }
  }

  /// Contacts whose first touch is in T(K).
  var newContacts = 0
  var counts: [Found]
  var sums: ExactSums

  private let values: SparseColumn
  private let costs: SparseColumn
  private let isPaid: [Bool]
  private let campaignTest: ScopeTest
  private let lateEnd: Int64
  private let transactions: TransactionTest
  /// Per search, what the contact at hand has: 1 found, 2 others.
  private var has: [UInt8]

  init(_ scope: MeasuredScope, in dataset: Dataset) {
    counts = [Found](repeating: Found(), count: Search.allCases.count)
    has = [UInt8](repeating: 0, count: Search.allCases.count)
    sums = ExactSums(count: Search.allCases.count)
    values = dataset.log.values
    costs = dataset.log.costs
    isPaid = dataset.channels.map { $0.paid ?? false }
    campaignTest = scope.campaignTest
    let lookback = Int64(dataset.settings.attributionLookbackDays) * Instant.millisecondsPerDay
    lateEnd = scope.campaignTest.end + lookback
    transactions = scope.transactions
  }

  /// What a search found.
  func found(_ search: Search) -> Found {
    var found = counts[search.rawValue]
    found.value = sums[search.rawValue]
    return found
  }

  mutating func add(_ history: borrowing ContactHistory) {
    if history.isNew { newContacts += 1 }
    for position in history.scopedTouches where isPaid[history.touches[position].channel] {
      note(.costedPaid, isFound: costs[position] != nil, value: nil)
    }
    for (index, isOfCampaign) in history.isTransactionOfCampaign.enumerated() {
      let position = history.order.positions[history.order.transactions[index]]
      addTransaction(history.touches[position], value: values[position], isOfCampaign: isOfCampaign)
    }
    for search in has.indices where has[search] != 0 {
      if has[search] & 1 != 0 { counts[search].contacts += 1 }
      if has[search] & 2 != 0 { counts[search].contactsOfRest += 1 }
      counts[search].contactsOfAll += 1
      has[search] = 0
    }
  }

  private mutating func addTransaction(_ touch: Touch, value: Double?, isOfCampaign: Bool) {
    let time = touch.milliseconds
    if time >= campaignTest.start, time < campaignTest.end {
      note(.leftOut, isFound: !isOfCampaign, value: value)
    } else if time >= campaignTest.end, time < lateEnd, transactions.isWithoutOtherContent(touch) {
      note(.late, isFound: !isOfCampaign, value: value)
    }
    if isOfCampaign { note(.refunds, isFound: value.map { $0 < 0 } ?? false, value: value) }
  }

  private mutating func note(_ search: Search, isFound: Bool, value: Double?) {
    let index = search.rawValue
    counts[index].of += 1
    has[index] |= isFound ? 1 : 2
    guard isFound else { return }
    counts[index].count += 1
    guard let value else { return }
    counts[index].valued += 1
    sums.add(value, to: index)
  }

  mutating func merge(_ other: TrustTally) {
    newContacts += other.newContacts
    for index in counts.indices { counts[index].merge(other.counts[index]) }
    sums.merge(other.sums)
  }
}
