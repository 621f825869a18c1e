/// The best possible bounds of figures, given all delivered ones.
struct SharpBounds: Sendable {
  private(set) var program: RegionProgram
  private var simplex: BoundedSimplex

  init(_ program: RegionProgram) {
    self.program = program
    simplex = BoundedSimplex(program)
  }

  /// Finds numbers of contacts that fulfil all rows, so that copies need not each do so. Returns whether there are any.
  mutating func prepare() -> Bool {
    if case .infeasible = simplex.minimize(.zero) { return false }
    return true
  }

  /// The same with one more row, from where this one is.
  func adding(_ row: RegionProgram.Row) -> SharpBounds {
    var copy = self
    copy.program.add(row)
    copy.simplex.add(row)
    return copy
  }

  /// An end of a figure's interval.
  enum End {
    /// The figure lies on this side of the number, as the proof shows; without one it was found in floating point.
    case bound(Int, BoundProof?)
    case unlimited
    /// The delivered figures cannot hold together.
    case contradiction
    /// The method did not come to an end.
    case unfinished
  }

  /// The least that a figure can be, in whole contacts.
  mutating func low(_ form: RegionForm) -> End { end(form, isLow: true) }

  /// The most that a figure can be, in whole contacts.
  mutating func high(_ form: RegionForm) -> End { end(form, isLow: false) }

  private mutating func end(_ form: RegionForm, isLow: Bool) -> End {
    let objective = isLow ? form : form.negated
    switch simplex.minimize(objective) {
    case .unbounded: return .unlimited
    case .infeasible: return .contradiction
    case .unfinished: return .unfinished
    case .optimal(let value, let multipliers):
      guard let certificate = DualCertificate(program, objective, multipliers: multipliers) else {
        let slack = 1e-6 + 1e-11 * abs(value)
        let whole = Int((value - slack).rounded(.up))
        return .bound(isLow ? max(0, whole) : -whole, nil)
      }
      let whole = certificate.wholeBound
      return .bound(isLow ? max(0, whole) : -whole, proof(certificate, isLow: isLow))
    }
  }

  private func proof(_ certificate: DualCertificate, isLow: Bool) -> BoundProof {
    var steps: [BoundProof.Step] = []
    var sum = 0.0
    for (row, weight) in zip(program.rows, certificate.weights) where weight != 0 {
      let end = weight > 0 ? row.low : row.high
      let numerator = isLow ? weight : -weight
      sum += Double(numerator) * end / Double(certificate.denominator)
      steps.append(
        BoundProof.Step(figure: row.figure, numerator: numerator, denominator: certificate.denominator, end: end))
    }
    return BoundProof(steps: steps, sum: sum)
  }
}
