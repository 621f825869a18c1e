/// A figure that is linear in the regions of some sets: what one contact counts towards it, by the sets it is in.
///
/// A region is a bit mask of the sets that its contacts are in, not 0. Every figure of totals.csv is a sum of few terms
/// of which whole families are added up over all regions in n · 2ⁿ steps (``values(of:multipliers:setCount:share:)``).
struct RegionForm: Hashable, Sendable {
  enum Term: Hashable, Sendable {
    /// 1 in regions that have all sets of the mask; of the mask 0 in every region.
    case covers(Int)
    /// 1 in regions that have no sets but those of the mask.
    case within(Int)
    /// In regions that have the set with this number, one part in as many as they have sets.
    case share(Int)
    /// 1 in regions that have at least `count` sets of the mask.
    case atLeast(count: Int, of: Int)
  }

  /// Terms with their whole-numbered weights.
  private(set) var terms: [(term: Term, weight: Int)]

  init(_ terms: [(Term, Int)]) { self.terms = terms.map { (term: $0.0, weight: $0.1) } }

  static func == (left: RegionForm, right: RegionForm) -> Bool {
    left.terms.elementsEqual(right.terms) { $0.term == $1.term && $0.weight == $1.weight }
  }

  func hash(into hasher: inout Hasher) {
    for (term, weight) in terms {
      hasher.combine(term)
      hasher.combine(weight)
    }
  }

  static let zero = RegionForm([])

  /// Contacts in all sets of a mask.
  static func overlap(_ mask: Int) -> RegionForm { RegionForm([(.covers(mask), 1)]) }

  /// Contacts in any set of a mask, of all sets in `everyone`.
  static func union(_ mask: Int, of everyone: Int) -> RegionForm {
    if mask == everyone { return RegionForm([(.covers(0), 1)]) }
    if mask.nonzeroBitCount == 1 { return overlap(mask) }
    return RegionForm([(.covers(0), 1), (.within(everyone & ~mask), -1)])
  }

  /// Contacts in no set beside those of a mask.
  static func exclusive(_ mask: Int) -> RegionForm { RegionForm([(.within(mask), 1)]) }

  /// Contacts in one set and in none of those before it.
  static func stacked(_ last: Int, after before: Int, of everyone: Int) -> RegionForm {
    RegionForm([(.within(everyone & ~before), 1), (.within(everyone & ~before & ~last), -1)])
  }

  /// The same with opposite sign.
  var negated: RegionForm { RegionForm(terms.map { ($0.term, -$0.weight) }) }

  /// What a contact of a region counts.
  func value(inRegion region: Int) -> Double {
    var sum = 0.0
    for (term, weight) in terms {
      switch term {
      case .covers(let mask): if region & mask == mask { sum += Double(weight) }
      case .within(let mask): if region & ~mask == 0 { sum += Double(weight) }
      case .share(let set): if region >> set & 1 == 1 { sum += Double(weight) / Double(region.nonzeroBitCount) }
      case .atLeast(let count, let mask): if (region & mask).nonzeroBitCount >= count { sum += Double(weight) }
      }
    }
    return sum
  }

  /// Whether a contact may count a fraction.
  var hasFractions: Bool {
    terms.contains { if case .share = $0.term { true } else { false } }
  }

  /// Per region, Σ multiplier × form: entry 0 means nothing.
  ///
  /// Terms of the first two kinds are gathered by mask and then added up over subsets and supersets one set at a time
  /// (Yates, "The design and analysis of factorial experiments", 1937).
  ///
  /// - Parameter share: a number divided by how many sets a region has.
  /// - Complexity: O(forms + n · 2ⁿ), and O(2ⁿ) for each term of the last kind.
  static func values<Number: SignedNumeric>(
    of forms: [RegionForm], multipliers: [Number], setCount: Int, share: (Number, Int) -> Number
  ) -> [Number] {
    let count = 1 << setCount
    var covering = [Number](repeating: .zero, count: count)
    var containing = covering
    var shares = [Number](repeating: .zero, count: setCount)
    var others: [(least: Int, mask: Int, weight: Number)] = []
    for (form, multiplier) in zip(forms, multipliers) where multiplier != .zero {
      for (term, weight) in form.terms {
        let weight = multiplier * (Number(exactly: weight) ?? .zero)
        switch term {
        case .covers(let mask): covering[mask] += weight
        case .within(let mask): containing[mask] += weight
        case .share(let set): shares[set] += weight
        case .atLeast(let least, let mask): others.append((least: least, mask: mask, weight: weight))
        }
      }
    }
    addOverSubsets(&covering, setCount)
    addOverSupersets(&containing, setCount)
    for region in 0..<count { covering[region] += containing[region] }
    if shares.contains(where: { $0 != .zero }) { addShares(shares, to: &covering, share) }
    for other in others {
      for region in 1..<count where (region & other.mask).nonzeroBitCount >= other.least {
        covering[region] += other.weight
      }
    }
    return covering
  }

  private static func addOverSubsets<Number: SignedNumeric>(_ values: inout [Number], _ setCount: Int) {
    for set in 0..<setCount {
      let step = 1 << set
      var block = 0
      while block < values.count {
        for region in block..<block + step { values[region + step] += values[region] }
        block += 2 * step
      }
    }
  }

  private static func addOverSupersets<Number: SignedNumeric>(_ values: inout [Number], _ setCount: Int) {
    for set in 0..<setCount {
      let step = 1 << set
      var block = 0
      while block < values.count {
        for region in block..<block + step { values[region] += values[region + step] }
        block += 2 * step
      }
    }
  }

  private static func addShares<Number: SignedNumeric>(
    _ shares: [Number], to values: inout [Number], _ share: (Number, Int) -> Number
  ) {
    var sums = [Number](repeating: .zero, count: values.count)
    for (set, weight) in shares.enumerated() {
      let step = 1 << set
      for region in 0..<step { sums[region + step] = sums[region] + weight }
    }
    for region in 1..<values.count { values[region] += share(sums[region], region.nonzeroBitCount) }
  }
}
