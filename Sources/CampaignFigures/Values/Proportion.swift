/// A count of a whole with its rate and the 95 % Wilson score interval (<doc:Metrics#Intervals>).
public struct Proportion: Hashable, Sendable {
  /// How many of the whole.
  public var count: Int
  /// The whole.
  public var of: Int
  /// `count / of`; nil when the whole is 0.
  public var rate: Double?
  /// Lower end of the interval; nil when the whole is 0 or the count is complete.
  public var low: Double?
  /// Upper end of the interval; nil when the whole is 0 or the count is complete.
  public var high: Double?

  /// Creates a proportion of a sample, with its interval.
  ///
  /// Reference: E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927),
  /// doi:10.1080/01621459.1927.10502953.
  public init(_ count: Int, of whole: Int) {
    self.init(complete: count, of: whole)
    guard whole > 0 else { return }
    let n = Double(whole)
    let p = Double(count) / n
    let z2 = normalQuantile * normalQuantile
    let center = p + z2 / (2 * n)
    let spread = normalQuantile * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
    low = count == 0 ? 0 : (center - spread) / (1 + z2 / n)
    high = count == whole ? 1 : (center + spread) / (1 + z2 / n)
  }

  /// Creates a proportion of a complete count, which has no interval.
  public init(complete count: Int, of whole: Int) {
    self.count = count
    self.of = whole
    rate = whole > 0 ? Double(count) / Double(whole) : nil
  }
}

/// The 97.5 % quantile of the standard normal distribution, used for every interval (<doc:Metrics#Intervals>).
package let normalQuantile = 1.959963984540054
