import Parallelism

/// A square matrix that is inverted some columns at a time, so that what is worked on stays in the cache and in
/// registers.
///
/// Four neighboring entries of a row are one element. Plain elimination passes over all of the matrix for each column.
struct BlockedMatrix: Sendable {
  /// Columns that are eliminated together.
  private static let blockSize = 32

  let size: Int
  /// Elements of a row.
  private let stride: Int
  private var elements: [SIMD4<Double>]

  /// A matrix of zeros.
  init(size: Int) {
    self.size = size
    stride = (size + 3) / 4
    elements = [SIMD4<Double>](repeating: .zero, count: size * stride)
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * stride + column >> 2][column & 3] }
    set { elements[row * stride + column >> 2][column & 3] = newValue }
  }

  /// Inverts the matrix in place by Gauss-Jordan elimination. O(k³) time for k rows, O(k²) memory; the result does not
  /// depend on the number of threads.
  ///
  /// - Precondition: its diagonal dominates, as that of an absorbing chain's I − Q does, so that no pivoting is needed.
  mutating func invert(threads: Int = 1) {
    for start in Swift.stride(from: 0, to: size, by: BlockedMatrix.blockSize) {
      let block = start..<min(start + BlockedMatrix.blockSize, size)
      let panel = self.panel(of: block)
      let (size, stride) = (size, stride)
      elements.withSlots { elements in
        // Rows in fours, many at a time, so that handing them out costs little.
        parallelChunks((size + 3) / 4, size: 16, threads: threads) { _, quads in
          for row in quads.map({ $0 * 4 }) where !block.contains(row) {
            BlockedMatrix.eliminate(row..<min(row + 4, size), block, panel, in: elements, stride: stride)
          }
        }
      }
      for (index, row) in block.enumerated() {
        for column in 0..<stride { elements[row * stride + column] = panel[column * block.count + index] }
      }
    }
  }

  /// The rows of a block, multiplied by the inverse of its square, which itself stands in the block's columns. Column
  /// by column of elements, so that it is read in the order of memory.
  private func panel(of block: Range<Int>) -> [SIMD4<Double>] {
    let count = block.count
    var square = block.flatMap { row in block.map { self[row, $0] } }
    BlockedMatrix.invert(&square, count)
    var panel = [SIMD4<Double>](repeating: .zero, count: stride * count)
    for column in 0..<stride {
      for row in 0..<count {
        var sum = SIMD4<Double>.zero
        for inner in 0..<count {
          sum += square[row * count + inner] * elements[(block.lowerBound + inner) * stride + column]
        }
        panel[column * count + row] = sum
      }
    }
    for (index, column) in block.enumerated() {
      for row in 0..<count { panel[column >> 2 * count + row][column & 3] = square[row * count + index] }
    }
    return panel
  }

  /// Takes a block's rows from up to four others, so that zeros would stand in its columns; what stands there instead is
  /// what the inverse gets.
  private static func eliminate(
    _ rows: Range<Int>, _ block: Range<Int>, _ panel: [SIMD4<Double>], in elements: SharedSlots<SIMD4<Double>>,
    stride: Int
  ) {
    let count = block.count
    // By column of the block, the factor of each row.
    var factors = [SIMD4<Double>](repeating: .zero, count: count)
    for (lane, row) in rows.enumerated() {
      for (index, column) in block.enumerated() {
        let place = row * stride + column >> 2
        factors[index][lane] = elements[place][column & 3]
        elements[place][column & 3] = 0
      }
    }
    let panel = panel.span
    let factorSpan = factors.span
    for column in 0..<stride {
      var (first, second, third, fourth) = (
        SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero
      )
      let place = column &* count
      for inner in 0..<count {
        // Safety: a panel has `count` elements for each of the `stride` columns, and there are `count` factors.
        let element = unsafe panel[unchecked: place &+ inner]
        let factor = unsafe factorSpan[unchecked: inner]
        first += factor.x * element
        second += factor.y * element
        third += factor.z * element
        fourth += factor.w * element
      }
      let top = rows.lowerBound * stride + column
      elements[top] -= first
      if rows.count > 1 { elements[top + stride] -= second }
      if rows.count > 2 { elements[top + 2 * stride] -= third }
      if rows.count > 3 { elements[top + 3 * stride] -= fourth }
    }
  }

  /// Inverts a small matrix in place by Gauss-Jordan elimination.
  private static func invert(_ matrix: inout [Double], _ size: Int) {
    for pivot in 0..<size {
      let scale = 1 / matrix[pivot * size + pivot]
      matrix[pivot * size + pivot] = 1
      for column in 0..<size { matrix[pivot * size + column] *= scale }
      for row in 0..<size where row != pivot {
        let factor = matrix[row * size + pivot]
        guard factor != 0 else { continue }
        matrix[row * size + pivot] = 0
        for column in 0..<size { matrix[row * size + column] -= factor * matrix[pivot * size + column] }
      }
    }
  }
}
