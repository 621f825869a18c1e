import CampaignModel
import Testing

@testable import LogScanning

/// The columns of tallies: their bytes, and that merging knows no order.
struct TallyColumnTests {
  private static func bytes(_ column: TallyColumn) -> [UInt8] {
    var writer = TallyWriter()
    column.write(to: &writer)
    return writer.bytes
  }

  private static func table(_ rows: [([UInt64], [Int64])], width: Int) -> TallyTable {
    var table = TallyTable(width: width)
    for (key, values) in rows { table.append(key, values) }
    table.sort()
    return table
  }

  private static func sums(_ numbers: [(Int, Double)], count: Int = 5) -> ExactSums {
    var sums = ExactSums(count: count)
    for (place, number) in numbers { sums.add(number, to: place) }
    return sums
  }

  /// Three columns of each kind, as three parts of a log would have them.
  private static let parts: [[TallyColumn]] = [
    [.counts([1, 0, 0, 7]), .counts([]), .counts([0, 0, 0, 0, 1 << 40])],
    [.least([5, .max, -3]), .least([]), .least([6, -1_700_000_000_000])],
    [.marks([0, 9]), .marks([1, 9]), .marks([])],
    [
      .table(table([([1, 2], [3]), ([7], [1])], width: 1)), .table(TallyTable(width: 1)),
      .table(table([([1, 2], [1 << 33]), ([1], [2]), ([1, 2, 0], [4])], width: 1)),
    ],
    [
      .leastTable(table([([4], [9, -9])], width: 2)), .leastTable(table([([4], [8, 0]), ([3], [1, 1])], width: 2)),
      .leastTable(TallyTable(width: 2)),
    ],
    [
      .sums(sums([(0, 0.1), (1, 1e300), (1, -1e300), (3, -2.5)])),
      .sums(sums([(0, 0.2), (4, Double.leastNonzeroMagnitude)])),
      .sums(sums([(3, 2.5), (0, -1e16)])),
    ],
    [.texts([[1], [1, 2]]), .texts([]), .texts([[0, 9], [1, 2]])],
  ]

  @Test(arguments: parts)
  func `bytes hold a column without loss`(columns: [TallyColumn]) throws {
    for column in columns {
      let bytes = Self.bytes(column)
      var reader = TallyReader(bytes[...])
      #expect(Self.bytes(try TallyColumn(&reader)) == bytes)
      #expect(reader.isAtEnd)
    }
  }

  @Test(arguments: parts)
  func `merging knows neither order nor grouping`(columns: [TallyColumn]) throws {
    func merged(_ first: TallyColumn, _ others: TallyColumn...) throws -> TallyColumn {
      var result = first
      for other in others { try result.merge(other) }
      return result
    }
    let (a, b, c) = (columns[0], columns[1], columns[2])
    let expected = Self.bytes(try merged(a, b, c))
    #expect(Self.bytes(try merged(c, a, b)) == expected)
    #expect(Self.bytes(try merged(a, merged(c, b))) == expected)
  }

  @Test func `sums come back as they were`() throws {
    let sums = Self.sums([(0, 0.1), (0, 0.2), (1, -1e300), (2, Double.leastNonzeroMagnitude), (4, 1e16), (4, 1)])
    var reader = TallyReader(Self.bytes(.sums(sums)).dropFirst())
    let read = try ExactSums(&reader)
    #expect((0..<5).map { read[$0] } == (0..<5).map { sums[$0] })
  }

  @Test func `sums of replicates come back, and merge in any order`() throws {
    func sums(_ amounts: [(Double, Int)]) -> ReplicateSums {
      var sums = ReplicateSums()
      var weights = ReplicateWeights(
        of: .init(ids: .init((0..<20).map { "c\($0)" })))
      for (contact, (amount, place)) in amounts.enumerated() {
        weights.load(contact)
        var fixed = FixedAmount()
        fixed.add(amount)
        sums.add(weights, fixed, to: place, -place)
      }
      return sums
    }
    let (left, right) = (sums([(12.5, 3), (-7, 1)]), sums([(0.01, 1), (1e12, 2)]))
    var (forward, backward) = (left, right)
    forward.merge(right)
    backward.merge(left)
    #expect(Self.bytes(.amounts(forward)) == Self.bytes(.amounts(backward)))
    var reader = TallyReader(Self.bytes(.amounts(forward)).dropFirst())
    #expect(try ReplicateSums(&reader).sums(of: 1, -1) == forward.sums(of: 1, -1))
  }

  @Test func `columns of another kind or shape do not merge`() {
    for (left, right) in [
      (TallyColumn.counts([1]), TallyColumn.marks([1])), (.table(TallyTable(width: 1)), .table(TallyTable(width: 2))),
      (.sums(ExactSums(count: 1)), .sums(ExactSums(count: 2))),
    ] {
      var column = left
      #expect(throws: TallyFault.self) { try column.merge(right) }
    }
  }

  @Test func `damaged bytes are refused or read, and never more`() {
    for column in Self.parts.joined() {
      let bytes = Self.bytes(column)
      for place in bytes.indices {
        var short = TallyReader(bytes[..<place])
        #expect(throws: TallyFault.self) { _ = try TallyColumn(&short) }
        for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
          var changed = bytes
          changed[place] = value
          var reader = TallyReader(changed[...])
          _ = try? TallyColumn(&reader)
        }
      }
    }
  }
}
