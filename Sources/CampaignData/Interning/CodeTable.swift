/// Looks up the codes of a few ids, such as those of channels, by the bytes in a block.
///
/// Open addressing; a slot holds the id's length and first eight bytes, so that short ids, which are the rule, are
/// found or not without a look anywhere else.
struct CodeTable: Sendable {
  private struct Slot {
    var word: UInt64 = 0
    var length: UInt32 = 0
    var code: UInt32 = 0
  }

  private var slots: [Slot]
  /// Per slot, where in `tails` the rest of a long id starts.
  private var tailStarts: [Int]
  /// What ids have behind their first eight bytes, as words.
  private var tails: [UInt64] = []
  private var mask: UInt64
  private var count = 0

  init() {
    slots = [Slot](repeating: Slot(), count: 16)
    tailStarts = [Int](repeating: 0, count: 16)
    mask = 15
  }

  /// Gives an id its code; one that has a code keeps it. The empty id has none.
  mutating func add(_ id: [UInt8], code: Int) {
    guard !id.isEmpty, find(id) == nil else { return }
    if count * 2 >= slots.count { grow() }
    let slot = Slot(word: CodeTable.word(id, from: 0), length: UInt32(id.count), code: UInt32(code))
    insert(slot, tailStart: tails.count)
    for start in stride(from: Key.inlineLength, to: id.count, by: 8) { tails.append(CodeTable.word(id, from: start)) }
    count += 1
  }

  /// The code of an id, or nil.
  func find(_ id: [UInt8]) -> Int? {
    let word = CodeTable.word(id, from: 0)
    var position = place(word, id.count, Key.tableSeed)
    while slots[position].length != 0 {
      let slot = slots[position]
      if slot.word == word, slot.length == id.count {
        let starts = stride(from: Key.inlineLength, to: id.count, by: 8)
        let tail = starts.map { CodeTable.word(id, from: $0) }
        if tails[tailStarts[position]..<tailStarts[position] + tail.count].elementsEqual(tail) { return Int(slot.code) }
      }
      position = (position + 1) & Int(mask)
    }
    return nil
  }

  private static func word(_ id: [UInt8], from start: Int) -> UInt64 {
    let bytes = id[start..<min(start + 8, id.count)]
    return Key.of(bytes.span)
  }

  private mutating func insert(_ slot: Slot, tailStart: Int) {
    var position = place(slot.word, Int(slot.length), Key.tableSeed)
    while slots[position].length != 0 { position = (position + 1) & Int(mask) }
    slots[position] = slot
    tailStarts[position] = tailStart
  }

  private mutating func grow() {
    let (oldSlots, oldStarts) = (slots, tailStarts)
    slots = [Slot](repeating: Slot(), count: oldSlots.count * 2)
    tailStarts = [Int](repeating: 0, count: oldSlots.count * 2)
    mask = UInt64(slots.count - 1)
    for (slot, start) in zip(oldSlots, oldStarts) where slot.length != 0 { insert(slot, tailStart: start) }
  }

  @inline(__always) private func place(_ word: UInt64, _ length: Int, _ seed: UInt64) -> Int {
    Int(truncatingIfNeeded: Key.mix(word &+ UInt64(truncatingIfNeeded: length), seed) & mask)
  }

  /// The code of the id that stands in a block and is not empty, or -1.
  ///
  /// - Parameter seed: ``Key/tableSeed``, which is cheaper to pass than to look up every time.
  @inline(__always) func code(_ view: BlockView, _ start: Int, length: Int, seed: UInt64) -> Int {
    let word = Key.word(view, start, length: length)
    var position = place(word, length, seed)
    while true {
      let slot = slots[position]
      if slot.length == 0 { return -1 }
      if slot.word == word, slot.length == length {
        if length <= Key.inlineLength || hasTail(position, view, start, length) { return Int(slot.code) }
      }
      position = (position &+ 1) & Int(truncatingIfNeeded: mask)
    }
  }

  /// Whether the id in a slot goes on as the one in a block.
  @inline(__always) private func hasTail(_ position: Int, _ view: BlockView, _ start: Int, _ length: Int) -> Bool {
    var tail = tailStarts[position]
    var offset = Key.inlineLength
    while offset < length {
      if tails[tail] != Key.word(view, start + offset, length: length - offset) { return false }
      tail += 1
      offset += 8
    }
    return true
  }
}
