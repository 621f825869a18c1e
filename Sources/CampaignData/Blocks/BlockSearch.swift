/// Searches in blocks, eight or sixteen bytes at a time.
extension BlockView {
  /// Which bytes of a word are zero, as the highest bit of each; exact up to the first of them (Warren, Hacker's
  /// Delight, section 6-1).
  @inline(__always) static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// A word with the same byte in all places.
  @inline(__always) static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Offset of the first separator or newline from `start` on; a sentinel must lie behind the bytes.
  @inline(__always) func fieldEnd(_ start: Int, separator: UInt64) -> Int {
    var offset = start
    while true {
      let word = word(offset)
      let found =
        BlockView.zeroBytes(word ^ separator) | BlockView.zeroBytes(word ^ BlockView.pattern(Ascii.newline))
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
  }

  /// Offset of the first such byte in a range, or nil.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    let pattern = BlockView.pattern(byte)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let found = BlockView.zeroBytes(word(offset) ^ pattern)
      if found != 0 {
        let position = offset + found.trailingZeroBitCount >> 3
        return position < range.upperBound ? position : nil
      }
      offset += 8
    }
    return nil
  }

  /// Offset of the last such byte in a range, or nil.
  func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
    var offset = range.upperBound - 1
    while offset >= range.lowerBound {
      if self[offset] == byte { return offset }
      offset -= 1
    }
    return nil
  }

  /// How often a byte occurs in a range.
  func count(_ byte: UInt8, in range: Range<Int>) -> Int {
    var count = 0
    for offset in range where self[offset] == byte { count += 1 }
    return count
  }
}

/// Which bytes a block has that need more than the fast loop.
struct BlockSurvey {
  private(set) var hasQuotes = false
  /// Whether a byte is NUL or no ASCII, so that the encoding must be checked.
  private(set) var hasUnusualBytes = false

  /// Looks at a range of a block, four words at a time.
  mutating func add(_ view: BlockView, _ range: Range<Int>) {
    // All bits that were set, and the marks of quotes and NULs as in `zeroBytes`.
    var bits = SIMD4<UInt64>(repeating: 0)
    var quotes = SIMD4<UInt64>(repeating: 0)
    var nuls = SIMD4<UInt64>(repeating: 0)
    let quote = SIMD4<UInt64>(repeating: BlockView.pattern(Ascii.quote))
    let ones = SIMD4<UInt64>(repeating: BlockView.pattern(1))
    var offset = range.lowerBound
    while offset &+ 32 <= range.upperBound {
      let words = view.words(offset)
      let other = words ^ quote
      bits |= words
      quotes |= (other &- ones) & ~other
      nuls |= (words &- ones) & ~words
      offset &+= 32
    }
    let high = BlockView.pattern(0x80)
    hasQuotes = hasQuotes || (quotes[0] | quotes[1] | quotes[2] | quotes[3]) & high != 0
    let unusual = bits | nuls
    hasUnusualBytes = hasUnusualBytes || (unusual[0] | unusual[1] | unusual[2] | unusual[3]) & high != 0
    while offset < range.upperBound {
      let byte = view[offset]
      hasQuotes = hasQuotes || byte == Ascii.quote
      hasUnusualBytes = hasUnusualBytes || byte >= 0x80 || byte == 0
      offset += 1
    }
  }
}

extension BlockView {
  /// Offset of the quote that closes the one at `start`, where what is between holds no other; nil when it does.
  func simpleQuotedEnd(_ start: Int) -> Int? {
    let pattern = BlockView.pattern(Ascii.quote)
    var offset = start + 1
    while true {
      // The row's end is in the block, since its quotes were found to be in order; so is the closing quote.
      let found = BlockView.zeroBytes(word(offset) ^ pattern)
      if found != 0 {
        let quote = offset + found.trailingZeroBitCount >> 3
        return self[quote + 1] == Ascii.quote ? nil : quote
      }
      offset += 8
    }
  }
}
