private import CByteMasks

/// Where the fields of a block's rows start: behind the separators and newlines outside quotes, which are found 64 bytes
/// at a time before the rows are parsed.
///
/// Finding them all first takes no branch that depends on the length of a field. Langdale and Lemire's parser of JSON
/// does the same ("Parsing Gigabytes of JSON per Second", 2019, doi:10.1007/s00778-019-00578-5).
@safe final class FieldStarts {
  // Safety: owned by this object; freed in deinit or when it grows.
  private var starts: UnsafeMutablePointer<UInt32>
  private var capacity = 1 << 16
  /// Number of starts, the one behind the last row included.
  private(set) var count = 0

  init() { unsafe starts = .allocate(capacity: capacity) }

  deinit { unsafe starts.deallocate() }

  /// Offset of a start in the block.
  @inline(__always) subscript(_ index: Int) -> Int {
    assert(index >= 0 && index < count)
    // Safety: indices are checked against the count row by row; see RowFields.
    return Int(truncatingIfNeeded: unsafe starts[index])
  }

  /// Finds the starts in a block. Its quotes are in order.
  func find(in block: Block, _ view: BlockView, separator: UInt8) {
    let rows = block.rows
    reserve(rows.count + 2)
    unsafe starts[0] = UInt32(truncatingIfNeeded: rows.lowerBound)
    count = 1
    if block.survey.hasQuotes {
      var quotes = QuoteMask()
      fill(rows, view, separator) { offset in
        // Safety: as in `fill`.
        quotes.next(unsafe mask_of_either(view.pointer(offset..<offset), Ascii.quote, Ascii.quote))
      }
    } else {
      fill(rows, view, separator) { _ in 0 }
    }
    if rows.isEmpty || view[rows.upperBound - 1] != Ascii.newline { append(1, from: rows.upperBound + 1) }
  }

  /// - Parameter inQuotes: which of the 64 bytes from an offset on lie within quotes.
  @inline(__always) private func fill(
    _ rows: Range<Int>, _ view: BlockView, _ separator: UInt8, _ inQuotes: (Int) -> UInt64
  ) {
    var offset = rows.lowerBound
    while offset < rows.upperBound {
      // Safety: behind the last row there is room to read 64 bytes more; see BlockBuffer.
      var mask = unsafe mask_of_either(view.pointer(offset..<offset), separator, Ascii.newline) & ~inQuotes(offset)
      let left = rows.upperBound &- offset
      if left < 64 { mask &= (1 &<< UInt64(truncatingIfNeeded: left)) &- 1 }
      append(mask, from: offset &+ 1)
      offset &+= 64
    }
  }

  /// Appends the offset of each bit, eight at a time: those too many are overwritten by the next call.
  @inline(__always) private func append(_ mask: UInt64, from offset: Int) {
    var left = mask
    // Safety: `reserve` has made room for as many starts as there are bytes, and for those too many.
    var next = unsafe starts + count
    count &+= mask.nonzeroBitCount
    while left != 0 {
      for place in 0..<8 {
        unsafe next[place] = UInt32(truncatingIfNeeded: offset &+ left.trailingZeroBitCount)
        left &= left &- 1
      }
      unsafe next += 8
    }
  }

  private func reserve(_ starts: Int) {
    guard starts + 64 > capacity else { return }
    unsafe self.starts.deallocate()
    capacity = starts + 64
    unsafe self.starts = .allocate(capacity: capacity)
  }
}

/// Tells which bytes lie within quotes, 64 at a time.
private struct QuoteMask {
  /// All ones where the bytes before ended within quotes.
  private var carried: UInt64 = 0

  /// - Parameter quotes: one bit for each byte that is a quote.
  /// - Returns: one bit for each byte within quotes, the opening one included. Of a doubled quote the first closes and
  ///   the second opens.
  @inline(__always) mutating func next(_ quotes: UInt64) -> UInt64 {
    // Each bit becomes the parity of the quotes up to it.
    var inside = quotes
    for shift: UInt64 in [1, 2, 4, 8, 16, 32] { inside ^= inside &<< shift }
    inside ^= carried
    carried = UInt64(bitPattern: Int64(bitPattern: inside) &>> 63)
    return inside
  }
}
