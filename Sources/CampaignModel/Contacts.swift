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
  /// Contacts with relevant = true, one entry a contact; empty when the dataset marks nobody.
  private let relevance: [Bool]

  /// Creates the columns; each is as long as `ids`, or empty.
  public init(
    ids: TextColumn, names: TextColumn? = nil, segments: CategoryColumn = .empty, sectors: CategoryColumn = .empty,
    organizations: CategoryColumn = .empty, relevance: [Bool] = []
  ) {
    precondition(relevance.isEmpty || relevance.count == ids.count, "Relevance must be given for every contact.")
    self.ids = ids
    self.names = names
    self.segments = segments
    self.sectors = sectors
    self.organizations = organizations
    self.relevance = relevance
  }

  /// Number of contacts.
  public var count: Int { ids.count }

  /// Whether a contact is marked as relevant; unknown counts as not relevant.
  public func isRelevant(_ contact: Int) -> Bool { !relevance.isEmpty && relevance[contact] }

  /// The number of the contact with this id, or nil. O(contacts): for the odd look-up, not for loops.
  public func firstIndex(ofID id: String) -> Int? {
    let wanted = Array(id.utf8)
    return (0..<count).first { ids.utf8(of: $0).elementsEqual(wanted) }
  }
}
