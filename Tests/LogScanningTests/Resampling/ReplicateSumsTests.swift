import CampaignModel
import TestSupport
import Testing

@testable import LogScanning

struct ReplicateSumsTests {
  private static let ids = (0..<40).map { "c\($0)" }

  private static func weights() -> ReplicateWeights { ReplicateWeights(of: Contacts(ids: TextColumn(ids))) }

  private static func amount(_ numbers: [Double]) -> FixedAmount {
    var amount = FixedAmount()
    for number in numbers { amount.add(number) }
    return amount
  }

  @Test(arguments: 1...10)
  func `sums and counts are those of contacts taken as often as they weigh`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var weights = Self.weights()
    var (sums, counts) = (ReplicateSums(), ReplicateCounts())
    var halves = [(ReplicateSums(), ReplicateCounts()), (ReplicateSums(), ReplicateCounts())]
    var exact = [ExactSums](repeating: ExactSums(count: 1), count: ReplicateWeights.count)
    var expected = [Int](repeating: 0, count: ReplicateWeights.count)
    for contact in Self.ids.indices.shuffled(using: &random) {
      let numbers = (0..<3).map { _ in
        (Double.random(in: -500...2000, using: &random) * 100).rounded() / 100
      }
      weights.load(contact)
      sums.add(weights, Self.amount(numbers), to: 3, 1)
      counts.add(weights, to: 7, -2)
      halves[contact % 2].0.add(weights, Self.amount(numbers), to: 3, 1)
      halves[contact % 2].1.add(weights, to: 7, -2)
      for (replicate, weight) in weights.weights.enumerated() {
        expected[replicate] += Int(weight)
        for number in numbers {
          for _ in 0..<weight { exact[replicate].add(number, to: 0) }
        }
      }
    }
    #expect(counts.counts(of: 7, -2) == expected)
    #expect(try #require(sums.sums(of: 3, 1)) == exact.map { $0[0] })
    halves[1].0.merge(halves[0].0)
    halves[1].1.merge(halves[0].1)
    #expect(halves[1].0.sums(of: 3, 1) == sums.sums(of: 3, 1))
    #expect(halves[1].1.counts(of: 7, -2) == expected)
    #expect(counts.counts(of: 7, 2).allSatisfy { $0 == 0 })
  }

  /// Of every width, and around what is halfway between two numbers, which goes to the even one.
  @Test func `wide integers become the nearest numbers, as the standard library has them`() {
    var random = SeededGenerator(seed: 4)
    var integers: [Int128] = [0, 1, -1, .max, .min, Int128(UInt64.max), -Int128(UInt64.max)]
    for width in 1..<127 {
      for _ in 0..<20 { integers.append((Int128(random.next() >> 1) << 64 | Int128(random.next())) >> (127 - width)) }
      for _ in 0..<20 {
        let even = Int128(1) << width | Int128(random.next() & 3) << max(0, width - 53)
        let half = width > 53 ? Int128(1) << (width - 54) : 0
        integers += [even, even + half, even + half - 1, even + half + 1]
      }
    }
    integers += integers.map { 0 &- $0 }
    let wrong = integers.filter { Double(roundingWide: $0) != Double($0) }
    #expect(wrong.isEmpty && integers.count > 10_000, "\(wrong.prefix(3))")
  }

  @Test func `what is too large has no sum, and does not disturb others`() {
    var weights = Self.weights()
    weights.load(0)
    var sums = ReplicateSums()
    sums.add(weights, Self.amount([1e300]), to: 0, 0)
    sums.add(weights, Self.amount([12.5]), to: 1, 0)
    for _ in 0..<80 { sums.add(weights, Self.amount([0x1p59]), to: 2, 0) }
    #expect(sums.sums(of: 0, 0) == nil)
    #expect(sums.sums(of: 1, 0) == weights.weights.map { 12.5 * Double($0) })
    #expect(sums.sums(of: 2, 0) == nil)
    #expect(Self.amount([1e17, 1e18, -1e18]).isInRange)
    #expect(!Self.amount([Double](repeating: 1e18, count: 200)).isInRange)
  }
}
