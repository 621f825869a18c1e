private import CByteScanning

/// Numbers ids in the order of their first appearance, comparing them byte by byte.
///
/// Open addressing with linear probing; a slot is the key and the number, so that a short id is found with one look.
/// Where an id stands depends on a seed that is drawn anew in every run, so that nobody can write a file whose ids all
/// fall on the same place; the numbers do not.
///
/// What loops over rows of other modules call is public: of a `package` type that is not `@usableFromInline` the compiler
/// inlines no function elsewhere.
public struct Interner: Sendable {
  public struct Slot: Sendable {
    @usableFromInline var key: UInt64 = 0
    @usableFromInline var number: UInt32 = 0
    /// Of a long id, where it stands in the table, so that a larger table is filled without reading ids again.
    @usableFromInline var place: UInt32 = 0
  }

  public private(set) var slots: [Slot]
  @usableFromInline var mask: UInt64
  @usableFromInline let seed = Key.tableSeed
  /// The ids end to end, with room for more behind them, and where each ends.
  private var bytes: [UInt8] = []
  package private(set) var idEnds: [Int] = []

  /// The ids end to end.
  package var idBytes: ArraySlice<UInt8> { bytes[..<(idEnds.last ?? 0)] }

  package init() {
    slots = [Slot](repeating: Slot(), count: 64)
    mask = 63
  }

  /// Number of ids.
  package var count: Int { idEnds.count }

  /// Forgets all ids but keeps the memory.
  package mutating func removeAll() {
    for position in slots.indices { slots[position] = Slot() }
    idEnds.removeAll(keepingCapacity: true)
  }

  /// The number of a short id, or nil.
  ///
  /// - Parameter slots: ``slots``, which a loop need not look up for every record.
  @inlinable @inline(__always) public func find(short key: UInt64, in slots: Span<Slot>) -> Int? {
    // Safety: the position is that of a slot.
    let slot = unsafe slots[unchecked: position(ofShort: key, in: slots)]
    return slot.key == 0 ? nil : Int(slot.number)
  }

  /// The slot that a short id has, or the free one that a new id gets.
  @inlinable @inline(__always) func position(ofShort key: UInt64, in slots: Span<Slot>) -> Int {
    var position = Key.mix(key, seed) & mask
    while true {
      // Safety: the mask is one less than the number of slots.
      let found = unsafe slots[unchecked: Int(truncatingIfNeeded: position)].key
      if found == key || found == 0 { return Int(truncatingIfNeeded: position) }
      position = (position &+ 1) & mask
    }
  }

  /// The number of a short id; a new one gets the next.
  package mutating func number(ofShort key: UInt64) -> Int {
    let position = position(ofShort: key, in: slots.span)
    if slots[position].key != 0 { return Int(slots[position].number) }
    makeRoom(Key.inlineLength)
    let start = idEnds.last ?? 0
    var span = bytes.mutableSpan
    // Safety: whatever bytes are stored are bytes.
    var raw = unsafe span.mutableBytes
    // Those too many are overwritten by the next id.
    raw.storeBytes(of: key.littleEndian, toByteOffset: start, as: UInt64.self)
    return finishInsert(key, length: Key.length(ofShort: key), at: position)
  }

  /// The number of a long id; a new one gets the next.
  package mutating func number(ofLong key: UInt64, _ id: borrowing Span<UInt8>) -> Int {
    number(ofLong: key, id, place: place(ofLong: id))
  }

  private mutating func number(ofLong key: UInt64, _ id: borrowing Span<UInt8>, place: UInt32) -> Int {
    var position = UInt64(place) & mask
    while true {
      let slot = slots[Int(position)]
      if slot.key == 0 { break }
      if slot.key == key, holds(id, number: Int(slot.number)) { return Int(slot.number) }
      position = (position + 1) & mask
    }
    makeRoom(id.count)
    let start = idEnds.last ?? 0
    var span = bytes.mutableSpan
    span.copyBytes(of: id, to: start)
    return finishInsert(key, length: id.count, at: Int(position), place: place)
  }

  /// What tables tell an id by, which another thread may find out beforehand.
  package struct Hashed: Sendable {
    fileprivate let key: UInt64
    fileprivate let place: UInt32

    package init(_ id: borrowing Span<UInt8>) {
      key = Key.of(id)
      place = Key.isLong(key) ? UInt32(truncatingIfNeeded: Key.hash(id, seed: Key.tableSeed)) : 0
    }
  }

  /// The number of an id of any length, given its key and place; a new one gets the next.
  package mutating func intern(_ id: borrowing Span<UInt8>, _ hashed: Hashed) -> Int {
    Key.isLong(hashed.key) ? number(ofLong: hashed.key, id, place: hashed.place) : number(ofShort: hashed.key)
  }

  /// Has the processor fetch what it takes to find an id, in steps: each needs what the one before fetched, so that they
  /// are asked for some ids apart. Any step may be left out.
  package func prefetch(_ hashed: Hashed, _ step: PrefetchStep) {
    let position = Int((Key.isLong(hashed.key) ? UInt64(hashed.place) : Key.mix(hashed.key, seed)) & mask)
    switch step {
    case .slot:
      // Safety: the mask is one less than the number of slots. The address is not read.
      unsafe slots.withUnsafeBufferPointer { unsafe prefetch_for_writing($0.baseAddress.unsafelyUnwrapped + position) }
    case .end:
      guard slots[position].key == hashed.key, Key.isLong(hashed.key) else { return }
      let number = max(1, Int(slots[position].number))
      unsafe idEnds.withUnsafeBufferPointer {
        unsafe prefetch_for_writing($0.baseAddress.unsafelyUnwrapped + (number - 1))
      }
    case .bytes:
      guard slots[position].key == hashed.key, Key.isLong(hashed.key) else { return }
      let start = range(of: Int(slots[position].number)).lowerBound
      unsafe bytes.withUnsafeBufferPointer { unsafe prefetch_for_writing($0.baseAddress.unsafelyUnwrapped + start) }
    }
  }

  /// What an id is found with.
  package enum PrefetchStep {
    case slot
    /// Where it ends among the ids' bytes.
    case end
    case bytes
  }

  /// Whether this number's id is the same.
  private func holds(_ id: borrowing Span<UInt8>, number: Int) -> Bool {
    bytes.span.extracting(range(of: number)).hasSameBytes(as: id)
  }

  private mutating func makeRoom(_ count: Int) {
    let needed = (idEnds.last ?? 0) + count
    if needed > bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(needed, 4096))) }
  }

  private mutating func finishInsert(_ key: UInt64, length: Int, at position: Int, place: UInt32 = 0) -> Int {
    let number = idEnds.count
    idEnds.append((idEnds.last ?? 0) + length)
    slots[position] = Slot(key: key, number: UInt32(number), place: place)
    if count * 2 >= slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    mask = UInt64(slots.count - 1)
    for slot in old where slot.key != 0 {
      var position = (Key.isLong(slot.key) ? UInt64(slot.place) : Key.mix(slot.key, seed)) & mask
      while slots[Int(position)].key != 0 { position = (position + 1) & mask }
      slots[Int(position)] = slot
    }
  }

  private func place(ofLong id: borrowing Span<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: Key.hash(id, seed: seed))
  }

  /// Where the bytes of an id lie among ``idBytes``.
  package func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : idEnds[number - 1])..<idEnds[number] }

  /// The number of an id that is known, or nil.
  package func find(_ id: ArraySlice<UInt8>) -> Int? { find(id.span) }

  /// The number of an id that is known, or nil.
  package func find(_ id: borrowing Span<UInt8>) -> Int? {
    let key = Key.of(id)
    var position = (Key.isLong(key) ? UInt64(place(ofLong: id)) : Key.mix(key, seed)) & mask
    while slots[Int(position)].key != 0 {
      let slot = slots[Int(position)]
      if slot.key == key, !Key.isLong(key) || holds(id, number: Int(slot.number)) {
        return Int(slot.number)
      }
      position = (position + 1) & mask
    }
    return nil
  }

  /// The number of an id of any length; a new one gets the next.
  ///
  /// - Complexity: O(length), amortized.
  package mutating func intern(_ id: borrowing Span<UInt8>) -> Int {
    let key = Key.of(id)
    return Key.isLong(key) ? number(ofLong: key, id) : number(ofShort: key)
  }

  /// The number of an id of any length that is part of a text; a new one gets the next.
  package mutating func intern(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    let key = Key.of(text, range)
    return Key.isLong(key) ? number(ofLong: key, text.extracting(range)) : number(ofShort: key)
  }

  /// The number of an id of any length; a new one gets the next.
  package mutating func intern(_ id: ArraySlice<UInt8>) -> Int { intern(id.span) }

  /// The number of an id, new or not.
  package mutating func intern(_ id: some Collection<UInt8>) -> Int { intern(Array(id)[...]) }

  /// The number of an id that is known, or nil.
  package func find(_ id: some Collection<UInt8>) -> Int? { find(Array(id)[...]) }

  /// The ids of a table in their order, without what finds them, which takes several times as much memory.
  package struct IDs: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let ends: [Int]

    /// No ids.
    package init() { (bytes, ends) = ([], []) }

    fileprivate init(_ interner: Interner) { (bytes, ends) = (Array(interner.idBytes), interner.idEnds) }
  }

  /// The ids alone, for ``join(_:)``.
  package var ids: IDs { IDs(self) }

  /// Adds the ids of another table in their order, and returns the number that each of them has here.
  ///
  /// - Complexity: O(bytes of the ids), amortized.
  package mutating func join(_ other: IDs) -> [UInt32] {
    var start = 0
    return other.ends.map { end in
      defer { start = end }
      return UInt32(intern(other.bytes[start..<end]))
    }
  }

  /// The ids as text in order, invalid UTF-8 repaired.
  package var texts: [String] { (0..<count).map { String(decoding: bytes[range(of: $0)], as: UTF8.self) } }
}
