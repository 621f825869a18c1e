/// Linear equations between numbers some of which a reader knows: which of the others follow.
///
/// A solver of its own, in floating-point numbers with pivoting, so that it shares nothing with what it audits.
struct LinearSystem {
  /// Sum of coefficients × numbers = 0.
  typealias Equation = [(number: Int, coefficient: Double)]

  /// What each number is; the reader knows it where `isKnown` says so.
  var numbers: [Double] = []
  var isKnown: [Bool] = []
  var equations: [Equation] = []

  /// The unknown numbers that follow from the known ones.
  func determined() -> [Int] {
    let columns = numbers.indices.filter { !isKnown[$0] }
    var place = [Int](repeating: -1, count: numbers.count)
    for (column, number) in columns.enumerated() { place[number] = column }
    var rows: [[Double]] = []
    for equation in equations {
      var row = [Double](repeating: 0, count: columns.count)
      for term in equation where place[term.number] >= 0 { row[place[term.number]] += term.coefficient }
      let largest = row.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { continue }
      rows.append(row.map { $0 / largest })
    }
    var pivots: [(row: Int, column: Int)] = []
    for column in columns.indices {
      let free = pivots.count
      guard let best = (free..<max(free, rows.count)).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[best][column]) > 1e-9
      else { continue }
      rows.swapAt(free, best)
      let pivot = rows[free][column]
      for index in rows[free].indices { rows[free][index] /= pivot }
      for other in rows.indices where other != free && rows[other][column] != 0 {
        let factor = rows[other][column]
        for index in rows[free].indices where rows[free][index] != 0 {
          rows[other][index] -= factor * rows[free][index]
        }
      }
      pivots.append((free, column))
    }
    return pivots.filter { pivot in rows[pivot.row].count { abs($0) > 1e-7 } == 1 }.map { columns[$0.column] }
  }

  /// Sums of unknown numbers that single equations tell: numbers of one sign, with what they add up to.
  func toldSums() -> [(equation: Int, sum: Double)] {
    equations.indices.compactMap { index in
      let unknown = equations[index].filter { !isKnown[$0.number] }
      guard let first = unknown.first, unknown.allSatisfy({ $0.coefficient == first.coefficient }) else { return nil }
      return (index, unknown.reduce(0) { $0 + numbers[$1.number] })
    }
  }
}
