private import CByteScanning

/// Bytes of a block of a file, with room to read a few beyond its end.
///
/// The offsets that the parsers use come from searches that stop at the sentinel behind a block's last row. Debug
/// builds check every one of them; release builds do not, since these reads are the innermost loop of reading.
@safe package final class BlockBuffer {
  private var base: UnsafeMutableRawPointer
  package private(set) var capacity: Int

  /// Bytes that can be read beyond the capacity; more than the widest read.
  package static let padding = 64

  package init(capacity: Int) {
    self.capacity = capacity
    // Safety: owned by this object; freed in deinit or when it grows.
    unsafe base = .allocate(byteCount: capacity + BlockBuffer.padding, alignment: 64)
    unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: capacity + BlockBuffer.padding)
  }

  deinit { unsafe base.deallocate() }

  /// Makes room for more bytes; those already there keep their offsets, moved up by `shift`.
  package func grow(to newCapacity: Int, keeping range: Range<Int>, movedBy shift: Int) {
    precondition(newCapacity >= range.upperBound + shift && range.upperBound <= capacity, "The bytes kept must fit.")
    // Safety: both ranges lie within their allocations, as checked above.
    let grown = UnsafeMutableRawPointer.allocate(byteCount: newCapacity + BlockBuffer.padding, alignment: 64)
    unsafe grown.initializeMemory(as: UInt8.self, repeating: 0, count: newCapacity + BlockBuffer.padding)
    unsafe (grown + range.lowerBound + shift).copyMemory(from: base + range.lowerBound, byteCount: range.count)
    unsafe base.deallocate()
    unsafe base = grown
    capacity = newCapacity
  }

  /// The part of the buffer that a read may fill.
  package func writable(_ range: Range<Int>) -> UnsafeMutableRawBufferPointer {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity, "The range must lie within the buffer.")
    // Safety: the range lies within the allocation.
    return unsafe UnsafeMutableRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// A view for reading, valid until the buffer grows or is freed.
  package var view: BlockView { unsafe BlockView(base: UnsafeRawPointer(base), limit: capacity + BlockBuffer.padding) }

  /// Puts a byte behind the last row.
  package func setSentinel(_ byte: UInt8, at offset: Int) {
    precondition(offset >= 0 && offset < capacity + BlockBuffer.padding, "The sentinel must lie within the padding.")
    // Safety: the offset lies within the allocation.
    unsafe base.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
  }

  /// Copies bytes to the buffer.
  package func write(_ bytes: [UInt8], at offset: Int) {
    let target = unsafe writable(offset..<offset + bytes.count)
    // Safety: the target has the bytes' length.
    unsafe bytes.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
  }
}

/// Reads of single bytes and of words from a block.
///
/// It is public since the compiler inlines no `package` function of another module.
@safe public struct BlockView {
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let limit: Int

  fileprivate init(base: UnsafeRawPointer, limit: Int) {
    unsafe self.base = unsafe base
    self.limit = limit
  }

  @inline(__always) package subscript(_ offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < limit)
    // Safety: see BlockBuffer.
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes at an offset, the first in the lowest place.
  @inline(__always) package func word(_ offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= limit)
    // Safety: see BlockBuffer.
    return UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The first eight bytes of a text, the first in the lowest place, with zeros behind one that is shorter.
  @inline(__always) package func firstWord(_ offset: Int, length: Int) -> UInt64 {
    assert(offset >= 0 && length >= 0 && offset + 8 <= limit)
    // Safety: see BlockBuffer.
    return unsafe first_word(base + offset, UInt(bitPattern: length))
  }

  /// The bytes of a range as an array.
  package func bytes(_ range: Range<Int>) -> [UInt8] {
    assert(range.lowerBound >= 0 && range.upperBound <= limit)
    // Safety: see BlockBuffer.
    return unsafe [UInt8](UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Calls `body` with the bytes of a range.
  @inlinable @inline(__always) public func withSpan<Value, Failure: Error>(
    _ range: Range<Int>, _ body: (borrowing Span<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    assert(range.lowerBound >= 0 && range.upperBound <= limit)
    // Safety: see BlockBuffer; the span does not outlive the call.
    let bytes = unsafe UnsafeBufferPointer(
      start: (base + range.lowerBound).assumingMemoryBound(to: UInt8.self), count: range.count)
    return try unsafe body(bytes.span)
  }

  /// A pointer for copying a range's bytes; the caller stays within the range.
  @unsafe @inline(__always) package func pointer(_ range: Range<Int>) -> UnsafeRawPointer {
    assert(range.lowerBound >= 0 && range.upperBound <= limit)
    return unsafe base + range.lowerBound
  }
}
