import Parallelism

/// The chances V to go from each state of a chain to few others, and what is found by iteration of (I − V)⁻¹.
///
/// Memory follows the chances that are not 0.
///
/// Reference: H. A. van der Vorst, "Bi-CGSTAB: a fast and smoothly converging variant of Bi-CG for the solution of
/// nonsymmetric linear systems", SIAM Journal on Scientific and Statistical Computing 13(2), 1992, doi:10.1137/0913035.
struct ChainRows: Sendable {
  /// Rounds after which iteration is given up.
  private static let maximumSweeps = 20_000
  /// Sweeps to the last digit up to which columns are solved by sweeps too.
  private static let fewSweeps = 100
  private static let maximumRounds = 200
  private static let maximumRestarts = 5
  /// The error of a column's entries, beside one that is 1 or more.
  private static let tolerance = 1e-11

  let count: Int
  /// The states of each row, also those that it comes from but never goes to.
  private var neighborStarts = [0]
  private var neighbors: [Int32] = []
  /// The states that each row goes to.
  private var starts = [0]
  private var states: [Int32] = []
  private var chances: [Double] = []
  /// From 1 to 2, such that no structure of a chain goes with them: iteration fails where they are orthogonal to what is
  /// left over.
  private let weights: [Double]

  /// - Parameters:
  ///   - rows: by state, its neighbors, and what is divided by `totals` the chance of going to each; it may be 0.
  init(_ rows: [(states: [Int], chances: [Double])], dividedBy totals: [Double]) {
    count = rows.count
    weights = rows.indices.map { 1 + (Double($0) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1) }
    for (row, total) in zip(rows, totals) {
      neighbors += row.states.map { Int32($0) }
      neighborStarts.append(neighbors.count)
      for (state, chance) in zip(row.states, row.chances) where chance > 0 {
        states.append(Int32(state))
        chances.append(chance / total)
      }
      starts.append(states.count)
    }
  }

  /// Where the neighbors of a row stand among those of all.
  func places(of row: Int) -> Range<Int> { neighborStarts[row]..<neighborStarts[row + 1] }

  /// The x ≥ 0 for which x = source + V x, or nil where rounds do not come to an end.
  ///
  /// Each sweep adds what is not negative, in turns from the first state and from the last, until nothing changes: small
  /// entries are as exact as large ones.
  func settled(_ source: [Double]) -> [Double]? { settle(source)?.result }

  /// As ``settled(_:)``, with the number of sweeps that it took.
  private func settle(_ source: [Double]) -> (result: [Double], sweeps: Int)? {
    var result = source
    for sweep in 0..<ChainRows.maximumSweeps {
      var isSettled = true
      for step in 0..<count {
        let row = sweep % 2 == 0 ? step : count - 1 - step
        var sum = source[row]
        for place in starts[row]..<starts[row + 1] { sum += chances[place] * result[Int(states[place])] }
        if abs(sum - result[row]) > 4e-16 * sum { isSettled = false }
        result[row] = sum
      }
      if isSettled { return (result, sweep + 1) }
    }
    return nil
  }

  /// Of each column of (I − V)⁻¹, the entry of its own state, and those of the neighbors of that state, in the places of
  /// these; nil where iteration does not come to an end. O(k) rounds over V at worst, some twenty in most logs, for each
  /// eight of k states.
  func columns(_ threads: Int) -> (ofSelf: [Double], ofOthers: [Double])? {
    // What is left over of an equation may come to this many times as much in its solution.
    guard let (growths, sweeps) = settle([Double](repeating: 1, count: count)), let growth = growths.max() else {
      return nil
    }
    // Where contacts soon leave the chain, a few sweeps through one vector take less than the method's rounds through six.
    let way: ColumnWork.Way = sweeps <= ChainRows.fewSweeps ? .sweeps : .rounds
    var others: [Double] = []
    var areFound = false
    let own = [Double](slots: count) { own in
      others = [Double](slots: neighbors.count) { others in
        let workers = parallelFold(
          (count + 7) / 8, threads: threads, initial: { ColumnWork(self, way, tolerance: ChainRows.tolerance / growth) }
        ) { work, group in
          guard work.solve(from: group * 8) else { return }
          for row in group * 8..<min(group * 8 + 8, count) {
            let lane = row - group * 8
            own[row] = work.entry(row)[lane]
            for place in places(of: row) { others[place] = work.entry(Int(neighbors[place]))[lane] }
          }
        }
        areFound = workers.allSatisfy(\.isSolved)
      }
    }
    return areFound ? (own, others) : nil
  }

  /// What a thread keeps while it solves for eight columns at once, each in a lane.
  private struct ColumnWork: Sendable {
    private typealias Lanes = SIMD8<Double>

    /// The vectors of the method, one behind the other.
    private enum Vector: Int, CaseIterable {
      case solution, residual, direction, image, half, halfImage
    }

    enum Way {
      /// Gauss and Seidel's, as ``ChainRows/settled(_:)``.
      case sweeps
      /// Van der Vorst's.
      case rounds
    }

    private let rows: ChainRows
    private let way: Way
    private let tolerance: Double
    private var elements: [Lanes]
    /// False once a column was given up.
    private(set) var isSolved = true

    init(_ rows: ChainRows, _ way: Way, tolerance: Double) {
      (self.rows, self.way, self.tolerance) = (rows, way, tolerance)
      elements = [Lanes](repeating: .zero, count: rows.count * (way == .sweeps ? 1 : Vector.allCases.count))
    }

    func entry(_ row: Int) -> SIMD8<Double> { elements[row] }

    /// Solves for the columns of eight states from `first` on. Returns whether this and all before came to an end.
    mutating func solve(from first: Int) -> Bool {
      guard isSolved else { return false }
      let (rows, way, tolerance) = (rows, way, tolerance)
      isSolved = elements.withSlots { elements in
        for row in 0..<rows.count { elements[row] = .zero }
        if way == .sweeps { return ColumnWork.sweep(rows, from: first, tolerance, elements) }
        for _ in 0..<ChainRows.maximumRestarts {
          if ColumnWork.startAnew(rows, from: first, elements).max() <= tolerance { return true }
          ColumnWork.iterate(rows, tolerance, elements)
        }
        return ColumnWork.startAnew(rows, from: first, elements).max() <= tolerance
      }
      return isSolved
    }

    /// Sweeps, in turns from the first state and from the last, until none changes an entry by more than `tolerance`: what
    /// is left over of an equation is then no more, as chances of going on add up to 1 at most.
    private static func sweep(
      _ rows: ChainRows, from first: Int, _ tolerance: Double, _ elements: SharedSlots<Lanes>
    ) -> Bool {
      let (states, chances) = (rows.states.span, rows.chances.span)
      for sweep in 0..<ChainRows.maximumSweeps {
        var largest = Lanes.zero
        for step in 0..<rows.count {
          let row = sweep % 2 == 0 ? rows.count - 1 - step : step
          var sum = Lanes.zero
          if row >= first, row < first + 8 { sum[row - first] = 1 }
          for place in rows.starts[row]..<rows.starts[row + 1] {
            // Safety: starts lie within states and chances, and states are below the number of rows.
            let other = unsafe elements[unchecked: Int(states[unchecked: place])]
            sum += unsafe chances[unchecked: place] * other
          }
          let change = sum - elements[row]
          largest.replace(with: change, where: change .> largest)
          elements[row] = sum
        }
        if largest.max() <= tolerance { return true }
      }
      return false
    }

    /// Puts what is left over of each equation into residual and direction. Returns the largest of each lane.
    private static func startAnew(_ rows: ChainRows, from first: Int, _ elements: SharedSlots<Lanes>) -> Lanes {
      let count = rows.count
      _ = multiply(rows, .solution, into: .image, elements)
      var largest = Lanes.zero
      for row in 0..<count {
        var rest = -elements[Vector.image.rawValue * count + row]
        if row >= first, row < first + 8 { rest[row - first] += 1 }
        elements[Vector.residual.rawValue * count + row] = rest
        elements[Vector.direction.rawValue * count + row] = rest
        largest.replace(with: absolute(rest), where: absolute(rest) .> largest)
      }
      return largest
    }

    /// Rounds of the method until the largest rest, as it follows it, is small in each lane.
    private static func iterate(_ rows: ChainRows, _ tolerance: Double, _ elements: SharedSlots<Lanes>) {
      let count = rows.count
      let (x, r, p) = (0, Vector.residual.rawValue * count, Vector.direction.rawValue * count)
      let (v, s, t) = (
        Vector.image.rawValue * count, Vector.half.rawValue * count, Vector.halfImage.rawValue * count
      )
      var rho = Lanes.zero
      for row in 0..<count { rho += rows.weights[row] * elements[r + row] }
      var isActive = SIMDMask<SIMD8<Int64>>(repeating: true)
      for _ in 0..<ChainRows.maximumRounds {
        let alpha = finite(rho / multiply(rows, .direction, into: .image, elements).weighted, isActive)
        for row in 0..<count { elements[s + row] = elements[r + row] - alpha * elements[v + row] }
        let image = multiply(rows, .half, into: .halfImage, elements)
        let omega = finite(image.mixed / image.squared, isActive)
        var (next, largest) = (Lanes.zero, Lanes.zero)
        for row in 0..<count {
          let half = elements[s + row]
          elements[x + row] += alpha * elements[p + row] + omega * half
          let rest = half - omega * elements[t + row]
          elements[r + row] = rest
          next += rows.weights[row] * rest
          largest.replace(with: absolute(rest), where: absolute(rest) .> largest)
        }
        isActive = (largest .> tolerance / 2)
        if !any(isActive) { return }
        let beta = finite(next / rho * (alpha / omega), isActive)
        for row in 0..<count {
          elements[p + row] = elements[r + row] + beta * (elements[p + row] - omega * elements[v + row])
        }
        rho = next
      }
    }

    /// I − V times a vector, and products of the result: with the weights, with the vector, with itself.
    private static func multiply(
      _ rows: ChainRows, _ vector: Vector, into result: Vector, _ elements: SharedSlots<Lanes>
    ) -> (weighted: Lanes, mixed: Lanes, squared: Lanes) {
      let (from, to) = (vector.rawValue * rows.count, result.rawValue * rows.count)
      let (states, chances) = (rows.states.span, rows.chances.span)
      var (weighted, mixed, squared) = (Lanes.zero, Lanes.zero, Lanes.zero)
      for row in 0..<rows.count {
        let own = elements[from + row]
        var sum = own
        for place in rows.starts[row]..<rows.starts[row + 1] {
          // Safety: starts lie within states and chances, and states are below the number of rows.
          let other = unsafe elements[unchecked: from &+ Int(states[unchecked: place])]
          sum -= unsafe chances[unchecked: place] * other
        }
        elements[to + row] = sum
        weighted += rows.weights[row] * sum
        mixed += own * sum
        squared += sum * sum
      }
      return (weighted, mixed, squared)
    }

    private static func absolute(_ lanes: Lanes) -> Lanes { lanes.replacing(with: -lanes, where: lanes .< 0) }

    /// The lanes that are numbers and still active, 0 in the others.
    private static func finite(_ lanes: Lanes, _ isActive: SIMDMask<SIMD8<Int64>>) -> Lanes {
      Lanes.zero.replacing(with: lanes, where: isActive .& (absolute(lanes) .< .infinity))
    }
  }
}
