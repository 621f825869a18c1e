/// Bounds of a union that need no linear program, from the sizes of sets and of their pairs, each between two numbers.
struct ClosedForms: Sendable {
  /// Where a bound comes from.
  enum Name: String, CaseIterable, Sendable {
    /// The largest set, and the sum of all: G. Boole, "An investigation of the laws of thought" (1854); M. Fréchet,
    /// "Généralisation du théorème des probabilités totales" (1935).
    case frechet
    /// All cannot be more than there are.
    case universe
    /// It was delivered itself.
    case delivered
    /// Sums of one and of two at a time: C. E. Bonferroni, "Teoria statistica delle classi e calcolo delle probabilità"
    /// (1936).
    case bonferroni
    /// D. A. Dawson and D. Sankoff, "An inequality for probabilities" (1967), doi:10.1090/S0002-9939-1967-0215379-7.
    case dawsonSankoff = "dawson_sankoff"
    /// D. de Caen, "A lower bound on the probability of a union" (1997), doi:10.1016/S0012-365X(96)00102-5.
    case deCaen = "de_caen"
    /// H. Kuai, F. Alajaji, G. Takahara, "A lower bound on the probability of a finite union of events" (2000),
    /// doi:10.1016/S0012-365X(99)00246-4; never less than the two before.
    case kuaiAlajajiTakahara = "kuai_alajaji_takahara"
    /// S. M. Kwerel, "Most stringent bounds on aggregated probabilities of partially specified dependent probability
    /// systems" (1975), doi:10.1080/01621459.1975.10479869.
    case kwerel
    /// E. G. Kounias, "Bounds for the probability of a union, with applications" (1968), doi:10.1214/aoms/1177698049.
    case kounias
    /// The heaviest tree of overlaps: D. Hunter, "An upper bound for the probability of a union" (1976),
    /// doi:10.2307/3212481; K. J. Worsley, "An improved Bonferroni inequality and applications" (1982),
    /// doi:10.1093/biomet/69.2.297.
    case hunterWorsley = "hunter_worsley"
  }

  /// Per set, at least and at most so many; at most may be infinite.
  private(set) var sets: [ClosedRange<Double>]
  /// Per pair, row by row, at least and at most so many.
  private var pairs: [ClosedRange<Double>]
  /// All that there are; infinite where nobody knows.
  let universe: Double

  /// - Parameter pairs: delivered sizes of pairs; of others is known what follows from the sizes of the two.
  init(sets: [ClosedRange<Double>], universe: Double, pair: (Int, Int) -> ClosedRange<Double>?) {
    self.sets = sets
    self.universe = universe
    pairs = []
    for left in sets.indices {
      for right in sets.indices {
        let most = min(sets[left].upperBound, sets[right].upperBound)
        let least = universe.isFinite ? max(0, sets[left].lowerBound + sets[right].lowerBound - universe) : 0
        let delivered = left == right ? nil : pair(min(left, right), max(left, right))
        let low = min(most, max(least, delivered?.lowerBound ?? 0))
        pairs.append(low...max(low, min(most, delivered?.upperBound ?? .infinity)))
      }
    }
  }

  private func pair(_ left: Int, _ right: Int) -> ClosedRange<Double> { pairs[left * sets.count + right] }

  /// The same without some of the sets.
  func only(_ kept: [Int]) -> ClosedForms {
    ClosedForms(sets: kept.map { sets[$0] }, universe: universe) { pair(kept[$0], kept[$1]) }
  }

  /// The largest lower end of a set's overlaps, and the sum of their upper ends.
  func overlaps(of set: Int) -> (largestLow: Double, sumOfHighs: Double) {
    let others = sets.indices.filter { $0 != set }.map { pair(set, $0) }
    return (others.map(\.lowerBound).max() ?? 0, others.reduce(0) { $0 + $1.upperBound })
  }

  /// The largest of the lower bounds of the union. All are 0 for no set.
  var low: (value: Double, name: Name) {
    let count = Double(sets.count)
    let single = sets.reduce(0) { $0 + $1.lowerBound }
    var overlaps = 0.0
    for left in sets.indices { for right in 0..<left { overlaps += pair(left, right).upperBound } }
    var best = (value: sets.map(\.lowerBound).max() ?? 0, name: Name.frechet)
    func take(_ value: Double, _ name: Name) { if value > best.value + 1e-9 { best = (value, name) } }
    guard overlaps.isFinite else { return best }
    take(single - overlaps, .bonferroni)
    // It holds for every whole number, and is largest at 1 + ⌊2 S₂ / S₁⌋ where the sums are known exactly.
    var number = 1.0
    while number < max(2, count) {
      take(2 * single / (number + 1) - 2 * overlaps / (number * (number + 1)), .dawsonSankoff)
      number += 1
    }
    // Each contact is shared out among its sets. A set's shares are least if its contacts are in as many further sets as
    // each other: in so many on average, or in the whole numbers next to that.
    var (average, whole) = (0.0, 0.0)
    for left in sets.indices where sets[left].lowerBound > 0 {
      let size = sets[left].lowerBound
      let others = sets.indices.reduce(0) { $0 + ($1 == left ? 0 : min(size, pair(left, $1).upperBound)) } / size
      let below = others.rounded(.down)
      average += size / (1 + others)
      whole += size * ((1 - others + below) / (below + 1) + (others - below) / (below + 2))
    }
    take(average, .deCaen)
    take(whole, .kuaiAlajajiTakahara)
    return best
  }

  /// The smallest of the upper bounds of the union; infinite where nothing limits it.
  var high: (value: Double, name: Name) {
    let single = sets.reduce(0) { $0 + $1.upperBound }
    var best = (value: single, name: Name.frechet)
    func take(_ value: Double, _ name: Name) { if value < best.value - 1e-9 { best = (value, name) } }
    take(universe, .universe)
    guard single.isFinite, sets.count > 1 else { return best }
    var overlaps = 0.0
    var most = 0.0
    for left in sets.indices {
      for right in 0..<left { overlaps += pair(left, right).lowerBound }
      most = max(most, sets.indices.reduce(0) { $0 + ($1 == left ? 0 : pair(left, $1).lowerBound) })
    }
    take(single - 2 * overlaps / Double(sets.count), .kwerel)
    take(single - most, .kounias)
    take(single - heaviestTree, .hunterWorsley)
    return best
  }

  /// The weight of the heaviest spanning tree of overlaps (Prim's algorithm).
  private var heaviestTree: Double {
    var weight = 0.0
    var isIn = [Bool](repeating: false, count: sets.count)
    var link = [Double](repeating: 0, count: sets.count)
    for step in sets.indices {
      guard let next = sets.indices.filter({ !isIn[$0] }).max(by: { link[$0] < link[$1] }) else { break }
      isIn[next] = true
      if step > 0 { weight += link[next] }
      for other in sets.indices where !isIn[other] { link[other] = max(link[other], pair(next, other).lowerBound) }
    }
    return weight
  }

  /// What the union would be if the sets were independent of each other: U (1 − Π (1 − aᵢ / U)); nil where U is not known
  /// or sizes are not exact. Known in media planning by the name of J. M. Sainsbury.
  var independentGuess: Double? {
    guard universe.isFinite, universe > 0, sets.allSatisfy({ $0.lowerBound == $0.upperBound }) else { return nil }
    return universe * (1 - sets.reduce(1) { $0 * (1 - min(1, $1.lowerBound / universe)) })
  }
}
