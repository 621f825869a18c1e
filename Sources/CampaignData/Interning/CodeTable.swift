/// Looks up the codes of a few ids, such as those of channels, by the bytes in a block.
///
/// Open addressing, with four slots an id; a slot holds the id's first and last eight bytes and its length, so that ids of up to sixteen bytes,
/// which are the rule, are found or not without a look anywhere else.
struct CodeTable: Sendable {
  private struct Slot {
    var shape = IDShape(head: 0, tail: 0, length: 0)
    var code: UInt32 = 0
  }

  private var slots: [Slot]
  /// Per slot, where in `bytes` a long id starts.
  private var longStarts: [Int]
  /// The ids that their shapes do not hold, end to end.
  private var bytes: [UInt8] = []
  private var mask: UInt64
  private var count = 0

  init() {
    slots = [Slot](repeating: Slot(), count: 16)
    longStarts = [Int](repeating: 0, count: 16)
    mask = 15
  }

  /// Gives an id its code; one that has a code keeps it. The empty id has none.
  mutating func add(_ id: [UInt8], code: Int) {
    guard !id.isEmpty, find(id) == nil else { return }
    if count * 4 >= slots.count { grow() }
    let shape = IDShape(id)
    insert(Slot(shape: shape, code: UInt32(code)), longStart: bytes.count)
    if !shape.isWhole { bytes.append(contentsOf: id) }
    count += 1
  }

  /// The code of an id, or nil.
  func find(_ id: [UInt8]) -> Int? {
    guard !id.isEmpty else { return nil }
    let shape = IDShape(id)
    let code = search(shape, Int(shape.hash(Key.tableSeed) & mask)) { $0.elementsEqual(id) }
    return code < 0 ? nil : code
  }

  private mutating func insert(_ slot: Slot, longStart: Int) {
    var position = slot.shape.hash(Key.tableSeed) & mask
    while slots[Int(position)].shape.length != 0 { position = (position + 1) & mask }
    slots[Int(position)] = slot
    longStarts[Int(position)] = longStart
  }

  private mutating func grow() {
    let (oldSlots, oldStarts) = (slots, longStarts)
    slots = [Slot](repeating: Slot(), count: oldSlots.count * 2)
    longStarts = [Int](repeating: 0, count: oldSlots.count * 2)
    mask = UInt64(slots.count - 1)
    for (slot, start) in zip(oldSlots, oldStarts) where slot.shape.length != 0 { insert(slot, longStart: start) }
  }

  /// The code of the id that stands in a block and is not empty, or -1.
  ///
  /// - Parameter seed: ``Key/tableSeed``, which is cheaper to pass than to look up every time.
  @inline(__always) func code(_ view: BlockView, _ start: Int, length: Int, seed: UInt64) -> Int {
    let shape = IDShape(view, start, length: length)
    let position = Int(truncatingIfNeeded: shape.hash(seed) & mask)
    let slot = slots[position]
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
      position = (position + 1) & Int(mask)
    }
    return -1
  }
}

/// An id's first and last eight bytes and its length: all there is to one of up to sixteen bytes.
private struct IDShape: Hashable {
  /// The first eight bytes, the first in the lowest place.
  var head: UInt64
  /// The last eight bytes of an id that has more than eight; else 0.
  var tail: UInt64
  var length: UInt32

  init(head: UInt64, tail: UInt64, length: UInt32) {
    self.head = head
    self.tail = tail
    self.length = length
  }

  init(_ id: [UInt8]) {
    let (first, last) = (id.prefix(Key.inlineLength), id.suffix(Key.inlineLength))
    let word = Key.of(last.span)
    self.init(head: Key.of(first.span), tail: id.count > Key.inlineLength ? word : 0, length: UInt32(id.count))
  }

  @inline(__always) init(_ view: BlockView, _ start: Int, length: Int) {
    head = Key.word(view, start, length: length)
    let last = view.word(start &+ max(0, length &- Key.inlineLength))
    tail = length > Key.inlineLength ? last : 0
    self.length = UInt32(truncatingIfNeeded: length)
  }

  /// Whether the id has no bytes besides.
  @inline(__always) var isWhole: Bool { length <= 2 * Key.inlineLength }

  @inline(__always) func hash(_ seed: UInt64) -> UInt64 { Key.mix(Key.mix(head, seed) ^ tail, seed) }

  @inline(__always) static func == (left: IDShape, right: IDShape) -> Bool {
    (left.head ^ right.head) | (left.tail ^ right.tail) | UInt64(left.length ^ right.length) == 0
  }
}
