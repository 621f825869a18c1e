public import CampaignFigures
public import CampaignModel
import GraphAlgorithms
import GraphStructures
import LogScanning

/// What a campaign would lose without some partners (<doc:Metrics#Simulation>: reach lost when a partner leaves).
public struct WithoutPartners: Sendable {
  /// A figure with and without the partners; each count is nil when withheld.
  public struct Loss: Hashable, Sendable {
    public var with: Int?
    public var without: Int?
    public var lost: Int?
  }

  /// How the overlap network hangs together.
  public struct Cohesion: Hashable, Sendable {
    /// Partners that reached anyone.
    public var partners: Int
    /// Ties between partners with contacts in common.
    public var ties: Int
    public var components: Int
    /// Partners of the largest component; 0 when there are none.
    public var largestComponent: Int
  }

  public var scope: Scope
  /// Indices of the partners that leave, by id.
  public var partners: [Int]
  /// Contacts of T(K). What is lost are those that only the partners reached.
  public var reach: Loss
  public var newContacts: Loss
  public var newTouchpoints: Loss
  /// Members of the cohort of new contacts that stay. Without the partners, neither are contacts of the cohort whom
  /// only they won, nor do after-touches in their channels count.
  public var stays: Loss
  /// The overlap network with and without the partners, over the ties that are shown.
  public var before: Cohesion
  public var after: Cohesion
  public var unknown: [UnknownFigure]
}

/// Measures a scope again on a log without some partners' part in it.
///
/// Left out are the scope's touches in the partners' channels, and every touch there from the scope's end on: whoever
/// leaves neither carries the campaign nor keeps its contacts. What lies before and beside the campaign stays, so
/// that contacts whom the partners knew before do not become new.
///
/// With a `minimum_group` counts are withheld together with those of new touchpoints, reach and retention, so that
/// neither tells the other.
///
/// - Parameter partners: indices of the partners that leave.
/// - Complexity: two passes over the log, and a copy of it.
public func simulate(
  without partners: [Int], in dataset: Dataset, scope: Scope, threads: Int = 1
) -> WithoutPartners {
  let options = AnalysisOptions(sections: [.touchpoints, .reach, .retention], threads: threads)
  let reduced = dataset.leaving(out: Set(partners), of: scope)
  let with = measureUnprotected(dataset, scopes: [scope], options: options)[0]
  let without = measureUnprotected(reduced, scopes: [scope], options: options)[0]
  let rank = PartnerOrder(dataset).rank
  let group = MinimumGroup(of: dataset)
  var system = CountSystem()
  if group.isAsked { with.addCounts(to: &system, in: dataset) }
  var losses: [WithoutPartners.Loss] = []
  let pairs = [
    (ReachFigures.reach.count, with.reach?.reach ?? 0, without.reach?.reach ?? 0),
    (TouchpointFigures.newContacts.count, with.touchpoints?.newContacts ?? 0, without.touchpoints?.newContacts ?? 0),
    (
      TouchpointFigures.newTouchpoints.count, with.touchpoints?.newTouchpoints ?? 0,
      without.touchpoints?.newTouchpoints ?? 0
    ),
    (RetentionFigures.stays.count, with.retention?.stays?.count ?? 0, without.retention?.stays?.count ?? 0),
  ]
  for (name, before, after) in pairs {
    let whole = system.add(name, before)
    let rest = system.add(name.without, after)
    let lost = system.add(name.lost, before - after)
    system.sum(whole, of: [rest, lost])
  }
  if partners.count == 1, system.contains(ReachFigures.exclusive.count[partners[0]]) {
    system.same(
      system.add(ReachFigures.reach.count.lost, 0), system.add(ReachFigures.exclusive.count[partners[0]], 0))
  }
  system.protect(group)
  for (name, before, after) in pairs {
    losses.append(
      WithoutPartners.Loss(
        with: system.shown(before, name), without: system.shown(after, name.without),
        lost: system.shown(before - after, name.lost)))
  }
  if without.retention?.stays == nil { losses[3] = WithoutPartners.Loss() }
  let reach = measure(dataset, scopes: [scope], options: AnalysisOptions(sections: [.reach], threads: threads))[0].reach
  var result = WithoutPartners(
    scope: scope, partners: partners.sorted { rank[$0] < rank[$1] }, reach: losses[0], newContacts: losses[1],
    newTouchpoints: losses[2], stays: losses[3], before: WithoutPartners.Cohesion(reach, leavingOut: []),
    after: WithoutPartners.Cohesion(reach, leavingOut: Set(partners)), unknown: [])
  result.nameUnknown(areStaysKnown: with.retention?.stays != nil)
  return result
}

extension WithoutPartners {
  fileprivate mutating func nameUnknown(areStaysKnown: Bool) {
    let all = [("reach", reach), ("new_contacts", newContacts), ("new_touchpoints", newTouchpoints), ("stays", stays)]
    for (name, loss) in all {
      if name == "stays", !areStaysKnown {
        unknown.append(
          UnknownFigure(
            name, .incomplete,
            LocalizedText(
              "The campaign is not over, or nothing is observed after it.",
              "Die Kampagne ist nicht zu Ende, oder nichts ist danach beobachtet.")))
        continue
      }
      unknown.addWithheld(named: "\(name).with", if: loss.with == nil)
      unknown.addWithheld(named: "\(name).without", if: loss.without == nil)
      unknown.addWithheld(named: "\(name).lost", if: loss.lost == nil)
    }
  }
}

extension WithoutPartners.Cohesion {
  /// Partners tied by the contacts that both reached, without some of them. Overlaps that are withheld are no ties.
  fileprivate init(_ reach: Reach?, leavingOut partners: Set<Int>) {
    let kept = (reach?.carriers ?? []).map(\.partner).filter { !partners.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices.map { NodeID($0) }))
    var list = EdgeList(nodeCount: kept.count)
    for pair in reach?.overlap ?? [] where pair.contacts ?? 0 > 0 {
      if let first = places[pair.a], let second = places[pair.b] { list.append(from: first, to: second) }
    }
    let graph = UndirectedGraph(list)
    let parts = graph.weakComponents()
    self.init(
      partners: kept.count, ties: graph.edgeCount, components: parts.count, largestComponent: parts.sizes.max() ?? 0)
  }
}

extension Dataset {
  /// The dataset without the scope's touches in some partners' channels, and without any touch there from the
  /// scope's end on. What is observed stays as long as it was.
  func leaving(out partners: Set<Int>, of scope: Scope) -> Dataset {
    let test = ScopeTest(scope, in: self)
    let end = scope.end.milliseconds
    let isTheirs = channels.map { partners.contains($0.owner) }
    var touches: [Touch] = []
    var ends: [UInt32] = []
    var values: [(row: Int, number: Double)] = []
    var costs: [(row: Int, number: Double)] = []
    for contact in 0..<contacts.count {
      let isCounted = test.accepts(contact: contact, of: contacts)
      for position in log.slice(of: contact) {
        let touch = log.touches[position]
        let isGone = isTheirs[touch.channel] && (touch.milliseconds >= end || isCounted && test.accepts(touch))
        guard !isGone else { continue }
        if let value = log.values[position] { values.append((touches.count, value)) }
        if let cost = log.costs[position] { costs.append((touches.count, cost)) }
        touches.append(touch)
      }
      ends.append(UInt32(touches.count))
    }
    var reduced = self
    reduced.counted?.variation += CountedLog.variation(without: partners, of: scope)
    reduced.settings.observedUntil = observedUntil
    reduced.log = TouchLog(
      touches: touches, ends: ends, values: SparseColumn(values, rowCount: touches.count),
      costs: SparseColumn(costs, rowCount: touches.count))
    return reduced
  }
}

extension CountName {
  /// The same count without the partners.
  fileprivate var without: CountName { CountName("without.\(figure)", part, key) }

  /// What of it is lost without the partners.
  fileprivate var lost: CountName { CountName("lost.\(figure)", part, key) }
}
