import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Lists of comparisons, partners' stays and trust transfers, with p and q beside them.
struct ComparedRowsTests {
  /// Chances of the pooled test, by hand from the counts of the rows.
  private func p(_ a: Int, _ n: Int, _ b: Int, _ m: Int) -> Double? {
    RateTest.p(Proportion(a, of: n), Proportion(b, of: m))
  }

  @Test(arguments: 1...6)
  func `each partner's stays are compared with the rest of the cohort`(seed: Int) throws {
    let data = RandomDataset.make(seed: UInt64(seed), RandomDataset.Size(contacts: 300, touches: 3000))
    let options = AnalysisOptions(sections: [.retention], retention: RetentionOptions(cohort: .reached))
    let retention = try #require(
      measureUnprotected(data, scopes: [Scope(campaign: 1, of: data)], options: options)[0].retention)
    let (size, stays) = (try #require(retention.cohortSize), try #require(retention.stays).count)
    #expect(retention.byPartner.count > 2)
    for row in retention.byPartner {
      let (cohort, count) = (try #require(row.cohort), try #require(row.stays))
      #expect(row.p == p(count, cohort, stays - count, size - cohort))
    }
    #expect(retention.byPartner.map(\.q) == FalseDiscovery.qValues(retention.byPartner.map(\.p)))
    #expect(retention.byPartner.contains { $0.q != nil })
  }

  @Test(arguments: 1...12)
  func `no p or q tells of a count that is withheld`(seed: Int) throws {
    var data = RandomDataset.make(seed: UInt64(seed), RandomDataset.Size(contacts: 120, touches: 1500))
    data.settings.minimumGroup = 8
    let options = AnalysisOptions(retention: RetentionOptions(cohort: .reached))
    let figures = measure(data, scopes: [Scope(campaign: 1, of: data)], options: options)[0]
    let rows = try #require(figures.retention).byPartner
    for row in rows where row.cohort == nil || row.stays == nil { #expect(row.p == nil && row.q == nil) }
    #expect(rows.map(\.q) == FalseDiscovery.qValues(rows.map(\.p)))
    let trust = try #require(figures.partnerships).pairs.flatMap(\.trust)
    for transfer in trust where transfer.endorsed == nil || transfer.unendorsed == nil {
      #expect(transfer.p == nil && transfer.q == nil)
    }
    #expect(trust.map(\.q) == FalseDiscovery.qValues(trust.map(\.p)))
  }

  @Test func `trust transfers are looked at together, over all pairs`() throws {
    let data = RandomDataset.make(seed: 4, RandomDataset.Size(contacts: 400, touches: 5000))
    let partnerships = try #require(
      measureUnprotected(
        data, scopes: [Scope(campaign: 1, of: data)], options: AnalysisOptions(sections: [.partnerships]))[0]
        .partnerships)
    let trust = partnerships.pairs.flatMap(\.trust)
    for transfer in trust {
      let (endorsed, others) = (try #require(transfer.endorsed), try #require(transfer.unendorsed))
      #expect(transfer.p == p(endorsed.count, endorsed.of, others.count, others.of))
    }
    #expect(trust.count { $0.p != nil } > 1)
    #expect(trust.map(\.q) == FalseDiscovery.qValues(trust.map(\.p)))
  }
}
