import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Published cases of attribution.
struct AttributionTests {
  /// A dataset with one contact per path, a touch a day in the channels of the path's letters, and then an order of
  /// value 3 where the path converts.
  private static func dataset(_ paths: [(path: String, converts: Bool)]) -> Dataset {
    var builder = DatasetBuilder()
    for letter in Set(paths.flatMap { Array($0.path) }).sorted() { builder.channel("\(letter)", owner: "owner") }
    builder.channel("shop", owner: "owner")
    builder.campaign("k", from: 0, to: 30)
    for (number, entry) in paths.enumerated() {
      for (day, letter) in entry.path.enumerated() {
        builder.touch(Double(day), "contact \(number)", "\(letter)", "click")
      }
      if entry.converts { builder.touch(20, "contact \(number)", "shop", "order", value: 3) }
    }
    return builder.build()
  }

  private static func attribution(
    _ dataset: Dataset, options: AttributionOptions = AttributionOptions(), threads: Int = 1
  ) throws -> Attribution {
    let figures = measureUnprotected(
      dataset, scopes: [Scope(campaign: 0, of: dataset)],
      options: AnalysisOptions(sections: [.attribution], attribution: options, threads: threads))
    return try #require(figures.first?.attribution)
  }

  /// The credit by channel id under a model.
  private func credit(
    _ attribution: Attribution, _ dataset: Dataset, _ model: AttributionModel, value: Bool = false
  ) -> [String: Double] {
    let place = AttributionModel.allCases.firstIndex(of: model) ?? 0
    return Dictionary(
      uniqueKeysWithValues: attribution.rows.map {
        ($0.group.id(in: dataset) ?? "", (value ? $0.value?[place] : $0.conversions?[place]) ?? .nan)
      })
  }

  /// The worked example that goes with the R package ChannelAttribution and many blog posts since: C1 > C2 > C3
  /// converts, C1 alone and C2 > C3 do not.
  @Test func `removal effects of three paths are those worked by hand`() throws {
    let dataset = Self.dataset([("123", true), ("1", false), ("23", false)])
    let attribution = try Self.attribution(dataset)
    let effects = Dictionary(
      uniqueKeysWithValues: attribution.rows.map { ($0.group.id(in: dataset) ?? "", $0.removalEffect) })
    let expected = ["1": 0.5, "2": 1, "3": 1]
    let credits = credit(attribution, dataset, .markov)
    for (channel, share) in ["1": 0.2, "2": 0.4, "3": 0.4] {
      #expect(areClose(effects[channel] ?? nil, expected[channel]), "\(channel)")
      #expect(areClose(credits[channel], share), "\(channel)")
    }
    #expect(attribution.conversions == 1)
    #expect(attribution.paths == 1)
    #expect(attribution.nullPaths == 2)
  }

  /// Nine paths of value 3 each; published with the documentation of marketing attribution packages.
  @Test func `nine paths share out their value as published`() throws {
    let paths = ["A", "AB", "ABC", "B", "BA", "BCA", "C", "CA", "CBA"]
    let dataset = Self.dataset(paths.map { ($0, true) })
    let attribution = try Self.attribution(dataset)
    let cases: [(AttributionModel, [Double], Double)] = [
      (.markov, [10.643154, 8.514523, 7.842324], 1e-6), (.position, [11.1, 8.4, 7.5], 1e-9),
      (.last, [15, 6, 6], 1e-9),
    ]
    for (model, expected, tolerance) in cases {
      let value = credit(attribution, dataset, model, value: true)
      for (channel, share) in zip(["A", "B", "C"], expected) {
        #expect(abs((value[channel] ?? 0) - share) < tolerance, "\(model) \(channel)")
      }
    }
    #expect(attribution.value == 27)
    #expect(attribution.nullPaths == 0)
  }

  @Test func `a path reaches back to the conversion before and no farther than the lookback`() throws {
    var builder = DatasetBuilder()
    for channel in ["a", "b", "c", "shop"] { builder.channel(channel, owner: "owner") }
    builder.campaign("k", from: 100, to: 130)
    builder.touch(10, "ada", "a", "click")
    builder.touch(10.5, "ada", "b", "click")
    builder.touch(100.5, "ada", "shop", "order", value: 1)
    builder.touch(101.5, "ada", "shop", "booking", value: 1)
    builder.touch(102, "ada", "c", "view")
    builder.touch(103, "ada", "c", "view")
    builder.touch(103.5, "ada", "shop", "order", value: 1)
    let dataset = builder.build()
    let attribution = try Self.attribution(dataset)
    #expect(credit(attribution, dataset, .linear) == ["b": 1, "c": 1])
    #expect(attribution.conversions == 3)
    #expect(attribution.unattributedConversions == 1)
    #expect(attribution.unattributedValue == 1)
    let orders = try Self.attribution(dataset, options: AttributionOptions(conversionKinds: ["order"], lookbackDays: 2))
    #expect(orders.conversions == 2)
    #expect(orders.unattributedConversions == 1)
    #expect(credit(orders, dataset, .linear) == ["shop": 0.5, "c": 0.5])
  }

  /// A week before weighs half; a repeat counts with its last time.
  @Test func `credit under time decay halves every seven days`() throws {
    var builder = DatasetBuilder()
    for channel in ["a", "b", "shop"] { builder.channel(channel, owner: "owner") }
    builder.campaign("k", from: 0, to: 60)
    builder.touch(1, "ada", "a", "click")
    builder.touch(8, "ada", "a", "click")
    builder.touch(15, "ada", "b", "click")
    builder.touch(20, "ada", "shop", "order", value: 6)
    let dataset = builder.build()
    let attribution = try Self.attribution(dataset)
    let value = credit(attribution, dataset, .timeDecay, value: true)
    #expect(areClose(value["a"], 2))
    #expect(areClose(value["b"], 4))
  }

  @Test func `roles tell who opens, carries and closes`() throws {
    let dataset = Self.dataset([("ABAC", true), ("B", true)])
    let attribution = try Self.attribution(dataset)
    func row(_ id: String) -> Attribution.Row? { attribution.rows.first { $0.group.id(in: dataset) == id } }
    #expect(row("A")?.roles?.introducer == 1)
    #expect(row("A")?.roles?.influencer == 1)
    #expect(row("B")?.roles?.influencer == 1)
    #expect(row("B")?.roles?.solo == 1)
    #expect(row("C")?.roles?.closer == 1)
    let shapley = credit(attribution, dataset, .shapley)
    #expect(areClose(shapley["A"], 1.0 / 3))
    #expect(areClose(shapley["B"], 4.0 / 3))
  }

  @Test func `without a path to a conversion there is no removal effect`() throws {
    let attribution = try Self.attribution(Self.dataset([("AB", false)]))
    #expect(attribution.rows.map(\.removalEffect) == [nil, nil])
    #expect(
      attribution.unknown.map(\.figure) == ["value", "unattributed.value", "rows.value", "rows.removal_effect"])
    #expect(attribution.rows.allSatisfy { $0.conversions?.allSatisfy { $0 == 0 } == true })
  }

  @Test func `an explanation's shares add up to one conversion`() throws {
    let dataset = Self.dataset([("ABAC", true)])
    let explained = explainConversions(of: 0, in: dataset, scope: Scope(campaign: 0, of: dataset))
    let conversion = try #require(explained.first)
    #expect(explained.count == 1)
    #expect(conversion.value == 3)
    #expect(conversion.steps.map { $0.group.id(in: dataset) } == ["A", "B", "A", "C"])
    for (place, model) in AttributionModel.allCases.enumerated() where model != .markov {
      #expect(areClose(conversion.steps.reduce(0) { $0 + ($1.shares[place] ?? 0) }, 1), "\(model)")
    }
  }

  @Test func `paths of hundreds of groups are solved`() throws {
    var builder = DatasetBuilder()
    for number in 0..<120 { builder.channel("h\(number)", owner: "owner") }
    builder.campaign("k", from: 0, to: 400)
    for number in 0..<120 { builder.touch(Double(number), "ada", "h\(number)", "click") }
    builder.touch(130, "ada", "h0", "order", value: 1)
    let dataset = builder.build()
    let attribution = try Self.attribution(dataset, options: AttributionOptions(lookbackDays: 365))
    #expect(attribution.rows.count == 120)
    #expect(attribution.rows.allSatisfy { areClose($0.removalEffect, 1) })
  }
}
