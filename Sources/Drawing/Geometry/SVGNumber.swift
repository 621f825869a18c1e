/// Writes coordinates.
enum SVGNumber {
  /// A coordinate with at most two decimals, the same text everywhere.
  static func text(_ value: Double) -> String {
    precondition(value.isFinite && abs(value) < 1e12, "A coordinate is a finite number.")
    let hundredths = Int((value * 100).rounded())
    let magnitude = hundredths.magnitude
    let fraction = magnitude % 100
    let digits =
      fraction == 0 ? "" : fraction % 10 == 0 ? ".\(fraction / 10)" : fraction < 10 ? ".0\(fraction)" : ".\(fraction)"
    return (hundredths < 0 ? "-" : "") + "\(magnitude / 100)" + digits
  }
}
