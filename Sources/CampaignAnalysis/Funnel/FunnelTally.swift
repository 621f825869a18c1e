import CampaignModel
import LogScanning

/// Counts visitors, leads, customers and money in one scope and per group of its touches, contact by contact.
struct FunnelTally: ContactTally {
  /// What a contact was in a group, as bits.
  private enum Role {
    static let visitor: UInt8 = 1
    static let lead: UInt8 = 2
    static let customer: UInt8 = 4
  }

  /// The numbers of one group.
  struct Counts: Sendable {
    var visitors = 0
    var leads = 0
    var customers = 0
    /// Leads that are customers.
    var leadCustomers = 0
    var touches = 0
    /// Touches of kind lead that record a value.
    var valuedLeads = 0
    /// Touches of a customer's kind that record a value.
    var valuedSales = 0
    /// Touches that record a cost.
    var costedTouches = 0

    mutating func merge(_ other: Counts) {
      visitors += other.visitors
      leads += other.leads
      customers += other.customers
      leadCustomers += other.leadCustomers
      touches += other.touches
      valuedLeads += other.valuedLeads
      valuedSales += other.valuedSales
      costedTouches += other.costedTouches
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
  private(set) var counts: [Counts]
  private var sums: ExactSums

  private let log: TouchLog
  private let isLead: [Bool]
  private let isSale: [Bool]
  /// By group, what the contact at hand is.
  private var roles: [UInt8]
  /// Groups in which the contact at hand is anything.
  private var touched: [Int] = []

  init(_ grouping: Grouping?, in dataset: Dataset) {
    groups = grouping.map { TouchGroups($0, in: dataset) }
    let count = (groups?.count ?? 0) + 1
    counts = [Counts](repeating: Counts(), count: count)
    roles = [UInt8](repeating: 0, count: count)
    sums = ExactSums(count: count * Money.allCases.count)
    log = dataset.log
    isLead = dataset.kinds.flags(of: ["lead"])
    isSale = dataset.kinds.flags(of: ["order", "booking", "donation", "subscription"])
  }

  /// Entry of the total in ``counts``.
  var total: Int { counts.count - 1 }

  /// A sum of money in a group.
  func sum(_ money: Money, of group: Int) -> Double { sums[group * Money.allCases.count + money.rawValue] }

  mutating func add(_ history: borrowing ContactHistory) {
    for position in history.scopedTouches {
      let touch = history.touches[position]
      if let groups { add(touch, at: position, to: groups.number(of: touch)) }
      add(touch, at: position, to: total)
    }
    for group in touched {
      let role = roles[group]
      roles[group] = 0
      counts[group].visitors += 1
      if role & Role.lead != 0 { counts[group].leads += 1 }
      if role & Role.customer != 0 { counts[group].customers += 1 }
      if role & Role.lead != 0, role & Role.customer != 0 { counts[group].leadCustomers += 1 }
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ touch: Touch, at position: Int, to group: Int) {
    if roles[group] == 0 {
      roles[group] = Role.visitor
      touched.append(group)
    }
    counts[group].touches += 1
    if isLead[touch.kind] {
      roles[group] |= Role.lead
      if let value = log.values[position] {
        counts[group].valuedLeads += 1
        sums.add(value, to: group * Money.allCases.count + Money.pipeline.rawValue)
      }
    } else if isSale[touch.kind] {
      roles[group] |= Role.customer
      if let value = log.values[position] {
        counts[group].valuedSales += 1
        sums.add(value, to: group * Money.allCases.count + Money.revenue.rawValue)
      }
    }
    if let cost = log.costs[position] {
      counts[group].costedTouches += 1
      sums.add(cost, to: group * Money.allCases.count + Money.cost.rawValue)
    }
  }

  mutating func merge(_ other: FunnelTally) {
    for index in counts.indices { counts[index].merge(other.counts[index]) }
    sums.merge(other.sums)
  }
}
