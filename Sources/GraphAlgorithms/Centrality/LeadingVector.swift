/// The eigenvector of the largest eigenvalue of a symmetric matrix without negative entries.
///
/// Each round looks for the vector that the matrix stretches most among all that combine the present one, what the
/// present one lacks to being an eigenvector, and the step made last. This takes about the square root of the rounds
/// that repeated multiplication does where the two largest eigenvalues are close, as in chains, and no more where the
/// least one is as large as the largest, as in stars. Where the largest eigenvalue is not simple it is, as there, the
/// part of the start that belongs to it.
///
/// Reference: A. V. Knyazev, "Toward the optimal preconditioned eigensolver: locally optimal block preconditioned
/// conjugate gradient method", SIAM Journal on Scientific Computing 23(2), 2001, doi:10.1137/S1064827500366124.
struct LeadingVector: Sendable {
  /// No entry is below 0, and the squares add up to 1.
  let values: [Double]
  /// The number of rounds made, each of which multiplies once.
  let rounds: Int
  /// The change that one more multiplication would make, all entries' absolute changes added up.
  let change: Double

  /// A vector with what the matrix makes of it.
  private struct Direction: Sendable {
    var vector: [Double]
    var image: [Double]

    /// The vector, its length brought to 1.
    init(_ vector: [Double], multiply: ([Double]) -> [Double]) {
      let length = vector.dot(vector).squareRoot()
      self.vector = vector.map { $0 / length }
      image = multiply(self.vector)
    }

    /// The sum of directions, each times a factor.
    init(_ directions: ArraySlice<Direction>, times factors: ArraySlice<Double>) {
      vector = [Double](repeating: 0, count: directions.first?.vector.count ?? 0)
      image = vector
      for (direction, factor) in zip(directions, factors) { add(direction, times: factor) }
    }

    mutating func add(_ other: Direction, times factor: Double) {
      vector.add(other.vector, times: factor)
      image.add(other.image, times: factor)
    }

    /// Brings the vector to length 1.
    mutating func normalize() {
      let length = vector.dot(vector).squareRoot()
      for entry in vector.indices {
        vector[entry] /= length
        image[entry] /= length
      }
    }
  }

  /// - Parameters:
  ///   - start: entries of at least 0, not all 0.
  ///   - algorithm: named in the error.
  ///   - tolerance: what ``change`` must be below.
  ///   - maximumRounds: the most rounds made.
  ///   - precision: how large ``change`` may be by rounding alone: where that is more than the tolerance, it counts.
  ///   - multiply: the product of the matrix and a vector.
  /// - Throws: `notConverged`.
  init(
    from start: [Double], algorithm: String, tolerance: Double, precision: Double, maximumRounds: Int,
    multiply: ([Double]) -> [Double]
  ) throws(GraphAlgorithmError) {
    var current = Direction(start, multiply: multiply)
    var last: Direction?
    // Images are added up round by round: before they are believed, the matrix itself is asked.
    var isExact = true
    var change = Double.infinity
    for round in 1...max(1, maximumRounds) {
      let stretch = current.vector.dot(current.image)
      var lack = current.image
      lack.add(current.vector, times: -stretch)
      change = stretch > 0 ? lack.reduce(0) { $0 + abs($1) } / stretch : 0
      let isSettled = change < max(tolerance, precision)
      if isSettled, !isExact {
        current = Direction(current.vector, multiply: multiply)
        isExact = true
        continue
      }
      let directions = isSettled ? [current] : LeadingVector.directions(current, lack, last, multiply: multiply)
      // Nothing is left to try where what is lacking are rounding errors alone.
      if directions.count == 1 {
        (values, rounds, self.change) = (current.vector.map { max(0, $0) }, round, change)
        return
      }
      let factors = LeadingVector.factors(of: directions)
      let step = Direction(directions[1...], times: factors[1...])
      current = Direction(directions[...], times: factors[...])
      current.normalize()
      last = LeadingVector.beside(current, step)
      isExact = false
    }
    throw .notConverged(algorithm: algorithm, iterations: maximumRounds, change: change, tolerance: tolerance)
  }

  /// Directions at right angles to each other, of length 1: the present one, what it lacks, and the last step; without
  /// those that add nothing to the others.
  private static func directions(
    _ current: Direction, _ lack: [Double], _ last: Direction?, multiply: ([Double]) -> [Double]
  ) -> [Direction] {
    let known = [current] + (last.map { [$0] } ?? [])
    var rest = lack
    // Once leaves rounding errors of the size of what is taken out; what is nothing but these never stops shrinking.
    for _ in 0..<4 {
      let before = rest.dot(rest)
      for direction in known { rest.add(direction.vector, times: -rest.dot(direction.vector)) }
      let after = rest.dot(rest)
      if after > before / 4 { return [current, Direction(rest, multiply: multiply)] + known.dropFirst() }
    }
    return known
  }

  /// A step, at right angles to the vector that it led to, and of length 1; nil where there was none.
  private static func beside(_ current: Direction, _ step: Direction) -> Direction? {
    guard step.vector.dot(step.vector) > 0 else { return nil }
    var step = step
    for _ in 0..<2 {
      step.normalize()
      step.add(current, times: -step.vector.dot(current.vector))
    }
    guard step.vector.dot(step.vector) > 0.01 else { return nil }
    step.normalize()
    return step
  }

  /// How much of each direction makes up the vector of length 1 that is stretched most.
  private static func factors(of directions: [Direction]) -> [Double] {
    var matrix = directions.map { row in directions.map { row.vector.dot($0.image) } }
    for row in matrix.indices {
      for column in 0..<row { matrix[row][column] = matrix[column][row] }
    }
    return leadingVector(of: &matrix)
  }

  /// The leading eigenvector of a small symmetric matrix, by Jacobi's rotations; its first entry is not below 0.
  ///
  /// Reference: G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th edition, 2013, section 8.5.
  private static func leadingVector(of matrix: inout [[Double]]) -> [Double] {
    let size = matrix.count
    var vectors = (0..<size).map { row in (0..<size).map { row == $0 ? 1.0 : 0 } }
    // Each sweep squares what is left beside the diagonal; ten would do.
    for _ in 0..<30 {
      for row in 0..<size {
        for column in 0..<row where matrix[row][column] != 0 {
          let ratio = (matrix[column][column] - matrix[row][row]) / (2 * matrix[row][column])
          let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
          let cosine = 1 / (tangent * tangent + 1).squareRoot()
          let sine = tangent * cosine
          for other in 0..<size {
            let (left, right) = (matrix[row][other], matrix[column][other])
            (matrix[row][other], matrix[column][other]) = (cosine * left - sine * right, sine * left + cosine * right)
          }
          for other in 0..<size {
            let (left, right) = (matrix[other][row], matrix[other][column])
            (matrix[other][row], matrix[other][column]) = (cosine * left - sine * right, sine * left + cosine * right)
            let (first, second) = (vectors[other][row], vectors[other][column])
            (vectors[other][row], vectors[other][column]) = (
              cosine * first - sine * second, sine * first + cosine * second
            )
          }
          (matrix[row][column], matrix[column][row]) = (0, 0)
        }
      }
    }
    let leading = (0..<size).max { matrix[$0][$0] < matrix[$1][$1] } ?? 0
    let sign: Double = vectors[0][leading] < 0 ? -1 : 1
    return vectors.map { sign * $0[leading] }
  }
}

extension [Double] {
  /// The sum of the products of entries, in order.
  func dot(_ other: [Double]) -> Double {
    precondition(count == other.count, "Vectors of different length have no product.")
    var sum = 0.0
    for entry in indices { sum += self[entry] * other[entry] }
    return sum
  }

  /// Adds another vector, times a factor.
  fileprivate mutating func add(_ other: [Double], times factor: Double) {
    precondition(count == other.count, "Vectors of different length cannot be added.")
    for entry in indices { self[entry] += factor * other[entry] }
  }
}
