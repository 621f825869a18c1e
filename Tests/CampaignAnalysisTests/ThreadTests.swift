import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct ThreadTests {
  /// More contacts than one work item holds, so that several threads really share the work.
  private static let dataset = RandomDataset.make(
    seed: 77, RandomDataset.Size(partners: 12, channels: 30, contents: 40, contacts: 13_000, touches: 26_000))

  @Test(arguments: Section.allCases)
  func `every figure is the same to the last bit at any number of threads`(section: Section) {
    let data = Self.dataset
    let scopes = [
      Scope(campaign: 0, of: data), Scope(campaign: 1, of: data),
      Scope(windowOf: data, filter: Filter(level: .interaction)),
    ]
    func figures(_ threads: Int) -> [String] {
      measureUnprotected(data, scopes: scopes, options: AnalysisOptions(sections: [section], threads: threads)).map {
        described($0)
      }
    }
    let alone = figures(1)
    #expect(alone.allSatisfy { $0.count > 200 })
    for threads in [2, 8] { #expect(figures(threads) == alone) }
  }

  /// What a value holds, to the last bit; a dictionary's entries in the order of their texts, since their own order is
  /// another in each dictionary.
  private func described(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    let parts = mirror.children.map { "\($0.label ?? ""): \(described($0.value))" }
    let isUnordered = mirror.displayStyle == .dictionary || mirror.displayStyle == .set
    guard !parts.isEmpty else { return "\(value)" }
    return "\(type(of: value))(" + (isUnordered ? parts.sorted() : parts).joined(separator: ", ") + ")"
  }

  @Test func `the plan and a partner's payback are the same at any number of threads`() {
    let data = Self.dataset
    let scope = Scope(campaign: 1, of: data)
    let (plan, back) = ("\(reviewPlan(data, scope: scope))", "\(payback(of: 3, in: data))")
    for threads in [2, 8] {
      #expect("\(reviewPlan(data, scope: scope, threads: threads))" == plan)
      #expect("\(payback(of: 3, in: data, threads: threads))" == back)
    }
  }
}
