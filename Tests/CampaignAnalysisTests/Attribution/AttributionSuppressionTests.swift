import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Small groups behind conversions and money: `minimum_group` is 5.
struct AttributionSuppressionTests {
  /// Ten contacts convert, each once: seven come by a and b, two by b and c, one by c alone. 13 more only click.
  private func dataset() -> Dataset {
    var builder = DatasetBuilder()
    for (channel, medium) in [("a", "web"), ("b", "mail"), ("c", "shop")] {
      builder.channel(channel, owner: "p\(channel)", medium: medium)
    }
    builder.campaign("k", from: 31, to: 59)
    builder.settings.minimumGroup = 5
    for (path, contacts, channel) in [("ab", 7, "a"), ("bc", 2, "b"), ("c", 1, "c")] {
      for number in 0..<contacts {
        for (day, step) in path.enumerated() { builder.touch(33 + Double(day), "\(path)\(number)", "\(step)", "click") }
        builder.touch(50.5, "\(path)\(number)", channel, "order", value: Double(100 + number))
      }
    }
    for number in 0..<13 { builder.touch(33, "visitor\(number)", ["a", "b"][number % 2], "click") }
    return builder.build()
  }

  /// c is in the paths of three contacts; b opens those of two. Without either, a's could be worked out.
  @Test func `rows with few contacts behind them are withheld, with those that would tell them`() throws {
    let data = dataset()
    let figures = measure(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.attribution]))[0]
    let attribution = try #require(figures.attribution)
    #expect(attribution.conversions == 10)
    #expect(attribution.rows.map { $0.group.id(in: data) } == ["a", "b", "c"])
    #expect(attribution.rows.allSatisfy { $0.conversions == nil && $0.value == nil && $0.roles == nil })
    #expect(attribution.rows.allSatisfy { $0.removalEffect == nil })
    #expect(attribution.unknown.filter { $0.state == .withheld }.map(\.figure).contains("rows.value"))
  }

  /// Ten customers in all: seven by web, two by mail, one by shop; what the web's seven leave is three.
  @Test func `customers and money of rows do not tell small ones by subtraction`() throws {
    let data = dataset()
    let figures = measure(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.funnel]))[0]
    let funnel = try #require(figures.funnel)
    #expect(funnel.total.customers == 10)
    #expect(funnel.rows.count == 3)
    for row in funnel.rows {
      #expect(row.figures.customers == nil)
      #expect(row.figures.revenue == nil)
      #expect(row.figures.roi == nil)
    }
  }

  @Test(arguments: UInt64(1)...8, [2, 5, 12])
  func `what is withheld of attribution is of enough contacts together`(seed: UInt64, minimum: Int) throws {
    var data = RandomDataset.make(seed: seed)
    data.settings.minimumGroup = minimum
    let scope = Scope(campaign: 1, of: data)
    let options = AnalysisOptions(sections: [.attribution])
    let all = try #require(measureUnprotected(data, scopes: [scope], options: options)[0].attribution)
    let shown = try #require(measure(data, scopes: [scope], options: options)[0].attribution)
    let hidden = all.rows.indices.filter { index in
      shown.rows.contains { $0.group == all.rows[index].group && $0.conversions == nil }
    }
    for index in all.rows.indices where !hidden.contains(index) {
      let behind = all.rowContacts[index]
      #expect(([behind.any, behind.first, behind.last] + behind.roles).allSatisfy { $0 == 0 || $0 >= minimum })
    }
    guard shown.conversions != nil else {
      #expect(all.contacts.converting < minimum || shown.rows.allSatisfy { $0.value == nil })
      return
    }
    let isUnattributedHidden = shown.unattributedConversions == nil
    #expect((shown.paths == nil) == isUnattributedHidden)
    let parts = hidden.map { all.rowContacts[$0].any } + (isUnattributedHidden ? [all.contacts.unattributed] : [])
    // Where nothing is left to show, what is withheld together is the whole, which is of enough contacts.
    let isNothingShown =
      all.rows.indices.allSatisfy { hidden.contains($0) || all.rowContacts[$0].any == 0 }
      && (isUnattributedHidden || all.contacts.unattributed == 0)
    #expect(parts.isEmpty || isNothingShown || parts.count > 1 && parts.max() ?? 0 >= minimum)
  }
}
