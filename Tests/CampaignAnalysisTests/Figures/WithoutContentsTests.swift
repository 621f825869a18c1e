import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Two files alone, channels and touches: whose message a touch carried is not known, and nothing is a 0 for it.
struct WithoutContentsTests {
  /// Four first meetings of three contacts with the owners of two channels.
  private func dataset() -> Dataset {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery", paid: true)
    builder.channel("fair", owner: "mill")
    builder.campaign("k", from: 0, to: 10)
    builder.settings.observedUntil = .day(60)
    builder.touch(1, "ann", "letter", "click")
    builder.touch(2, "ann", "fair", "click")
    builder.touch(3, "ben", "fair", "view")
    builder.touch(4, "cem", "letter", "share")
    return builder.build()
  }

  private func figures(brand: Int? = nil) -> ScopeFigures {
    let data = dataset()
    return measureUnprotected(data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(brand: brand))[0]
  }

  private func states(_ unknown: [UnknownFigure], _ state: UnknownFigure.State) -> Set<String> {
    Set(unknown.filter { $0.state == state }.map(\.figure))
  }

  @Test func `new touchpoints are counted, but not split`() throws {
    let figures = try #require(figures().touchpoints)
    #expect(figures.newContacts == 3)
    #expect(figures.newTouchpoints == 4)
    #expect(figures.own == nil && figures.foreign == nil && figures.penetration == nil)
    #expect(figures.firstContactMix == [2, nil, nil, nil])
    #expect(figures.introducedBy.isEmpty)
    #expect(figures.byBrand.map(\.total) == [2, 2])
    #expect(figures.byBrand.allSatisfy { $0.own == nil && $0.foreign == nil })
    #expect(figures.relevantNewContacts == nil)
    #expect(
      states(figures.unknown, .notConfigured) == [
        "new_touchpoints.own", "new_touchpoints.foreign", "penetration", "first_contact_mix.joint",
        "first_contact_mix.own", "first_contact_mix.partner", "introduced_by", "by_brand.own", "by_brand.foreign",
        "relevant_new_contacts", "single_brand_cost", "unaffordable_contacts",
      ])
  }

  @Test func `reach is told, and nothing of own and foreign`() throws {
    let reach = try #require(figures().reach)
    #expect(reach.reach == 3)
    #expect(reach.own == nil && reach.foreign == nil && reach.duplicated == nil && reach.incremental == nil)
    #expect(reach.synergy == nil && reach.takeovers == nil)
    #expect(reach.carriers.map(\.reach) == [2, 2])
    #expect(reach.carriers.map(\.exclusive) == [1, 1])
    #expect(reach.carriers.allSatisfy { $0.incrementalOverOwn == nil })
    #expect(
      states(reach.unknown, .notConfigured) == [
        "own", "foreign", "duplicated", "incremental", "synergy", "takeovers", "carriers.incremental_over_own",
      ])
  }

  @Test func `of a brand nothing is known`() throws {
    let reach = try #require(figures(brand: 0).reach)
    #expect(reach.brand == 0)
    #expect(reach.reach == nil && reach.contactsGross == nil && reach.organicShares == nil)
    #expect(reach.frequencyDistribution.isEmpty && reach.carriers.isEmpty && reach.regions.isEmpty)
    #expect(reach.reachCurve.isEmpty && reach.byChannel.isEmpty)
    #expect(states(reach.unknown, .notConfigured).count == 20)
  }

  /// No reach is counted then, which other figures are protected with.
  @Test func `of a brand nothing is known either where small groups are protected`() throws {
    var data = dataset()
    data.settings.minimumGroup = 2
    let options = AnalysisOptions(sections: [.reach, .cooperation], brand: 0)
    let figures = measure(data, scopes: [Scope(campaign: 0, of: data)], options: options)[0]
    #expect(figures.reach?.brand == 0 && figures.reach?.reach == nil)
    #expect(figures.cooperation?.engagementPerContact == nil)
  }

  @Test func `who stays is told, but neither by first contact nor for partners`() throws {
    let retention = try #require(figures().retention)
    #expect(retention.stays == Proportion(0, of: 3))
    #expect(retention.byPartner.count == 2)
    #expect(retention.byFirstContact.isEmpty && retention.partnerRetention.isEmpty)
    #expect(
      states(retention.unknown, .notConfigured) == ["by_first_contact", "partner_retention", "holdout"])
  }

  @Test func `active partners and their sectors are not known`() throws {
    let cooperation = try #require(figures().cooperation)
    #expect(cooperation.activePartners == nil && cooperation.sectorDiversity == nil && cooperation.sectors == nil)
    #expect(states(cooperation.unknown, .notConfigured).isSuperset(of: ["active_partners", "sector_diversity"]))
  }

  @Test func `every KPI that needs contents says so`() throws {
    let data = dataset()
    let kpis = KPIs(figures(), in: data)
    for id in [
      "foreign_reach", "incremental_reach", "synergy", "takeovers", "penetration", "active_partners",
      "relevant_new_contacts",
    ] {
      #expect(kpis[id]?.value == nil)
      #expect(kpis[id]?.unknown?.state == .notConfigured, "\(id)")
    }
    #expect(kpis["reach"]?.value == 3)
  }

  @Test func `a count that is not known cannot be listed`() {
    let data = dataset()
    let scope = Scope(campaign: 0, of: data)
    #expect(throws: ListingError.notShown("own", .notConfigured)) {
      try drillDown(into: "own", of: .reach, scope, in: data)
    }
    #expect(throws: ListingError.notShown("first_contact_mix:joint", .notConfigured)) {
      try drillDown(into: "first_contact_mix:joint", of: .touchpoints, scope, in: data)
    }
  }

  @Test func `with a minimum group the same is unknown for the same reason`() throws {
    var data = dataset()
    data.settings.minimumGroup = 2
    let figures = measure(data, scopes: [Scope(campaign: 0, of: data)])[0]
    #expect(figures.touchpoints?.unknown.first { $0.figure == "new_touchpoints.own" }?.state == .notConfigured)
    #expect(figures.reach?.unknown.first { $0.figure == "own" }?.state == .notConfigured)
  }
}
