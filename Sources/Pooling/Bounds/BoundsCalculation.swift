import CampaignModel
import Parallelism

/// Asks for one figure after the other what delivered totals say of it.
struct BoundsCalculation {
  let family: TotalsFamily
  let threads: Int
  private let closed: ClosedForms
  private let program: RegionProgram?

  init(family: TotalsFamily, threads: Int) {
    self.family = family
    self.threads = threads
    closed = family.closedForms
    program = family.isSmall ? family.program() : nil
  }

  /// A figure with its form and its closed bounds.
  private struct Query: Sendable {
    var form: RegionForm
    var closed: BoundedFigure
  }

  private typealias Answer = Result<BoundedFigure, TotalsError>

  func run(_ questions: [TotalsBounds.Question], advises: Bool) throws(TotalsError) -> TotalsBounds {
    let count = family.partners.count
    var queries = [union(Array(0..<count))] + questions.map(query)
    for partner in 0..<count {
      queries += [exclusive([partner]), union((0..<count).filter { $0 != partner })]
      if !isKnown(partner) { queries += [own(partner), incremental(partner)] }
    }
    let prepared = try prepared()
    let figures = try answers(queries, from: prepared)
    let reach = figures[0]
    let asked = zip(questions, figures.dropFirst()).map { TotalsBounds.Asked(question: $0.0, figure: $0.1) }
    var rest = figures.dropFirst(1 + questions.count)
    let carriers = (0..<count).map { partner in
      let (exclusive, foreign) = (rest.removeFirst(), rest.removeFirst())
      let (own, incremental) =
        isKnown(partner)
        ? (own(partner).closed, beyond(partner, reach)) : (rest.removeFirst(), rest.removeFirst())
      return TotalsBounds.Carrier(
        partner: partner, reach: own, exclusive: exclusive, foreign: foreign, incremental: incremental,
        synergy: synergy(own, incremental))
    }
    return TotalsBounds(
      family: family, reach: reach, carriers: carriers, asked: asked, independentGuess: closed.independentGuess,
      advice: advises ? try prepared.map { (sharp) throws(TotalsError) in try advice(reach, sharp) } : nil,
      isSharp: prepared != nil)
  }

  /// Whether a partner's own reach was delivered as one number.
  private func isKnown(_ partner: Int) -> Bool {
    let set = closed.sets[partner]
    return set.lowerBound == set.upperBound && set.lowerBound == set.lowerBound.rounded()
  }

  /// What the others reached beyond a partner whose own reach is known: the reach of all less its own.
  private func beyond(_ partner: Int, _ reach: BoundedFigure) -> BoundedFigure {
    let own = Int(closed.sets[partner].lowerBound)
    var figure = incremental(partner).closed
    figure.low = max(0, reach.low - own)
    figure.high = reach.high.map { $0 - own }
    return figure
  }

  /// 1 + incremental / own: it grows with the first and falls with the second.
  private func synergy(_ own: BoundedFigure, _ incremental: BoundedFigure) -> (low: Double, high: Double?)? {
    guard own.low > 0 else { return nil }
    let low = own.high.map { 1 + Double(incremental.low) / Double($0) } ?? 1
    return (low, incremental.high.map { 1 + Double($0) / Double(own.low) })
  }
}

// MARK: Figures and their closed bounds

extension BoundsCalculation {
  private func query(_ question: TotalsBounds.Question) -> Query {
    switch question.figure {
    case .union: union(question.partners)
    case .overlap: overlap(question.partners)
    case .exclusive: exclusive(question.partners)
    }
  }

  private func mask(_ partners: [Int]) -> Int { program == nil ? 0 : partners.reduce(0) { $0 | 1 << $1 } }

  private func union(_ partners: [Int]) -> Query {
    let part = closed.only(partners)
    var (low, high) = (part.low, part.high)
    if partners.count == family.partners.count {
      let delivered = family.deliveredUnion
      if delivered.lowerBound > low.value { low = (delivered.lowerBound, .delivered) }
      // Where no row names a partner, nothing but what was delivered of all limits them.
      if delivered.upperBound < high.value || partners.isEmpty { high = (delivered.upperBound, .delivered) }
    }
    let form = program.map { RegionForm.union(mask(partners), of: $0.everyone) } ?? .zero
    return Query(form: form, closed: figure((low.value, low.name), (high.value, high.name)))
  }

  private func own(_ partner: Int) -> Query {
    let set = closed.sets[partner]
    return Query(
      form: .overlap(mask([partner])), closed: figure((set.lowerBound, .delivered), (set.upperBound, .delivered)))
  }

  private func overlap(_ partners: [Int]) -> Query {
    let part = closed.only(partners)
    let most = part.sets.map(\.upperBound).min() ?? 0
    var least = 0.0
    if closed.universe.isFinite, partners.count > 0 {
      // Nobody is missing from more sets than one if those missing from each add up to all (Fréchet).
      least = part.sets.reduce(0) { $0 + $1.lowerBound } - Double(partners.count - 1) * closed.universe
    }
    return Query(form: .overlap(mask(partners)), closed: figure((max(0, least), .frechet), (most, .frechet)))
  }

  /// What is in the union of all and not in that of the others. Of one partner at most all but its largest overlap, and at
  /// least all but the sum of its overlaps.
  private func exclusive(_ partners: [Int]) -> Query {
    let others = (0..<family.partners.count).filter { !partners.contains($0) }
    let (whole, rest) = (union(Array(0..<family.partners.count)).closed, closed.only(others))
    let own = closed.only(partners)
    var most = min(own.high.value, whole.closedHigh.map { Double($0) - rest.low.value } ?? .infinity)
    var least = max(0, Double(whole.closedLow) - rest.high.value)
    if partners.count == 1, let partner = partners.first {
      let shared = closed.overlaps(of: partner)
      most = min(most, closed.sets[partner].upperBound - shared.largestLow)
      least = max(least, closed.sets[partner].lowerBound - shared.sumOfHighs)
    }
    return Query(form: .exclusive(mask(partners)), closed: figure((least, .frechet), (max(most, least), .frechet)))
  }

  private func incremental(_ partner: Int) -> Query {
    let whole = union(Array(0..<family.partners.count)).closed
    let set = closed.sets[partner]
    let others = (0..<family.partners.count).filter { $0 != partner }
    let least = max(0, Double(whole.closedLow) - set.upperBound)
    let most = min(closed.only(others).high.value, whole.closedHigh.map { Double($0) - set.lowerBound } ?? .infinity)
    return Query(form: .exclusive(mask(others)), closed: figure((least, .frechet), (max(most, least), .frechet)))
  }

  private func figure(
    _ low: (value: Double, name: ClosedForms.Name), _ high: (value: Double, name: ClosedForms.Name)
  ) -> BoundedFigure {
    let least = max(0, Int((low.value - 1e-6).rounded(.up)))
    let most = high.value.isFinite ? Int((high.value + 1e-6).rounded(.down)) : nil
    return BoundedFigure(
      low: least, high: most, closedLow: least, closedHigh: most, closedLowName: low.name.rawValue,
      closedHighName: high.name.rawValue)
  }
}

// MARK: Linear programs

extension BoundsCalculation {
  /// A program that is solved for no figure yet, from which copies start; nil where there are too many partners.
  private func prepared() throws(TotalsError) -> SharpBounds? {
    guard let program else { return nil }
    var sharp = SharpBounds(program)
    guard sharp.prepare() else { throw contradiction() }
    return sharp
  }

  /// How many lower, and upper, ends are found one after the other. The next lower end is far from the last one, so that more
  /// threads help; the next upper end is mostly near. For 16 partners this makes two shares and one of about as many steps.
  private static let lowsInARow = 17
  private static let highsInARow = 34

  /// Answers all, lower and upper ends apart, some of each in a row so that what one query learnt helps the next.
  private func answers(_ queries: [Query], from prepared: SharpBounds?) throws(TotalsError) -> [BoundedFigure] {
    guard let prepared else { return queries.map(\.closed) }
    func parts(_ size: Int, isLow: Bool) -> [(range: Range<Int>, isLow: Bool)] {
      stride(from: 0, to: queries.count, by: size).map { ($0..<min($0 + size, queries.count), isLow) }
    }
    let parts =
      parts(BoundsCalculation.lowsInARow, isLow: true) + parts(BoundsCalculation.highsInARow, isLow: false)
    let found = Guarded<[Int: [SharpBounds.End]]>([:])
    parallelFor(parts.count, threads: threads) { index in
      var sharp = prepared
      let part = parts[index]
      let ends = queries[part.range].map { part.isLow ? sharp.low($0.form) : sharp.high($0.form) }
      found.withLock { $0[index] = ends }
    }
    let byPart = found.withLock { $0 }
    let ends = parts.indices.flatMap { byPart[$0] ?? [] }
    var figures: [BoundedFigure] = []
    for (number, query) in queries.enumerated() {
      figures.append(try answer(query, ends[number], ends[queries.count + number]).get())
    }
    return figures
  }

  private func answer(_ query: Query, _ low: SharpBounds.End, _ high: SharpBounds.End) -> Answer {
    var figure = query.closed
    switch low {
    case .bound(let low, let proof): (figure.low, figure.lowProof) = (low, proof)
    case .unlimited, .unfinished: return .failure(.unfinished)
    case .contradiction: return .failure(contradiction())
    }
    switch high {
    case .bound(let high, let proof): (figure.high, figure.highProof) = (high, proof)
    case .unlimited: figure.high = nil
    case .contradiction: return .failure(contradiction())
    case .unfinished: return .failure(.unfinished)
    }
    guard let high = figure.high, figure.low > high else { return .success(figure) }
    // Fractions of contacts fulfil all rows, but no whole number lies between the ends.
    let steps = (figure.lowProof?.steps ?? []) + (figure.highProof?.steps ?? [])
    let figures = Set(steps.compactMap(\.figure)).sorted()
    return .failure(.contradiction(Contradiction(figures: figures, isSmallest: false)))
  }

  private func contradiction() -> TotalsError {
    var search = ContradictionSearch(family)
    guard let found = search.find() else { return .unfinished }
    return .contradiction(found)
  }

  /// Asks for each overlap that nobody delivered what the reach would be if it lay in the middle.
  private func advice(_ reach: BoundedFigure, _ prepared: SharpBounds) throws(TotalsError) -> [TotalsBounds.Advice] {
    let known = Set(family.items.filter { $0.total.figure == .overlap && $0.partners.count == 2 }.map(\.mask))
    var pairs: [[Int]] = []
    for right in family.partners.indices {
      for left in 0..<right where !known.contains(mask([left, right])) { pairs.append([left, right]) }
    }
    guard let width = reach.width, width > 0, !pairs.isEmpty else { return [] }
    let overlaps = try answers(pairs.map { overlap($0) }, from: prepared)
    let whole = union(Array(family.partners.indices))
    // One row more moves the ends of the reach little.
    var (low, high) = (prepared, prepared)
    (_, _) = (low.low(whole.form), high.high(whole.form))
    let (fromLow, fromHigh, asked) = (low, high, pairs)
    let found = Guarded<[Int: TotalsBounds.Advice]>([:])
    parallelFor(asked.count, threads: threads) { index in
      guard let most = overlaps[index].high, overlaps[index].low < most else { return }
      let least = overlaps[index].low
      let middle = Double(least + (most - least) / 2)
      let row = RegionProgram.Row(form: .overlap(mask(asked[index])), low: middle, high: middle, figure: nil)
      var (low, high) = (fromLow.adding(row), fromHigh.adding(row))
      guard case .success(let then) = answer(whole, low.low(whole.form), high.high(whole.form)), let left = then.width
      else { return }
      let advice = TotalsBounds.Advice(
        partners: asked[index], overlap: (least, most), width: left, gain: max(0, width - left))
      found.withLock { $0[index] = advice }
    }
    return found.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value).sorted {
      ($1.gain, $0.partners[1], $0.partners[0]) < ($0.gain, $1.partners[1], $1.partners[0])
    }
  }
}
