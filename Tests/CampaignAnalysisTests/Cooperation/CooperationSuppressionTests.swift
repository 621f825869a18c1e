import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct CooperationSuppressionTests {
  private static let minimum = 6

  private func figures(_ seed: UInt64, by: Grouping) -> (Dataset, all: ScopeFigures, shown: ScopeFigures) {
    var data = RandomDataset.make(seed: seed)
    data.settings.minimumGroup = Self.minimum
    let scope = Scope(campaign: 1, of: data)
    let options = AnalysisOptions(funnelBy: by)
    return (
      data, measureUnprotected(data, scopes: [scope], options: options)[0],
      measure(data, scopes: [scope], options: options)[0]
    )
  }

  /// Three contacts write much: what they do is about three, however often.
  @Test func `what few contacts did or think is withheld, however often they did it`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill")
    builder.campaign("k", from: 0, to: 30)
    for number in 0..<20 { builder.touch(1, "c\(number)", "letter", "open") }
    for number in 0..<3 {
      for day in 2..<12 {
        builder.touch(Double(day), "c\(number)", "letter", "rating", value: 4)
        builder.touch(Double(day) + 0.5, "c\(number)", "letter", "nps", value: 9)
      }
    }
    for number in 3..<9 { builder.touch(29, "c\(number)", "letter", "rating", value: 2) }
    var data = builder.build()
    let scope = Scope(campaign: 0, of: data)
    data.settings.minimumGroup = 10
    let small = measure(data, scopes: [scope])[0]
    #expect(small.cooperation?.interactions == nil && small.cooperation?.engagementDepth == nil)
    #expect(small.cooperation?.engagementPerContact == nil && small.cooperation?.interactionsPerPartner == nil)
    #expect(small.cooperation?.unknown.contains { $0.figure == "interactions" && $0.state == .withheld } == true)
    #expect(small.journeys?.nps == nil && small.journeys?.npsAnswers == nil)
    #expect(small.journeys?.emotionCurve.allSatisfy { $0.mean == nil && ($0.ratings ?? 0) == 0 } == true)
    #expect(small.journeys?.fallingStretches.isEmpty == true)
    // Nine contacts interact. Three rate in every tenth; six rate their second touch of two, in the sixth.
    data.settings.minimumGroup = 6
    let larger = measure(data, scopes: [scope])[0]
    #expect(larger.cooperation?.interactions == 66)
    #expect(larger.journeys?.nps == nil)
    #expect(larger.journeys?.emotionCurve.map(\.ratings) == [nil, nil, nil, nil, nil, 9, nil, nil, nil, nil])
  }

  /// Whether a count may be shown.
  private func mayShow(_ count: Int?) -> Bool { count.map { $0 == 0 || $0 >= Self.minimum } ?? true }

  @Test(arguments: UInt64(1)...8, Grouping.allCases)
  func `no small count of contacts is shown, nor what it could be worked out from`(seed: UInt64, by: Grouping) throws {
    let (_, all, shown) = figures(seed, by: by)
    let funnel = try #require(shown.funnel)
    for figures in [funnel.total] + funnel.rows.map(\.figures) {
      #expect(mayShow(figures.visitors) && mayShow(figures.leads) && mayShow(figures.customers))
      #expect(mayShow(figures.leadToCustomer?.count))
      for share in [figures.visitorToLead, figures.leadToCustomer, figures.visitorToCustomer].compactMap(\.self) {
        #expect(mayShow(share.of - share.count))
      }
      if figures.leads == nil { #expect(figures.pipeline == nil && figures.costPerLead == nil) }
      if figures.customers == nil { #expect(figures.revenue == nil && figures.costPerCustomer == nil) }
      #expect(figures.withheld.isEmpty || figures.unknown.contains { $0.state == .withheld })
    }
    #expect(Set(funnel.rows.map(\.group)) == Set(all.funnel?.rows.map(\.group) ?? []))
    for pair in try #require(shown.partnerships).pairs {
      #expect(mayShow(pair.aToB) && mayShow(pair.bToA) && mayShow(pair.sharedContacts))
      if pair.aToB == nil || pair.bToA == nil {
        #expect(pair.balance == nil && pair.knot == nil && pair.givesMore == nil)
      }
      for trust in pair.trust {
        for share in [trust.endorsed, trust.unendorsed].compactMap(\.self) {
          #expect(mayShow(share.count) && mayShow(share.of) && mayShow(share.of - share.count))
        }
        if trust.endorsed == nil || trust.unendorsed == nil { #expect(trust.difference == nil && trust.lift == nil) }
      }
    }
    let journeys = try #require(shown.journeys)
    #expect(mayShow(journeys.bounce?.count) && mayShow(journeys.returning?.count) && mayShow(journeys.uniqueVisits))
    #expect(mayShow(shown.cooperation?.ambassadorCount))
    #expect(shown.cooperation?.ambassadors.isEmpty == true)
    #expect(mayShow(shown.attribution?.nullPaths))
  }

  @Test(arguments: UInt64(1)...8)
  func `a withheld KPI says so and has no target status`(seed: UInt64) throws {
    var (data, all, shown) = figures(seed, by: .medium)
    data.targets.append(Target(campaign: 1, kpi: "customers", value: 1, due: nil))
    let (before, after) = (KPIs(all, in: data), KPIs(shown, in: data))
    for kpi in KPI.all {
      let entry = try #require(after[kpi.id])
      if entry.value != nil {
        #expect(entry.value == before[kpi.id]?.value)
      } else if before[kpi.id]?.value != nil {
        #expect(entry.unknown?.state == .withheld, "\(kpi.id)")
        #expect(entry.target?.attainment == nil)
      }
    }
  }

  @Test func `without a minimum group nothing changes`() {
    let data = RandomDataset.make(seed: 4)
    let scope = Scope(campaign: 1, of: data)
    #expect("\(measure(data, scopes: [scope]))" == "\(measureUnprotected(data, scopes: [scope]))")
  }
}
