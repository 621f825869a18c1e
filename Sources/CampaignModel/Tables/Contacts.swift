/// Everyone who is touched, tied or listed: the persons and organizations of a dataset, by column.
///
/// Contacts are numbered from 0. The order of the numbers means nothing and may differ between two ways of
/// reading the same data; what is shown is sorted by id.
public struct Contacts: Sendable {
  /// Id of each contact.
  public let ids: TextColumn
  /// Name of each contact; nil where the dataset names nobody. An empty text stands for an empty cell.
  public let names: TextColumn?
  public let segments: CategoryColumn
  public let sectors: CategoryColumn
  public let organizations: CategoryColumn
  /// What the column `relevant` says, one entry a contact; empty when it says nothing of anybody.
  private let relevance: [Bool?]
  /// What the column `holdout` says, one entry a contact; empty when it says nothing of anybody.
  private let holdout: [Bool?]
  /// Contacts that contacts.csv lists, as ascending ranges of their numbers.
  private let listed: [Range<Int>]
  private var knowsRelevance: Bool
  private var knowsHoldout: Bool

  /// Creates the columns; each is as long as `ids`, or empty.
  public init(
    ids: TextColumn, names: TextColumn? = nil, segments: CategoryColumn = .empty, sectors: CategoryColumn = .empty,
    organizations: CategoryColumn = .empty, relevance: [Bool?] = [], holdout: [Bool?] = [],
    listed: [Range<Int>] = []
  ) {
    precondition(relevance.isEmpty || relevance.count == ids.count, "Relevance must be given for every contact.")
    precondition(holdout.isEmpty || holdout.count == ids.count, "The draw must be given for every contact.")
    self.ids = ids
    self.names = names
    self.segments = segments
    self.sectors = sectors
    self.organizations = organizations
    self.relevance = relevance.contains { $0 != nil } ? relevance : []
    self.holdout = holdout.contains { $0 != nil } ? holdout : []
    self.listed = listed.filter { !$0.isEmpty }
    knowsRelevance = !self.relevance.isEmpty
    knowsHoldout = !self.holdout.isEmpty
  }

  /// Some contacts of many that are not at hand, by id.
  ///
  /// - Parameters:
  ///   - segments: all segments that occur; nobody at hand is in one.
  ///   - hasRelevance: whether it is known of any contact if it is relevant.
  ///   - hasHoldout: whether there was a draw by lot.
  package init(named ids: TextColumn, segments: [String], hasRelevance: Bool, hasHoldout: Bool) {
    self.init(ids: ids, segments: CategoryColumn(categories: segments, codes: []))
    knowsRelevance = hasRelevance
    knowsHoldout = hasHoldout
  }

  /// Some of the contacts, and behind them others of which only the id is known.
  package func selecting(_ kept: [Int], withIDsOf others: [Int]) -> Contacts {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for contact in kept + others {
      bytes.append(contentsOf: ids.utf8(of: contact))
      ends.append(bytes.count)
    }
    func category(_ column: CategoryColumn) -> CategoryColumn {
      guard !column.codes.isEmpty else { return column }
      return CategoryColumn(
        categories: column.categories,
        codes: kept.map { column.codes[$0] } + [UInt32](repeating: 0, count: others.count))
    }
    func flags(_ column: [Bool?]) -> [Bool?] {
      column.isEmpty ? [] : kept.map { column[$0] } + [Bool?](repeating: nil, count: others.count)
    }
    var ranges: [Range<Int>] = []
    for (place, contact) in kept.enumerated() where isListed(contact) {
      if ranges.last?.upperBound == place {
        ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<place + 1
      } else {
        ranges.append(place..<place + 1)
      }
    }
    return Contacts(
      ids: TextColumn(bytes: bytes, ends: ends), segments: category(segments), sectors: category(sectors),
      organizations: category(organizations), relevance: flags(relevance), holdout: flags(holdout), listed: ranges)
  }

  /// Number of contacts.
  public var count: Int { ids.count }

  /// Whether a contact is marked as relevant; unknown counts as not relevant.
  public func isRelevant(_ contact: Int) -> Bool { !relevance.isEmpty && relevance[contact] == true }

  /// Whether it is known of any contact if it is relevant.
  public var hasRelevance: Bool { knowsRelevance }

  /// What the draw by lot made of a contact: true where the campaign was kept away from it, false where it could be
  /// addressed, nil where it was not drawn from.
  public func isHeldOut(_ contact: Int) -> Bool? { holdout.isEmpty ? nil : holdout[contact] }

  /// Whether there was a draw: any contact was held out or could be addressed.
  public var hasHoldout: Bool { knowsHoldout }

  /// Whether contacts.csv lists anyone.
  public var listsAny: Bool { !listed.isEmpty }

  /// Whether contacts.csv lists a contact; false for those that only touches or ties name. O(log ranges).
  public func isListed(_ contact: Int) -> Bool {
    var (low, high) = (0, listed.count)
    while low < high {
      let middle = (low + high) / 2
      if listed[middle].upperBound <= contact { low = middle + 1 } else { high = middle }
    }
    return low < listed.count && listed[low].contains(contact)
  }

  /// The number of the contact with this id, or nil. O(contacts): for the odd look-up, not for loops.
  public func firstIndex(ofID id: String) -> Int? {
    let wanted = Array(id.utf8)
    return (0..<count).first { ids.utf8(of: $0).elementsEqual(wanted) }
  }
}
