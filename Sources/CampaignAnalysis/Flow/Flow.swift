public import CampaignFigures
public import CampaignModel

/// How brands' messages reached contacts through channels of others: brand → foreign channel → contacts.
///
/// Over the foreign touches of T(K), per brand (<doc:Metrics#Touches>). Contacts are distinct in every count,
/// so that the counts of links do not add up to those of channels or brands. Lists are sorted by contacts, largest
/// first, then by id. A count is nil when it is withheld (`minimum_group`).
public struct Flow: Sendable {
  /// Contacts that met one brand in one channel of somebody else.
  public struct Link: Hashable, Sendable {
    public var brand: Int
    public var channel: Int
    public var contacts: Int?
  }

  /// Contacts that met a brand in channels of others.
  public struct Brand: Hashable, Sendable {
    public var brand: Int
    public var contacts: Int?
  }

  /// Contacts that met others' brands in a channel.
  public struct Channel: Hashable, Sendable {
    public var channel: Int
    public var contacts: Int?
  }

  public var scope: Scope
  /// Contacts with a touch about a brand in a channel that is not that brand's.
  public var contacts: Int?
  public var brands: [Brand]
  public var channels: [Channel]
  public var links: [Link]
  public var unknown: [UnknownFigure]
}
