/// One contact met one channel once: a row of touchpoints.csv without its contact and its numbers.
///
/// Sixteen bytes, so that one cache line holds four whole touches and a contact's history is one or two lines.
public struct Touch: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public var milliseconds: Int64
  /// Index of the content plus 1; 0 for none.
  private var contentCode: UInt32
  /// Index of the channel in the upper 24 bits, index of the kind in the lower 8.
  private var channelAndKind: UInt32

  /// The most channels that a dataset can have.
  public static let maximumChannels = 1 << 24

  /// - Parameters:
  ///   - channel: index of the channel, below ``maximumChannels``.
  ///   - content: index of the content, or nil.
  ///   - kind: index of the kind in the ``KindTable``, below ``KindTable/maximumCount``.
  @inlinable
  public init(time: Instant, channel: Int, content: Int?, kind: Int) {
    self.init(
      milliseconds: time.milliseconds, channel: UInt32(channel), contentCode: content.map { UInt32($0 + 1) } ?? 0,
      kind: UInt32(kind))
  }

  @usableFromInline
  package init(milliseconds: Int64, channel: UInt32, contentCode: UInt32, kind: UInt32) {
    self.milliseconds = milliseconds
    self.contentCode = contentCode
    self.channelAndKind = channel << 8 | kind & 0xFF
  }

  public var time: Instant { Instant(milliseconds: milliseconds) }

  /// Index of the channel.
  public var channel: Int { Int(channelAndKind >> 8) }

  /// Index of the kind.
  public var kind: Int { Int(channelAndKind & 0xFF) }

  /// Index of the content, or nil.
  public var content: Int? { contentCode == 0 ? nil : Int(contentCode) - 1 }

  /// Index of the content plus 1; 0 for none. For tables that are looked up without a branch.
  public var contentOrZero: Int { Int(contentCode) }
}
