import CampaignModel
import Foundation
import TestSupport
import Testing

@testable import CampaignAnalysis

struct AttributionTwinTests {
  /// A path: groups by id with the time of the last of neighboring repeats.
  private typealias Path = [(id: String, time: Int64)]

  /// All conversions with their paths, and all null paths, one touch at a time.
  private struct Journeys {
    var conversions: [(row: SlowTwin.Row, path: Path)] = []
    /// Refunds with the path of the conversion that they take back; empty where there is none in scope.
    var refunds: [(row: SlowTwin.Row, path: Path)] = []
    var nullPaths: [Path] = []
  }

  private static let options = [
    AttributionOptions(), AttributionOptions(by: .partner, conversionKinds: ["order", "lead"], lookbackDays: 20),
    AttributionOptions(by: .medium),
  ]

  private func id(_ row: SlowTwin.Row, _ by: Grouping, _ data: Dataset) -> String {
    switch by {
    case .channel: data.channels[row.channel].id
    case .partner: data.partners[row.owner].id
    case .medium: data.channels[row.channel].medium ?? ""
    case .format: row.content.flatMap { data.contents[$0].format } ?? ""
    }
  }

  private func collapse(_ rows: [SlowTwin.Row], _ by: Grouping, _ twin: SlowTwin) -> Path {
    var path: Path = []
    for row in rows {
      if path.last?.id == id(row, by, twin.data) { path.removeLast() }
      path.append((id(row, by, twin.data), twin.standing(row)[0]))
    }
    return path
  }

  private func journeys(_ twin: SlowTwin, _ options: AttributionOptions) -> Journeys {
    var journeys = Journeys()
    let kinds = Set(options.conversionKinds)
    let lookback = Int64(options.lookbackDays ?? twin.data.settings.attributionLookbackDays) * SlowTwin.day
    let counted = Set(twin.transactions().map { [$0.contact, $0.place] })
    func isCounted(_ row: SlowTwin.Row) -> Bool { counted.contains([row.contact, row.place]) }
    for history in twin.histories {
      let ordered = twin.ordered(history)
      func isConversion(_ row: SlowTwin.Row) -> Bool { kinds.contains(row.kind) && !twin.isRefund(row) }
      func path(_ place: Int) -> Path {
        let row = ordered[place]
        let previous = ordered[..<place].lastIndex(where: isConversion) ?? -1
        let steps = ordered[(previous + 1)..<place].filter {
          twin.standing($0)[0] >= twin.standing(row)[0] - lookback && !kinds.contains($0.kind) && !twin.isRefund($0)
        }
        return collapse(steps, options.by, twin)
      }
      for (place, row) in ordered.enumerated() where kinds.contains(row.kind) && isCounted(row) {
        if twin.isRefund(row) {
          let taken = ordered[..<place].lastIndex(where: isConversion)
          journeys.refunds.append((row, taken.flatMap { isCounted(ordered[$0]) ? path($0) : nil } ?? []))
        } else {
          journeys.conversions.append((row, path(place)))
        }
      }
      guard history.contains(where: { twin.isMember($0) }) else { continue }
      let last = ordered.lastIndex { isConversion($0) && isCounted($0) } ?? -1
      let rest = ordered[(last + 1)...].filter {
        !kinds.contains($0.kind) && !twin.isRefund($0) && $0.time >= twin.scope.start.milliseconds
          && $0.time < twin.scope.end.milliseconds
      }
      if !rest.isEmpty { journeys.nullPaths.append(collapse(Array(rest), options.by, twin)) }
    }
    return journeys
  }

  @Test(arguments: TwinCase.all, options)
  func `credit is that of the definition and adds up to the conversions`(
    test: TwinCase, options: AttributionOptions
  ) throws {
    let data = test.dataset()
    let scope = test.scope(of: data)
    let measured = measureUnprotected(
      data, scopes: [scope], options: AnalysisOptions(sections: [.attribution], attribution: options))
    let attribution = try #require(measured.first?.attribution)
    let journeys = journeys(SlowTwin(data, scope), options)
    let paths = journeys.conversions.filter { !$0.path.isEmpty }
    let unattributed = journeys.conversions.filter(\.path.isEmpty)
    #expect(attribution.conversions == journeys.conversions.count)
    #expect(attribution.unattributedConversions == unattributed.count)
    let hasValue = journeys.conversions.contains { $0.row.value != nil }
    let lost = (unattributed + journeys.refunds.filter(\.path.isEmpty)).reduce(0) { $0 + ($1.row.value ?? 0) }
    #expect(areClose(attribution.unattributedValue, hasValue ? lost : nil))
    #expect(attribution.paths == paths.count)
    #expect(attribution.nullPaths == journeys.nullPaths.count)
    #expect(
      Set(attribution.rows.map { $0.group.id(in: data) ?? "" })
        == Set((paths.map(\.path) + journeys.nullPaths).joined().map(\.id)))
    let effects = removalEffects(paths.map(\.path), journeys.nullPaths)
    let taken = journeys.refunds.filter { !$0.path.isEmpty }
    for row in attribution.rows {
      let id = row.group.id(in: data) ?? ""
      let own = (paths.map { ($0, 1.0) } + taken.map { ($0, 0.0) }).map { entry, count in
        (count: count, value: entry.row.value ?? 0, shares: shares(of: id, entry.path))
      }
      #expect((row.value == nil) == !hasValue)
      for place in 0..<6 {
        #expect(areClose(row.conversions?[place], own.reduce(0) { $0 + $1.shares[place] * $1.count }))
        if hasValue { #expect(areClose(row.value?[place], own.reduce(0) { $0 + $1.shares[place] * $1.value })) }
      }
      #expect(areClose(row.removalEffect, effects?[id, default: 0], tolerance: 1e-8))
      #expect(row.roles?.solo == paths.count { $0.path.count == 1 && $0.path[0].id == id })
      #expect(row.roles?.introducer == paths.count { $0.path.count > 1 && $0.path.first?.id == id })
      #expect(row.roles?.closer == paths.count { $0.path.count > 1 && $0.path.last?.id == id })
      #expect(row.roles?.influencer == paths.reduce(0) { $0 + $1.path.dropFirst().dropLast().count { $0.id == id } })
    }
    let total = journeys.conversions.count
    let money = (journeys.conversions + journeys.refunds).reduce(0) { $0 + ($1.row.value ?? 0) }
    #expect(areClose(attribution.value, hasValue ? money : nil))
    for model in AttributionModel.allCases.indices {
      let credit = attribution.rows.reduce(0) { $0 + ($1.conversions?[model] ?? 0) }
      #expect(areClose(credit + Double(unattributed.count), Double(total)))
      guard hasValue else { continue }
      let value = attribution.rows.reduce(0) { $0 + ($1.value?[model] ?? 0) }
      #expect(areClose(value + lost, money))
    }
  }

  /// The share of a group under first, last, linear, position, time decay and Shapley.
  private func shares(of id: String, _ path: Path) -> [Double] {
    let count = path.count
    let mine = path.indices.filter { path[$0].id == id }
    let weights = path.map { exp2(-Double(path[count - 1].time - $0.time) / Double(7 * SlowTwin.day)) }
    let position = path.indices.map { place in
      count == 1 ? 1 : count == 2 ? 0.5 : place == 0 || place == count - 1 ? 0.4 : 0.2 / Double(count - 2)
    }
    let distinct = Set(path.map(\.id))
    return [
      path.first?.id == id ? 1 : 0, path.last?.id == id ? 1 : 0, Double(mine.count) / Double(count),
      mine.reduce(0) { $0 + position[$1] }, mine.reduce(0) { $0 + weights[$1] } / weights.reduce(0, +),
      distinct.contains(id) ? 1 / Double(distinct.count) : 0,
    ]
  }

  /// Each group's removal effect: the chance of conversion is found anew without it, by following the chain step by
  /// step until hardly anyone is left in it.
  private func removalEffects(_ conversions: [Path], _ nulls: [Path]) -> [String: Double]? {
    var counts: [String: [String: Double]] = [:]
    for (paths, end) in [(conversions, "conversion!"), (nulls, "null!")] {
      for path in paths {
        let states = ["start!"] + path.map(\.id) + [end]
        for (from, to) in zip(states, states.dropFirst()) { counts[from, default: [:]][to, default: 0] += 1 }
      }
    }
    func chance(without removed: String?) -> Double {
      var present = ["start!": 1.0]
      var converted = 0.0
      for _ in 0..<20_000 where present.values.reduce(0, +) > 1e-13 {
        var next: [String: Double] = [:]
        for (state, mass) in present where state != removed {
          let total = (counts[state] ?? [:]).values.reduce(0, +)
          for (to, count) in counts[state] ?? [:] { next[to, default: 0] += mass * count / total }
        }
        converted += next.removeValue(forKey: "conversion!") ?? 0
        next.removeValue(forKey: "null!")
        present = next
      }
      return converted
    }
    let all = chance(without: nil)
    guard all > 0 else { return nil }
    let groups = Set((conversions + nulls).joined().map(\.id))
    return Dictionary(uniqueKeysWithValues: groups.map { ($0, 1 - chance(without: $0) / all) })
  }

  @Test(arguments: TwinCase.all.prefix(10))
  func `an explanation's shares add up to the credit`(test: TwinCase) throws {
    let data = test.dataset()
    let scope = test.scope(of: data)
    let attribution = try #require(
      measureUnprotected(data, scopes: [scope], options: AnalysisOptions(sections: [.attribution])).first?.attribution)
    let explained =
      data.log.touches.isEmpty
      ? [] : (0..<data.contacts.count).flatMap { explainConversions(of: $0, in: data, scope: scope) }
    #expect(explained.count { !$0.isRefund } == attribution.conversions)
    for row in attribution.rows {
      for (place, model) in AttributionModel.allCases.enumerated() where model != .markov {
        func credit(_ entries: [ConversionExplanation], _ weight: (ConversionExplanation) -> Double) -> Double {
          entries.reduce(0) { sum, entry in
            let shares = entry.steps.filter { $0.group == row.group }.reduce(0) { $0 + ($1.shares[place] ?? 0) }
            return sum + shares * weight(entry)
          }
        }
        #expect(areClose(row.conversions?[place], credit(explained.filter { !$0.isRefund }) { _ in 1 }))
        guard let value = row.value else { continue }
        #expect(areClose(value[place], credit(explained) { $0.value ?? 0 }))
      }
    }
  }
}
