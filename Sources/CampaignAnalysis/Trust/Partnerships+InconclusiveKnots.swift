extension Partnerships {
  /// How many knots of pairs that gave enough to be judged the data do not settle; nil where one is withheld.
  var inconclusiveKnots: Trust.Entry {
    let judged = pairs.filter { [.reef, .granny, .oneSided].contains($0.knot) }
    let isWithheld = pairs.contains { $0.knot == nil }
    return Trust.Entry(
      check: .inconclusiveKnots, count: isWithheld ? nil : judged.count { $0.isConclusive != true },
      of: isWithheld ? nil : judged.count, value: nil)
  }
}
extension Partnerships.Pair {
  var isConclusive: Bool? {
    guard let a = aToB, let b = bToA, let knot else { return nil }
    let s = Proportion(a, of: a + b)
    guard let low = s.low.map({ 2 * $0 - 1 }), let high = s.high.map({ 2 * $0 - 1 }) else { return nil }
    switch knot {
    case .none, .unclear: return nil
    case .reef: return low >= -1.0 / 3 && high <= 1.0 / 3
    default: return low > 1.0 / 3 || high < -1.0 / 3
    }
  }
}
