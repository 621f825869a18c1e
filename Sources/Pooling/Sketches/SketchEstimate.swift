/// A number of contacts estimated from hashes, with its 95 % interval.
package struct SketchEstimate: Hashable, Sendable {
  package var value: Double
  package var low: Double
  package var high: Double
  /// How many hashes it comes from.
  package var hashes: Int
  /// Whether nothing was left out, so that it is no estimate.
  package var isExact: Bool

  /// An estimate from fewer hashes than this tells too little.
  package static let fewestHashes = 100

  /// The 97.5 % quantile of the standard normal distribution.
  private static let quantile = 1.959963984540054

  /// How many contacts so many hashes stand for.
  ///
  /// Each contact's hash is held with the probability `fraction`. The interval holds the numbers N for which the count of
  /// hashes is not further from N · fraction than 1.96 standard deviations of a binomial distribution (the score interval
  /// of E. B. Wilson, 1927, doi:10.1080/01621459.1927.10502953, for a known share and an unknown whole).
  ///
  /// - Parameter fraction: which share of all hashes is held, above 0; 1 makes it exact.
  package init(hashes: Int, fraction: Double) {
    self.hashes = hashes
    isExact = fraction >= 1
    value = Double(hashes) / fraction
    let spread = SketchEstimate.quantile * SketchEstimate.quantile * max(0, 1 - fraction)
    let center = Double(hashes) + spread / 2
    let width = (spread * Double(hashes) + spread * spread / 4).squareRoot()
    low = max(Double(hashes), (center - width) / fraction)
    high = (center + width) / fraction
  }

  /// A sum of weights of hashes, such as shares: its variance is that of the hashes' presence.
  init(weights: Double, squares: Double, hashes: Int, fraction: Double) {
    self.hashes = hashes
    isExact = fraction >= 1
    value = weights / fraction
    let width = SketchEstimate.quantile * (squares * max(0, 1 - fraction)).squareRoot() / fraction
    low = max(weights, value - width)
    high = value + width
  }

  /// Whether it comes from enough hashes to say anything.
  package var isTold: Bool { isExact || hashes >= SketchEstimate.fewestHashes }
}

extension ThetaSketch {
  /// The size of the set with its interval.
  package var sizeEstimate: SketchEstimate {
    SketchEstimate(hashes: hashes.count, fraction: isEstimation ? fraction : 1)
  }
}
