import CampaignModel
import LogScanning

/// Counts visitors, leads, customers and money in one scope and per group of its touches, contact by contact.
///
/// Visitors and costs are of T(K), leads, customers and values of X(K) (<doc:Metrics#Funnel>). It takes contacts with
/// their touches in T(K) before the scope's filter.
struct FunnelTally: ContactTally {
  /// What a contact was in a group, as bits.
  private enum Role {
    static let visitor: UInt8 = 1
    static let lead: UInt8 = 2
    static let customer: UInt8 = 4
    /// With a transaction of any kind there, a refund too.
    static let buyer: UInt8 = 8
    static let valuedLead: UInt8 = 16
    static let valuedSale: UInt8 = 32
    /// With a touch that records a cost, and with one that does not.
    static let costed: UInt8 = 64
    static let uncosted: UInt8 = 128
  }

  /// The numbers of one group.
  struct Counts: Sendable {
    var visitors = 0
    var leads = 0
    var customers = 0
    /// Visitors that are leads.
    var leadVisitors = 0
    /// Visitors that are customers.
    var customerVisitors = 0
    /// Leads that are customers.
    var leadCustomers = 0
    /// Touches of T(K).
    var touches = 0
    /// Touches of X(K).
    var transactions = 0
    /// Touches of kind lead that record a value.
    var valuedLeads = 0
    /// Touches of a customer's kind that record a value.
    var valuedSales = 0
    /// Touches that record a cost.
    var costedTouches = 0
    /// Contacts behind the values of leads, and behind those of a customer's kinds, refunds among them.
    var contactsOfValuedLeads = 0
    var contactsOfValuedSales = 0
    /// Contacts behind the touches that record a cost, and behind the others.
    var contactsOfCosts = 0
    var contactsWithoutCosts = 0

    /// Counts some contacts that were the same in a group.
    ///
    /// Touches are not counted: where there are valued or costed ones, each contact stands for one.
    mutating func add(_ count: Int, roles: UInt8) {
      addContacts(count, roles)
      func having(_ part: UInt8) -> Int { roles & part == 0 ? 0 : count }
      valuedLeads += having(Role.valuedLead)
      valuedSales += having(Role.valuedSale)
      costedTouches += having(Role.costed)
    }

    /// Counts a contact, whose touches are counted.
    mutating func add(contactOf roles: UInt8) {
      // What most contacts are needs no questions.
      if roles == Role.visitor | Role.uncosted {
        visitors += 1
        contactsWithoutCosts += 1
        return
      }
      addContacts(1, roles)
      func having(_ part: UInt8) -> Int { roles & part == 0 ? 0 : 1 }
      contactsOfValuedLeads += having(Role.valuedLead)
      contactsOfValuedSales += having(Role.valuedSale)
      contactsOfCosts += having(Role.costed)
      contactsWithoutCosts += having(Role.uncosted)
    }

    /// Counts touches of a contact.
    mutating func add(_ touches: Int, costed: Int) {
      self.touches += touches
      costedTouches += costed
    }

    private mutating func addContacts(_ count: Int, _ roles: UInt8) {
      func having(_ parts: UInt8) -> Int { roles & parts == parts ? count : 0 }
      visitors += having(Role.visitor)
      leads += having(Role.lead)
      customers += having(Role.customer)
      leadVisitors += having(Role.visitor | Role.lead)
      customerVisitors += having(Role.visitor | Role.customer)
      leadCustomers += having(Role.lead | Role.customer)
    }

    mutating func merge(_ other: Counts) {
      visitors += other.visitors
      leads += other.leads
      customers += other.customers
      leadVisitors += other.leadVisitors
      customerVisitors += other.customerVisitors
      leadCustomers += other.leadCustomers
      touches += other.touches
      transactions += other.transactions
      valuedLeads += other.valuedLeads
      valuedSales += other.valuedSales
      costedTouches += other.costedTouches
      contactsOfValuedLeads += other.contactsOfValuedLeads
      contactsOfValuedSales += other.contactsOfValuedSales
      contactsOfCosts += other.contactsOfCosts
      contactsWithoutCosts += other.contactsWithoutCosts
    }
  }

  /// What is summed per group.
  enum Money: Int, CaseIterable {
    case pipeline
    case revenue
    case cost
  }

  /// Groups of touches; nil where only the total is asked for.
  let groups: TouchGroups?
  /// By group; the last entry is the total.
  var counts: SparseArray<Counts>
  var sums: ExactSums
  /// Nil where no intervals are asked for.
  var replicates: FunnelReplicates?

  private let values: SparseColumn
  private let costs: SparseColumn
  private let isLead: [Bool]
  private let isSale: [Bool]
  /// Whether the rows are by format, which touches without content do not have.
  private let isByFormat: Bool
  private let transactions: TransactionTest
  /// By group, what the contact at hand is.
  private var roles: [UInt8]
  /// Groups in which the contact at hand is anything.
  private var touched: [Int] = []

  init(_ scope: MeasuredScope, by grouping: Grouping?, resamples: Bool = false, in dataset: Dataset) {
    groups = grouping.map { TouchGroups($0, in: dataset) }
    isByFormat = grouping == .format
    let count = (groups?.count ?? 0) + 1
    if resamples { replicates = FunnelReplicates(dataset, groupCount: count) }
    counts = SparseArray(repeating: Counts(), count: count, blockSize: 4)
    roles = [UInt8](repeating: 0, count: count)
    sums = ExactSums(count: count * Money.allCases.count)
    values = dataset.log.values
    costs = dataset.log.costs
    isLead = dataset.kinds.flags(of: ["lead"])
    isSale = dataset.kinds.flags(of: ["order", "booking", "donation", "subscription"])
    transactions = scope.transactions
  }

  /// Entry of the total in ``counts``.
  var total: Int { counts.count - 1 }

  /// How many entries and digits are kept: what memory grows with.
  var keptCount: Int { counts.keptCount + sums.digitCount }

  /// A sum of money in a group.
  func sum(_ money: Money, of group: Int) -> Double { sums[group * Money.allCases.count + money.rawValue] }

  mutating func add(_ history: borrowing ContactHistory) {
    addTouches(history)
    for index in history.isTransactionCounted.indices where history.isTransactionCounted[index] {
      let position = history.order.positions[history.order.transactions[index]]
      let touch = history.touches[position]
      // A transaction that follows on a touch has no content, and so no format.
      if let groups, !isByFormat || touch.contentOrZero != 0 || transactions.isOfTouches(touch) {
        addTransaction(touch, at: position, to: groups.number(of: touch))
      }
      addTransaction(touch, at: position, to: total)
    }
    for index in touched.indices {
      let group = touched[index]
      replicates?.finish(history.contact, in: group, roles: roles[group])
      finishContact(in: group)
    }
    touched.empty()
  }

  private mutating func note(_ role: UInt8, in group: Int) {
    if roles[group] == 0 { touched.append(group) }
    roles[group] |= role
  }

  private mutating func addTouches(_ history: borrowing ContactHistory) {
    var touches = 0
    var costed = 0
    for position in history.scopedTouches where transactions.accepts(history.touches[position]) {
      touches += 1
      let cost = costs[position]
      if let cost {
        costed += 1
        add(cost, .cost, to: total)
      }
      guard let groups else { continue }
      let group = groups.number(of: history.touches[position])
      addTouches(1, costed: cost == nil ? 0 : 1, to: group)
      if let cost { add(cost, .cost, to: group) }
    }
    addTouches(touches, costed: costed, to: total)
  }

  private mutating func addTouches(_ count: Int, costed: Int, to group: Int) {
    guard count > 0 else { return }
    note(Role.visitor | (costed > 0 ? Role.costed : 0) | (costed < count ? Role.uncosted : 0), in: group)
    counts[group].add(count, costed: costed)
  }

  private mutating func addTransaction(_ touch: Touch, at position: Int, to group: Int) {
    note(Role.buyer, in: group)
    counts[group].transactions += 1
    let value = values[position]
    let isRefund = value.map { $0 < 0 } ?? false
    if isLead[touch.kind] {
      if !isRefund { note(Role.lead, in: group) }
      if let value {
        note(Role.valuedLead, in: group)
        counts[group].valuedLeads += 1
        add(value, .pipeline, to: group)
      }
    } else if isSale[touch.kind] {
      if !isRefund { note(Role.customer, in: group) }
      if let value {
        note(Role.valuedSale, in: group)
        counts[group].valuedSales += 1
        add(value, .revenue, to: group)
      }
    }
  }

  private mutating func add(_ amount: Double, _ money: Money, to group: Int) {
    sums.add(amount, to: group * Money.allCases.count + money.rawValue)
    replicates?.note(amount, money, in: group)
  }

  private mutating func finishContact(in group: Int) {
    let role = roles[group]
    roles[group] = 0
    counts[group].add(contactOf: role)
  }

  mutating func merge(_ other: FunnelTally) {
    other.counts.forEachKept { group, counts in self.counts[group].merge(counts) }
    sums.merge(other.sums)
    if let others = other.replicates { replicates?.merge(others) }
  }
}
