import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// The definitions of <doc:Metrics>, taken word for word over plain lists and sets: slow, and plain to see.
struct SlowTwin {
  /// A touch with all that is known of it.
  struct Row {
    /// Place in the contact's history.
    var place: Int
    var time: Int64
    var contact: Int
    var channel: Int
    var owner: Int
    var content: Int?
    var brands: [Int]
    var kind: String
    var level: Level
    var depth: Double
    var value: Double?
    var cost: Double?

    var isOwn: Bool { brands.contains(owner) }
    /// A transaction with a negative value.
    var isRefund: Bool { level == .transaction && (value ?? 0) < 0 }
  }

  static let day = Instant.millisecondsPerDay

  let data: Dataset
  let scope: Scope
  /// Every touch of each contact, in order.
  let histories: [[Row]]
  /// T(K).
  private(set) var members: [Row] = []
  /// Contacts whose first touch of all is in T(K).
  private(set) var newContacts: Set<Int> = []
  /// The participants P(K).
  private(set) var participants: Set<Int> = []
  private let hasContents: Bool

  init(_ data: Dataset, _ scope: Scope) {
    self.data = data
    self.scope = scope
    histories = (0..<data.contacts.count).map { contact in
      data.log.slice(of: contact).enumerated().map { place, position in
        let touch = data.log.touches[position]
        let owner = data.channels[touch.channel].owner
        let kind = data.kinds.kinds[touch.kind]
        return Row(
          place: place, time: touch.milliseconds, contact: contact, channel: touch.channel, owner: owner,
          content: touch.content, brands: touch.content.map { data.contents[$0].brands } ?? [owner], kind: kind.name,
          level: kind.level, depth: kind.depth, value: data.log.values[position], cost: data.log.costs[position])
      }
    }
    hasContents = scope.campaign != nil && data.contents.contains { $0.campaign == scope.campaign }
    members = histories.flatMap { $0.filter { isMember($0) } }
    newContacts = Set(histories.compactMap(\.first).filter { isMember($0) }.map(\.contact))
    participants = Set(members.map(\.owner))
    guard let campaign = scope.campaign else { return }
    participants.formUnion(data.campaigns[campaign].leads)
    for content in data.contents where content.campaign == campaign {
      participants.formUnion(content.brands)
      for case .partner(let author) in content.authors { participants.insert(author) }
    }
  }

  var start: Int64 { max(scope.start, scope.filter.from ?? scope.start).milliseconds }
  var end: Int64 { min(scope.end, scope.filter.until ?? scope.end).milliseconds }
  var observedUntil: Int64 { data.observedUntil?.milliseconds ?? 0 }

  func isInSegment(_ contact: Int) -> Bool {
    scope.filter.segment == nil || data.contacts.segments[contact] == scope.filter.segment
  }

  /// Whether a touch is in T(K), after the filter.
  func isMember(_ row: Row, filtered: Bool = true) -> Bool {
    if hasContents {
      guard let content = row.content, data.contents[content].campaign == scope.campaign else { return false }
    }
    guard isInSegment(row.contact) else { return false }
    guard filtered else {
      return row.time >= scope.start.milliseconds && row.time < scope.end.milliseconds
    }
    return row.time >= start && row.time < end && row.level >= scope.filter.level ?? .reach
      && (scope.filter.medium == nil || data.channels[row.channel].medium == scope.filter.medium)
  }

  /// Contacts of some touches.
  func contacts(_ rows: [Row]) -> Set<Int> { Set(rows.map(\.contact)) }

  /// The first touch of a contact about a brand.
  func firstMeeting(_ contact: Int, _ brand: Int) -> Row? { histories[contact].first { $0.brands.contains(brand) } }

  /// All new touchpoints: contact, brand and the touch that made them.
  var newTouchpoints: [(contact: Int, brand: Int, row: Row)] {
    histories.indices.flatMap { contact in
      data.partners.indices.compactMap { brand in
        guard let first = firstMeeting(contact, brand), isMember(first) else { return nil }
        return (contact, brand, first)
      }
    }
  }
}

/// What is tried on: a random dataset and a scope of it.
struct TwinCase: CustomTestStringConvertible, Sendable {
  var seed: UInt64
  var campaign: Int?
  var filter: Filter
  var observedUntil: Double?

  var testDescription: String {
    "seed \(seed), campaign \(campaign.map { "\($0)" } ?? "none"), until \(observedUntil.map { "\($0)" } ?? "end"), "
      + "\(filter)"
  }

  /// Both campaigns and a window, plain and under each filter, observed to the end, into the middle and in between.
  static let all: [TwinCase] = {
    let filters: [Filter] = [
      .none, Filter(level: .interaction), Filter(medium: "event"), Filter(segment: "private"),
      Filter(from: .day(62.5), until: .day(90)),
    ]
    return (1...6).flatMap { seed in
      filters.enumerated().map { number, filter in
        TwinCase(
          seed: UInt64(seed * 10 + number), campaign: [0, 1, 1, nil][(seed + number) % 4], filter: filter,
          observedUntil: [nil, 118, 100, 150, nil][(seed * 2 + number) % 5])
      }
    }
  }()

  func dataset() -> Dataset { RandomDataset.make(seed: seed, observedUntil: observedUntil) }

  func scope(of data: Dataset) -> Scope {
    campaign.map { Scope(campaign: $0, of: data, filter: filter) } ?? Scope(windowOf: data, filter: filter)
  }
}
