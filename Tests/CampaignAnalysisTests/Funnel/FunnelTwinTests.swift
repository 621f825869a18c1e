import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct FunnelTwinTests {
  @Test func `every count of a group leaves with its tally`() {
    #expect(FunnelTally.Counts.fields.count * MemoryLayout<Int>.size == MemoryLayout<FunnelTally.Counts>.size)
  }

  private static let sales: Set = ["order", "booking", "donation", "subscription"]

  /// The group of a touch, by id.
  private func id(_ row: SlowTwin.Row, _ by: Grouping, _ data: Dataset) -> String? {
    switch by {
    case .channel: data.channels[row.channel].id
    case .partner: data.partners[row.owner].id
    case .medium: data.channels[row.channel].medium
    case .format: row.content.flatMap { data.contents[$0].format }
    }
  }

  @Test(arguments: TwinCase.all, Grouping.allCases)
  func `the funnel is that of the definition, in all and in each group`(test: TwinCase, by: Grouping) throws {
    let data = test.dataset()
    let scope = test.scope(of: data)
    let twin = SlowTwin(data, scope)
    let measured = measureUnprotected(
      data, scopes: [scope], options: AnalysisOptions(sections: [.funnel], funnelBy: by))
    let funnel = try #require(measured.first?.funnel)
    let transactions = twin.transactions()
    check(funnel.total, twin.members, transactions, twin)
    let touched = Dictionary(grouping: twin.members) { id($0, by, data) }
    // What follows on a touch has no content, and so no format.
    let bought = Dictionary(
      grouping: transactions.filter { by != .format || $0.content != nil || twin.isMember($0, filtered: false) }
    ) { id($0, by, data) }
    #expect(funnel.rows.count == Set(touched.keys).union(bought.keys).count)
    for row in funnel.rows {
      let id = row.group.id(in: data)
      check(row.figures, touched[id] ?? [], bought[id] ?? [], twin)
    }
    let order = funnel.rows.map { (-($0.figures.visitors ?? 0), $0.group.id(in: data) ?? "") }
    #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
  }

  private func check(
    _ figures: Funnel.Figures, _ touches: [SlowTwin.Row], _ transactions: [SlowTwin.Row], _ twin: SlowTwin
  ) {
    func contacts(_ kinds: Set<String>) -> Set<Int> {
      Set(transactions.filter { kinds.contains($0.kind) && !twin.isRefund($0) }.map(\.contact))
    }
    func sum(_ values: [Double]) -> Double? { values.isEmpty ? nil : values.reduce(0, +) }
    let visiting = Set(touches.map(\.contact))
    let visitors = visiting.count
    let (leads, customers) = (contacts(["lead"]), contacts(Self.sales))
    #expect(figures.visitors == visitors)
    #expect(figures.leads == leads.count)
    #expect(figures.customers == customers.count)
    #expect(figures.visitorToLead == Proportion(visiting.intersection(leads).count, of: visitors))
    #expect(figures.leadToCustomer == Proportion(leads.intersection(customers).count, of: leads.count))
    #expect(figures.visitorToCustomer == Proportion(visiting.intersection(customers).count, of: visitors))
    let cost = sum(touches.compactMap(\.cost))
    let revenue = sum(transactions.filter { Self.sales.contains($0.kind) }.compactMap(\.value))
    #expect(areClose(figures.pipeline, sum(transactions.filter { $0.kind == "lead" }.compactMap(\.value))))
    #expect(areClose(figures.revenue, revenue))
    #expect(areClose(figures.cost, cost))
    #expect(figures.costCoverage == Proportion(touches.count { $0.cost != nil }, of: touches.count))
    func per(_ count: Int) -> Double? { count == 0 ? nil : cost.map { $0 / Double(count) } }
    #expect(areClose(figures.costPerContact, per(visitors)))
    #expect(areClose(figures.costPerLead, per(leads.count)))
    #expect(areClose(figures.costPerCustomer, per(customers.count)))
    if let cost, let revenue, cost != 0 {
      #expect(areClose(figures.roi, (revenue - cost) / cost))
    } else {
      #expect(figures.roi == nil)
    }
    for unknown in figures.unknown { #expect(!unknown.reason(in: .german).isEmpty) }
  }

  @Test(arguments: TwinCase.all)
  func `journeys are those of the definition`(test: TwinCase) throws {
    let data = test.dataset()
    let scope = test.scope(of: data)
    let twin = SlowTwin(data, scope)
    let journeys = try #require(
      measureUnprotected(data, scopes: [scope], options: AnalysisOptions(sections: [.journeys])).first?.journeys)
    let byContact = Dictionary(grouping: twin.members, by: \.contact)
    #expect(journeys.bounce == Proportion(byContact.values.count { $0.count == 1 }, of: byContact.count))
    let returning = byContact.values.count { rows in
      Set(rows.map { ($0.time - scope.start.milliseconds) / SlowTwin.day }).count > 1
    }
    #expect(journeys.returning == Proportion(returning, of: byContact.count))
    #expect(journeys.visits == twin.members.count { $0.kind == "visit" })
    #expect(journeys.uniqueVisits == twin.contacts(twin.members.filter { $0.kind == "visit" }).count)
    let answers = twin.members.filter { $0.kind == "nps" }.compactMap(\.value)
    let score = answers.count { $0 >= 9 } - answers.count { $0 <= 6 }
    #expect(areClose(journeys.nps, answers.isEmpty ? nil : 100 * Double(score) / Double(answers.count)))
    for decile in journeys.emotionCurve {
      let ratings = byContact.values.flatMap { rows in
        rows.enumerated().filter { $0.element.kind == "rating" && $0.offset * 10 / rows.count == decile.decile - 1 }
          .compactMap(\.element.value)
      }
      #expect(decile.ratings == ratings.count)
      #expect(areClose(decile.mean, ratings.isEmpty ? nil : ratings.reduce(0, +) / Double(ratings.count)))
    }
  }

  @Test func `falling stretches run from a peak to the next low, over gaps`() {
    let means: [Double?] = [4, 4.5, 4, nil, 3, 3, 3.5, 2, nil, nil]
    let curve = means.enumerated().map { Journeys.Decile(decile: $0 + 1, ratings: $1 == nil ? 0 : 1, mean: $1) }
    #expect(
      Journeys.falls(curve) == [
        Journeys.Fall(from: 2, to: 5, change: -1.5), Journeys.Fall(from: 7, to: 8, change: -1.5),
      ])
    #expect(Journeys.falls([]).isEmpty)
  }

  @Test func `a sum too large for a number says so`() throws {
    var builder = DatasetBuilder()
    builder.channel("h", owner: "p")
    builder.campaign("k", from: 0, to: 10)
    for contact in ["ada", "ben"] { builder.touch(1, contact, "h", "order", value: 1e308, cost: 1e-10) }
    let data = builder.build()
    let funnel = try #require(
      measureUnprotected(data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.funnel]))[0]
        .funnel)
    #expect(funnel.total.revenue == nil)
    #expect(funnel.total.cost == 2e-10)
    #expect(funnel.unknown.first { $0.figure == "revenue" }?.state == .undefined)
  }
}
