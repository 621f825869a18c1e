extension CountSystem {
  /// Beyond this many withheld counts that hang together, only single equations are looked at, not what several tell
  /// together.
  static let maximumAudited = 400

  /// The withheld counts that follow from all equations together, apart for counts that no equation ties to each other.
  func determined() -> [[Int]] {
    withheldGroups().filter { $0.counts.count <= CountSystem.maximumAudited }
      .map { determined($0.counts, $0.equations) }.filter { !$0.isEmpty }
  }

  /// Withheld counts that hang together by equations, each group with its equations; both ascending.
  private func withheldGroups() -> [(counts: [Int], equations: [Int])] {
    var leader = Array(counts.indices)
    func root(_ count: Int) -> Int {
      var count = count
      while leader[count] != count {
        leader[count] = leader[leader[count]]
        count = leader[count]
      }
      return count
    }
    for equation in equations {
      let withheld = equation.filter { isWithheld[$0.variable] }
      for term in withheld.dropFirst() { leader[root(term.variable)] = root(withheld[0].variable) }
    }
    var groups: [Int: (counts: [Int], equations: [Int])] = [:]
    for count in counts.indices where isWithheld[count] { groups[root(count), default: ([], [])].counts.append(count) }
    for (index, equation) in equations.enumerated() {
      guard let first = equation.first(where: { isWithheld[$0.variable] }) else { continue }
      groups[root(first.variable), default: ([], [])].equations.append(index)
    }
    return groups.values.sorted { $0.counts[0] < $1.counts[0] }
  }

  /// The withheld counts that follow from some equations.
  ///
  /// The equations are solved by Gauss-Jordan elimination; a row with one count left gives it away. Coefficients are small
  /// whole numbers, so that counting modulo a large prime is exact for all practical purposes. O(equations × withheld²)
  /// time.
  private func determined(_ columns: [Int], _ chosen: [Int]) -> [Int] {
    var place = [Int](repeating: -1, count: counts.count)
    for (column, variable) in columns.enumerated() { place[variable] = column }
    var pivots: [(column: Int, row: [UInt64])] = []
    for equation in chosen.map({ equations[$0] }) {
      var row = [UInt64](repeating: 0, count: columns.count)
      for term in equation where place[term.variable] >= 0 {
        row[place[term.variable]] = Modular.sum(row[place[term.variable]], Modular.residue(term.coefficient))
      }
      for pivot in pivots where row[pivot.column] != 0 { Modular.subtract(pivot.row, times: row[pivot.column], &row) }
      guard let column = row.firstIndex(where: { $0 != 0 }) else { continue }
      let inverse = Modular.inverse(row[column])
      for index in row.indices { row[index] = Modular.product(row[index], inverse) }
      for index in pivots.indices where pivots[index].row[column] != 0 {
        Modular.subtract(row, times: pivots[index].row[column], &pivots[index].row)
      }
      pivots.append((column, row))
    }
    return pivots.filter { pivot in pivot.row.count { $0 != 0 } == 1 }.map { columns[$0.column] }.sorted()
  }
}

/// Arithmetic modulo the prime 2³¹ − 1.
private enum Modular {
  static let prime: UInt64 = 0x7FFF_FFFF

  static func residue(_ number: Int) -> UInt64 {
    let rest = number % Int(prime)
    return UInt64(rest < 0 ? rest + Int(prime) : rest)
  }

  static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 { (left + right) % prime }

  static func product(_ left: UInt64, _ right: UInt64) -> UInt64 { left * right % prime }

  static func subtract(_ row: [UInt64], times factor: UInt64, _ from: inout [UInt64]) {
    let opposite = prime - factor
    for index in row.indices where row[index] != 0 { from[index] = (from[index] + opposite * row[index]) % prime }
  }

  /// The inverse by Fermat's little theorem.
  static func inverse(_ number: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), number, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }
}
