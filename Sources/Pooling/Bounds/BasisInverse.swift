/// The inverse of a simplex basis, row by row, kept up to date from pivot to pivot.
struct BasisInverse: Sendable {
  let size: Int
  private var entries: [Double]

  /// The inverse of the basis of all logical variables, whose columns are those of −1.
  init(size: Int) {
    self.size = size
    entries = [Double](repeating: 0, count: size * size)
    for row in 0..<size { entries[row * size + row] = -1 }
  }

  /// The inverse of a basis by Gauss-Jordan elimination with partial pivoting; nil where it is singular.
  ///
  /// - Parameter columns: the basis's columns, sparse.
  init?(size: Int, columns: [SparseColumn]) {
    self.size = size
    var matrix = [Double](repeating: 0, count: size * size)
    for (place, column) in columns.enumerated() {
      for (row, value) in zip(column.rows, column.values) { matrix[row * size + place] = value }
    }
    entries = [Double](repeating: 0, count: size * size)
    for row in 0..<size { entries[row * size + row] = 1 }
    for step in 0..<size {
      guard let pivot = (step..<size).max(by: { abs(matrix[$0 * size + step]) < abs(matrix[$1 * size + step]) }),
        abs(matrix[pivot * size + step]) > 1e-11
      else { return nil }
      if pivot != step {
        for column in 0..<size {
          matrix.swapAt(pivot * size + column, step * size + column)
          entries.swapAt(pivot * size + column, step * size + column)
        }
      }
      let scale = 1 / matrix[step * size + step]
      for column in 0..<size {
        matrix[step * size + column] *= scale
        entries[step * size + column] *= scale
      }
      // Few entries are not 0.
      let left = (step..<size).filter { matrix[step * size + $0] != 0 }
      let right = (0..<size).filter { entries[step * size + $0] != 0 }
      for row in 0..<size where row != step {
        let factor = matrix[row * size + step]
        guard factor != 0 else { continue }
        for column in left { matrix[row * size + column] -= factor * matrix[step * size + column] }
        for column in right { entries[row * size + column] -= factor * entries[step * size + column] }
      }
    }
  }

  /// The inverse times a sparse column.
  func times(_ column: SparseColumn) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for place in 0..<size {
      var sum = 0.0
      for index in column.rows.indices { sum += entries[place * size + column.rows[index]] * column.values[index] }
      result[place] = sum
    }
    return result
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

  /// A row of costs times the inverse.
  func multipliers(of costs: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for place in 0..<size where costs[place] != 0 {
      let cost = costs[place]
      for row in 0..<size { result[row] += cost * entries[place * size + row] }
    }
    return result
  }

  /// Puts another column in the basis's place `place`.
  ///
  /// - Parameter direction: the inverse times the new column.
  mutating func pivot(at place: Int, _ direction: [Double]) {
    let scale = 1 / direction[place]
    for column in 0..<size { entries[place * size + column] *= scale }
    let columns = (0..<size).filter { entries[place * size + $0] != 0 }
    for row in 0..<size where row != place && direction[row] != 0 {
      let factor = direction[row]
      for column in columns { entries[row * size + column] -= factor * entries[place * size + column] }
    }
  }
}

/// A column with few entries that are not 0.
struct SparseColumn: Sendable {
  var rows: [Int]
  var values: [Double]

  func dot(_ multipliers: [Double]) -> Double {
    var sum = 0.0
    for index in rows.indices { sum += multipliers[rows[index]] * values[index] }
    return sum
  }
}
