/// The first 64 of the 128 bits of MurmurHash3 for 64-bit machines, by which Theta sketches know what they hold.
///
/// Not for secrets: who knows a value can compute its hash.
///
/// Reference: A. Appleby, "MurmurHash3" (2011), variant x64_128.
package enum MurmurHash3 {
  /// - Parameter seed: where both lanes start.
  package static func hash(_ bytes: some Collection<UInt8>, seed: UInt64) -> UInt64 {
    if let hash = bytes.withContiguousStorageIfAvailable({ unsafe self.hash(Span(_unsafeElements: $0), seed: seed) }) {
      return hash
    }
    let copy = Array(bytes)
    return hash(copy.span, seed: seed)
  }

  package static func hash(_ bytes: borrowing Span<UInt8>, seed: UInt64) -> UInt64 {
    var (first, second) = (seed, seed)
    var position = 0
    while position + 16 <= bytes.count {
      first ^= mixFirst(word(bytes, position, 8))
      first = (rotated(first, 27) &+ second) &* 5 &+ 0x52DC_E729
      second ^= mixSecond(word(bytes, position + 8, 8))
      second = (rotated(second, 31) &+ first) &* 5 &+ 0x3849_5AB5
      position += 16
    }
    let rest = bytes.count - position
    if rest > 8 { second ^= mixSecond(word(bytes, position + 8, rest - 8)) }
    if rest > 0 { first ^= mixFirst(word(bytes, position, min(8, rest))) }
    first ^= UInt64(bytes.count)
    second ^= UInt64(bytes.count)
    first &+= second
    second &+= first
    first = finished(first)
    second = finished(second)
    return first &+ second
  }

  private static func rotated(_ bits: UInt64, _ count: UInt64) -> UInt64 { bits << count | bits >> (64 - count) }

  private static func mixFirst(_ word: UInt64) -> UInt64 {
    rotated(word &* 0x87C3_7B91_1142_53D5, 31) &* 0x4CF5_AD43_2745_937F
  }

  private static func mixSecond(_ word: UInt64) -> UInt64 {
    rotated(word &* 0x4CF5_AD43_2745_937F, 33) &* 0x87C3_7B91_1142_53D5
  }

  private static func finished(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits ^= bits >> 33
    bits &*= 0xFF51_AFD7_ED55_8CCD
    bits ^= bits >> 33
    bits &*= 0xC4CE_B9FE_1A85_EC53
    return bits ^ (bits >> 33)
  }

  /// Up to eight bytes, the first one lowest.
  @inline(__always) private static func word(_ bytes: borrowing Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    if count == 8 {
      // Safety: both callers have made sure that eight bytes follow.
      return UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
    var word: UInt64 = 0
    for place in 0..<count { word |= UInt64(bytes[start + place]) << UInt64(8 * place) }
    return word
  }
}
