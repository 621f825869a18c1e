public import CampaignModel

/// Finds the group of a touch by one look-up.
@usableFromInline package struct TouchGroups: Sendable {
  /// The groups, by number.
  package let groups: [Group]
  /// Position of each group when all are sorted by id; what has no id comes first.
  package let rank: [Int]
  /// By channel, or by content code where `isByContent`.
  @usableFromInline let table: [Int]
  @usableFromInline let isByContent: Bool

  package init(_ grouping: Grouping, in dataset: Dataset) {
    isByContent = grouping == .format
    switch grouping {
    case .channel:
      groups = dataset.channels.indices.map { .channel($0) }
      table = Array(dataset.channels.indices)
    case .partner:
      groups = dataset.partners.indices.map { .partner($0) }
      table = dataset.channels.map(\.owner)
    case .medium:
      let names = TouchGroups.number(dataset.channels.map(\.medium))
      groups = names.distinct.map { .medium($0) }
      table = names.numbers
    case .format:
      let names = TouchGroups.number([nil] + dataset.contents.map(\.format))
      groups = names.distinct.map { .format($0) }
      table = names.numbers
    }
    let ids = groups.map { $0.id(in: dataset) ?? "" }
    var rank = [Int](repeating: 0, count: ids.count)
    for (position, group) in ids.indices.sorted(by: { ids[$0] < ids[$1] }).enumerated() { rank[group] = position }
    self.rank = rank
  }

  /// Number of groups.
  package var count: Int { groups.count }

  /// The number of a touch's group.
  @inlinable package func number(of touch: Touch) -> Int { table[isByContent ? touch.contentOrZero : touch.channel] }

  /// The distinct texts in the order of their first place, and the number of the text at each place.
  private static func number(_ texts: [String?]) -> (distinct: [String?], numbers: [Int]) {
    var distinct: [String?] = []
    var known: [String?: Int] = [:]
    let numbers = texts.map { text in
      if let number = known[text] { return number }
      known[text] = distinct.count
      distinct.append(text)
      return distinct.count - 1
    }
    return (distinct, numbers)
  }
}
