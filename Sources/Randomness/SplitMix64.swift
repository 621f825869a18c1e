/// A small random generator with 64 bits of state: same seed, same numbers, on every platform.
///
/// Good for tests and for seeding ``Xoshiro256``; not for secrets.
///
/// Reference: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014, doi:10.1145/2660193.2660195.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  @usableFromInline var state: UInt64

  /// A generator that starts from `seed`.
  @inlinable public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  @inlinable public mutating func next() -> UInt64 {
    let bits = SplitMix64.mix(state)
    state &+= SplitMix64.increment
    return bits
  }

  /// What is added to the state at each step: 2⁶⁴ divided by the golden ratio, odd.
  @inlinable package static var increment: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// The first number of a generator that starts from `value`: a well mixed hash of 64 bits.
  @inlinable package static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ increment
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
