import TestSupport
import Testing

@testable import Pooling

struct BasisInverseTests {
  private static func columns(_ size: Int, _ random: inout SeededGenerator) -> [SparseColumn] {
    (0..<size).map { place in
      var column = SparseColumn(rows: [], values: [])
      for row in 0..<size where row == (place + 1) % size || Int.random(in: 0..<4, using: &random) == 0 {
        column.rows.append(row)
        column.values.append(Double(Int.random(in: 1...5, using: &random)))
      }
      return column
    }
  }

  private static func distance(_ inverse: BasisInverse, _ columns: [SparseColumn]) -> Double {
    var distance = 0.0
    for (place, column) in columns.enumerated() {
      for (row, value) in inverse.times(column).enumerated() {
        distance = max(distance, abs(value - (row == place ? 1 : 0)))
      }
    }
    return distance
  }

  /// The diagonal is empty in most of these, so that rows must change places.
  @Test(arguments: [1, 2, 3, 8, 30]) func `a basis times its inverse is one`(size: Int) throws {
    var random = SeededGenerator(seed: UInt64(size))
    var found = 0
    for _ in 0..<20 {
      let columns = Self.columns(size, &random)
      guard let inverse = BasisInverse(size: size, columns: columns) else { continue }
      found += 1
      #expect(Self.distance(inverse, columns) < 1e-8)
      let costs = (0..<size).map { _ in Double(Int.random(in: -3...3, using: &random)) }
      // Multipliers times the basis are the costs again.
      var sparse = SparseColumns(rowCount: size)
      for column in columns { sparse.append(column) }
      let multipliers = inverse.multipliers(of: costs)
      for place in 0..<size { #expect(abs(sparse.dot(place, multipliers) - costs[place]) < 1e-7) }
    }
    #expect(found >= 10)
  }

  @Test func `another column is put in its place as if all were inverted anew`() throws {
    var random = SeededGenerator(seed: 5)
    var columns = Self.columns(12, &random)
    while BasisInverse(size: 12, columns: columns) == nil { columns = Self.columns(12, &random) }
    var inverse = try #require(BasisInverse(size: 12, columns: columns))
    for step in 0..<60 {
      let column = Self.columns(12, &random)[step % 12]
      let direction = inverse.times(column)
      guard let place = direction.indices.max(by: { abs(direction[$0]) < abs(direction[$1]) }),
        abs(direction[place]) > 0.1
      else { continue }
      inverse.pivot(at: place, direction)
      columns[place] = column
      #expect(Self.distance(inverse, columns) < 1e-6)
    }
  }

  @Test func `a basis with a column twice has no inverse`() {
    let column = SparseColumn(rows: [0, 1], values: [1, 2])
    #expect(BasisInverse(size: 2, columns: [column, column]) == nil)
  }
}
