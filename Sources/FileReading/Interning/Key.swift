/// Ids as machine words: an id of up to eight bytes is its word, a longer one is told by its hash and its bytes.
///
/// Ids hold no NUL, so that a short one's word says its length. No UTF-8 has a byte 0xFF, so that a word with one in the
/// highest place is free to mark a long id.
///
/// What loops over rows of other modules call is public: the compiler inlines no `package` function elsewhere.
public enum Key {
  /// The most bytes that a word holds.
  package static let inlineLength = 8

  @usableFromInline static let longMark: UInt64 = 0xFF << 56

  @inlinable @inline(__always) public static func isLong(_ key: UInt64) -> Bool { key >= longMark }

  /// Length of a short id in bytes.
  @inline(__always) package static func length(ofShort key: UInt64) -> Int { 8 - key.leadingZeroBitCount >> 3 }

  /// The bytes of a short id.
  package static func bytes(ofShort key: UInt64) -> [UInt8] {
    (0..<length(ofShort: key)).map { UInt8(truncatingIfNeeded: key >> UInt64(8 * $0)) }
  }

  /// The key of an id of any length that stands in a block.
  @inline(__always) package static func of(_ view: BlockView, _ start: Int, length: Int) -> UInt64 {
    let word = view.firstWord(start, length: length)
    return length <= inlineLength ? word : long(view, start..<start &+ length)
  }

  @inline(never) private static func long(_ view: BlockView, _ range: Range<Int>) -> UInt64 {
    view.withSpan(range) { long($0) }
  }

  /// The key of a long id.
  package static func long(_ bytes: borrowing Span<UInt8>) -> UInt64 { longMark | hash(bytes, seed: fixedSeed) >> 8 }

  /// The key of bytes of any length and kind: those whose word would not say what they are count as long.
  package static func of(_ bytes: borrowing Span<UInt8>) -> UInt64 {
    guard !bytes.isEmpty, bytes.count <= inlineLength, bytes[bytes.count - 1] != 0,
      bytes.count < inlineLength || bytes[inlineLength - 1] != 0xFF
    else { return long(bytes) }
    var word: UInt64 = 0
    for position in 0..<bytes.count { word |= UInt64(bytes[position]) << UInt64(8 * position) }
    return word
  }

  /// The key of a part of a text; where eight bytes lie there, they are read at once.
  package static func of(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    let length = range.count
    guard length > 0, length <= inlineLength, range.lowerBound >= 0, range.lowerBound + inlineLength <= text.count
    else {
      return of(text.extracting(range))
    }
    // Safety: eight bytes lie there, as checked above.
    let bytes = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
    let spare = UInt64(8 * (inlineLength - length))
    let word = (UInt64(littleEndian: bytes) << spare) >> spare
    let last = word >> UInt64(8 * (length - 1))
    return last == 0 || last == 0xFF && length == inlineLength ? long(text.extracting(range)) : word
  }

  /// A number from 0 to `count` - 1, evenly spread; `count` is a power of two. The same in every run.
  @inlinable @inline(__always) public static func partition(_ key: UInt64, mask: UInt64) -> Int {
    Int(truncatingIfNeeded: mix(key, fixedSeed) & mask)
  }

  /// Both halves of a 128-bit product, folded: every bit of the key reaches every bit of the hash.
  @inlinable @inline(__always) public static func mix(_ key: UInt64, _ seed: UInt64) -> UInt64 {
    let product = (key ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// Hash of bytes of any length.
  package static func hash(_ bytes: borrowing Span<UInt8>, seed: UInt64) -> UInt64 {
    var hash = mix(UInt64(bytes.count), seed)
    var position = 0
    while position + 8 <= bytes.count {
      // Safety: eight bytes lie there, as checked above.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      hash = mix(hash ^ UInt64(littleEndian: word), seed)
      position += 8
    }
    let rest = bytes.count - position
    guard rest > 0 else { return hash }
    var word: UInt64 = 0
    if position > 0 {
      // Safety: there are eight bytes at least, of which these are the last.
      let last = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      word = UInt64(littleEndian: last) >> UInt64(8 * (8 - rest))
    } else {
      for offset in 0..<rest { word |= UInt64(bytes[offset]) << UInt64(8 * offset) }
    }
    return mix(hash ^ word, seed)
  }

  /// Decides in which partition an id falls, and with it the contacts' numbers; so it is the same in every run.
  @usableFromInline static let fixedSeed: UInt64 = 0xD1B5_4A32_D192_ED03

  /// Decides where an id stands in a table, which no result shows. Drawn anew in every run, so that nobody can write a
  /// file whose ids all fall on the same place.
  package static let tableSeed = UInt64.random(in: 1...UInt64.max)
}

extension Span<UInt8> {
  /// Whether the bytes are the same, compared eight at a time.
  package func hasSameBytes(as other: borrowing Span<UInt8>) -> Bool {
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

extension MutableSpan<UInt8> {
  /// Copies all bytes of another text to an offset, from which on there is room for them.
  package mutating func copyBytes(of other: borrowing Span<UInt8>, to offset: Int) {
    let count = other.count
    var raw = unsafe mutableBytes
    // Safety: the bytes read lie in the other text by the conditions; whatever bytes are stored are bytes.
    if count >= 8 {
      var position = 0
      while position + 8 <= count {
        let word = unsafe other.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        raw.storeBytes(of: word, toByteOffset: offset + position, as: UInt64.self)
        position += 8
      }
      // The last eight, some of which may be there already.
      let word = unsafe other.bytes.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      raw.storeBytes(of: word, toByteOffset: offset + count - 8, as: UInt64.self)
    } else if count >= 4 {
      let (first, last) = unsafe (
        other.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self),
        other.bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      )
      raw.storeBytes(of: first, toByteOffset: offset, as: UInt32.self)
      raw.storeBytes(of: last, toByteOffset: offset + count - 4, as: UInt32.self)
    } else {
      for place in 0..<count { raw.storeBytes(of: other[place], toByteOffset: offset + place, as: UInt8.self) }
    }
  }
}
