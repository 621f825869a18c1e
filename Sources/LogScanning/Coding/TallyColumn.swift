/// Numbers of a tally that are put together in one way when tallies of disjoint sets of contacts are: the order and the
/// grouping make no difference.
///
/// All columns of one tally, one after the other, are all that its ``Tally/merge(_:)`` adds. They can be merged by whoever
/// knows neither the dataset nor what they count.
package enum TallyColumn: Sendable {
  /// Counts, added place by place; zeros at the end are left out.
  case counts([Int])
  /// Numbers of which the least stays, place by place; `Int64.max` stands for none, and is left out at the end.
  case least([Int64])
  /// Numbers of the marks that are set, ascending: set where any is.
  case marks([Int])
  /// Counts by key, added.
  case table(TallyTable)
  /// Numbers by key, of which the least stays.
  case leastTable(TallyTable)
  /// Sums without loss, added.
  case sums(ExactSums)
  /// Sums of replicates, added.
  case amounts(ReplicateSums)
  /// Texts, ascending, each once: all that any has.
  case texts([[UInt8]])

  /// Puts the numbers of other contacts to these.
  ///
  /// - Throws: where the other column is of another kind or shape.
  package mutating func merge(_ other: TallyColumn) throws(TallyFault) {
    switch (self, other) {
    case (.counts(let left), .counts(let right)): self = .counts(TallyColumn.join(left, right, none: 0, +))
    case (.least(let left), .least(let right)): self = .least(TallyColumn.join(left, right, none: .max, min))
    case (.marks(let left), .marks(let right)): self = .marks(Set(left).union(right).sorted())
    case (.table(let left), .table(let right)) where left.width == right.width:
      self = .table(left.merged(with: right, +))
    case (.leastTable(let left), .leastTable(let right)) where left.width == right.width:
      self = .leastTable(left.merged(with: right, min))
    case (.sums(var left), .sums(let right)) where left.count == right.count:
      self = .counts([])
      left.merge(right)
      self = .sums(left)
    case (.amounts(var left), .amounts(let right)):
      self = .counts([])
      left.merge(right)
      self = .amounts(left)
    case (.texts(let left), .texts(let right)):
      self = .texts(Set(left).union(right).sorted { $0.lexicographicallyPrecedes($1) })
    default: throw .isOfOtherShape
    }
  }

  private static func join<Number>(
    _ left: [Number], _ right: [Number], none: Number, _ combine: (Number, Number) -> Number
  ) -> [Number] {
    (0..<max(left.count, right.count)).map {
      combine($0 < left.count ? left[$0] : none, $0 < right.count ? right[$0] : none)
    }
  }
}

extension TallyColumn {
  /// Writes the column: one byte for its kind, then its numbers.
  package func write(to writer: inout TallyWriter) {
    switch self {
    case .counts(let counts):
      writer.append([0])
      TallyColumn.write(counts, to: &writer)
    case .least(let numbers):
      writer.append([1])
      writer.write(numbers.count)
      for number in numbers { writer.write(signed: number) }
    case .marks(let marks):
      writer.append([2])
      writer.write(marks.count)
      var next = 0
      for mark in marks {
        writer.write(mark - next)
        next = mark + 1
      }
    case .table(let table):
      writer.append([3])
      table.write(to: &writer, isSigned: false)
    case .leastTable(let table):
      writer.append([4])
      table.write(to: &writer, isSigned: true)
    case .sums(let sums):
      writer.append([5])
      sums.write(to: &writer)
    case .amounts(let sums):
      writer.append([6])
      sums.write(to: &writer)
    case .texts(let texts):
      writer.append([7])
      writer.write(texts.count)
      for text in texts { writer.write(text) }
    }
  }

  package init(_ reader: inout TallyReader) throws(TallyFault) {
    switch try reader.byte() {
    case 0: self = .counts(try TallyColumn.counts(&reader))
    case 1:
      var numbers: [Int64] = []
      for _ in 0..<(try reader.count(ofAtLeast: 1)) { numbers.append(try reader.signed()) }
      self = .least(numbers)
    case 2:
      var marks: [Int] = []
      for _ in 0..<(try reader.count(ofAtLeast: 1)) {
        marks.append(try reader.count() + (marks.last.map { $0 + 1 } ?? 0))
      }
      self = .marks(marks)
    case 3: self = .table(try TallyTable(&reader, isSigned: false))
    case 4: self = .leastTable(try TallyTable(&reader, isSigned: true))
    case 5: self = .sums(try ExactSums(&reader))
    case 6: self = .amounts(try ReplicateSums(&reader))
    case 7:
      var texts: [[UInt8]] = []
      for _ in 0..<(try reader.count(ofAtLeast: 1)) {
        let text = Array(try reader.text())
        guard texts.last.map({ $0.lexicographicallyPrecedes(text) }) ?? true else {
          throw TallyFault("holds texts that are out of order")
        }
        texts.append(text)
      }
      self = .texts(texts)
    default: throw TallyFault("holds a kind of counts that is not known")
    }
  }

  /// The most places of a column: what memory a file can ask for by a few bytes of zeros.
  private static let largestLength = 1 << 28

  /// Writes the length, then in turns how many zeros come, how many other counts, and these.
  private static func write(_ counts: [Int], to writer: inout TallyWriter) {
    let end = (counts.lastIndex { $0 != 0 } ?? -1) + 1
    writer.write(end)
    var next = 0
    while next < end {
      let first = counts[next..<end].firstIndex { $0 != 0 } ?? end
      let last = counts[first..<end].firstIndex(of: 0) ?? end
      writer.write(first - next)
      writer.write(last - first)
      for count in counts[first..<last] { writer.write(count) }
      next = last
    }
  }

  private static func counts(_ reader: inout TallyReader) throws(TallyFault) -> [Int] {
    let end = try reader.count()
    guard end <= largestLength else { throw TallyFault("holds a list that is too long") }
    var counts: [Int] = []
    while counts.count < end {
      let zeros = try reader.count()
      let others = try reader.count(ofAtLeast: 1)
      guard zeros + others > 0, counts.count + zeros + others <= end else { throw .isOfOtherShape }
      counts.append(contentsOf: repeatElement(0, count: zeros))
      for _ in 0..<others { counts.append(try reader.count()) }
    }
    return counts
  }
}
