public import CampaignFigures
public import CampaignModel
import LogScanning
import Parallelism

/// Who communicates what on which channel, against what happened (<doc:Metrics#Plan>).
public struct PlanReview: Sendable {
  /// How a planned content stands.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It was there in time.
    case done
    /// It was there after its date.
    case late
    /// It was not there by its date.
    case missed
    /// It was not there yet.
    case open
  }

  /// A row of plan.csv.
  public struct Item: Hashable, Sendable {
    /// Index of the content.
    public var content: Int
    /// Index of the channel.
    public var channel: Int
    public var due: Instant?
    /// Whether `due` was given as a date: the day before that midnight.
    public var dueIsDate: Bool
    /// Time of the first touch of the content in the channel; nil where there is none.
    public var first: Instant?
    public var state: State
  }

  /// Planned contents of a partner, or for a channel.
  public struct Summary: Hashable, Sendable {
    public var group: Group
    /// How many, by ``State``, in its order.
    public var counts: [Int]
    /// How many in all.
    public var total: Int { counts.reduce(0, +) }
  }

  /// A content in a channel for which it was not planned.
  public struct Carrier: Hashable, Sendable {
    public var content: Int
    public var channel: Int
    /// Time of its first touch in the scope.
    public var first: Instant
    /// Touches in the scope; nil when few contacts are behind them (`minimum_group`).
    public var touches: Int?
  }

  public var scope: Scope
  /// Rows of plan.csv for the campaign's contents (for a window: for all), by due date, then by ids; those without a
  /// date last.
  public var items: [Item]
  /// By owner of the channel, most planned first, then by id.
  public var byPartner: [Summary]
  /// By channel, most planned first, then by id.
  public var byChannel: [Summary]
  /// Carriers in T(K) without a plan, most touches first, then by ids.
  public var unplanned: [Carrier]
  public var unknown: [UnknownFigure]
}

/// Compares the plan of a scope with what happened. One pass over the log.
///
/// The first touch of a content in a channel is looked for in the whole log; the scope's filters narrow the channels
/// by medium and, beyond that, only what counts as unplanned.
public func reviewPlan(_ dataset: Dataset, scope: Scope, threads: Int = 1) -> PlanReview {
  PlanReview(CarrierTally.count(dataset, scope: scope, threads: threads), scope: scope, dataset: dataset)
}

extension PlanReview {
  init(_ tally: CarrierTally, scope: Scope, dataset: Dataset) {
    self.scope = scope
    let planned = dataset.plan.filter { item in
      (scope.campaign == nil || dataset.contents[item.content].campaign == scope.campaign)
        && (scope.filter.medium == nil || dataset.channels[item.channel].medium == scope.filter.medium)
    }
    items = planned.map { Item($0, tally, observedUntil: dataset.observedUntil) }.sorted { left, right in
      if left.due != right.due {
        return (left.due?.milliseconds ?? .max) < (right.due?.milliseconds ?? .max)
      }
      return PlanReview.ids(left.content, left.channel, dataset) < PlanReview.ids(right.content, right.channel, dataset)
    }
    byPartner = PlanReview.summaries(items, dataset) { .partner(dataset.channels[$0.channel].owner) }
    byChannel = PlanReview.summaries(items, dataset) { .channel($0.channel) }
    var isPlanned = PairIndex()
    for item in dataset.plan { _ = isPlanned.number(item.content, item.channel) }
    let group = MinimumGroup(of: dataset)
    unplanned = tally.pairs.pairs.indices.compactMap { number in
      let (content, channel) = (Int(tally.pairs.pairs[number].left), Int(tally.pairs.pairs[number].right))
      guard tally.touches[number] > 0, isPlanned.knownNumber(content, channel) == nil else { return nil }
      return Carrier(
        content: content, channel: channel, first: Instant(milliseconds: tally.firstInScope[number]),
        touches: group.withholds(tally.contacts[number]) ? nil : tally.touches[number])
    }.sortedByMainFigure(\.touches) {
      PlanReview.ids($0.content, $0.channel, dataset) < PlanReview.ids($1.content, $1.channel, dataset)
    }
    unknown =
      dataset.tables.contains(.plan)
      ? [] : [UnknownFigure("plan", .notConfigured, LocalizedText("plan.csv is missing.", "plan.csv fehlt."))]
    unknown.addWithheld(named: "unplanned.touches", unplanned.count { $0.touches == nil }, of: unplanned.count)
  }

  private static func ids(_ content: Int, _ channel: Int, _ dataset: Dataset) -> (String, String) {
    (dataset.contents[content].id, dataset.channels[channel].id)
  }

  private static func summaries(_ items: [Item], _ dataset: Dataset, group: (Item) -> Group) -> [Summary] {
    var counts: [Group: [Int]] = [:]
    for item in items {
      let state = State.allCases.firstIndex(of: item.state) ?? 0
      counts[group(item), default: [0, 0, 0, 0]][state] += 1
    }
    return counts.map { Summary(group: $0.key, counts: $0.value) }.sorted {
      $0.total != $1.total
        ? $0.total > $1.total : ($0.group.id(in: dataset) ?? "") < ($1.group.id(in: dataset) ?? "")
    }
  }
}

extension PlanReview.Item {
  fileprivate init(_ item: PlanItem, _ tally: CarrierTally, observedUntil: Instant?) {
    content = item.content
    channel = item.channel
    due = item.due
    dueIsDate = item.dueIsDate
    first = tally.pairs.knownNumber(item.content, item.channel).map { Instant(milliseconds: tally.first[$0]) }
    if let first {
      state = item.due.map { item.dueIsDate ? first >= $0 : first > $0 } ?? false ? .late : .done
    } else if let due = item.due, let observedUntil, observedUntil >= due {
      state = .missed
    } else {
      state = .open
    }
  }
}

/// Counts which content was carried in which channel, and when first.
struct CarrierTally: CodedCounts {
  /// Pairs (content, channel) that have a touch.
  private(set) var pairs = PairIndex()
  /// Per pair, time of its first touch of all.
  private(set) var first: [Int64] = []
  /// Per pair, time of its first touch in T(K), or `Int64.max`.
  private(set) var firstInScope: [Int64] = []
  /// Per pair, touches in T(K).
  private(set) var touches: [Int] = []
  /// Per pair, contacts with a touch in T(K).
  private(set) var contacts: [Int] = []
  /// Per pair, the last contact counted.
  private var lastContact: [Int] = []

  private let contentCount: Int
  private let channelCount: Int

  init(in dataset: Dataset) {
    contentCount = dataset.contents.count
    channelCount = dataset.channels.count
  }

  static func key(of scope: Scope) -> String { "carriers of contents of \(scope.tallyKey)" }

  /// Runs over the log once.
  static func count(_ dataset: Dataset, scope: Scope, threads: Int) -> CarrierTally {
    if let counted = dataset.counted(key(of: scope), into: CarrierTally(in: dataset)) { return counted }
    let test = ScopeTest(scope, in: dataset)
    let parts = LogScan.fold(dataset, threads: threads) {
      CarrierTally(in: dataset)
    } _: { tally, contacts in
      for contact in contacts {
        let isInScope = test.accepts(contact: contact, of: dataset.contacts)
        for position in dataset.log.slice(of: contact) {
          let touch = dataset.log.touches[position]
          tally.add(touch, of: contact, isInScope: isInScope && test.accepts(touch))
        }
      }
    }
    var result = parts[0]
    for part in parts.dropFirst() { result.merge(part) }
    return result
  }

  private mutating func add(_ touch: Touch, of contact: Int, isInScope: Bool) {
    guard let content = touch.content else { return }
    let number = add(
      content, touch.channel, touch.milliseconds, isInScope ? touch.milliseconds : .max, isInScope ? 1 : 0)
    guard isInScope, lastContact[number] != contact else { return }
    lastContact[number] = contact
    contacts[number] += 1
  }

  /// - Returns: the number of the pair.
  private mutating func add(_ content: Int, _ channel: Int, _ time: Int64, _ timeInScope: Int64, _ count: Int) -> Int {
    let number = pairs.number(content, channel)
    if number == first.count {
      first.append(.max)
      firstInScope.append(.max)
      touches.append(0)
      contacts.append(0)
      lastContact.append(-1)
    }
    first[number] = min(first[number], time)
    firstInScope[number] = min(firstInScope[number], timeInScope)
    touches[number] += count
    return number
  }

  private mutating func merge(_ other: CarrierTally) {
    for (number, pair) in other.pairs.pairs.enumerated() {
      let own = add(
        Int(pair.left), Int(pair.right), other.first[number], other.firstInScope[number], other.touches[number])
      contacts[own] += other.contacts[number]
    }
  }

  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    let known = self
    let times = try coder.table(width: 2, keepsLeast: true) { table in
      for (number, pair) in known.pairs.pairs.enumerated() {
        table.append([UInt64(pair.left), UInt64(pair.right)], [known.first[number], known.firstInScope[number]])
      }
    }
    var (read, counts) = (pairs, touches)
    try coder.pairs(&read, &counts, below: [contentCount, channelCount])
    var (again, people) = (pairs, contacts)
    try coder.pairs(&again, &people, below: [contentCount, channelCount])
    guard let times else { return }
    guard times.count == counts.count, read.pairs.elementsEqual(again.pairs, by: ==) else {
      throw TallyFault("holds counts that do not fit each other")
    }
    (pairs, touches, contacts, first, firstInScope) = (read, counts, people, [], [])
    for row in 0..<times.count {
      let key = try times.key(of: row, below: [contentCount, channelCount])
      guard pairs.knownNumber(key[0], key[1]) == row else {
        throw TallyFault("holds counts that do not fit each other")
      }
      let found = Array(times.values(of: row))
      first.append(found[0])
      firstInScope.append(found[1])
    }
  }
}
