import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Figures that follow from the published table of who attended what, counted by hand.
struct SouthernWomenTests {
  private let dataset: Dataset
  private let reach: Reach

  init() throws {
    dataset = SouthernWomen.dataset()
    let figures = measureUnprotected(
      dataset, scopes: [Scope(campaign: 0, of: dataset)], options: AnalysisOptions(sections: [.reach]))
    reach = try #require(figures.first?.reach)
  }

  private func event(_ number: Int) -> Int { number - 1 }

  @Test func `eighteen women came about five times each`() {
    #expect(reach.reach == 18)
    #expect(reach.contactsGross == 89)
    #expect(areClose(reach.frequency, 89.0 / 18))
    #expect(reach.kPlus.prefix(8) == [18, 18, 15, 14, 8, 7, 6, 3])
  }

  @Test func `each event was attended as the table says`() {
    let attendance = [3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3]
    for (event, women) in attendance.enumerated() {
      #expect(reach.carriers.first { $0.partner == event }?.reach == women, "E\(event + 1)")
    }
  }

  @Test func `the eighth and ninth event shared nine women`() throws {
    let overlap = try #require(reach.overlap.first { $0.a == event(8) && $0.b == event(9) })
    #expect(overlap.contacts == 9)
    #expect(areClose(overlap.jaccard, 0.529412, tolerance: 1e-6))
  }

  @Test func `the ninth event's share of the reach exceeds the eighth's`() {
    func share(_ number: Int) -> Double? { reach.carriers.first { $0.partner == event(number) }?.shapley }
    #expect(areClose(share(9), 3.267857, tolerance: 1e-6))
    #expect(areClose(share(8), 3.128571, tolerance: 1e-6))
  }

  @Test func `three events reach everyone`() {
    #expect(reach.stacked.prefix(3).map(\.partner) == [event(8), event(9), event(3)])
    #expect(reach.stacked.prefix(3).map(\.cumulative) == [14, 17, 18])
  }
}
