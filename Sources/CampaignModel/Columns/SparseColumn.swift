/// Numbers that only some rows have: a bit per row and the numbers that are there, in row order.
public struct SparseColumn: Sendable {
  /// One bit a row: whether it has a number.
  @usableFromInline var bits: [UInt64]
  /// Per word of `bits`, how many numbers lie before it.
  @usableFromInline var ranks: [UInt32]
  @usableFromInline var numbers: [Double]

  /// Creates a column from the rows that have a number.
  ///
  /// - Parameters:
  ///   - entries: rows, ascending and each once, with their numbers.
  ///   - rowCount: rows of the column; every entry's row is below it.
  public init(_ entries: some Sequence<(row: Int, number: Double)>, rowCount: Int) {
    bits = []
    ranks = []
    numbers = []
    for (row, number) in entries {
      precondition(row < rowCount, "Row \(row) lies beyond the column's \(rowCount) rows.")
      if bits.isEmpty { bits = [UInt64](repeating: 0, count: (rowCount + 63) / 64) }
      bits[row >> 6] |= 1 << UInt64(row & 63)
      numbers.append(number)
    }
    var before: UInt32 = 0
    ranks = bits.map { word in
      defer { before += UInt32(word.nonzeroBitCount) }
      return before
    }
  }

  /// Creates a column from rows, ascending and each once, and the number of each.
  package init(rows: [Int], numbers: [Double], rowCount: Int) {
    bits = rows.isEmpty ? [] : [UInt64](repeating: 0, count: (rowCount + 63) / 64)
    for row in rows { bits[row >> 6] |= 1 << UInt64(row & 63) }
    self.numbers = numbers
    var before: UInt32 = 0
    ranks = bits.map { word in
      defer { before += UInt32(word.nonzeroBitCount) }
      return before
    }
  }

  /// Whether no row has a number.
  public var isEmpty: Bool { numbers.isEmpty }

  /// How many rows have a number.
  public var numberCount: Int { numbers.count }

  /// The number of a row, or nil. O(1).
  @inlinable public subscript(row: Int) -> Double? {
    guard !bits.isEmpty else { return nil }
    let word = bits[row >> 6]
    let bit = UInt64(1) << UInt64(row & 63)
    guard word & bit != 0 else { return nil }
    return numbers[Int(ranks[row >> 6]) + (word & (bit - 1)).nonzeroBitCount]
  }

  /// Calls `body` for each row of a range that has a number, ascending.
  func forEachNumber(in rows: Range<Int>, _ body: (_ row: Int, _ number: Double) -> Void) {
    guard !bits.isEmpty, !rows.isEmpty else { return }
    for word in rows.lowerBound >> 6...(rows.upperBound - 1) >> 6 {
      var left = bits[word]
      if word == rows.lowerBound >> 6 { left &= UInt64.max << UInt64(rows.lowerBound & 63) }
      while left != 0 {
        let row = word << 6 | left.trailingZeroBitCount
        guard row < rows.upperBound else { return }
        let before = bits[word] & (1 << UInt64(row & 63) - 1)
        body(row, numbers[Int(ranks[word]) + before.nonzeroBitCount])
        left &= left - 1
      }
    }
  }
}
