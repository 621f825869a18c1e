public import CampaignFigures
public import CampaignModel
import GraphAlgorithms
import GraphStructures
import LogScanning

/// What a best mix is looked for by.
public struct BestMixOptions: Hashable, Sendable {
  /// What is to be as large as possible.
  public enum Goal: String, CaseIterable, Hashable, Sendable {
    /// Contacts of T(K).
    case reach
    /// Contacts that would be new if only the chosen partners had carried the campaign.
    case newContacts = "new_contacts"
  }

  public var goal = Goal.reach
  /// The most partners; nil for no limit.
  public var limit: Int?
  /// The most that they may cost together; nil for no limit. At least 0.
  public var budget: Double?
  /// What each partner costs, by index; nil for the recorded costs of its touches in T(K). A partner without a
  /// recorded cost counts as free.
  public var costs: [Double]?
  /// Upper bound on threads.
  public var threads = 1

  public init() {}
}

/// The partners that together reach the most, chosen one after the other (<doc:Metrics#Simulation>).
public struct BestMix: Sendable {
  /// A partner and what it adds.
  public struct Choice: Hashable, Sendable {
    /// Index of the partner.
    public var partner: Int
    /// Contacts that those chosen before it did not have; nil for a partner not chosen, or when withheld.
    public var gain: Int?
    /// Contacts of those chosen so far.
    public var cumulative: Int?
    /// Its contacts that those chosen before it had already: what is paid twice.
    public var overlap: Int?
    /// Of its cost, the part that falls on contacts already had: cost × overlap / contacts.
    public var overlapCost: Double?
    /// Contacts it has for itself, new ones if these are the goal.
    public var contacts: Int?
    /// Those that no other partner has.
    public var exclusive: Int?
    /// Its share, each contact divided evenly among the partners that have it.
    public var shapley: Double?
    /// What it adds when all are stacked, largest gain first, whatever they cost.
    public var stacked: Int?
    /// Nil where costs are not known.
    public var cost: Double?
    /// What those chosen so far cost.
    public var cumulativeCost: Double?
  }

  public var scope: Scope
  public var options: BestMixOptions
  /// The budget, as asked for.
  public var budget: Double?
  /// In the order of choice.
  public var chosen: [Choice]
  /// The other carriers, most contacts first, then by id.
  public var others: [Choice]
  /// Contacts of all carriers together.
  public var available: Int?
  /// Contacts of the chosen ones.
  public var covered: Int?
  /// What the chosen ones cost; nil where costs are not known.
  public var cost: Double?
  /// No choice within the limit and the budget has more contacts than this.
  public var upperBound: Double?
  /// The share of the best possible that is certainly covered, 0 to 1.
  public var guarantee: Double?
  public var unknown: [UnknownFigure]
}

/// Chooses the best mix of a scope's carriers: with up to 20 the best of all choices, beyond by lazy greedy maximum
/// coverage.
///
/// Greedy takes the carrier that adds most, equal ones by id; with a budget the most per cost, and keeps the plain order if
/// that covers more. Its choice stays where none is better, so that without a budget the first k are mostly the first k of
/// `stacked`. Carriers that add nothing are not taken. The bound tells how far from the best the choice can be at most.
///
/// A contact is new by a carrier when the carrier touches it in T(K) before any touch outside T(K).
///
/// With a `minimum_group` withheld counts are nil; counts by reach are withheld together with those of reach.
///
/// Reference: A. Krause, C. Guestrin, "Near-optimal observation selection using submodular functions", AAAI 2007, for
/// the use; the algorithm is the maximum coverage of two-mode graphs.
///
/// - Complexity: one pass over the log, then O(regions × carriers), and up to 20 × 2²⁰ steps with up to 20 carriers.
public func bestMix(in dataset: Dataset, scope: Scope, _ options: BestMixOptions = BestMixOptions()) -> BestMix {
  let sets = CarrierSets(options.goal, scope, in: dataset)
  let costs: [Double?]? = options.costs ?? sets.recordedCosts
  precondition(options.budget == nil || options.budget ?? 0 >= 0, "A budget must not be negative.")
  let order = PartnerOrder(dataset)
  let carriers = order.partners.filter { sets.contacts[$0] > 0 }
  let graph = sets.graph(of: carriers, order)
  var settings = CoverageOptions(limit: options.limit, budget: options.budget)
  settings.elementWeights = sets.regions.all.map { Double($0.contacts) }
  if let costs { settings.costs = carriers.map { costs[$0] ?? 0 } }
  let mix = graph.maximumCoverage(settings)
  var protection = MixProtection(sets, order, scope, options, in: dataset)
  let stacked = StackedReach(sets.regions, order, reach: sets.contacts, order: []).gains
  let shares = sets.shares(order)
  func choice(_ partner: Int) -> BestMix.Choice {
    BestMix.Choice(
      partner: partner, contacts: sets.contacts[partner], exclusive: shares.exclusive[partner],
      shapley: shares.shapley[partner], stacked: stacked.first { $0.partner == partner }?.gain,
      cost: costs?[partner] ?? nil)
  }
  var chosen: [BestMix.Choice] = []
  var covered = 0
  var spent = 0.0
  for (node, gain) in zip(mix.chosen, mix.gains) {
    var entry = choice(carriers[Int(node)])
    let added = Int(gain.rounded())
    covered += added
    spent += entry.cost ?? 0
    entry.gain = added
    entry.cumulative = covered
    entry.overlap = sets.contacts[entry.partner] - added
    let all = Double(sets.contacts[entry.partner])
    entry.overlapCost = entry.cost.map { $0 * (all - Double(added)) / all }
    entry.cumulativeCost = costs == nil ? nil : spent
    chosen.append(entry)
  }
  let taken = Set(chosen.map(\.partner))
  let others = order.sorted(carriers.filter { !taken.contains($0) }) { sets.contacts[$0] }.map(choice)
  let available = sets.regions.all.reduce(0) { $0 + $1.contacts }
  var result = BestMix(
    scope: scope, options: options, budget: options.budget, chosen: chosen, others: others, available: available,
    covered: covered, cost: costs == nil ? nil : spent, upperBound: mix.upperBound, guarantee: mix.guarantee,
    unknown: [])
  if mix.guarantee == nil {
    result.unknown.append(
      UnknownFigure(
        "guarantee", .undefined, LocalizedText("There is nobody to reach.", "Es ist niemand zu erreichen.")))
  }
  if costs == nil {
    result.unknown.append(
      UnknownFigure(
        "cost", .notConfigured,
        LocalizedText("No touch of the campaign records a cost.", "Keine Berührung der Kampagne verzeichnet Kosten.")))
  }
  let free = carriers.count { costs?[$0] == .some(nil) }
  if free > 0 {
    result.unknown.append(
      UnknownFigure(
        "chosen.cost", .notConfigured,
        LocalizedText(
          "%1 of %2 carriers record no cost; a budget takes them for free.",
          "%1 von %2 Trägern verzeichnen keine Kosten; ein Budget nimmt sie umsonst."
        ).filled(["\(free)", "\(carriers.count)"])))
  }
  protection.withhold(&result, order, stack: stacked.map(\.partner))
  return result
}

/// The owners of channels with a touch in a scope: those that a mix can be made of, and must have a price.
package func carrierIndices(of scope: Scope, in dataset: Dataset) -> Set<Int> {
  if dataset.counted != nil {
    let contacts = CarrierSets(.reach, scope, in: dataset).contacts
    return Set(contacts.indices.filter { contacts[$0] > 0 })
  }
  let test = ScopeTest(scope, in: dataset)
  var isCarrying = [Bool](repeating: false, count: dataset.channels.count)
  for contact in 0..<dataset.contacts.count where test.accepts(contact: contact, of: dataset.contacts) {
    for position in dataset.log.slice(of: contact) {
      let touch = dataset.log.touches[position]
      if test.accepts(touch) { isCarrying[touch.channel] = true }
    }
  }
  return Set(dataset.channels.indices.filter { isCarrying[$0] }.map { dataset.channels[$0].owner })
}

/// Who of a scope's contacts each carrier has, by exact sets of carriers.
struct CarrierSets {
  let regions: Regions
  /// Contacts of each partner.
  private(set) var contacts: [Int]
  /// The recorded costs of each partner's touches in T(K), nil for a partner without; nil when no touch records one.
  let recordedCosts: [Double?]?

  init(_ goal: BestMixOptions.Goal, _ scope: Scope, in dataset: Dataset) {
    let tally = MixTally.count(goal, scope, in: dataset)
    let order = PartnerOrder(dataset)
    let found = tally.table.regions
    var contacts = [Int](repeating: 0, count: dataset.partners.count)
    for index in found.all.indices {
      found.forEachRank(of: index) { contacts[order.partners[$0]] += found.all[index].contacts }
    }
    regions = found
    self.contacts = contacts
    recordedCosts =
      tally.hasCosts.contains(true)
      ? dataset.partners.indices.map { tally.hasCosts[$0] ? tally.costs[$0] : nil } : nil
  }

  /// Carriers and the regions they are in.
  func graph(of carriers: [Int], _ order: PartnerOrder) -> TwoModeGraph {
    var nodeOfRank = [NodeID](repeating: -1, count: order.partners.count)
    for (node, carrier) in carriers.enumerated() { nodeOfRank[order.rank[carrier]] = NodeID(node) }
    var lefts: [NodeID] = []
    var rights: [NodeID] = []
    for region in regions.all.indices {
      regions.forEachRank(of: region) { rank in
        lefts.append(nodeOfRank[rank])
        rights.append(NodeID(region))
      }
    }
    return TwoModeGraph(leftCount: carriers.count, rightCount: regions.all.count, lefts: lefts, rights: rights)
  }

  /// What each partner has alone, and its share.
  func shares(_ order: PartnerOrder) -> (exclusive: [Int], shapley: [Double]) {
    let sums = RegionSums(regions, partnerCount: order.partners.count)
    return (order.rank.map(sums.exclusive), order.rank.map(sums.shapley))
  }
}
