/// A place where content meets contacts: a newsletter, feed, event or shop.
public struct Channel: Hashable, Sendable {
  public var id: String
  /// Index of the partner that owns it.
  public var owner: Int
  public var name: String?
  public var medium: String?
  /// Whether presence in it is bought; nil is unknown and counts as unpaid.
  public var paid: Bool?
  /// Stated size of its audience, in contacts.
  public var audience: Double?

  public init(
    id: String, owner: Int, name: String? = nil, medium: String? = nil, paid: Bool? = nil, audience: Double? = nil
  ) {
    self.id = id
    self.owner = owner
    self.name = name
    self.medium = medium
    self.paid = paid
    self.audience = audience
  }

  /// The name, or the id where there is none.
  public var label: String { name ?? id }
}
