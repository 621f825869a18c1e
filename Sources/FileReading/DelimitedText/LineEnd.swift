/// The ends of lines: `\n`, `\r`, or some `\r` and a `\n`, which programs write that end lines twice.
package enum LineEnd {
  /// So many carriage returns before a newline are part of one line end.
  private static let maximumReturns = 8

  /// Length of the line end at an offset; 0 where there is none, nil where what follows would have to be known.
  package static func length(_ bytes: borrowing Span<UInt8>, at position: Int, isWhole: Bool) -> Int? {
    if bytes[position] == Ascii.newline { return 1 }
    guard bytes[position] == Ascii.carriageReturn else { return 0 }
    var next = position + 1
    while next < bytes.count, next - position < maximumReturns, bytes[next] == Ascii.carriageReturn { next += 1 }
    if next == bytes.count { return isWhole ? 1 : nil }
    return bytes[next] == Ascii.newline ? next - position + 1 : 1
  }

  /// How many lines end in a range; what follows it is no part of them.
  package static func count(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> Int {
    var count = 0
    var position = range.lowerBound
    while position < range.upperBound {
      // Line ends are below 14, and so few bytes of a text are that eight are passed over at once.
      if position + 8 <= range.upperBound, let word = bytes.word(at: position), !word.hasByte(below: 14) {
        position += 8
        continue
      }
      let length = min(LineEnd.length(bytes, at: position, isWhole: true) ?? 1, range.upperBound - position)
      if length > 0 { count += 1 }
      position += max(1, length)
    }
    return count
  }

  /// Offset behind the first line end from an offset on; nil where there is none, or its end would have to be known.
  package static func next(_ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool) -> Int? {
    var position = start
    while position < bytes.count {
      guard let length = length(bytes, at: position, isWhole: isWhole) else { return nil }
      if length > 0 { return position + length }
      position += 1
    }
    return nil
  }
}

/// The bytes that delimited text gives a meaning to. Public and computed, so that loops of every module hold them as
/// constants.
public enum Ascii {
  @inlinable public static var quote: UInt8 { 0x22 }
  @inlinable public static var newline: UInt8 { 0x0A }
  @inlinable public static var carriageReturn: UInt8 { 0x0D }
  @inlinable public static var comma: UInt8 { 0x2C }
  @inlinable public static var semicolon: UInt8 { 0x3B }
  @inlinable public static var tab: UInt8 { 0x09 }
  @inlinable public static var bar: UInt8 { 0x7C }
}
