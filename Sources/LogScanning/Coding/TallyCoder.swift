/// Counts that can leave the process as columns (``TallyColumn``).
package protocol CodedCounts: Sendable {
  /// Hands over everything that was counted, or takes what was, into counts of the same dimension tables, settings and
  /// options that have counted nothing yet.
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault)
}

/// Turns a tally into columns, or columns into a tally: one description serves both ways, so that they cannot differ.
///
/// A tally that is read back was made by its analysis for the same dimension tables, settings and options, and has counted
/// nothing yet.
package struct TallyCoder: Sendable {
  /// Whether columns become a tally.
  package let isReading: Bool
  /// The columns written, or to be read.
  package private(set) var columns: [TallyColumn] = []
  private var next = 0
  /// Single counts that share a column, and which is next; nil where another column comes.
  private var run: [Int]?
  private var placeInRun = 0

  /// A coder that writes.
  init() { isReading = false }

  /// A coder that reads.
  init(reading columns: [TallyColumn]) {
    isReading = true
    self.columns = columns
  }

  /// The columns of some counts.
  package static func columns(of counts: some CodedCounts) -> [TallyColumn] {
    var counts = counts
    var coder = TallyCoder()
    do throws(TallyFault) {
      try counts.code(&coder)
    } catch {
      preconditionFailure("Counts that were made here can be handed over: \(error.reason).")
    }
    return coder.finish()
  }

  /// Reads columns into counts that have counted nothing yet.
  package static func read<Counts: CodedCounts>(
    _ columns: [TallyColumn], into blank: Counts
  ) throws(TallyFault) -> Counts {
    var counts = blank
    var coder = TallyCoder(reading: columns)
    try counts.code(&coder)
    guard coder.next == columns.count else { throw .isOfOtherShape }
    return counts
  }

  /// Ends writing.
  private mutating func finish() -> [TallyColumn] {
    endRun()
    return columns
  }

  private mutating func endRun() {
    if let run, !isReading { columns.append(.counts(run)) }
    run = nil
    placeInRun = 0
  }

  private mutating func nextColumn() throws(TallyFault) -> TallyColumn {
    endRun()
    guard next < columns.count else { throw .isOfOtherShape }
    defer { next += 1 }
    return columns[next]
  }

  private mutating func write(_ column: TallyColumn) {
    endRun()
    columns.append(column)
  }

  /// A single count; several one after the other share a column.
  package mutating func count(_ count: inout Int) throws(TallyFault) {
    if !isReading {
      run = (run ?? []) + [count]
      return
    }
    if run == nil {
      guard case .counts(let counts) = try nextColumn() else { throw .isOfOtherShape }
      run = counts
    }
    count = run.map { placeInRun < $0.count ? $0[placeInRun] : 0 } ?? 0
    placeInRun += 1
  }

  /// Counts of a fixed number of things.
  package mutating func counts(_ counts: inout [Int]) throws(TallyFault) {
    guard isReading else { return write(.counts(counts)) }
    guard case .counts(let read) = try nextColumn(), read.count <= counts.count else { throw .isOfOtherShape }
    counts = read + [Int](repeating: 0, count: counts.count - read.count)
  }

  /// Counts of as many things as occurred.
  package mutating func growingCounts(_ counts: inout [Int]) throws(TallyFault) {
    guard isReading else { return write(.counts(counts)) }
    guard case .counts(let read) = try nextColumn() else { throw .isOfOtherShape }
    counts = read
  }

  /// Numbers of which the least counts, `Int64.max` for none.
  package mutating func least(_ numbers: inout [Int64]) throws(TallyFault) {
    guard isReading else {
      let end = (numbers.lastIndex { $0 != .max } ?? -1) + 1
      return write(.least(Array(numbers[..<end])))
    }
    guard case .least(let read) = try nextColumn(), read.count <= numbers.count else { throw .isOfOtherShape }
    numbers = read + [Int64](repeating: .max, count: numbers.count - read.count)
  }

  /// Marks that are set where they were set for any contact.
  package mutating func marks(_ marks: inout [Bool]) throws(TallyFault) {
    guard isReading else { return write(.marks(marks.indices.filter { marks[$0] })) }
    guard case .marks(let read) = try nextColumn(), read.last ?? -1 < marks.count else { throw .isOfOtherShape }
    for mark in marks.indices { marks[mark] = false }
    for mark in read { marks[mark] = true }
  }

  package mutating func sums(_ sums: inout ExactSums) throws(TallyFault) {
    guard isReading else { return write(.sums(sums)) }
    guard case .sums(let read) = try nextColumn(), read.count == sums.count else { throw .isOfOtherShape }
    sums = read
  }

  package mutating func amounts(_ sums: inout ReplicateSums) throws(TallyFault) {
    guard isReading else { return write(.amounts(sums)) }
    guard case .amounts(let read) = try nextColumn() else { throw .isOfOtherShape }
    sums = read
  }

  /// Texts, each once; what reading finds is returned.
  package mutating func texts(_ texts: () -> [[UInt8]]) throws(TallyFault) -> [[UInt8]]? {
    guard isReading else {
      write(.texts(Set(texts()).sorted { $0.lexicographicallyPrecedes($1) }))
      return nil
    }
    guard case .texts(let read) = try nextColumn() else { throw .isOfOtherShape }
    return read
  }

  /// Numbers by key.
  ///
  /// - Parameters:
  ///   - width: numbers of a row.
  ///   - keepsLeast: whether the least number of a key counts, rather than the sum of all, which are counts.
  ///   - fill: appends the rows to be written, in any order.
  /// - Returns: the rows that were read; nil while writing.
  package mutating func table(
    width: Int, keepsLeast: Bool = false, _ fill: (inout TallyTable) -> Void
  ) throws(TallyFault) -> TallyTable? {
    guard isReading else {
      var table = TallyTable(width: width)
      fill(&table)
      table.sort()
      write(keepsLeast ? .leastTable(table) : .table(table))
      return nil
    }
    switch try nextColumn() {
    case .table(let table) where !keepsLeast && table.width == width: return table
    case .leastTable(let table) where keepsLeast && table.width == width: return table
    default: throw .isOfOtherShape
    }
  }
}

extension TallyTable {
  /// The key of a row as so many numbers, each below its limit.
  package func key(of row: Int, below limits: [Int]) throws(TallyFault) -> [Int] {
    let key = key(of: row)
    guard key.count == limits.count, zip(key, limits).allSatisfy({ $0 < UInt64($1) }) else {
      throw .isOfOtherShape
    }
    return key.map { Int($0) }
  }

  /// The counts of a row.
  package func counts(of row: Int) -> [Int] { values(of: row).map { Int($0) } }
}

extension TallyCoder {
  /// Counts in a sparse array, whose elements are counts by field.
  package mutating func sparse<Element>(
    _ array: inout SparseArray<Element>, _ fields: [WritableKeyPath<Element, Int>]
  ) throws(TallyFault) {
    let written = array
    let table = try table(width: fields.count) { table in
      written.forEachKept { index, element in
        let counts = fields.map { element[keyPath: $0] }
        if counts.contains(where: { $0 != 0 }) { table.append([index], counts: counts) }
      }
    }
    guard let table else { return }
    for row in 0..<table.count {
      let index = try table.key(of: row, below: [array.count])[0]
      for (field, count) in zip(fields, table.counts(of: row)) { array[index][keyPath: field] = count }
    }
  }

  /// Counts of pairs, each number below its limit, kept in an array beside their index.
  package mutating func pairs(
    _ index: inout PairIndex, _ counts: inout [Int], below limits: [Int]
  ) throws(TallyFault) {
    let (known, written) = (index, counts)
    let table = try table(width: 1) { table in
      for (number, pair) in known.pairs.enumerated() {
        table.append([Int(pair.left), Int(pair.right)], counts: [written[number]])
      }
    }
    guard let table else { return }
    (index, counts) = (PairIndex(), [])
    for row in 0..<table.count {
      let pair = try table.key(of: row, below: limits)
      _ = index.number(pair[0], pair[1])
      counts.append(table.counts(of: row)[0])
    }
  }
}
