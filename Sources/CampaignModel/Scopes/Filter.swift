/// Narrows a campaign's touches T(K) (<doc:Metrics#Filters>).
///
/// A filter decides which touches of the window count for the campaign. What "first" and "after" mean is still
/// decided by the whole log: `--medium newsletter` leaves as new contacts those whose very first touch was in a
/// newsletter of the campaign. A segment narrows the contacts, for every figure.
public struct Filter: Hashable, Sendable {
  /// Only touches at or after this instant.
  public var from: Instant?
  /// Only touches before this instant.
  public var until: Instant?
  /// Only touches of at least this level.
  public var level: Level?
  /// Only touches in channels of this medium.
  public var medium: String?
  /// Only contacts of this segment.
  public var segment: String?

  public init(
    from: Instant? = nil, until: Instant? = nil, level: Level? = nil, medium: String? = nil, segment: String? = nil
  ) {
    self.from = from
    self.until = until
    self.level = level
    self.medium = medium
    self.segment = segment
  }

  /// A filter that leaves everything in.
  public static let none = Filter()
}
