private import CByteScanning

/// Where the fields of a block's rows start: behind the separators and newlines outside quotes, which are found 64 bytes
/// at a time before the rows are parsed.
///
/// Finding them all first takes no branch that depends on the length of a field. Langdale and Lemire's parser of JSON
/// does the same ("Parsing Gigabytes of JSON per Second", 2019, doi:10.1007/s00778-019-00578-5).
@safe package final class FieldStarts {
  // Safety: owned by this object; freed in deinit or when it grows.
  private var starts: UnsafeMutablePointer<UInt32>
  private var capacity = 1 << 16
  /// Number of starts, the one behind the last row included.
  package private(set) var count = 0
  /// Number of newlines outside quotes, the one behind the last row included.
  package private(set) var newlineCount = 0

  package init() { unsafe starts = .allocate(capacity: capacity) }

  deinit { unsafe starts.deallocate() }

  /// The starts, until they are found in another block.
  package var view: View { unsafe View(starts: UnsafePointer(starts), count: count) }

  /// Offsets of the starts in the block, for loops that must not look up where they are kept.
  @safe package struct View {
    private let starts: UnsafePointer<UInt32>
    package let count: Int

    fileprivate init(starts: UnsafePointer<UInt32>, count: Int) {
      unsafe self.starts = unsafe starts
      self.count = count
    }

    @inline(__always) package subscript(_ index: Int) -> Int {
      assert(index >= 0 && index < count)
      // Safety: indices are checked against the count row by row; see RowFields.
      return Int(truncatingIfNeeded: unsafe starts[index])
    }
  }

  /// Finds the starts in a block. Its quotes are in order.
  ///
  /// - Parameter usesWide: whether wide instructions are used where the processor has them, which changes nothing but
  ///   the time.
  package func find(in block: Block, _ view: BlockView, separator: UInt8, usesWide: Bool = true) {
    let rows = block.rows
    reserve(rows.count + 2)
    unsafe starts[0] = UInt32(truncatingIfNeeded: rows.lowerBound)
    // Safety: behind the last row there is room to read 64 bytes more, see BlockBuffer; `reserve` has made room for as
    // many starts as there are bytes, and for those that are written too many.
    let found = unsafe find_fields(
      view.pointer(0..<rows.upperBound), UInt32(truncatingIfNeeded: rows.lowerBound),
      UInt32(truncatingIfNeeded: rows.upperBound), separator, Ascii.quote, block.survey.hasQuotes, starts + 1,
      usesWide)
    count = Int(found.ends) + 1
    newlineCount = Int(found.newlines)
    if rows.isEmpty || view[rows.upperBound - 1] != Ascii.newline {
      unsafe starts[count] = UInt32(truncatingIfNeeded: rows.upperBound + 1)
      count += 1
      newlineCount += 1
    }
  }

  private func reserve(_ starts: Int) {
    guard starts + 64 > capacity else { return }
    unsafe self.starts.deallocate()
    capacity = starts + 64
    unsafe self.starts = .allocate(capacity: capacity)
  }
}
