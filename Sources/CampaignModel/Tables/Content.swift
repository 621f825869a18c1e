/// Something published: whose message it carries, and who made it.
public struct Content: Hashable, Sendable {
  /// Someone who made a content.
  public enum Author: Hashable, Sendable {
    /// Index of a partner.
    case partner(Int)
    /// Id of a contact, or of someone else.
    case other(String)
  }

  public var id: String
  /// Indices of the partners whose message it carries, each once, in the file's order; at least one.
  public var brands: [Int]
  public var title: String?
  /// Index of the campaign it belongs to.
  public var campaign: Int?
  /// Who made it, each once, in the file's order.
  public var authors: [Author]
  /// Cooperation format, such as co-branding or couponing.
  public var format: String?
  public var published: Instant?

  public init(
    id: String, brands: [Int], title: String? = nil, campaign: Int? = nil, authors: [Author] = [],
    format: String? = nil, published: Instant? = nil
  ) {
    self.id = id
    self.brands = brands
    self.title = title
    self.campaign = campaign
    self.authors = authors
    self.format = format
    self.published = published
  }

  /// The title, or the id where there is none.
  public var label: String { title ?? id }
}
