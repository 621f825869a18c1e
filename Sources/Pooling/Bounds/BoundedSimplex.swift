import Randomness

/// Minimizes figures over a ``RegionProgram`` by the primal simplex method with bounded logical variables.
///
/// Row i reads `a · x − s = 0` with s between the row's ends. Of the 2ⁿ regions only those that once had a negative
/// price have a column; the others are priced all at once when none of these has one (Gilmore and Gomory, "A linear
/// programming approach to the cutting-stock problem", 1961). Ends are moved outwards a little, at random but from a
/// fixed seed, so that the method does not stand still, and put back before the answer; then the lowest number goes
/// first where steps stop helping (Bland, "New finite pivoting rules for the simplex method", 1977).
///
/// It goes on from where the last answer was, so that asking for many figures costs little more than for one; copies go on
/// from where the original was.
struct BoundedSimplex: Sendable {
  enum Outcome {
    /// The least value of the figure, and the multiplier of each row that proves it.
    case optimal(value: Double, multipliers: [Double])
    /// Nothing limits it.
    case unbounded
    /// No numbers of contacts fulfil all rows; the multipliers prove it.
    case infeasible(multipliers: [Double])
    /// Not done after ``BoundedSimplex/maximumSteps``.
    case unfinished
  }

  /// Far more than were ever needed.
  static let maximumSteps = 60_000

  private var program: RegionProgram
  private var forms: [RegionForm]
  /// Figures are divided by this, so that they are about 1.
  private let scale: Double
  private var trueEnds: [(low: Double, high: Double)] = []
  private var widerEnds: [(low: Double, high: Double)] = []
  private var ends: [(low: Double, high: Double)] = []
  /// Columns of further variables, then of regions.
  private var columns: SparseColumns
  private var regionOfColumn: [Int] = []
  private var columnOfRegion: [Int: Int] = [:]
  private var costs: [Double] = []
  private var objective = RegionForm.zero
  /// Per place of the basis, the variable: a row's logical variable by its number, or a column's behind these.
  private var basis: [Int]
  private var isBasic: [Bool]
  private var isAtHigh: [Bool]
  private var values: [Double] = []
  private var inverse: BasisInverse
  private var pivotsSinceInversion = 0
  private var needsInversion = false
  private var random = SplitMix64(seed: 1977)
  private var steps = 0
  /// Column where the next search for one that enters begins.
  private var nextColumn = 0

  private static let tolerance = 1e-9
  private static let feasibility = 1e-10
  private static let columnsPerPricing = 24
  private static let columnsPerSearch = 128
  private static let pivotsPerInversion = 100

  init(_ program: RegionProgram) {
    self.program = program
    let rowCount = program.rows.count
    forms = program.rows.map(\.form)
    let largest = program.rows.map { max($0.low, $0.high.isFinite ? $0.high : 0) }.max() ?? 1
    let scale = max(1, largest)
    self.scale = scale
    columns = SparseColumns(rowCount: rowCount)
    basis = Array(0..<rowCount)
    isBasic = [Bool](repeating: true, count: rowCount)
    isAtHigh = [Bool](repeating: false, count: rowCount)
    inverse = BasisInverse(size: rowCount)
    for row in program.rows { appendEnds(of: row) }
    for variable in 0..<program.extraCount {
      var column = SparseColumn(rows: [], values: [])
      for (row, entry) in program.rows.enumerated() {
        for extra in entry.extras where extra.variable == variable {
          column.rows.append(row)
          column.values.append(Double(extra.coefficient))
        }
      }
      append(column, region: 0)
    }
  }

  private var rowCount: Int { program.rows.count }

  private mutating func appendEnds(of row: RegionProgram.Row) {
    let (low, high) = (row.low / scale, row.high / scale)
    trueEnds.append((low: low, high: high))
    widerEnds.append((low: low - shift(), high: high + shift()))
    ends.append((low: low, high: high))
  }

  private mutating func shift() -> Double { 1e-7 * (1 + Double(random.next() >> 11) / 9_007_199_254_740_992) }

  /// Adds a row without further variables. Its logical variable becomes basic, so that all others keep their values.
  mutating func add(_ row: RegionProgram.Row) {
    precondition(row.extras.isEmpty, "A row that is added later is one of regions.")
    let number = rowCount
    program.add(row)
    forms.append(row.form)
    appendEnds(of: row)
    var longer = SparseColumns(rowCount: number + 1)
    for index in columns.indices {
      var column = columns[index]
      let region = regionOfColumn[index]
      let value = region > 0 ? row.form.value(inRegion: region) : 0
      if value != 0 {
        column.rows.append(number)
        column.values.append(value)
      }
      longer.append(column)
    }
    columns = longer
    basis = basis.map { $0 < number ? $0 : $0 + 1 } + [number]
    isBasic.insert(true, at: number)
    isAtHigh.insert(false, at: number)
    needsInversion = true
  }

  private mutating func append(_ column: SparseColumn, region: Int) {
    if region > 0 { columnOfRegion[region] = columns.count }
    columns.append(column)
    regionOfColumn.append(region)
    isBasic.append(false)
    costs.append(region > 0 ? objective.value(inRegion: region) : 0)
  }

  private func column(ofVariable variable: Int) -> SparseColumn {
    variable < rowCount ? SparseColumn(rows: [variable], values: [-1]) : columns[variable - rowCount]
  }

  private func low(_ variable: Int) -> Double { variable < rowCount ? ends[variable].low : 0 }
  private func high(_ variable: Int) -> Double { variable < rowCount ? ends[variable].high : .infinity }
  private func cost(_ variable: Int) -> Double { variable < rowCount ? 0 : costs[variable - rowCount] }

  /// Finds the least value of a figure.
  mutating func minimize(_ objective: RegionForm) -> Outcome {
    self.objective = objective
    for column in columns.indices where regionOfColumn[column] > 0 {
      costs[column] = objective.value(inRegion: regionOfColumn[column])
    }
    steps = 0
    ends = widerEnds
    if needsInversion { guard invert() else { return .unfinished } } else { setValues() }
    if case .unfinished? = run() { return .unfinished }
    ends = trueEnds
    guard invert() else { return .unfinished }
    return run() ?? answer()
  }

  private func answer() -> Outcome {
    let multipliers = inverse.multipliers(of: basis.map(cost))
    var value = 0.0
    for (place, variable) in basis.enumerated() { value += cost(variable) * values[place] }
    return .optimal(value: value * scale, multipliers: multipliers)
  }

  /// Steps to the optimum; nil when it is reached.
  private mutating func run() -> Outcome? {
    var best = (infeasibility: Double.infinity, value: Double.infinity)
    var stalled = 0
    while true {
      steps += 1
      if steps > BoundedSimplex.maximumSteps { return .unfinished }
      if pivotsSinceInversion >= BoundedSimplex.pivotsPerInversion, !invert() { return .unfinished }
      let infeasibility = phaseCosts()
      let isFirstPhase = infeasibility.sum > 0
      let value = isFirstPhase ? 0 : zip(basis, values).reduce(0) { $0 + cost($1.0) * $1.1 }
      if infeasibility.sum < best.infeasibility - 1e-12
        || (infeasibility.sum <= best.infeasibility && value < best.value - 1e-12)
      {
        best = (infeasibility.sum, value)
        stalled = 0
      } else {
        stalled += 1
      }
      let multipliers = inverse.multipliers(of: isFirstPhase ? infeasibility.costs : basis.map(cost))
      guard let entering = entering(multipliers, isFirstPhase: isFirstPhase, takesLowest: stalled > 500) else {
        return isFirstPhase ? .infeasible(multipliers: multipliers) : nil
      }
      guard step(entering, takesLowest: stalled > 500) else { return .unbounded }
    }
  }

  /// How far basic variables are outside of their ends, and what a unit of each costs for it.
  private func phaseCosts() -> (sum: Double, costs: [Double]) {
    var sum = 0.0
    var costs = [Double](repeating: 0, count: rowCount)
    for (place, variable) in basis.enumerated() {
      let value = values[place]
      if value < low(variable) - BoundedSimplex.feasibility {
        sum += low(variable) - value
        costs[place] = -1
      } else if value > high(variable) + BoundedSimplex.feasibility {
        sum += value - high(variable)
        costs[place] = 1
      }
    }
    return (sum, costs)
  }

  private struct Entering {
    var variable: Int
    /// 1 where it grows, −1 where it shrinks.
    var sign: Double
  }

  private mutating func entering(_ multipliers: [Double], isFirstPhase: Bool, takesLowest: Bool) -> Entering? {
    var best = BoundedSimplex.tolerance
    var found: Entering?
    for row in 0..<rowCount where !isBasic[row] && ends[row].low < ends[row].high {
      let price = multipliers[row]
      let gain = isAtHigh[row] ? price : -price
      guard gain > best else { continue }
      found = Entering(variable: row, sign: isAtHigh[row] ? -1 : 1)
      if takesLowest { return found }
      best = gain
    }
    // Some columns at a time, from where the last search ended: the best of a few is as good as the best of all.
    let first = takesLowest ? 0 : nextColumn
    for offset in columns.indices {
      if offset % BoundedSimplex.columnsPerSearch == 0, offset > 0, found != nil { break }
      let index = first + offset < columns.count ? first + offset : first + offset - columns.count
      nextColumn = index
      guard !isBasic[rowCount + index] else { continue }
      let gain = columns.dot(index, multipliers) - (isFirstPhase ? 0 : costs[index])
      guard gain > best else { continue }
      found = Entering(variable: rowCount + index, sign: 1)
      if takesLowest { return found }
      best = gain
    }
    if found != nil { return found }
    return priceRegions(multipliers, isFirstPhase: isFirstPhase).map { Entering(variable: rowCount + $0, sign: 1) }
  }

  /// Makes columns of the regions with the most negative prices. Returns the first of them.
  private mutating func priceRegions(_ multipliers: [Double], isFirstPhase: Bool) -> Int? {
    let gains = RegionForm.values(
      of: forms + [objective], multipliers: multipliers + [isFirstPhase ? 0 : -1], setCount: program.setCount
    ) { $0 / Double($1) }
    var least = BoundedSimplex.tolerance
    var chosen: [(region: Int, gain: Double)] = []
    for region in 1..<gains.count where gains[region] > least && columnOfRegion[region] == nil {
      chosen.append((region, gains[region]))
      guard chosen.count >= 2 * BoundedSimplex.columnsPerPricing else { continue }
      chosen.sort { ($1.gain, $0.region) < ($0.gain, $1.region) }
      chosen.removeLast(chosen.count - BoundedSimplex.columnsPerPricing)
      least = chosen.last?.gain ?? least
    }
    chosen.sort { ($1.gain, $0.region) < ($0.gain, $1.region) }
    let first = columns.count
    for (region, _) in chosen.prefix(BoundedSimplex.columnsPerPricing) {
      var column = SparseColumn(rows: [], values: [])
      for (row, form) in forms.enumerated() {
        let value = form.value(inRegion: region)
        guard value != 0 else { continue }
        column.rows.append(row)
        column.values.append(value)
      }
      append(column, region: region)
    }
    return chosen.isEmpty ? nil : first
  }

  /// Lets a variable enter as far as it can. Returns false where nothing stops it.
  private mutating func step(_ entering: Entering, takesLowest: Bool) -> Bool {
    let direction = inverse.times(column(ofVariable: entering.variable))
    let (leaving, ratio) = leaving(direction, sign: entering.sign, takesLowest: takesLowest)
    let range = high(entering.variable) - low(entering.variable)
    let length = min(ratio, range)
    guard length.isFinite else { return false }
    for place in 0..<rowCount { values[place] -= length * entering.sign * direction[place] }
    guard let leaving, ratio < range else {
      isAtHigh[entering.variable].toggle()
      return true
    }
    let old = basis[leaving.place]
    let start =
      entering.variable < rowCount && isAtHigh[entering.variable] ? high(entering.variable) : low(entering.variable)
    if old < rowCount { isAtHigh[old] = leaving.isAtHigh }
    isBasic[old] = false
    isBasic[entering.variable] = true
    basis[leaving.place] = entering.variable
    values[leaving.place] = start + length * entering.sign
    inverse.pivot(at: leaving.place, direction)
    pivotsSinceInversion += 1
    return true
  }

  /// The basic variable that first meets one of its ends; among near ones that with the largest pivot.
  private func leaving(
    _ direction: [Double], sign: Double, takesLowest: Bool
  ) -> (leaving: (place: Int, isAtHigh: Bool)?, ratio: Double) {
    let slack = takesLowest ? 0 : BoundedSimplex.feasibility
    var limit = Double.infinity
    for place in 0..<rowCount {
      guard let (end, _, rate) = blocking(place, direction, sign) else { continue }
      limit = min(limit, max(0, (end - values[place]) / rate + slack / abs(rate)))
    }
    guard limit.isFinite else { return (nil, .infinity) }
    var best: (place: Int, isAtHigh: Bool, ratio: Double, weight: Double)?
    for place in 0..<rowCount {
      guard let (end, isAtHigh, rate) = blocking(place, direction, sign) else { continue }
      let ratio = max(0, (end - values[place]) / rate)
      guard ratio <= limit else { continue }
      let weight = takesLowest ? -Double(basis[place]) : abs(rate)
      if weight > best?.weight ?? -.infinity { best = (place, isAtHigh, ratio, weight) }
    }
    return best.map { (($0.place, $0.isAtHigh), $0.ratio) } ?? (nil, .infinity)
  }

  /// The end that a basic variable moves to, and how fast.
  private func blocking(
    _ place: Int, _ direction: [Double], _ sign: Double
  ) -> (end: Double, isAtHigh: Bool, rate: Double)? {
    let rate = -sign * direction[place]
    guard abs(rate) > 1e-9 else { return nil }
    let variable = basis[place]
    let (low, high) = (low(variable), high(variable))
    if values[place] < low - BoundedSimplex.feasibility { return rate > 0 ? (low, false, rate) : nil }
    if values[place] > high + BoundedSimplex.feasibility { return rate < 0 ? (high, true, rate) : nil }
    if rate > 0 { return high.isFinite ? (high, true, rate) : nil }
    return (low, false, rate)
  }

  /// Computes the inverse and the values of the basis anew. Returns false where the basis became singular.
  private mutating func invert() -> Bool {
    if pivotsSinceInversion > 0 || needsInversion {
      guard let fresh = BasisInverse(size: rowCount, columns: basis.map(column)) else { return false }
      inverse = fresh
      pivotsSinceInversion = 0
      needsInversion = false
    }
    setValues()
    return true
  }

  /// Computes the values of the basis.
  private mutating func setValues() {
    var right = [Double](repeating: 0, count: rowCount)
    for row in 0..<rowCount where !isBasic[row] { right[row] = isAtHigh[row] ? ends[row].high : ends[row].low }
    values = inverse.times(right)
  }
}
