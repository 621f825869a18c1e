/// Numbers names in the order in which they come, comparing them byte by byte: names of other scalars may be equal strings.
///
/// Open addressing with linear probing; the hash in each slot spares most looks at the names.
struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var slots: [(hash: UInt32, index: Int32)]

  init() { slots = Array(repeating: (0, -1), count: 64) }

  /// The number of names.
  var count: Int { ends.count }

  /// The names in order, invalid UTF-8 repaired.
  var names: [String] { (0..<count).map { String(decoding: bytes[range($0)], as: UTF8.self) } }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// The number of a name, new or not.
  ///
  /// - Complexity: O(length), amortised.
  mutating func intern(_ name: some Collection<UInt8>) -> Int {
    let hash = NameTable.hash(name)
    let slot = slot(of: name, hash)
    if slots[slot].index >= 0 { return Int(slots[slot].index) }
    let index = ends.count
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    slots[slot] = (hash, Int32(index))
    if ends.count * 2 > slots.count { grow() }
    return index
  }

  /// Adds the names of another table in their order, and returns the number that each of them has here.
  ///
  /// - Complexity: O(bytes of the names), amortised.
  mutating func join(_ other: NameTable) -> [Int] { (0..<other.count).map { intern(other.bytes[other.range($0)]) } }

  /// The number of a name, or nil.
  func index(of name: some Collection<UInt8>) -> Int? {
    let index = slots[slot(of: name, NameTable.hash(name))].index
    return index >= 0 ? Int(index) : nil
  }

  private func slot(of name: some Collection<UInt8>, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].index >= 0 {
      if slots[slot].hash == hash, bytes[range(Int(slots[slot].index))].elementsEqual(name) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    for entry in old where entry.index >= 0 {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot].index >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  /// FNV-1a, mixed once more so that the low bits depend on all bytes.
  private static func hash(_ name: some Collection<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
