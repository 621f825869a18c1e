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
  }

  /// Number of contacts.
  public var count: Int { ids.count }

  /// Whether a contact is marked as relevant; unknown counts as not relevant.
  public func isRelevant(_ contact: Int) -> Bool { !relevance.isEmpty && relevance[contact] == true }

  /// Whether it is known of any contact if it is relevant.
  public var hasRelevance: Bool { !relevance.isEmpty }

  /// What the draw by lot made of a contact: true where the campaign was kept away from it, false where it could be
  /// addressed, nil where it was not drawn from.
  public func isHeldOut(_ contact: Int) -> Bool? { holdout.isEmpty ? nil : holdout[contact] }

  /// Whether there was a draw: any contact was held out or could be addressed.
  public var hasHoldout: Bool { !holdout.isEmpty }

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
