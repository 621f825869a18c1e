import Testing

@testable import Randomness

struct RandomnessTests {
  @Test func `SplitMix64 gives its published numbers`() {
    // Rosetta Code, "Pseudo-random numbers/Splitmix64", seed 1234567.
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in generator.next() } == expected)
  }

  @Test func `xoshiro256** gives its published numbers`() {
    // The test vector of the Rust crate rand_xoshiro 0.6, made with the authors' C code from the state 1, 2, 3, 4.
    var generator = Xoshiro256(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
      16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect((0..<10).map { _ in generator.next() } == expected)
  }

  @Test func `draws below a bound are even`() {
    var generator = Xoshiro256(seed: 1)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[generator.draw(below: 6)] += 1 }
    // Ten standard deviations of a count of mean 10,000 are below 1,000.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 1000 })
  }

  /// The first number of each generator is the hash of the state it starts from; the next states lie one increment on.
  @Test func `the hash of a number is what a generator that starts there draws first`() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(SplitMix64.mix(1_234_567) == 6_457_827_717_110_365_317)
    for step in 0..<5 {
      #expect(generator.next() == SplitMix64.mix(1_234_567 &+ UInt64(step) &* SplitMix64.increment))
    }
  }
}
