/// The ends of a figure's 95 % interval (<doc:Metrics#Intervals>).
public struct Interval: Hashable, Sendable {
  package static let title: Texts = ("95 % interval", "95-%-Intervall")

  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The interval from the 2.5 % to the 97.5 % quantile of what a figure was in the replicates of a bootstrap, linear
  /// between the two replicates next to a quantile; nil where it was known in fewer than half of them.
  ///
  /// Reference: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages" (1996), type 7,
  /// doi:10.1080/00031305.1996.10473566.
  ///
  /// - Parameter replicates: nil where the figure was not known.
  package init?(ofReplicates replicates: [Double?]) {
    let sorted = replicates.compactMap(\.self).sorted()
    guard !sorted.isEmpty, sorted.count * 2 >= replicates.count else { return nil }
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    self.init(low: quantile(0.025), high: quantile(0.975))
  }
}
