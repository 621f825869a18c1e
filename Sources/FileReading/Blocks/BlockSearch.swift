private import CByteScanning

/// Searches in blocks, eight bytes at a time.
extension BlockView {
  /// Which bytes of a word are zero, as the highest bit of each; exact up to the first of them (Warren, Hacker's
  /// Delight, section 6-1).
  @inline(__always) package static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// A word with the same byte in all places.
  @inline(__always) package static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Offset of the first such byte in a range, or nil.
  package func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
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
  package func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
    var offset = range.upperBound - 1
    while offset >= range.lowerBound {
      if self[offset] == byte { return offset }
      offset -= 1
    }
    return nil
  }

  /// Whether a range has a carriage return that no newline follows.
  package func hasLoneReturn(in range: Range<Int>) -> Bool {
    // Safety: the bytes lie within the block, behind which 64 more can be read.
    unsafe has_lone_return(pointer(range), UInt(range.count))
  }

  /// How often a byte occurs in a range.
  package func count(_ byte: UInt8, in range: Range<Int>) -> Int {
    // Safety: the bytes lie within the block.
    Int(unsafe count_bytes(pointer(range), UInt(range.count), byte))
  }
}

/// Which bytes a block has that need more than the fast loop.
package struct BlockSurvey {
  package private(set) var hasQuotes = false
  package private(set) var hasCarriageReturns = false
  /// Whether a byte is NUL or no ASCII, so that the encoding must be checked.
  package private(set) var hasUnusualBytes = false

  package init() {}

  /// Looks at a range of a block.
  ///
  /// - Parameter usesWide: whether wide instructions are used where the processor has them, which changes nothing but
  ///   the time.
  package mutating func add(_ view: BlockView, _ range: Range<Int>, usesWide: Bool = true) {
    // Safety: the bytes lie within the block.
    let found = unsafe survey_bytes(
      view.pointer(range), UInt(range.count), Ascii.quote, Ascii.carriageReturn, usesWide)
    func holds(_ mark: Int) -> Bool { found & UInt32(mark) != 0 }
    hasQuotes = hasQuotes || holds(BYTES_HAVE_FIRST)
    hasCarriageReturns = hasCarriageReturns || holds(BYTES_HAVE_SECOND)
    hasUnusualBytes = hasUnusualBytes || holds(BYTES_HAVE_HIGH_BITS) || holds(BYTES_HAVE_NUL)
  }
}

extension BlockView {
  /// Offset of the quote that closes the one at `start`, where what is between holds no other; nil when it does.
  package func simpleQuotedEnd(_ start: Int) -> Int? {
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
