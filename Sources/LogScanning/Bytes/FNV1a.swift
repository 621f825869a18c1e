/// The hash FNV-1a of 64 bits: every change of a single byte changes it (G. Fowler, L. C. Noll, K.-P. Vo).
///
/// It tells data apart, not adversaries: who wants two inputs with one hash can make them.
package struct FNV1a: Sendable {
  package private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    var hash = hash
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.hash = hash
  }

  package static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a()
    hash.add(bytes)
    return hash.hash
  }
}
