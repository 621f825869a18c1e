/// A column with few entries that are not 0.
struct SparseColumn: Sendable {
  var rows: [Int]
  var values: [Double]
}

/// Columns with few entries that are not 0, one after the other in memory.
struct SparseColumns: Sendable {
  /// How many rows a column has.
  let rowCount: Int
  private var starts = [0]
  private var rows: [Int32] = []
  private var values: [Double] = []

  init(rowCount: Int) { self.rowCount = rowCount }

  var count: Int { starts.count - 1 }
  var indices: Range<Int> { 0..<count }

  mutating func append(_ column: SparseColumn) {
    precondition(column.rows.allSatisfy { $0 < rowCount }, "A column has only rows that there are.")
    rows += column.rows.map { Int32($0) }
    values += column.values
    starts.append(rows.count)
  }

  subscript(column: Int) -> SparseColumn {
    let range = starts[column]..<starts[column + 1]
    return SparseColumn(rows: rows[range].map { Int($0) }, values: Array(values[range]))
  }

  /// A row of multipliers times a column.
  func dot(_ column: Int, _ multipliers: [Double]) -> Double {
    precondition(multipliers.count == rowCount, "Every row has a multiplier.")
    var sum = 0.0
    // Safety: rows are below `rowCount`, as all that were appended are.
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe multipliers.withUnsafeBufferPointer { multipliers in
        for place in starts[column]..<starts[column + 1] {
          sum += unsafe multipliers[Int(rows[place])] * values[place]
        }
      }
    }
    return sum
  }
}
