public import CampaignAnalysis
public import CampaignFigures
public import CampaignModel
import GraphAlgorithms
import GraphStructures
import LogScanning

/// What is asked of reach over ties.
public struct ReachWithinOptions: Hashable, Sendable {
  /// The contact where it starts, by number; may be nil when `via` is given.
  public var node: Int?
  /// Index of a partner whose channels are the first step; nil to start with the node's own ties.
  public var via: Int?
  /// The most steps, at least 1.
  public var within: Int
  /// Whether each step must be later than the one before.
  public var isTimeRespecting = false
  /// The most days between one step and the next, for paths in order of time; nil for no limit. Over the edges of a
  /// graph file, the most units of its times.
  public var waitingDays: Int?
  /// Upper bound on threads.
  public var threads = 1

  public init(node: Int?, via: Int? = nil, within: Int) {
    precondition(node != nil || via != nil, "Reach starts at a contact or in a partner's channels.")
    precondition(within >= 1, "There must be at least one step.")
    self.node = node
    self.via = via
    self.within = within
  }
}

/// The contacts that can be reached over ties in so many steps (<doc:Metrics#Reach-over-ties>, `reach_within`).
public struct ReachWithin: Sendable {
  /// Contacts at one distance.
  public struct Step: Hashable, Sendable {
    /// Steps from the start.
    public var step: Int
    /// Contacts that take no fewer; nil when withheld.
    public var contacts: Int?
    /// Contacts so far; nil when withheld.
    public var cumulative: Int?
  }

  /// What was searched; its contacts, or a graph's nodes, are those reached.
  public var subject: NetworkSubject
  public var options: ReachWithinOptions
  /// Contacts reached, the start itself left out; nil when withheld.
  public var contacts: Int?
  /// Every distance at which a contact was reached, ascending.
  public var steps: [Step]
  /// Numbers of the contacts reached, by id; empty where their count is withheld.
  public var reached: [Int]
  /// Ties without a time, which paths in order of time cannot use.
  public var undatedTies: Int
  public var unknown: [UnknownFigure]

  /// The contacts behind the count.
  public var listing: Listing { Listing(name: "reach_within", items: .contacts(reached)) }
}

/// Finds who can be reached from a contact in at most so many ties, breadth-first along the ties' direction.
///
/// With `via`, the first step is the partner's channels: everyone touched there in the scope is one step away, and
/// `within` − 1 ties may follow; the node's own ties are not a first step then. The node itself is never counted.
/// In order of time each tie must be later than the step before it, be that a tie or a touch in the partner's
/// channels; ties without a time are left out.
///
/// - Complexity: O(touches + ties); in order of time O(ties) for each number of steps tried, times that number.
public func reachWithin(_ options: ReachWithinOptions, in dataset: Dataset, scope: Scope) -> ReachWithin {
  let web = TieWeb(options, in: dataset, scope: scope)
  let distances = options.isTimeRespecting ? web.timedDistances() : web.distances()
  var result = ReachWithin(.dataset(dataset, scope), options, nodes: web.order.contacts, distances: distances)
  if options.isTimeRespecting { result.undatedTies = web.undatedTies }
  if !dataset.tables.contains(.ties) {
    result.unknown.append(UnknownFigure("reach_within", .notConfigured, .noTies))
  }
  result.withhold(MinimumGroup(of: dataset))
  return result
}

extension ReachWithin {
  /// Counts the nodes by their distance from the start, −1 for those that are not reached.
  init(_ subject: NetworkSubject, _ options: ReachWithinOptions, nodes: some Sequence<Int>, distances: [Int32]) {
    var counts: [Int: Int] = [:]
    var reached: [Int] = []
    for (place, node) in nodes.enumerated() where node != options.node && distances[place] > 0 {
      counts[Int(distances[place]), default: 0] += 1
      reached.append(node)
    }
    var cumulative = 0
    let steps = counts.keys.sorted().map { step in
      let count = counts[step] ?? 0
      cumulative += count
      return Step(step: step, contacts: count, cumulative: cumulative)
    }
    self.init(
      subject: subject, options: options, contacts: reached.count, steps: steps, reached: reached, undatedTies: 0,
      unknown: [])
  }

  fileprivate mutating func withhold(_ group: MinimumGroup) {
    guard group.isAsked, !steps.isEmpty else { return }
    var system = CountSystem()
    let total = system.add(CountName.contacts, contacts ?? 0)
    var before: Int?
    for step in steps {
      let count = system.add(CountName.step[step.step], step.contacts ?? 0)
      let sum = system.add(CountName.cumulative[step.step], step.cumulative ?? 0)
      system.sum(sum, of: [count] + (before.map { [$0] } ?? []))
      before = sum
    }
    if let before { system.same(total, before) }
    system.protect(group)
    contacts = system.shown(contacts, CountName.contacts)
    if contacts == nil { reached = [] }
    for index in steps.indices {
      steps[index].contacts = system.shown(steps[index].contacts, CountName.step[steps[index].step])
      steps[index].cumulative = system.shown(steps[index].cumulative, CountName.cumulative[steps[index].step])
    }
    unknown.addWithheld(named: "contacts", if: contacts == nil)
    unknown.addWithheld(named: "steps.contacts", steps.count { $0.contacts == nil }, of: steps.count)
  }
}

/// The ties, with the partner whose channels are the first step as a node of its own.
private struct TieWeb {
  let order: ContactOrder
  let undatedTies: Int
  private let ties: [Tie]
  /// When each contact was touched in the partner's channels.
  private var touches: [(contact: Int, time: Int64)] = []
  private let source: NodeID
  private let options: ReachWithinOptions

  init(_ options: ReachWithinOptions, in dataset: Dataset, scope: Scope) {
    self.options = options
    ties = scope.filter.ties(of: dataset)
    undatedTies = ties.count { $0.time == nil }
    if let via = options.via {
      let test = ScopeTest(scope, in: dataset)
      let isPartners = dataset.channels.map { $0.owner == via }
      for contact in 0..<dataset.contacts.count where test.accepts(contact: contact, of: dataset.contacts) {
        for position in dataset.log.slice(of: contact) {
          let touch = dataset.log.touches[position]
          if isPartners[touch.channel], test.accepts(touch) { touches.append((contact, touch.milliseconds)) }
        }
      }
    }
    order = ContactOrder(
      of: touches.map(\.contact) + (options.node.map { [$0] } ?? []), endsOf: ties, in: dataset)
    source = options.via != nil ? NodeID(order.contacts.count) : options.node.map { [order] in order.node(of: $0) } ?? 0
  }

  private var nodeCount: Int { order.contacts.count + 1 }

  /// Steps to each contact; −1 where it is not reached.
  func distances() -> [Int32] {
    var list = EdgeList(nodeCount: nodeCount)
    for tie in ties { list.append(from: order.node(of: tie.from), to: order.node(of: tie.to)) }
    for touch in touches { list.append(from: source, to: order.node(of: touch.contact)) }
    return DirectedGraph(list, threads: options.threads)
      .hopDistances(from: [source], limit: options.within, threads: options.threads)
  }

  /// Steps to each contact along paths in order of time; −1 where it is not reached.
  func timedDistances() -> [Int32] {
    var list = EdgeList(nodeCount: nodeCount)
    var times: [Int64] = []
    for tie in ties {
      guard let time = tie.time else { continue }
      list.append(from: order.node(of: tie.from), to: order.node(of: tie.to))
      times.append(time.milliseconds)
    }
    for touch in touches {
      list.append(from: source, to: order.node(of: touch.contact))
      times.append(touch.time)
    }
    return TemporalGraph(list, times: times, isDirected: true).timeRespectingDistances(
      from: source, limit: options.within,
      waitingLimit: options.waitingDays.map { Int64($0) * Instant.millisecondsPerDay })
  }
}

extension TemporalGraph {
  /// The fewest edges of a path in order of time to each node, at most so many; −1 where there is none.
  ///
  /// - Complexity: that of the search for paths of at most so many edges, times the distance of the farthest node.
  func timeRespectingDistances(from source: NodeID, limit: Int, waitingLimit: Int64?) -> [Int32] {
    var settings = TimeRespectingOptions()
    settings.waitingLimit = waitingLimit
    let everyone = timeRespectingArrivals(from: [source], settings).count { $0 != nil }
    var distances = [Int32](repeating: -1, count: nodeCount)
    distances[Int(source)] = 0
    var found = 1
    var step = 1
    while found < everyone, step <= min(limit, nodeCount) {
      settings.edgeLimit = step
      let arrivals = timeRespectingArrivals(from: [source], settings)
      for node in arrivals.indices where arrivals[node] != nil && distances[node] < 0 {
        distances[node] = Int32(step)
        found += 1
      }
      step += 1
    }
    return distances
  }
}

extension CountName {
  fileprivate static let contacts = CountName("reach_within.contacts")
  fileprivate static let step = CountName("reach_within.steps.contacts")
  fileprivate static let cumulative = CountName("reach_within.steps.cumulative")
}
