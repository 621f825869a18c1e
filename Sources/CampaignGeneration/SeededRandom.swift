/// Random numbers that are the same on every machine for the same seed: xoshiro256**, its state
/// filled by SplitMix64. Integer arithmetic only; every distribution of this module is built on it.
///
/// Reference: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM
/// Transactions on Mathematical Software 47 (2021), doi:10.1145/3460772; G. Steele, D. Lea,
/// C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, doi:10.1145/2660193.2660195.
struct SeededRandom {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// A generator of its own for each `stream` of one seed, so that one table's draws do not shift another's.
  init(seed: UInt64, stream: UInt64) {
    let start = splitMix64(seed) ^ splitMix64(stream &+ 0x5EED)
    state = (
      splitMix64(start), splitMix64(start &+ goldenGamma),
      splitMix64(start &+ 2 &* goldenGamma), splitMix64(start &+ 3 &* goldenGamma)
    )
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, 45)
    return result
  }

  /// A number in `0..<bound`, each equally likely: D. Lemire, "Fast random integer generation in an
  /// interval", ACM TOMACS 29 (2019), doi:10.1145/3230636.
  mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a random number needs a positive bound")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// True in `percent` of 100 draws.
  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// A number in `range`, each equally likely.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// One of `items`, each equally likely; `items` is not empty.
  mutating func element<Item>(of items: [Item]) -> Item {
    items[below(items.count)]
  }

  private func rotated(_ value: UInt64, _ places: UInt64) -> UInt64 {
    (value << places) | (value >> (64 - places))
  }
}

/// The increment of SplitMix64: 2^64 divided by the golden ratio, odd.
let goldenGamma: UInt64 = 0x9E37_79B9_7F4A_7C15

/// The output of SplitMix64 for the state `value`: a well mixed hash of 64 bits.
func splitMix64(_ value: UInt64) -> UInt64 {
  var mixed = value &+ goldenGamma
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return mixed ^ (mixed >> 31)
}

/// Draws an index with probability proportional to its integer weight (to within a 4096th of the
/// total, never 0 for a positive weight) in O(1), by a table of indices.
struct WeightedChoice {
  private let table: [UInt32]
  private let mask: UInt64

  /// `weights` are not negative, at least one is positive.
  init(_ weights: [Int]) {
    let total = weights.reduce(0, +)
    precondition(total > 0, "a weighted choice needs a positive weight")
    var size = 4096
    while size < 8 * weights.count { size *= 2 }
    var slots = weights.map { $0 == 0 ? 0 : max(1, $0 * size / total) }
    let heaviest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    slots[heaviest] += size - slots.reduce(0, +)
    var table: [UInt32] = []
    table.reserveCapacity(size)
    for (index, count) in slots.enumerated() {
      table.append(contentsOf: repeatElement(UInt32(index), count: count))
    }
    self.table = table
    mask = UInt64(size - 1)
  }

  /// The index that the low bits of `bits` stand for.
  func index(for bits: UInt64) -> Int {
    Int(table[Int(bits & mask)])
  }
}
