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

  /// A hash that depends on ``seed``: eight bytes at a time, each word folded into a 128-bit product, as in wyhash.
  @inline(__always)
  private static func hash(_ name: some Collection<UInt8>) -> UInt32 {
    // Safety: the bytes are read within the closures.
    unsafe name.withContiguousStorageIfAvailable { bytes in unsafe hash(UnsafeRawBufferPointer(bytes)) }
      ?? Array(name).withUnsafeBytes { bytes in unsafe hash(bytes) }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    func mixed(_ word: UInt64, _ hash: UInt64) -> UInt64 {
      let product = (word ^ hash).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return product.high ^ product.low
    }
    var hash = mixed(UInt64(bytes.count), seed)
    var position = 0
    while position + 8 <= bytes.count {
      // Safety: eight bytes from here lie in the buffer.
      hash = mixed(unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self), hash)
      position += 8
    }
    var rest: UInt64 = 0
    while position < bytes.count {
      rest = rest << 8 | UInt64(unsafe bytes[position])
      position += 1
    }
    hash = mixed(rest, hash)
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}

/// Another one in each process, so that nobody can write a file whose names all fall on the same place.
private let seed = UInt64.random(in: .min ... .max)
