/// Ids as machine words: an id of up to eight bytes is its word, a longer one is told by its hash and its bytes.
///
/// Ids hold no NUL, so that a short one's word says its length. No UTF-8 has a byte 0xFF, so that a word with one in the
/// highest place is free to mark a long id.
enum Key {
  /// The most bytes that a word holds.
  static let inlineLength = 8

  private static let longMark: UInt64 = 0xFF << 56

  @inline(__always) static func isLong(_ key: UInt64) -> Bool { key >= longMark }

  /// Length of a short id in bytes.
  @inline(__always) static func length(ofShort key: UInt64) -> Int { 8 - key.leadingZeroBitCount >> 3 }

  /// The bytes of a short id.
  static func bytes(ofShort key: UInt64) -> [UInt8] {
    (0..<length(ofShort: key)).map { UInt8(truncatingIfNeeded: key >> UInt64(8 * $0)) }
  }

  /// The key of an id of any length that stands in a block.
  @inline(__always) static func of(_ view: BlockView, _ start: Int, length: Int) -> UInt64 {
    let word = view.firstWord(start, length: length)
    return length <= inlineLength ? word : long(view, start..<start &+ length)
  }

  @inline(never) private static func long(_ view: BlockView, _ range: Range<Int>) -> UInt64 {
    view.withSpan(range) { long($0) }
  }

  /// The key of a long id.
  static func long(_ bytes: borrowing Span<UInt8>) -> UInt64 { longMark | hash(bytes, seed: fixedSeed) >> 8 }

  /// The key of an id of any length.
  static func of(_ bytes: borrowing Span<UInt8>) -> UInt64 {
    guard bytes.count <= inlineLength else { return long(bytes) }
    var word: UInt64 = 0
    for position in 0..<bytes.count { word |= UInt64(bytes[position]) << UInt64(8 * position) }
    return word
  }

  /// A number from 0 to `count` - 1, evenly spread; `count` is a power of two. The same in every run.
  @inline(__always) static func partition(_ key: UInt64, mask: UInt64) -> Int {
    Int(truncatingIfNeeded: mix(key, fixedSeed) & mask)
  }

  /// Both halves of a 128-bit product, folded: every bit of the key reaches every bit of the hash.
  @inline(__always) static func mix(_ key: UInt64, _ seed: UInt64) -> UInt64 {
    let product = (key ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// Hash of bytes of any length.
  static func hash(_ bytes: borrowing Span<UInt8>, seed: UInt64) -> UInt64 {
    var hash = mix(UInt64(bytes.count), seed)
    var position = 0
    while position + 8 <= bytes.count {
      // Safety: eight bytes lie there, as checked above.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      hash = mix(hash ^ UInt64(littleEndian: word), seed)
      position += 8
    }
    guard position < bytes.count else { return hash }
    var word: UInt64 = 0
    for offset in 0..<bytes.count - position { word |= UInt64(bytes[position + offset]) << UInt64(8 * offset) }
    return mix(hash ^ word, seed)
  }

  /// Decides in which partition an id falls, and with it the contacts' numbers; so it is the same in every run.
  static let fixedSeed: UInt64 = 0xD1B5_4A32_D192_ED03

  /// Decides where an id stands in a table, which no result shows. Drawn anew in every run, so that nobody can write a
  /// file whose ids all fall on the same place.
  static let tableSeed = UInt64.random(in: 1...UInt64.max)
}

extension RowFields {
  /// Reads the keys of a column of ids, none of which may be empty, of the next `count` rows, which are whole.
  ///
  /// - Parameter keys: has room for them.
  /// - Returns: how many could be read.
  func readKeys(_ count: Int, field: Int, _ view: BlockView, into keys: inout [UInt64]) -> Int {
    precondition(count <= keys.count, "Every row must have room for its key.")
    var keys = keys.mutableSpan
    return forEachRow(count, field: field) { row, start, end in
      guard end > start else { return false }
      // Safety: there is room for every row, as checked above.
      unsafe keys[unchecked: row] = Key.of(view, start, length: end &- start)
      return true
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are the same, compared eight at a time.
  func hasSameBytes(as other: borrowing Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var position = 0
    while position + 8 <= count {
      // Safety: eight bytes lie there in both, as checked above.
      let (word, otherWord) = unsafe (
        bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self),
        other.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      )
      if word != otherWord { return false }
      position += 8
    }
    while position < count {
      if self[position] != other[position] { return false }
      position += 1
    }
    return true
  }
}
