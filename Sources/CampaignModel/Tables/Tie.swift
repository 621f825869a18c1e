/// A directed tie between two contacts: a row of ties.csv.
public struct Tie: Sendable {
  /// Index of the contact it starts from.
  public var from: Int
  /// Index of the contact it leads to.
  public var to: Int
  /// Such as refers, knows or vouches.
  public var kind: String?
  public var time: Instant?
  /// Strength; nil where the file gives none.
  public var weight: Double?

  public init(from: Int, to: Int, kind: String? = nil, time: Instant? = nil, weight: Double? = nil) {
    self.from = from
    self.to = to
    self.kind = kind
    self.time = time
    self.weight = weight
  }
}
