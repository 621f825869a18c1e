/// Something one partner gave another: a gesture, money, hours or content (a row of exchanges.csv).
public struct Exchange: Hashable, Sendable {
  public var time: Instant
  /// Index of the partner that gave.
  public var from: Int
  /// Index of the partner that received.
  public var to: Int
  public var kind: String
  /// In the dataset's currency.
  public var value: Double?

  public init(time: Instant, from: Int, to: Int, kind: String, value: Double? = nil) {
    self.time = time
    self.from = from
    self.to = to
    self.kind = kind
    self.value = value
  }
}
