/// The inverse of a simplex basis, row by row, kept up to date from pivot to pivot.
///
/// Steps of the simplex method spend most of their time here. Rows are taken through pointers, which the compiler turns into
/// wide instructions.
struct BasisInverse: Sendable {
  let size: Int
  private var entries: [Double]

  /// The inverse of the basis of all logical variables, whose columns are those of −1.
  init(size: Int) {
    self.size = size
    entries = [Double](repeating: 0, count: size * size)
    for row in 0..<size { entries[row * size + row] = -1 }
  }

  /// The inverse of a basis by Gauss-Jordan elimination in place with partial pivoting; nil where it is singular.
  ///
  /// - Parameter columns: the basis's columns, sparse.
  init?(size: Int, columns: [SparseColumn]) {
    self.size = size
    entries = [Double](repeating: 0, count: size * size)
    for (place, column) in columns.enumerated() {
      for (row, value) in zip(column.rows, column.values) { entries[row * size + place] = value }
    }
    var swaps: [Int] = []
    for step in 0..<size {
      guard let pivot = (step..<size).max(by: { abs(entries[$0 * size + step]) < abs(entries[$1 * size + step]) }),
        abs(entries[pivot * size + step]) > 1e-11
      else { return nil }
      swaps.append(pivot)
      if pivot != step {
        for column in 0..<size { entries.swapAt(pivot * size + column, step * size + column) }
      }
      let value = entries[step * size + step]
      entries[step * size + step] = 1
      scaleRow(step, by: 1 / value)
      for row in 0..<size where row != step {
        let factor = entries[row * size + step]
        guard factor != 0 else { continue }
        entries[row * size + step] = 0
        subtractRow(step, times: factor, from: row)
      }
    }
    // Rows that changed places are columns of the inverse that do.
    for (step, pivot) in swaps.enumerated().reversed() where pivot != step {
      for row in 0..<size { entries.swapAt(row * size + pivot, row * size + step) }
    }
  }

  private mutating func scaleRow(_ row: Int, by factor: Double) {
    for place in row * size..<(row + 1) * size { entries[place] *= factor }
  }

  private mutating func subtractRow(_ row: Int, times factor: Double, from other: Int) {
    precondition(row < size && other < size && row != other, "Two rows of the basis are meant.")
    // Safety: both rows lie within the entries and do not overlap.
    unsafe entries.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let (from, to) = (unsafe base + row * size, unsafe base + other * size)
      for column in 0..<size { unsafe to[column] -= factor * from[column] }
    }
  }

  /// The inverse times a column.
  func times(_ column: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for place in 0..<size {
      var sum = 0.0
      for row in 0..<size { sum += entries[place * size + row] * column[row] }
      result[place] = sum
    }
    return result
  }

  /// The inverse times a sparse column.
  func times(_ column: SparseColumn) -> [Double] {
    precondition(column.rows.allSatisfy { $0 < size }, "The column is one of the basis's rows.")
    var result = [Double](repeating: 0, count: size)
    // Safety: entries hold `size` rows of `size` numbers, and the column's rows are fewer.
    unsafe entries.withUnsafeBufferPointer { entries in
      guard var line = entries.baseAddress else { return }
      for place in 0..<size {
        var sum = 0.0
        for index in column.rows.indices { sum += unsafe line[column.rows[index]] * column.values[index] }
        result[place] = sum
        unsafe line += size
      }
    }
    return result
  }

  /// A row of costs times the inverse.
  func multipliers(of costs: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    // Safety: the result has `size` numbers, as every row of the entries has.
    unsafe result.withUnsafeMutableBufferPointer { buffer in
      unsafe entries.withUnsafeBufferPointer { entries in
        guard let result = buffer.baseAddress, var line = entries.baseAddress else { return }
        for place in 0..<size {
          let cost = costs[place]
          if cost != 0 { for row in 0..<size { unsafe result[row] += cost * line[row] } }
          unsafe line += size
        }
      }
    }
    return result
  }

  /// Puts another column in the basis's place `place`.
  ///
  /// - Parameter direction: the inverse times the new column.
  mutating func pivot(at place: Int, _ direction: [Double]) {
    scaleRow(place, by: 1 / direction[place])
    for row in 0..<size where row != place && direction[row] != 0 {
      subtractRow(place, times: direction[row], from: row)
    }
  }
}
