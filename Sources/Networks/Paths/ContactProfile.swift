import CampaignAnalysis
public import CampaignFigures
public import CampaignModel
import GraphStructures
import LogScanning

/// One contact: who reaches it, and how one gets to it.
public struct ContactProfile: Sendable {
  /// What was touched where.
  public struct Encounter: Hashable, Sendable {
    /// Index of the partner, or of the channel.
    public var index: Int
    public var first: Instant
    public var last: Instant
    public var touches: Int
    /// The highest level of a touch.
    public var level: Level
    /// Touches of each level, from reach to transaction.
    public var byLevel: [Int]
  }

  public var scope: Scope
  /// The contact's number.
  public var contact: Int
  /// Over all channels; nil when the scope has no touch of the contact.
  public var total: Encounter?
  /// By owner of the channel, most touches first, then by id.
  public var byPartner: [Encounter]
  /// By channel, most touches first, then by id.
  public var byChannel: [Encounter]
  /// Ties from it to others.
  public var tiesTo: Int
  /// Ties from others to it.
  public var tiesFrom: Int
  /// Ways to it from each partner's contacts, fewest ties first, then most trusted, then by id; or from the start
  /// asked for.
  public var warmPaths: [WarmPath]
  public var unknown: [UnknownFigure]
}

/// Describes one contact: the partners whose channels reach it in a scope, and the warm ways to it over the ties.
///
/// A way from a partner starts at any contact touched in the partner's channels in the scope. Where the partner
/// touches the contact itself the way has no ties.
///
/// It is about one contact that the caller names, so `minimum_group` withholds nothing.
///
/// - Parameter start: where ways are to start; nil for every partner.
/// - Complexity: O(touches + ties log ties).
public func profile(
  ofContact contact: Int, in dataset: Dataset, scope: Scope, from start: WarmPath.Start? = nil, threads: Int = 1
) -> ContactProfile {
  precondition(contact >= 0 && contact < dataset.contacts.count, "The contact must be in the dataset.")
  let test = ScopeTest(scope, in: dataset)
  var tally = EncounterTally(dataset)
  for position in dataset.log.slice(of: contact) where test.accepts(dataset.log.touches[position]) {
    tally.add(dataset.log.touches[position])
  }
  let ties = TieGraph(Filter(), in: dataset, threads: threads)
  let search = WarmSearch(to: contact, ties, threads: threads)
  let node = ties.node(of: contact)
  var unknown: [UnknownFigure] = []
  if !dataset.tables.contains(.ties) {
    unknown.append(
      UnknownFigure(
        "warm_paths", .notConfigured,
        LocalizedText(
          "ties.csv is missing: only direct ways are known.", "ties.csv fehlt: Nur direkte Wege sind bekannt.")))
  }
  if let problem = search.problem {
    unknown.append(UnknownFigure("warm_paths.most_trusted", .undefined, problem))
  }
  return ContactProfile(
    scope: scope, contact: contact, total: tally.total, byPartner: tally.partners(dataset),
    byChannel: tally.channels(dataset), tiesTo: node.map { ties.graph.outgoing.arcCount(of: $0) } ?? 0,
    tiesFrom: node.map { ties.graph.incoming.arcCount(of: $0) } ?? 0,
    warmPaths: warmPaths(search, start, test, in: dataset), unknown: unknown)
}

/// The ways from the start asked for, or from every partner that has one.
private func warmPaths(
  _ search: WarmSearch, _ start: WarmPath.Start?, _ test: ScopeTest, in dataset: Dataset
) -> [WarmPath] {
  if case .contact(let from) = start {
    guard search.distance(from: from) != nil else { return [] }
    return [
      WarmPath(
        start: .contact(from), shortest: search.shortestChain(from: from),
        mostTrusted: search.mostTrustedChain(from: from))
    ]
  }
  var nearest = [Int?](repeating: nil, count: dataset.partners.count)
  var warmest = nearest
  for contact in 0..<dataset.contacts.count {
    guard let distance = search.distance(from: contact) else { continue }
    let trust = FigureOrder.rounded(search.trust(from: contact))
    for position in dataset.log.slice(of: contact) where test.accepts(dataset.log.touches[position]) {
      let owner = dataset.channels[dataset.log.touches[position].channel].owner
      let known = nearest[owner].flatMap { search.distance(from: $0) } ?? Int.max
      let isEqual = distance == known && nearest[owner].map { search.precedes(contact, $0) } ?? true
      if distance < known || isEqual { nearest[owner] = contact }
      let knownTrust = warmest[owner].map { FigureOrder.rounded(search.trust(from: $0)) } ?? -1
      let isAsWarm = trust == knownTrust && warmest[owner].map { search.precedes(contact, $0) } ?? true
      if trust > knownTrust || isAsWarm { warmest[owner] = contact }
    }
  }
  let order = PartnerOrder(dataset)
  let asked = if case .partner(let partner) = start { [partner] } else { order.partners }
  let paths = asked.compactMap { partner -> WarmPath? in
    guard let from = nearest[partner] else { return nil }
    return WarmPath(
      start: .partner(partner), shortest: search.shortestChain(from: from),
      mostTrusted: warmest[partner].flatMap { search.mostTrustedChain(from: $0) })
  }
  // Sorting is stable in effect: partners come in order of id, and their place decides last.
  return paths.enumerated().sorted { left, right in
    let (a, b) = (left.element, right.element)
    if a.shortest.ties != b.shortest.ties { return a.shortest.ties < b.shortest.ties }
    let (warmth, other) = (a.mostTrusted?.trust ?? 0, b.mostTrusted?.trust ?? 0)
    if FigureOrder.rounded(warmth) != FigureOrder.rounded(other) { return warmth > other }
    return left.offset < right.offset
  }.map(\.element)
}

/// Counts the touches of one contact by partner and by channel.
private struct EncounterTally {
  private let owner: [Int]
  private let level: [Level]
  private var byPartner: [Int: ContactProfile.Encounter] = [:]
  private var byChannel: [Int: ContactProfile.Encounter] = [:]
  private(set) var total: ContactProfile.Encounter?

  init(_ dataset: Dataset) {
    owner = dataset.channels.map(\.owner)
    level = dataset.kinds.kinds.map(\.level)
  }

  mutating func add(_ touch: Touch) {
    add(touch, to: &byPartner[owner[touch.channel]], owner[touch.channel])
    add(touch, to: &byChannel[touch.channel], touch.channel)
    add(touch, to: &total, 0)
  }

  private func add(_ touch: Touch, to entry: inout ContactProfile.Encounter?, _ index: Int) {
    var encounter =
      entry
      ?? ContactProfile.Encounter(
        index: index, first: touch.time, last: touch.time, touches: 0, level: .reach, byLevel: [0, 0, 0])
    encounter.last = max(encounter.last, touch.time)
    encounter.touches += 1
    encounter.level = max(encounter.level, level[touch.kind])
    encounter.byLevel[Int(level[touch.kind].rawValue)] += 1
    entry = encounter
  }

  func partners(_ dataset: Dataset) -> [ContactProfile.Encounter] {
    EncounterTally.sorted(byPartner) { dataset.partners[$0].id }
  }

  func channels(_ dataset: Dataset) -> [ContactProfile.Encounter] {
    EncounterTally.sorted(byChannel) { dataset.channels[$0].id }
  }

  private static func sorted(
    _ entries: [Int: ContactProfile.Encounter], _ id: (Int) -> String
  ) -> [ContactProfile.Encounter] {
    entries.values.sorted { $0.touches != $1.touches ? $0.touches > $1.touches : id($0.index) < id($1.index) }
  }
}
