import CampaignFigures
package import LogScanning

/// A count that can be opened: the figure that it is, what it counts, and how it is read off the tally that counts it.
package struct CountDefinition<Counts: Tally>: Sendable {
  /// The identifier of its figure.
  package let name: String
  /// What `unknown` calls its figure.
  let path: String
  /// The identifier of the row that it is counted for, where each has a name of its own.
  let row: String?
  package let unit: CountUnit
  package let key: CountKey
  /// What the count is called in the ``CountSystem``, but for its key.
  let suppressedAs: CountName
  /// Whether it is known as soon as it is counted, even where figures of its analysis are incomplete.
  let isAlwaysKnown: Bool
  /// The count in a tally; the key comes as indices.
  let count: @Sendable (Counts, [Int]) -> Int

  /// What a figure of the catalog counts.
  ///
  /// - Parameters:
  ///   - row: the identifier of the row whose count this is, which ends its name; nil for the only one.
  ///   - suppressedAs: where it is not the figure's own count that is protected.
  init(
    _ figure: Figure<some Any>, _ unit: CountUnit = .contacts, _ key: CountKey = .none, row: String? = nil,
    suppressedAs: CountName? = nil, isAlwaysKnown: Bool = false,
    _ count: @escaping @Sendable (Counts, [Int]) -> Int
  ) {
    name = row.map { "\(figure.id).\($0)" } ?? figure.id
    path = figure.path
    self.row = row
    self.unit = unit
    self.key = key
    self.suppressedAs = suppressedAs ?? row.map { figure.count[$0] } ?? figure.count
    self.isAlwaysKnown = isAlwaysKnown
    self.count = count
  }

  /// What a share of the catalog is a part of; its name ends in `of`.
  init(
    wholeOf figure: Figure<some Any>, _ unit: CountUnit = .contacts, _ key: CountKey = .none,
    _ count: @escaping @Sendable (Counts, [Int]) -> Int
  ) {
    name = "\(figure.id).of"
    path = figure.path
    row = nil
    self.unit = unit
    self.key = key
    suppressedAs = figure.count.whole
    isAlwaysKnown = false
    self.count = count
  }

  /// How the name is written, with a word for its key.
  var pattern: String {
    switch key {
    case .none: name
    case .partner, .stackedPartner: "\(name):PARTNER"
    case .pair: "\(name):PARTNER+PARTNER"
    case .set: "\(name):PARTNER+…"
    case .channel: "\(name):CHANNEL"
    case .medium: "\(name):MEDIUM"
    case .contactClass: "\(name):CLASS"
    case .number: "\(name):NUMBER"
    case .day: "\(name):DAY"
    }
  }
}

/// What a count counts.
package enum CountUnit: Sendable {
  case contacts
  /// Touches of T(K).
  case touches
  /// Transactions of X(K).
  case transactions
  /// Pairs of contact and brand, by their first touch.
  case touchpoints
  /// Pairs of content and channel, by their first touch.
  case placements
}

/// What follows the name of a count after a colon.
package enum CountKey: Sendable {
  case none
  case partner
  /// A partner with all carriers stacked before it.
  case stackedPartner
  /// Two partners, or any set of them, joined by `+`.
  case pair
  case set
  case channel
  case medium
  case contactClass
  /// A number of at least 0.
  case number
  /// One of the days asked for.
  case day
}

extension [Int] {
  /// The number at a place, or 0 beyond the end.
  func at(_ index: Int) -> Int { indices.contains(index) ? self[index] : 0 }
}
