/// An organization that takes part: a row of partners.csv, or an owner named in channels.csv where that file is missing.
public struct Partner: Hashable, Sendable {
  public var id: String
  public var name: String?
  public var sector: String?
  /// Stage of the value chain, such as producer or retailer.
  public var stage: String?
  /// When it joined the network.
  public var joined: Instant?
  /// When it left the network.
  public var left: Instant?

  public init(
    id: String, name: String? = nil, sector: String? = nil, stage: String? = nil, joined: Instant? = nil,
    left: Instant? = nil
  ) {
    self.id = id
    self.name = name
    self.sector = sector
    self.stage = stage
    self.joined = joined
    self.left = left
  }

  /// The name, or the id where there is none.
  public var label: String { name ?? id }
}
