import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Every list is as long as its count says, for every name there is.
struct ListingTests {
  private let seeds: [UInt64] = [1, 4]

  private func scopes(_ dataset: Dataset) -> [Scope] {
    [
      Scope(campaign: 0, of: dataset), Scope(campaign: 1, of: dataset), Scope(windowOf: dataset),
      Scope(campaign: 1, of: dataset, filter: Filter(level: .interaction)),
      Scope(campaign: 1, of: dataset, filter: Filter(medium: "event", segment: "private")),
    ]
  }

  private func check(
    _ name: String, _ expected: Int?, _ section: Section, _ scope: Scope, _ dataset: Dataset,
    _ options: AnalysisOptions = AnalysisOptions()
  ) throws {
    guard let expected else {
      #expect(throws: ListingError.notShown(name, .incomplete)) {
        try drillDown(into: name, of: section, scope, in: dataset, options: options)
      }
      return
    }
    let listing = try drillDown(into: name, of: section, scope, in: dataset, options: options)
    #expect(listing.count == expected, "\(name) of \(dataset.name)")
    if case .contacts(let contacts) = listing.items {
      let ids = contacts.map { dataset.contacts.ids[$0] }
      #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    }
  }

  @Test func `lists of new touchpoints are as long as their counts`() throws {
    for seed in seeds {
      let dataset = RandomDataset.make(seed: seed, observedUntil: 160)
      for scope in scopes(dataset) {
        let figures = try #require(measureUnprotected(dataset, scopes: [scope])[0].touchpoints)
        let checkList = { try check($0, $1, .touchpoints, scope, dataset) }
        try checkList("new_contacts", figures.newContacts)
        try checkList("new_touchpoints", figures.newTouchpoints)
        try checkList("new_touchpoints.own", figures.own)
        try checkList("new_touchpoints.foreign", figures.foreign)
        try checkList("penetration", figures.penetration?.count)
        try checkList("relevant_new_contacts", figures.relevantNewContacts)
        for kind in FirstContactClass.allCases {
          try checkList("first_contact_mix:\(kind.name)", figures.firstContactMix[kind.rawValue])
        }
        for row in figures.introducedBy {
          try checkList("introduced_by:\(dataset.partners[row.partner].id)", row.newTouchpoints)
          try checkList("introduced_by.new_contacts:\(dataset.partners[row.partner].id)", row.newContacts)
        }
        for row in figures.byBrand {
          try checkList("by_brand:\(dataset.partners[row.brand].id)", row.total)
          try checkList("by_brand.own:\(dataset.partners[row.brand].id)", row.own)
          try checkList("by_brand.foreign:\(dataset.partners[row.brand].id)", row.foreign)
        }
        for row in figures.byChannel {
          try checkList("by_channel:\(dataset.channels[row.channel].id)", row.newTouchpoints)
          try checkList("by_channel.new_contacts:\(dataset.channels[row.channel].id)", row.newContacts)
        }
        for row in figures.byMedium {
          try checkList("by_medium:\(row.medium ?? "")", row.newTouchpoints)
          try checkList("by_medium.new_contacts:\(row.medium ?? "")", row.newContacts)
        }
        for row in figures.byWeek {
          try checkList("by_week:\(row.week)", row.newTouchpoints)
          try checkList("by_week.new_contacts:\(row.week)", row.newContacts)
        }
        for row in figures.audiencePenetration {
          try checkList("audience_penetration:\(dataset.partners[row.partner].id)", row.share?.count)
          try checkList("audience_penetration.of:\(dataset.partners[row.partner].id)", row.share?.of)
        }
      }
    }
  }

  @Test(arguments: [nil, 0, 2]) func `lists of reach are as long as their counts`(brand: Int?) throws {
    for seed in seeds {
      let dataset = RandomDataset.make(seed: seed, observedUntil: 160)
      let options = AnalysisOptions(brand: brand, stackingOrder: [3])
      for scope in scopes(dataset) {
        let figures = try #require(measureUnprotected(dataset, scopes: [scope], options: options)[0].reach)
        let checkList = { try check($0, $1, .reach, scope, dataset, options) }
        try checkList("reach", figures.reach)
        try checkList("contacts_gross", figures.contactsGross)
        try checkList("own", figures.own)
        try checkList("foreign", figures.foreign)
        try checkList("duplicated", figures.duplicated)
        try checkList("incremental", figures.incremental)
        try checkList("takeovers", figures.takeovers)
        try checkList("organic_shares", figures.organicShares)
        for times in 1...10 {
          try checkList("frequency:\(times)", figures.frequencyDistribution[times - 1])
          try checkList("k_plus:\(times)", figures.kPlus[times - 1])
        }
        for row in figures.carriers {
          let id = dataset.partners[row.partner].id
          try checkList("carriers:\(id)", row.reach)
          try checkList("exclusive:\(id)", row.exclusive)
          try checkList("incremental_over_own:\(id)", row.incrementalOverOwn)
        }
        for row in figures.stacked { try checkList("stacked:\(dataset.partners[row.partner].id)", row.gain) }
        for row in figures.regions {
          try checkList("region:\(row.partners.map { dataset.partners[$0].id }.joined(separator: "+"))", row.contacts)
        }
        for row in figures.overlap {
          try checkList("overlap:\(dataset.partners[row.b].id)+\(dataset.partners[row.a].id)", row.contacts)
        }
        for row in figures.byChannel { try checkList("by_channel:\(dataset.channels[row.channel].id)", row.reach) }
        for row in figures.reachCurve where row.day % 9 == 0 { try checkList("reach_curve:\(row.day)", row.reach) }
      }
    }
  }

  @Test(arguments: RetentionOptions.Cohort.allCases, [90.0, 125, 180])
  func `lists of retention are as long as their counts`(cohort: RetentionOptions.Cohort, observed: Double) throws {
    for seed in seeds {
      let dataset = RandomDataset.make(seed: seed, observedUntil: observed)
      let options = AnalysisOptions(retention: RetentionOptions(cohort: cohort, days: [7, 20, 40]))
      for scope in scopes(dataset) {
        let figures = try #require(measureUnprotected(dataset, scopes: [scope], options: options)[0].retention)
        let checkList = { try check($0, $1, .retention, scope, dataset, options) }
        try checkList("cohort_size", figures.cohortSize)
        try checkList("stays", figures.stays?.count)
        try checkList("carries_on", figures.carriesOn?.count)
        try checkList("joins", figures.joins?.count)
        try checkList("lost", figures.lost?.count)
        for row in figures.days {
          try checkList("days.\(row.day).bracket", row.bracket?.count)
          try checkList("days.\(row.day).unbounded", row.unbounded?.count)
          try checkList("days.\(row.day).nth_day", row.nthDay?.count)
        }
        for row in figures.byPartner {
          let id = dataset.partners[row.partner].id
          try checkList("by_partner:\(id)", row.cohort)
          try checkList("by_partner.stays:\(id)", row.stays)
          try checkList("by_partner.kept:\(id)", row.kept)
          try checkList("by_partner.passed_on:\(id)", row.passedOn)
          try checkList("by_partner.carries_on:\(id)", row.carriesOn)
          try checkList("by_partner.joins:\(id)", row.joins)
          try checkList("by_partner.lost:\(id)", row.lost)
        }
        for row in figures.byFirstContact {
          try checkList("by_first_contact:\(row.firstContact.name)", row.cohort)
          try checkList("by_first_contact.stays:\(row.firstContact.name)", row.stays)
        }
        if let baseline = figures.baseline {
          try checkList("baseline.cohort_size", baseline.cohortSize)
          try checkList("baseline.lost", baseline.lost?.count)
        }
        let holdout = try #require(figures.holdout)
        try checkList("holdout.contaminated", holdout.contaminated)
        try checkList("holdout.addressed", holdout.outcomes[0].addressed?.of)
        try checkList("holdout.held_out", holdout.outcomes[0].heldOut?.of)
        for row in holdout.outcomes {
          try checkList("holdout.addressed.\(row.outcome.rawValue)", row.addressed?.count)
          try checkList("holdout.held_out.\(row.outcome.rawValue)", row.heldOut?.count)
        }
        for step in figures.survival?.curve.steps ?? [] {
          try checkList("survival.events:\(step.time)", step.events)
          try checkList("survival.censored:\(step.time)", step.censored)
        }
      }
    }
  }

  @Test func `a name or key that is not there is answered with those that are`() throws {
    let dataset = RandomDataset.make(seed: 1)
    let scope = Scope(campaign: 1, of: dataset)
    #expect(throws: ListingError.self) { try drillDown(into: "nonsense", of: .reach, scope, in: dataset) }
    #expect(throws: ListingError.unknownKey("p99", pattern: "exclusive:PARTNER", known: dataset.partners.map(\.id))) {
      try drillDown(into: "exclusive:p99", of: .reach, scope, in: dataset)
    }
    #expect(throws: ListingError.self) { try drillDown(into: "reach:p1", of: .reach, scope, in: dataset) }
    #expect(throws: ListingError.self) { try drillDown(into: "overlap:p1+p1", of: .reach, scope, in: dataset) }
    #expect(throws: ListingError.self) { try drillDown(into: "frequency:-3", of: .reach, scope, in: dataset) }
  }

  @Test(arguments: UInt64(1)...3)
  func `lists of funnel, journeys, partnerships and attribution are as long as their counts`(seed: UInt64) throws {
    let data = RandomDataset.make(seed: seed)
    let scope = Scope(campaign: 1, of: data)
    let figures = measureUnprotected(data, scopes: [scope])[0]
    func count(_ name: String, _ section: Section) throws -> Int {
      try drillDown(into: name, of: section, scope, in: data).count
    }
    let (funnel, journeys) = (try #require(figures.funnel?.total), try #require(figures.journeys))
    #expect(try count("visitors", .funnel) == funnel.visitors)
    #expect(try count("leads", .funnel) == funnel.leads)
    #expect(try count("customers", .funnel) == funnel.customers)
    #expect(try count("lead_to_customer", .funnel) == funnel.leadToCustomer?.count)
    #expect(try count("cost_coverage", .funnel) == funnel.costCoverage?.count)
    #expect(try count("bounce", .funnel) == journeys.bounce?.count)
    #expect(try count("returning", .funnel) == journeys.returning?.count)
    #expect(try count("one_time", .funnel) == journeys.oneTime?.count)
    #expect(try count("visits", .funnel) == journeys.visits)
    #expect(try count("unique_visits", .funnel) == journeys.uniqueVisits)
    #expect(try count("nps_answers", .funnel) == journeys.npsAnswers)
    #expect(try count("interactions", .partnerships) == figures.cooperation?.interactions)
    for pair in try #require(figures.partnerships).pairs {
      let (a, b) = (data.partners[pair.a].id, data.partners[pair.b].id)
      #expect(try count("given:\(a)+\(b)", .partnerships) == pair.aToB)
      #expect(try count("given:\(b)+\(a)", .partnerships) == pair.bToA)
      #expect(try count("shared_contacts:\(a)+\(b)", .partnerships) == pair.sharedContacts)
    }
    let attribution = try #require(figures.attribution)
    #expect(try count("conversions", .attribution) == attribution.conversions)
    #expect(try count("unattributed", .attribution) == attribution.unattributedConversions)
    #expect(try count("paths", .attribution) == attribution.paths)
    #expect(try count("null_paths", .attribution) == attribution.nullPaths)
    #expect(throws: ListingError.self) { try count("nothing", .funnel) }
  }
}
