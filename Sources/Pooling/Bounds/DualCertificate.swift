/// A proof, in whole numbers, that a figure of a ``RegionProgram`` is at least some number.
///
/// Row i is taken `weights[i] / denominator` times. Where no region counts more in the sum of the rows than in the
/// figure, the figure is at least the same sum of the rows' ends: the low ends of those taken positively, the high ends
/// of those taken negatively (weak duality of linear programs). The simplex method finds the multipliers in floating
/// point; here they are turned into fractions and the claim is checked for all 2ⁿ − 1 regions without rounding.
struct DualCertificate: Sendable {
  /// Per row of the program.
  let weights: [Int]
  let denominator: Int
  /// The figure is at least `numerator / (denominator × 2²⁰)`; the factor leaves room for ends that are no whole numbers.
  private let numerator: Int128

  private static let fixedPoint = Double(1 << 20)
  /// Multipliers are sums and quotients of small whole numbers.
  private static let largestDenominator = 5040
  /// The least common multiple of 1 … 16, by which shares of regions become whole.
  private static let shareUnit = 720_720

  /// Nil where the multipliers are no fractions of small numbers, or prove nothing.
  init?(_ program: RegionProgram, _ objective: RegionForm, multipliers: [Double]) {
    guard let (weights, denominator) = DualCertificate.fractions(multipliers) else { return nil }
    var sum: Int128 = 0
    for (row, weight) in zip(program.rows, weights) where weight != 0 {
      let end = weight > 0 ? row.low : row.high
      guard end.isFinite, abs(end) < 1e12 else { return nil }
      // Rounded towards what proves less.
      let fixed = (end * DualCertificate.fixedPoint).rounded(weight > 0 ? .down : .up)
      sum += Int128(fixed) * Int128(weight)
    }
    numerator = sum
    self.weights = weights
    self.denominator = denominator
    guard holds(program, objective) else { return nil }
  }

  /// Whether no region, and no further variable, counts more in the rows than in the figure.
  private func holds(_ program: RegionProgram, _ objective: RegionForm) -> Bool {
    var extras = [Int](repeating: 0, count: program.extraCount)
    for (row, weight) in zip(program.rows, weights) {
      for extra in row.extras { extras[extra.variable] += weight * extra.coefficient }
    }
    guard extras.allSatisfy({ $0 <= 0 }) else { return false }
    let forms = program.rows.map(\.form) + [objective]
    let unit = forms.contains(where: \.hasFractions) ? DualCertificate.shareUnit : 1
    let sums = RegionForm.values(
      of: forms, multipliers: (weights + [-denominator]).map { $0 * unit }, setCount: program.setCount
    ) { $0 / $1 }
    return sums.dropFirst().allSatisfy { $0 <= 0 }
  }

  /// The least whole number that the figure can be.
  var wholeBound: Int {
    let divisor = Int128(denominator) << 20
    let quotient = numerator / divisor
    return Int(quotient) + (numerator > quotient * divisor ? 1 : 0)
  }

  /// All multipliers as fractions with one denominator.
  private static func fractions(_ multipliers: [Double]) -> (weights: [Int], denominator: Int)? {
    var denominator = 1
    for multiplier in multipliers {
      guard abs(multiplier) < 1e4, let part = self.denominator(of: multiplier) else { return nil }
      denominator = leastCommonMultiple(denominator, part)
      guard denominator <= largestDenominator * 10 else { return nil }
    }
    let weights = multipliers.map { Int(($0 * Double(denominator)).rounded()) }
    let divisor = weights.reduce(denominator, greatestCommonDivisor)
    return (weights.map { $0 / divisor }, denominator / divisor)
  }

  /// The denominator of the simplest fraction near a number, by its continued fraction.
  private static func denominator(of number: Double) -> Int? {
    var rest = abs(number)
    var (before, current) = (1.0, 0.0)
    for _ in 0..<32 {
      let whole = rest.rounded(.down)
      (before, current) = (current, whole * current + before)
      guard current <= Double(largestDenominator) else { return nil }
      if abs((abs(number) * current).rounded() - abs(number) * current) < 1e-7 { return Int(current) }
      rest = 1 / (rest - whole)
    }
    return nil
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (abs(left), abs(right))
    while right != 0 { (left, right) = (right, left % right) }
    return max(1, left)
  }

  private static func leastCommonMultiple(_ left: Int, _ right: Int) -> Int {
    left / greatestCommonDivisor(left, right) * right
  }
}
