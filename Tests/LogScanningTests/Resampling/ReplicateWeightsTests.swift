import CampaignModel
import Testing

@testable import LogScanning

struct ReplicateWeightsTests {
  private static func weights(_ ids: [String], organizations: [String?] = []) -> [[UInt32]] {
    var weights = ReplicateWeights(
      of: Contacts(ids: TextColumn(ids), organizations: CategoryColumn(organizations)))
    return ids.indices.map { contact in
      weights.load(contact)
      return weights.weights
    }
  }

  /// Worked out by a program of its own in Python: FNV-1a, SplitMix64, and scipy 1.17.1 for Poisson's law.
  @Test func `an id has the weights that its definition gives`() {
    let weights = Self.weights(["ada", "c0047", ""])
    #expect(weights[0].prefix(16) == [0, 1, 0, 0, 1, 2, 1, 1, 1, 1, 0, 0, 0, 3, 0, 1])
    #expect(weights[1].prefix(16) == [1, 2, 0, 2, 2, 3, 1, 2, 1, 1, 6, 1, 1, 0, 1, 0])
    #expect(weights[2].prefix(16) == [5, 1, 1, 2, 1, 2, 2, 0, 0, 3, 1, 0, 0, 0, 1, 0])
    #expect(weights.map { $0.reduce(0, +) } == [202, 193, 194])
  }

  @Test func `contacts of an organization have its weights, and no others do`() {
    let weights = Self.weights(["a", "b", "c", "d"], organizations: ["mill", "mill", nil, "bakery"])
    #expect(weights[0] == weights[1])
    #expect(weights[0] == Self.weights(["mill"])[0])
    #expect(weights[2] == Self.weights(["c"])[0])
    #expect(weights[3] == Self.weights(["bakery"])[0])
    #expect(Set(weights).count == 3)
  }

  /// Mean and variance of Poisson's law with mean 1 are 1; of 400,000 draws they are within 0.008 and 0.01 with a
  /// probability of 1 − 10⁻⁶.
  @Test func `weights have mean and variance 1`() {
    let all = Self.weights((0..<2000).map { "c\($0)" }).flatMap { $0.map(Double.init) }
    let mean = all.reduce(0, +) / Double(all.count)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
    #expect(abs(mean - 1) < 0.008)
    #expect(abs(variance - 1) < 0.01)
    #expect(all.max() ?? 0 <= Double(ReplicateWeights.largest))
  }
}
