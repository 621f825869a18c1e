/// Eight bytes looked at in one step, so that long plain stretches of text are passed over quickly.
extension Span<UInt8> {
  /// The eight bytes from an offset on, or nil where there are fewer.
  @inline(__always) func word(at offset: Int) -> UInt64? {
    guard offset + 8 <= count else { return nil }
    // Safety: the bytes are in range; every pattern of bits is a number.
    return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}

extension UInt64 {
  /// The same byte eight times.
  private static let everyByte: UInt64 = 0x0101_0101_0101_0101
  private static let everyHighBit: UInt64 = 0x8080_8080_8080_8080

  /// Whether none of the eight bytes has its high bit set.
  @inline(__always) var isASCII: Bool { self & UInt64.everyHighBit == 0 }

  /// Whether one of the eight bytes is below a limit of at most 128.
  ///
  /// Reference: H. S. Warren, "Hacker's Delight" (2nd edition, 2012), section 6-1.
  @inline(__always) func hasByte(below limit: UInt64) -> Bool {
    (self &- UInt64.everyByte &* limit) & ~self & UInt64.everyHighBit != 0
  }
}
