import TestSupport
import Testing

@testable import LogScanning

struct ExactSumsTests {
  private func sum(_ numbers: [Double]) -> Double {
    var sums = ExactSums(count: 3)
    for number in numbers { sums.add(number, to: 1) }
    return sums[1]
  }

  @Test func `nothing is lost between large and small numbers`() {
    #expect(sum([1e308, 1, -1e308]) == 1)
    #expect(sum([1e100, 1, -1e100, 1e-300]) == 1)
    #expect(sum([1e-300, 1e100, -1e100]) == 1e-300)
    #expect(sum([0.1, 0.2, 0.3, -0.1, -0.2, -0.3]) == 0)
    #expect(sum([]) == 0)
    #expect(sum([-0.0]) == 0)
  }

  /// Ten times 0.1 is 1 exactly when only the last step rounds.
  @Test func `a sum is rounded once`() {
    #expect(sum([Double](repeating: 0.1, count: 10)) == 1)
    #expect(sum([1, 0x1p-53]) == 1)
    #expect(sum([1, 0x1p-53, 0x1p-80]) == 1 + 0x1p-52)
    #expect(sum([-1, -0x1p-53, -0x1p-80]) == -1 - 0x1p-52)
  }

  @Test(arguments: [
    Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude, Double.leastNormalMagnitude,
    Double.greatestFiniteMagnitude, -Double.greatestFiniteMagnitude, 1, -2.5, 0x1.fffffffffffffp-1022, 0x1p-1040,
    0x1p-20, 0x1.fffffffffffffp-21, -0x1.0000000000001p-20, 0x1.fffffffffffffp28, -0x1.fffffffffffffp28, 0x1p29,
  ])
  func `a single number comes back as it was`(number: Double) {
    #expect(sum([number]) == number)
  }

  @Test func `the order of adding and merging does not matter`() {
    var random = SeededGenerator(seed: 5)
    var numbers = (0..<2000).map { _ in
      Double(
        sign: Bool.random(using: &random) ? .plus : .minus, exponent: Int.random(in: -900...900, using: &random),
        significand: 1.37)
    }
    let forward = sum(numbers)
    numbers.shuffle(using: &random)
    #expect(sum(numbers) == forward)
    var (first, second) = (ExactSums(count: 1), ExactSums(count: 1))
    for (index, number) in numbers.enumerated() {
      if index % 3 == 0 { first.add(number, to: 0) } else { second.add(number, to: 0) }
    }
    first.merge(second)
    #expect(first[0] == forward)
  }

  /// Numbers on both sides of what is of usual size, from 2⁻²⁰ to 2²⁹, are kept in two ways, and read as one sum.
  @Test func `numbers of usual size and others add up to one sum`() {
    #expect(sum([0x1p28, 0x1p-20, -0x1p28]) == 0x1p-20)
    #expect(sum([0x1p40, 0.75, -0x1p-60, -0x1p40]) == 0.75 - 0x1p-60)
    #expect(sum([-0x1p29, 0x1.fffffffffffffp28]) == -0x1p-24)
    #expect(sum([0x1p-21, -0x1.0000000000001p-20, 0x1p-21]) == -0x1p-72)
    var random = SeededGenerator(seed: 6)
    let numbers = (0..<3000).map { _ in
      Double(
        sign: Bool.random(using: &random) ? .plus : .minus, exponent: Int.random(in: -30...40, using: &random),
        significand: Double.random(in: 1..<2, using: &random))
    }
    #expect(sum(numbers + numbers.map { -$0 }.shuffled(using: &random)) == 0)
    #expect(sum(numbers.shuffled(using: &random)) == sum(numbers))
    // The last bit of each is worth 2⁻⁸² at least, and all together are below 2⁵².
    let units = numbers.reduce(into: [Int128(0), 0]) { parts, number in
      let scaled = number * 0x1p82
      let upper = (scaled * 0x1p-64).rounded(.down)
      parts[0] += Int128(upper)
      parts[1] += Int128(scaled - upper * 0x1p64)
    }
    let whole = units[0] << 64 + units[1]
    #expect(sum(numbers) == Double(whole) * 0x1p-82)
  }

  @Test func `sums do not run into each other`() {
    var sums = ExactSums(count: 2)
    sums.add(-1, to: 0)
    sums.add(3, to: 1)
    #expect(sums[0] == -1)
    #expect(sums[1] == 3)
  }
}

extension ExactSumsTests {
  /// Amounts and shares of them take no digits, and others four to eight, not 68.
  @Test func `of a sum only the digits are kept that were touched`() {
    var sums = ExactSums(count: 1000)
    #expect(sums.digitCount == 0)
    for number in [0.4, 1, 1 / 3.0, 19.99, -5, 1e8] { sums.add(number, to: 7) }
    // A block of eight sums, each as large as four digits.
    #expect(sums.digitCount == 32)
    for number in [1e9, 1e-9, 1e12] { sums.add(number, to: 7) }
    #expect(sums.digitCount <= 32 + 16)
    sums.add(0, to: 8)
    #expect(sums.digitCount <= 32 + 16)
    #expect(sums[6] == 0 && sums[8] == 0)
  }

  /// Merging a set of sums with itself doubles them: after 70 times they are 2⁷⁰ as large, for which the digits kept at
  /// first have no room, and more additions are behind them than fit without carrying.
  @Test(arguments: [1, -1, 0.1, -1e-300, .leastNonzeroMagnitude, 0x1.fffffffffffffp-40, -0x1.fffffffffffffp900])
  func `sums outgrow their digits`(number: Double) {
    var sums = ExactSums(count: 2)
    sums.add(number, to: 1)
    for _ in 0..<70 {
      let copy = sums
      sums.merge(copy)
    }
    #expect(sums[1] == number * 0x1p70)
    sums.add(-number, to: 1)
    sums.add(number, to: 0)
    #expect(sums[0] == number)
    for _ in 0..<3 {
      let copy = sums
      sums.merge(copy)
    }
    #expect(sums[0] == number * 8)
  }
}

struct PairIndexTests {
  @Test(arguments: [PairIndex(), PairIndex(below: 8), PairIndex(below: 1_000)])
  func `pairs are numbered in the order in which they are met, and told apart from their mirror`(empty: PairIndex) {
    var index = empty
    #expect(index.knownNumber(7, 3) == nil)
    #expect(index.number(3, 7) == 0)
    #expect(index.number(7, 3) == 1)
    #expect(index.number(3, 7) == 0)
    #expect(index.knownNumber(7, 3) == 1)
    #expect(index.knownNumber(7, 7) == nil)
    #expect(index.count == 2)
  }

  @Test(arguments: [PairIndex(), PairIndex(below: 200)])
  func `many pairs keep their numbers while the table grows`(empty: PairIndex) {
    var index = empty
    let pairs = (0..<200).flatMap { left in (0..<50).map { (left, $0) } }
    for (number, pair) in pairs.enumerated() { #expect(index.number(pair.0, pair.1) == number) }
    for (number, pair) in pairs.enumerated() { #expect(index.knownNumber(pair.0, pair.1) == number) }
  }
}

struct SparseArrayTests {
  @Test func `only the blocks that were written are kept, and all else is as at first`() {
    var counts = SparseArray(repeating: 5, count: 1_000_003, blockSize: 8)
    #expect(counts.keptCount == 0 && counts[1_000_002] == 5)
    counts[1_000_002] += 1
    counts[17] = 2
    counts[23] += 3
    #expect(counts.keptCount == 16)
    #expect([16, 17, 22, 23, 24, 1_000_001, 1_000_002].map { counts[$0] } == [5, 2, 5, 8, 5, 5, 6])
    var kept: [Int] = []
    counts.forEachKept { index, _ in kept.append(index) }
    #expect(kept == Array(16..<24) + [1_000_000, 1_000_001, 1_000_002])
  }
}
