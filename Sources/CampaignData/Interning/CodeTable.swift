/// Looks up the codes of a few ids, such as those of channels, by the bytes in a block.
///
/// Open addressing, with four slots an id; a slot holds the id's first and last eight bytes and its length, so that ids
/// of up to sixteen bytes, which are the rule, are found or not without a look anywhere else.
struct CodeTable: Sendable {
  struct Slot {
    fileprivate var shape = IDShape(head: 0, tail: 0, length: 0)
    fileprivate var code: UInt32 = 0
  }

  /// What a loop over many rows keeps at hand besides the slots.
  struct Hashing {
    /// The place of an id is the highest bits of its word times this odd number (Dietzfelbinger et al., "A Reliable
    /// Randomized Algorithm for the Closest-Pair Problem", 1997, doi:10.1006/jagm.1997.0873).
    fileprivate var multiplier: UInt64
    fileprivate var shift: UInt64

    @inline(__always) fileprivate func place(_ word: UInt64) -> Int {
      Int(truncatingIfNeeded: (word &* multiplier) &>> shift)
    }
  }

  private(set) var slots: [Slot]
  /// Per slot, where in `bytes` a long id starts.
  private var longStarts: [Int]
  /// The ids that their shapes do not hold, end to end.
  private var bytes: [UInt8] = []
  private(set) var hashing = Hashing(multiplier: Key.oddNumber(0), shift: 60)
  private var count = 0
  /// Whether no id has more than eight bytes.
  private(set) var isShort = true

  init() {
    slots = [Slot](repeating: Slot(), count: 16)
    longStarts = [Int](repeating: 0, count: 16)
  }

  /// Gives an id its code; one that has a code keeps it. The empty id has none.
  mutating func add(_ id: [UInt8], code: Int) {
    guard !id.isEmpty, find(id) == nil else { return }
    if count * 4 >= slots.count { grow() }
    let shape = IDShape(id)
    insert(Slot(shape: shape, code: UInt32(code)), longStart: bytes.count)
    if !shape.isWhole { bytes.append(contentsOf: id) }
    if id.count > Key.inlineLength { isShort = false }
    count += 1
  }

  /// The code of an id, or nil.
  func find(_ id: [UInt8]) -> Int? {
    guard !id.isEmpty else { return nil }
    let shape = IDShape(id)
    let code = search(shape, hashing.place(shape.word)) { $0.elementsEqual(id) }
    return code < 0 ? nil : code
  }

  private mutating func insert(_ slot: Slot, longStart: Int) {
    var position = hashing.place(slot.shape.word)
    while slots[position].shape.length != 0 { position = (position + 1) & (slots.count - 1) }
    slots[position] = slot
    longStarts[position] = longStart
  }

  private mutating func grow() {
    let known = zip(slots, longStarts).filter { $0.0.shape.length != 0 }
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    longStarts = [Int](repeating: 0, count: slots.count)
    hashing = bestHashing(of: known.map(\.0.shape.word))
    for (slot, start) in known { insert(slot, longStart: start) }
  }

  /// Of some multipliers the one with which the most ids are found at the first place.
  private func bestHashing(of words: [UInt64]) -> Hashing {
    let shift = UInt64(64 - slots.count.trailingZeroBitCount)
    let candidates = (0..<8).map { Hashing(multiplier: Key.oddNumber($0), shift: shift) }
    let found = candidates.map { hashing in
      var isTaken = [Bool](repeating: false, count: slots.count)
      for word in words { isTaken[hashing.place(word)] = true }
      return isTaken.count { $0 }
    }
    let best = found.indices.max { found[$0] < found[$1] } ?? 0
    return candidates[best]
  }

  /// The code of the id that stands in a block and is not empty, or -1.
  @inline(__always) func code(_ view: BlockView, _ start: Int, length: Int) -> Int {
    code(slots.span, hashing, IDShape(view, start, length: length), view, start)
  }

  /// The code of the id of that shape that stands in a block, or -1.
  ///
  /// - Parameters:
  ///   - slots: ``slots``, which a loop need not look up for every row, like `hashing`.
  @inline(__always) func code(
    _ slots: Span<Slot>, _ hashing: Hashing, _ shape: IDShape, _ view: BlockView, _ start: Int
  ) -> Int {
    let position = hashing.place(shape.word)
    // Safety: the hashing gives a place among the slots.
    let slot = unsafe slots[unchecked: position]
    // Most are found at the first place.
    if slot.shape == shape, shape.isWhole { return Int(slot.code) }
    return search(shape, position, view, start)
  }

  @inline(never) private func search(_ shape: IDShape, _ position: Int, _ view: BlockView, _ start: Int) -> Int {
    search(shape, position) { id in
      view.withSpan(start..<start + id.count) { bytes in id.indices.allSatisfy { id[$0] == bytes[$0 - id.startIndex] } }
    }
  }

  /// Looks from a place on.
  ///
  /// - Parameter isSame: whether these are the bytes of the id in question.
  private func search(_ shape: IDShape, _ position: Int, isSame: (ArraySlice<UInt8>) -> Bool) -> Int {
    var position = position
    while slots[position].shape.length != 0 {
      let slot = slots[position]
      let longStart = longStarts[position]
      if slot.shape == shape, shape.isWhole || isSame(bytes[longStart..<longStart + Int(shape.length)]) {
        return Int(slot.code)
      }
      position = (position + 1) & (slots.count - 1)
    }
    return -1
  }
}

/// An id's first and last eight bytes and its length: all there is to one of up to sixteen bytes.
struct IDShape: Hashable {
  /// The first eight bytes, the first in the lowest place.
  private var head: UInt64
  /// The last eight bytes of an id that has more than eight; else 0.
  private var tail: UInt64
  fileprivate var length: UInt32

  fileprivate init(head: UInt64, tail: UInt64, length: UInt32) {
    self.head = head
    self.tail = tail
    self.length = length
  }

  fileprivate init(_ id: [UInt8]) {
    let (first, last) = (id.prefix(Key.inlineLength), id.suffix(Key.inlineLength))
    let word = Key.of(last.span)
    self.init(head: Key.of(first.span), tail: id.count > Key.inlineLength ? word : 0, length: UInt32(id.count))
  }

  /// The shape of an id that stands in a block.
  @inline(__always) init(_ view: BlockView, _ start: Int, length: Int) {
    // All ones for a longer id: lengths change from row to row, so that a branch would often be guessed wrong.
    let isLonger = UInt64(bitPattern: Int64(Key.inlineLength &- length) &>> 63)
    self.init(
      head: view.firstWord(start, length: length),
      tail: view.word(start &+ max(0, length &- Key.inlineLength)) & isLonger,
      length: UInt32(truncatingIfNeeded: length))
  }

  /// The shape of an id that stands in a block, if it has no more than eight bytes; else one that no such id has.
  @inline(__always) init(short view: BlockView, _ start: Int, length: Int) {
    self.init(
      head: view.firstWord(start, length: length), tail: 0, length: UInt32(truncatingIfNeeded: length))
  }

  /// Whether the id has no bytes besides.
  @inline(__always) fileprivate var isWhole: Bool { length <= 2 * Key.inlineLength }

  /// All bytes that the shape has, to be hashed.
  @inline(__always) fileprivate var word: UInt64 { head ^ tail &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always) static func == (left: IDShape, right: IDShape) -> Bool {
    (left.head ^ right.head) | (left.tail ^ right.tail) | UInt64(left.length ^ right.length) == 0
  }
}
