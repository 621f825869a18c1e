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

  @Test func `sums do not run into each other`() {
    var sums = ExactSums(count: 2)
    sums.add(-1, to: 0)
    sums.add(3, to: 1)
    #expect(sums[0] == -1)
    #expect(sums[1] == 3)
  }
}

struct PairIndexTests {
  @Test func `pairs are numbered in the order in which they are met, and told apart from their mirror`() {
    var index = PairIndex()
    #expect(index.number(3, 7) == 0)
    #expect(index.number(7, 3) == 1)
    #expect(index.number(3, 7) == 0)
    #expect(index.knownNumber(7, 3) == 1)
    #expect(index.knownNumber(7, 7) == nil)
    #expect(index.count == 2)
  }

  @Test func `many pairs keep their numbers while the table grows`() {
    var index = PairIndex()
    let pairs = (0..<200).flatMap { left in (0..<50).map { (left, $0) } }
    for (number, pair) in pairs.enumerated() { #expect(index.number(pair.0, pair.1) == number) }
    for (number, pair) in pairs.enumerated() { #expect(index.knownNumber(pair.0, pair.1) == number) }
  }
}
