/// Rows of numbers by key, ascending by key, each key once.
///
/// A key is a list of numbers; keys are compared number by number, and the beginning of a key comes before it.
package struct TallyTable: Sendable, Equatable {
  /// Numbers of a row.
  package let width: Int
  private var keyNumbers: [UInt64] = []
  /// Where each key ends in `keyNumbers`; one entry a row.
  private var keyEnds: [Int] = []
  private var values: [Int64] = []

  package init(width: Int) { self.width = width }

  /// Number of rows.
  package var count: Int { keyEnds.count }

  package func key(of row: Int) -> ArraySlice<UInt64> {
    keyNumbers[(row == 0 ? 0 : keyEnds[row - 1])..<keyEnds[row]]
  }

  package func values(of row: Int) -> ArraySlice<Int64> { values[row * width..<(row + 1) * width] }

  /// Adds a row, whose key may be anywhere; ``sort()`` comes behind the last.
  package mutating func append(_ key: some Sequence<UInt64>, _ values: some Sequence<Int64>) {
    keyNumbers.append(contentsOf: key)
    keyEnds.append(keyNumbers.count)
    self.values.append(contentsOf: values)
    precondition(self.values.count == count * width, "Every row has \(width) numbers.")
  }

  /// Adds a row of counts.
  ///
  /// It takes arrays, since what other modules call is not specialized for their sequences.
  package mutating func append(_ key: [Int], counts: [Int]) {
    for number in key { keyNumbers.append(UInt64(number)) }
    keyEnds.append(keyNumbers.count)
    for count in counts { values.append(Int64(count)) }
    precondition(values.count == count * width, "Every row has \(width) numbers.")
  }

  /// Brings the rows into the order of their keys, which must all differ.
  package mutating func sort() {
    guard (0..<max(0, count - 1)).contains(where: { !key(of: $0).lexicographicallyPrecedes(key(of: $0 + 1)) }) else {
      return
    }
    let order = (0..<count).sorted { key(of: $0).lexicographicallyPrecedes(key(of: $1)) }
    var sorted = TallyTable(width: width)
    for row in order { sorted.append(key(of: row), values(of: row)) }
    self = sorted
  }

  /// Takes the rows of another table in; where both have a key, their numbers are put together.
  func merged(with other: TallyTable, _ combine: (Int64, Int64) -> Int64) -> TallyTable {
    var result = TallyTable(width: width)
    result.keyNumbers.reserveCapacity(max(keyNumbers.count, other.keyNumbers.count))
    result.values.reserveCapacity(max(values.count, other.values.count))
    var (left, right) = (0, 0)
    while left < count || right < other.count {
      if right == other.count {
        result.append(key(of: left), values(of: left))
        left += 1
      } else if left == count {
        result.append(other.key(of: right), other.values(of: right))
        right += 1
      } else if key(of: left) == other.key(of: right) {
        result.append(key(of: left), zip(values(of: left), other.values(of: right)).map(combine))
        left += 1
        right += 1
      } else if key(of: left).lexicographicallyPrecedes(other.key(of: right)) {
        result.append(key(of: left), values(of: left))
        left += 1
      } else {
        result.append(other.key(of: right), other.values(of: right))
        right += 1
      }
    }
    return result
  }

  // MARK: Bytes

  /// Writes width and rows: of each key how many numbers it shares with the one before, how many follow, and these, the
  /// first as the difference where both keys go on.
  func write(to writer: inout TallyWriter, isSigned: Bool) {
    writer.write(width)
    writer.write(count)
    var last: ArraySlice<UInt64> = []
    for row in 0..<count {
      let key = key(of: row)
      let shared = zip(key, last).prefix { $0 == $1 }.count
      writer.write(shared)
      writer.write(key.count - shared)
      for (place, number) in key.dropFirst(shared).enumerated() {
        let before = place == 0 && shared < last.count ? last[last.startIndex + shared] : 0
        writer.write(number - before)
      }
      for value in values(of: row) {
        if isSigned { writer.write(signed: value) } else { writer.write(Int(value)) }
      }
      last = key
    }
  }

  init(_ reader: inout TallyReader, isSigned: Bool) throws(TallyFault) {
    width = try reader.count()
    guard width <= TallyTable.largestWidth else { throw .isOfOtherShape }
    let count = try reader.count(ofAtLeast: 2 + width)
    var last: [UInt64] = []
    for row in 0..<count {
      let shared = try reader.count()
      let newCount = try reader.count(ofAtLeast: 1)
      guard shared <= last.count else { throw TallyFault("holds keys that are out of order") }
      let before = shared < last.count ? last[shared] : 0
      let isLonger = shared == last.count
      var key = Array(last[..<shared])
      for place in 0..<newCount {
        let (number, isOver) = (try reader.number()).addingReportingOverflow(place == 0 ? before : 0)
        guard !isOver, row == 0 || place > 0 || isLonger || number > before else {
          throw TallyFault("holds keys that are out of order")
        }
        key.append(number)
      }
      guard row == 0 || newCount > 0 else { throw TallyFault("holds keys that are out of order") }
      keyNumbers.append(contentsOf: key)
      keyEnds.append(keyNumbers.count)
      for _ in 0..<width { values.append(isSigned ? try reader.signed() : Int64(try reader.count())) }
      last = key
    }
  }

  private static let largestWidth = 1024
}
