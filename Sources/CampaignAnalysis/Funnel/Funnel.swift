public import CampaignFigures
public import CampaignModel
import LogScanning

/// Visitors, leads, customers and money of a campaign, in all and per medium, channel, partner or format
/// (<doc:Metrics#Funnel>).
///
/// Counts of contacts are nil when they are withheld (`minimum_group`). Money is in the dataset's currency.
public struct Funnel: Sendable {
  /// The figures of the whole, or of one group of touches.
  public struct Figures: Hashable, Sendable {
    /// Contacts touched.
    public var visitors: Int?
    /// Contacts with a lead in X(K).
    public var leads: Int?
    /// Contacts with an order, booking, donation or subscription in X(K) that is no refund.
    public var customers: Int?
    /// Visitors that are leads, of visitors.
    public var visitorToLead: Proportion?
    /// Leads that are customers, of leads.
    public var leadToCustomer: Proportion?
    /// Visitors that are customers, of visitors.
    public var visitorToCustomer: Proportion?
    /// Sum of the values of leads in X(K), less what was taken back; nil where none records one.
    public var pipeline: Double?
    /// Sum of the values of orders, bookings, donations and subscriptions in X(K), less refunds; nil where none records
    /// one.
    public var revenue: Double?
    /// Sum of costs; nil where no touch records one.
    public var cost: Double?
    /// Touches that record a cost, of all.
    public var costCoverage: Proportion?
    /// Cost / visitors.
    public var costPerContact: Double?
    /// Cost / leads.
    public var costPerLead: Double?
    /// Cost / customers.
    public var costPerCustomer: Double?
    /// (revenue − cost) / cost.
    public var roi: Double?
    /// Names of the figures that are withheld (`minimum_group`).
    public var withheld: [String] = []
    /// Names of the figures that are too large for a number.
    public var outOfRange: [String] = []
    /// Intervals of a bootstrap, by the figure's path in the JSON document; nil unless they are asked for.
    public internal(set) var intervals: [String: Interval]?
    /// Contacts behind the values that add up to the pipeline and the revenue.
    var contactsOfPipeline: Int
    var contactsOfRevenue: Int
    /// Contacts behind the touches that record a cost, and behind those that do not.
    var contactsOfCost: Int
    var contactsWithoutCost: Int
  }

  /// The figures of one group, in which contacts are counted anew.
  public struct Row: Hashable, Sendable {
    public var group: Group
    public var figures: Figures
  }

  public var scope: Scope
  public var total: Figures
  /// By what the rows are; nil where only the total was asked for.
  public var by: Grouping?
  /// Groups with a touch of T(K) or a transaction of X(K), most visitors first, then by id.
  public var rows: [Row]
  /// In what share of the replicates of a bootstrap the first of ``rows`` stays first.
  public internal(set) var firstRowStays: Double?
  /// Figures of the total that are nil.
  public var unknown: [UnknownFigure]
}

extension Funnel {
  /// Turns the counts of a pass into figures. O(g log g) for g groups.
  init(_ tally: FunnelTally, scope: Scope, by: Grouping?) {
    self.scope = scope
    self.by = by
    total = Figures(tally.counts[tally.total]) { tally.sum($0, of: tally.total) }
    rows = []
    unknown = total.unknown
    if let groups = tally.groups {
      let filled = (0..<groups.count).filter { tally.counts[$0].touches + tally.counts[$0].transactions > 0 }.sorted {
        let (left, right) = (tally.counts[$0].visitors, tally.counts[$1].visitors)
        return left != right ? left > right : groups.rank[$0] < groups.rank[$1]
      }
      rows = filled.map { group in
        Row(group: groups.groups[group], figures: Figures(tally.counts[group]) { tally.sum($0, of: group) })
      }
      if let replicates = tally.replicates {
        addIntervals(replicates, groups: filled, total: tally.total, places: filled.map { groups.rank[$0] })
      }
    } else if let replicates = tally.replicates {
      addIntervals(replicates, groups: [], total: tally.total, places: [])
    }
  }
}

extension Funnel.Figures {
  /// - Parameters:
  ///   - recording: counts by which money is recorded at all; by default the same.
  ///   - sum: a sum of money.
  init(
    _ counts: FunnelTally.Counts, recording: FunnelTally.Counts? = nil, _ sum: (FunnelTally.Money) -> Double
  ) {
    let recording = recording ?? counts
    contactsOfPipeline = counts.contactsOfValuedLeads
    contactsOfRevenue = counts.contactsOfValuedSales
    contactsOfCost = counts.contactsOfCosts
    contactsWithoutCost = counts.contactsWithoutCosts
    visitors = counts.visitors
    leads = counts.leads
    customers = counts.customers
    visitorToLead = Proportion(counts.leadVisitors, of: counts.visitors)
    leadToCustomer = Proportion(counts.leadCustomers, of: counts.leads)
    visitorToCustomer = Proportion(counts.customerVisitors, of: counts.visitors)
    pipeline = finite(recording.valuedLeads > 0 ? sum(.pipeline) : nil, FunnelFigures.pipeline)
    revenue = finite(recording.valuedSales > 0 ? sum(.revenue) : nil, FunnelFigures.revenue)
    cost = finite(recording.costedTouches > 0 ? sum(.cost) : nil, FunnelFigures.cost)
    costCoverage = Proportion(counts.costedTouches, of: counts.touches)
    if let cost {
      costPerContact = counts.visitors > 0 ? cost / Double(counts.visitors) : nil
      costPerLead = counts.leads > 0 ? cost / Double(counts.leads) : nil
      costPerCustomer = counts.customers > 0 ? cost / Double(counts.customers) : nil
      if let revenue, cost != 0 { roi = finite((revenue - cost) / cost, FunnelFigures.roi) }
    }
  }

  /// The figure, or nil where it is too large for a number.
  private mutating func finite(_ value: Double?, _ figure: Figure<Funnel.Figures>) -> Double? {
    guard let value, !value.isFinite else { return value }
    outOfRange.append(figure.path)
    return nil
  }

  /// Names every figure that is nil, with its state.
  public var unknown: [UnknownFigure] {
    var list: [UnknownFigure] = []
    func add(_ figure: Figure<Funnel.Figures>, _ isKnown: Bool, _ state: UnknownFigure.State, _ reason: LocalizedText) {
      guard !isKnown else { return }
      if outOfRange.contains(figure.path) {
        list.append(UnknownFigure(figure, .undefined, .tooLarge))
        return
      }
      let isHidden = withheld.contains(figure.path)
      list.append(
        UnknownFigure(figure, isHidden ? .withheld : state, isHidden ? .countsFewContacts : reason))
    }
    add(FunnelFigures.visitorToLead, visitorToLead?.rate != nil, .undefined, .nobodyReached)
    add(FunnelFigures.leadToCustomer, leadToCustomer?.rate != nil, .undefined, .noLeads)
    add(FunnelFigures.visitorToCustomer, visitorToCustomer?.rate != nil, .undefined, .nobodyReached)
    add(
      FunnelFigures.pipeline, pipeline != nil, .notConfigured,
      LocalizedText("No lead records a value.", "Kein Interessent verzeichnet einen Wert."))
    add(
      FunnelFigures.revenue, revenue != nil, .notConfigured,
      LocalizedText(
        "No order, booking, donation or subscription records a value.",
        "Keine Bestellung, Buchung, Spende und kein Abonnement verzeichnet einen Wert."))
    add(FunnelFigures.cost, cost != nil, .notConfigured, .noCost)
    add(FunnelFigures.costCoverage, costCoverage?.rate != nil, .undefined, .nobodyReached)
    let state: UnknownFigure.State = cost == nil ? .notConfigured : .undefined
    add(FunnelFigures.costPerContact, costPerContact != nil, state, cost == nil ? .noCost : .nobodyReached)
    add(FunnelFigures.costPerLead, costPerLead != nil, state, cost == nil ? .noCost : .noLeads)
    add(
      FunnelFigures.costPerCustomer, costPerCustomer != nil, state,
      cost == nil ? .noCost : LocalizedText("There are no customers.", "Es gibt keine Kunden."))
    let isCostless = cost != nil && revenue != nil
    add(
      FunnelFigures.roi, roi != nil, isCostless ? .undefined : .notConfigured,
      isCostless
        ? LocalizedText("The cost is 0.", "Die Kosten sind 0.")
        : LocalizedText("It takes both a cost and a revenue.", "Sie braucht Kosten und Einnahmen."))
    return list
  }
}

extension LocalizedText {
  fileprivate static let noLeads = LocalizedText("There are no leads.", "Es gibt keine Interessenten.")
  fileprivate static let noCost = LocalizedText("No touch records a cost.", "Keine Berührung verzeichnet Kosten.")
}
