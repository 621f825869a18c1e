/// Looks up the codes of ids, such as those of channels, by the bytes in a block.
///
/// Open addressing, with four slots an id; a slot holds all there is to an id of up to sixteen bytes, which is the rule,
/// so that it is found or not without a look anywhere else.
package struct CodeTable: Sendable {
  package struct Slot {
    fileprivate var shape = IDShape(head: 0, tail: 0, length: 0)
    fileprivate var code: UInt32 = 0
  }

  /// What a loop over many rows keeps at hand besides the slots.
  ///
  /// The place of an id is the highest bits of its words times odd numbers (Dietzfelbinger et al., "A Reliable Randomized
  /// Algorithm for the Closest-Pair Problem", 1997, doi:10.1006/jagm.1997.0873). These are drawn anew in every run, so
  /// that nobody can write a file whose ids all fall on the same place.
  package struct Hashing {
    fileprivate var headFactor: UInt64
    fileprivate var tailFactor: UInt64
    fileprivate var shift: UInt64

    fileprivate init(slotCount: Int) {
      headFactor = Key.mix(0, Key.tableSeed) | 1
      tailFactor = Key.mix(1, Key.tableSeed) | 1
      shift = UInt64(64 - slotCount.trailingZeroBitCount)
    }

    @inline(__always) fileprivate func place(_ shape: IDShape) -> Int {
      Int(truncatingIfNeeded: (shape.head &* headFactor ^ shape.tail &* tailFactor) &>> shift)
    }
  }

  package private(set) var slots: [Slot]
  /// Per slot, where in `bytes` a long id starts.
  private var longStarts: [Int]
  /// The ids that their shapes do not hold, end to end.
  private var bytes: [UInt8] = []
  package private(set) var hashing = Hashing(slotCount: 16)
  private var count = 0
  /// Whether no id has more than eight bytes.
  package private(set) var isShort = true

  package init() {
    slots = [Slot](repeating: Slot(), count: 16)
    longStarts = [Int](repeating: 0, count: 16)
  }

  /// Gives an id its code; one that has a code keeps it. The empty id has none.
  package mutating func add(_ id: [UInt8], code: Int) {
    guard !id.isEmpty, find(id) == nil else { return }
    if count * 4 >= slots.count { grow() }
    let shape = IDShape(id)
    insert(Slot(shape: shape, code: UInt32(code)), longStart: bytes.count)
    if !shape.isWhole { bytes.append(contentsOf: id) }
    if id.count > Key.inlineLength { isShort = false }
    count += 1
  }

  /// The code of an id, or nil.
  package func find(_ id: [UInt8]) -> Int? {
    guard !id.isEmpty else { return nil }
    let shape = IDShape(id)
    let code = search(shape, hashing.place(shape), id.span)
    return code < 0 ? nil : code
  }

  private mutating func insert(_ slot: Slot, longStart: Int) {
    var position = hashing.place(slot.shape)
    while slots[position].shape.length != 0 { position = (position + 1) & (slots.count - 1) }
    slots[position] = slot
    longStarts[position] = longStart
  }

  private mutating func grow() {
    let known = zip(slots, longStarts).filter { $0.0.shape.length != 0 }
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    longStarts = [Int](repeating: 0, count: slots.count)
    hashing = Hashing(slotCount: slots.count)
    for (slot, start) in known { insert(slot, longStart: start) }
  }

  /// The code of the id that stands in a block and is not empty, or -1.
  @inline(__always) package func code(_ view: BlockView, _ start: Int, length: Int) -> Int {
    code(slots.span, hashing, IDShape(view, start, length: length), view, start)
  }

  /// The code of the id of that shape that stands in a block, or -1.
  ///
  /// - Parameters:
  ///   - slots: ``slots``, which a loop need not look up for every row, like `hashing`.
  @inline(__always) package func code(
    _ slots: Span<Slot>, _ hashing: Hashing, _ shape: IDShape, _ view: BlockView, _ start: Int
  ) -> Int {
    // Safety: the hashing gives a place among the slots.
    let slot = unsafe slots[unchecked: hashing.place(shape)]
    // Most are found at the first place.
    if slot.shape == shape, shape.isWhole { return Int(slot.code) }
    return search(shape, view, start)
  }

  @inline(never) private func search(_ shape: IDShape, _ view: BlockView, _ start: Int) -> Int {
    view.withSpan(start..<start + Int(shape.length)) { id in
      let shape = shape.isWhole ? shape : IDShape(long: id)
      return search(shape, hashing.place(shape), id)
    }
  }

  /// Looks for an id from a place on.
  private func search(_ shape: IDShape, _ position: Int, _ id: borrowing Span<UInt8>) -> Int {
    var position = position
    while slots[position].shape.length != 0 {
      let slot = slots[position]
      if slot.shape == shape, shape.isWhole || holds(id, at: longStarts[position]) { return Int(slot.code) }
      position = (position + 1) & (slots.count - 1)
    }
    return -1
  }

  private func holds(_ id: borrowing Span<UInt8>, at start: Int) -> Bool {
    bytes.span.extracting(start..<start + id.count).hasSameBytes(as: id)
  }
}

/// What tells an id from others: all there is to one of up to sixteen bytes, and a hash of one that is longer.
package struct IDShape: Hashable {
  /// The first eight bytes, the first in the lowest place.
  fileprivate var head: UInt64
  /// The last eight bytes of an id that has more than eight; else 0.
  fileprivate var tail: UInt64
  fileprivate var length: UInt32

  fileprivate init(head: UInt64, tail: UInt64, length: UInt32) {
    self.head = head
    self.tail = tail
    self.length = length
  }

  fileprivate init(_ id: [UInt8]) {
    guard id.count <= 2 * Key.inlineLength else {
      self.init(long: id.span)
      return
    }
    let (first, last) = (id.prefix(Key.inlineLength), id.suffix(Key.inlineLength))
    let word = Key.of(last.span)
    self.init(head: Key.of(first.span), tail: id.count > Key.inlineLength ? word : 0, length: UInt32(id.count))
  }

  /// The shape of an id of more than sixteen bytes.
  fileprivate init(long id: borrowing Span<UInt8>) {
    self.init(head: Key.hash(id, seed: Key.tableSeed), tail: 0, length: UInt32(id.count))
  }

  /// The shape of an id that stands in a block, if it has no more than sixteen bytes; else one that is not whole.
  @inline(__always) package init(_ view: BlockView, _ start: Int, length: Int) {
    // All ones for more than eight bytes: lengths change from row to row, so that a branch would often be guessed wrong.
    let isLonger = UInt64(bitPattern: Int64(Key.inlineLength &- length) &>> 63)
    self.init(
      head: view.firstWord(start, length: length),
      tail: view.word(start &+ max(0, length &- Key.inlineLength)) & isLonger,
      length: UInt32(truncatingIfNeeded: length))
  }

  /// The shape of an id that stands in a block, if it has no more than eight bytes; else one that no such id has.
  @inline(__always) package init(short view: BlockView, _ start: Int, length: Int) {
    self.init(
      head: view.firstWord(start, length: length), tail: 0, length: UInt32(truncatingIfNeeded: length))
  }

  /// Whether the id has no bytes besides.
  @inline(__always) fileprivate var isWhole: Bool { length <= 2 * Key.inlineLength }

  @inline(__always) package static func == (left: IDShape, right: IDShape) -> Bool {
    (left.head ^ right.head) | (left.tail ^ right.tail) | UInt64(left.length ^ right.length) == 0
  }
}
