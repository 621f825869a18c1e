import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Foundation
import Presentation
import TestSupport
import Testing

/// Reads documents as a curious reader would, and tries to work out what was withheld.
struct SuppressionTests {
  typealias Object = [String: Any]

  private func report(
    _ dataset: Dataset, _ scopes: [Scope], fewerThan minimum: Int, _ options: AnalysisOptions = AnalysisOptions()
  ) throws -> [Object] {
    var dataset = dataset
    dataset.settings.minimumGroup = minimum
    var options = options
    options.sections = [.touchpoints, .reach, .retention]
    let figures = scopes.flatMap { measure(dataset, scopes: [$0], options: options) }
    var bytes: [UInt8] = []
    FigureDocument(dataset, figures, section: nil, isList: true).writeJSON { bytes += $0 }
    let document = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
    return try #require(document["campaigns"] as? [Object])
  }

  private func scopes(_ dataset: Dataset) -> [Scope] {
    [
      Scope(campaign: 0, of: dataset), Scope(campaign: 1, of: dataset), Scope(windowOf: dataset),
      Scope(campaign: 1, of: dataset, filter: Filter(level: .interaction)),
      Scope(campaign: 1, of: dataset, filter: Filter(medium: "event", segment: "private")),
    ]
  }

  /// Every number of contacts in a document, with its path.
  private func counts(_ value: Any, _ path: String = "") -> [(path: String, count: Int)] {
    if let object = value as? Object {
      return object.keys.sorted().flatMap { key -> [(path: String, count: Int)] in
        let inner = "\(path).\(key)"
        // Not contacts: settings, times, places on a curve, kinds of content, partners.
        let others: Set<String> = [
          "day", "week", "carriers", "observed_days", "history_days", "takeovers", "degrees_of_freedom", "median",
          "complete", "audience", "share", "lift", "detectable",
        ]
        if others.contains(key), object[key] is NSNumber { return [] }
        if key == "partner_retention" || key == "unknown" { return [] }
        return object[key].map { counts($0, inner) } ?? []
      }
    }
    if let list = value as? [Any] { return list.enumerated().flatMap { counts($0.element, "\(path)[\($0.offset)]") } }
    guard let number = value as? NSNumber, number.doubleValue == number.doubleValue.rounded() else { return [] }
    let fractions = ["rate", "low", "high", "survival", "jaccard", "synergy", "frequency", "rmst", "p", "shapley"]
    if fractions.contains(where: path.hasSuffix) || path.contains("cost") || path.contains("baseline.d") { return [] }
    return [(path, number.intValue)]
  }

  @Test(arguments: [2, 3, 5, 12]) func `no count below the minimum group is shown`(minimum: Int) throws {
    for seed in [1, 2, 3] as [UInt64] {
      let dataset = RandomDataset.make(seed: seed, observedUntil: 170)
      for entry in try report(dataset, scopes(dataset), fewerThan: minimum) {
        for (path, count) in counts(entry) where !path.hasSuffix("loss_change") && !path.contains("log_rank") {
          #expect(count == 0 || count >= minimum, "\(path) of \(dataset.name)")
        }
      }
    }
  }

  /// A total with its parts, nil where withheld. What is missing must not be one part, nor fewer than the minimum.
  private func expectSafe(_ what: String, _ total: Any?, _ parts: [Any?], _ minimum: Int) {
    guard let total = (total as? NSNumber)?.intValue else { return }
    let shown = parts.compactMap { ($0 as? NSNumber)?.intValue }
    let missing = parts.count - shown.count
    let rest = total - shown.reduce(0, +)
    if missing == 0 {
      #expect(rest == 0, "\(what) does not add up")
    } else {
      #expect(missing >= 2 && rest >= minimum && rest > missing, "\(what): \(missing) parts add up to \(rest)")
    }
  }

  private func column(_ object: Object, _ list: String, _ key: String) -> [Any?] {
    (object[list] as? [Object] ?? []).map { $0[key] }
  }

  @Test(arguments: [2, 3, 5, 12], [nil, 1]) func `nothing withheld follows by subtraction`(
    minimum: Int, brand: Int?
  ) throws {
    for seed in [1, 2, 3, 4] as [UInt64] {
      let dataset = RandomDataset.make(seed: seed, observedUntil: 170)
      for cohort in RetentionOptions.Cohort.allCases {
        let options = AnalysisOptions(brand: brand, retention: RetentionOptions(cohort: cohort))
        for entry in try report(dataset, scopes(dataset), fewerThan: minimum, options) {
          try attackTouchpoints(try #require(entry["touchpoints"] as? Object), minimum)
          attackReach(try #require(entry["reach"] as? Object), minimum)
          attackRetention(try #require(entry["retention"] as? Object), minimum)
        }
      }
    }
  }

  private func attackTouchpoints(_ figures: Object, _ minimum: Int) throws {
    let new = try #require(figures["new_touchpoints"] as? Object)
    let mix = try #require(figures["first_contact_mix"] as? Object)
    expectSafe("own and foreign", new["total"], [new["own"], new["foreign"]], minimum)
    expectSafe("mix", figures["new_contacts"], ["ads", "joint", "own", "partner"].map { mix[$0] }, minimum)
    for key in ["total", "own", "foreign"] {
      expectSafe("by brand", new[key], column(figures, "by_brand", key), minimum)
    }
    for list in ["by_channel", "by_medium", "by_week"] {
      expectSafe(list, new["total"], column(figures, list, "new_touchpoints"), minimum)
      expectSafe(list, figures["new_contacts"], column(figures, list, "new_contacts"), minimum)
    }
    expectSafe("introduced by", new["foreign"], column(figures, "introduced_by", "new_touchpoints"), minimum)
    for row in figures["by_brand"] as? [Object] ?? [] {
      expectSafe("brand", row["total"], [row["own"], row["foreign"]], minimum)
    }
    let foreign = (figures["penetration"] as? Object)?["count"]
    #expect(new["foreign"] is NSNumber || foreign == nil, "the penetration tells what is foreign")
  }

  private func attackReach(_ figures: Object, _ minimum: Int) {
    let regions = figures["regions"] as? [Object] ?? []
    func regionCounts(_ isPart: (Set<String>) -> Bool) -> [Any?] {
      regions.filter { isPart(Set($0["partners"] as? [String] ?? [])) }.map { $0["contacts"] }
    }
    expectSafe("reach", figures["reach"], [figures["own"], figures["incremental"]], minimum)
    expectSafe("foreign", figures["foreign"], [figures["duplicated"], figures["incremental"]], minimum)
    expectSafe("frequencies", figures["reach"], (figures["frequency_distribution"] as? [Any]) ?? [], minimum)
    expectSafe("regions", figures["reach"], regionCounts { _ in true }, minimum)
    for row in figures["carriers"] as? [Object] ?? [] {
      guard let id = row["partner"] as? String else { continue }
      expectSafe("regions of \(id)", row["reach"], regionCounts { $0.contains(id) }, minimum)
      #expect((row["reach"] is NSNumber) || row["shapley"] is NSNull)
    }
    for row in figures["overlap"] as? [Object] ?? [] {
      let pair = Set(["a", "b"].compactMap { row[$0] as? String })
      expectSafe("overlap of \(pair.sorted())", row["contacts"], regionCounts { $0.isSuperset(of: pair) }, minimum)
      #expect((row["contacts"] is NSNumber) || row["jaccard"] is NSNull)
    }
    expectSafe("stacked", figures["reach"], column(figures, "stacked", "gain"), minimum)
    var before = 0
    for count in column(figures, "reach_curve", "reach").compactMap({ ($0 as? NSNumber)?.intValue }) {
      #expect(count == before || count - before >= minimum, "a day of the curve tells of \(count - before)")
      before = count
    }
    let kPlus = (figures["k_plus"] as? [Any] ?? []).map { ($0 as? NSNumber)?.intValue }
    for case (let more?, let fewer?) in zip(kPlus, kPlus.dropFirst()) where more > fewer {
      #expect(more - fewer >= minimum, "two counts of repeated touches tell of \(more - fewer)")
    }
  }

  private func attackRetention(_ figures: Object, _ minimum: Int) {
    func count(_ key: String) -> Any? { (figures[key] as? Object)?["count"] }
    if let stays = count("stays") as? NSNumber, let cohort = figures["cohort_size"] as? NSNumber {
      let lost = cohort.intValue - stays.intValue
      #expect(lost == 0 || lost >= minimum, "who is lost follows from who stays")
    }
    for (list, cohort) in [("by_partner", "cohort"), ("by_first_contact", "cohort")] {
      expectSafe(list, figures["cohort_size"], column(figures, list, cohort), minimum)
      expectSafe(list, count("stays"), column(figures, list, "stays"), minimum)
      for row in figures[list] as? [Object] ?? [] {
        guard let cohort = row["cohort"] as? NSNumber, let stays = row["stays"] as? NSNumber else { continue }
        let lost = cohort.intValue - stays.intValue
        #expect(lost == 0 || lost >= minimum, "who is lost of \(row) follows from who stays")
      }
    }
    for row in figures["by_partner"] as? [Object] ?? [] where row["stays"] is NSNumber {
      expectSafe("kept", row["stays"], [row["kept"], row["passed_on"]], minimum)
    }
    attackHoldout(figures["holdout"] as? Object, minimum)
    var atRisk: Int?
    for step in (figures["survival"] as? Object)?["curve"] as? [Object] ?? [] {
      let now = (step["at_risk"] as? NSNumber)?.intValue ?? 0
      if let atRisk { #expect(atRisk - now == 0 || atRisk - now >= minimum) }
      atRisk = now
    }
  }

  /// What is left of a group follows from its share, and who was kept away from who was touched all the same.
  private func attackHoldout(_ holdout: Object?, _ minimum: Int) {
    for row in holdout?["outcomes"] as? [Object] ?? [] {
      let shares = ["addressed", "held_out"].compactMap { row[$0] as? Object }
      for share in shares {
        guard let count = share["count"] as? NSNumber, let whole = share["of"] as? NSNumber else { continue }
        let rest = whole.intValue - count.intValue
        #expect(rest == 0 || rest >= minimum, "a share tells of \(rest) others")
        guard let touched = holdout?["contaminated"] as? NSNumber, row["held_out"] is Object else { continue }
        let heldOut = ((row["held_out"] as? Object)?["of"] as? NSNumber)?.intValue ?? 0
        let keptAway = heldOut - touched.intValue
        #expect(keptAway == 0 || keptAway >= minimum, "\(keptAway) were kept away")
      }
      #expect(shares.count == 2 || row["lift"] is NSNull && row["detectable"] is NSNull)
    }
  }

  @Test func `without a minimum group nothing is withheld`() throws {
    let dataset = RandomDataset.make(seed: 5, observedUntil: 170)
    for entry in scopes(dataset).flatMap({ measure(dataset, scopes: [$0]) }) {
      let unknown = (entry.touchpoints?.unknown ?? []) + (entry.reach?.unknown ?? []) + (entry.retention?.unknown ?? [])
      #expect(!unknown.contains { $0.state == .withheld })
    }
  }

  @Test func `what is withheld is named with its state`() throws {
    let dataset = RandomDataset.make(seed: 5, observedUntil: 170)
    let entry = try #require(try report(dataset, [Scope(campaign: 1, of: dataset)], fewerThan: 1000).first)
    let reach = try #require(entry["reach"] as? Object)
    #expect(reach["reach"] is NSNull)
    let unknown = try #require(reach["unknown"] as? [Object])
    #expect(unknown.contains { $0["figure"] as? String == "reach" && $0["state"] as? String == "withheld" })
    #expect(unknown.contains { $0["figure"] as? String == "carriers.reach" && $0["state"] as? String == "withheld" })
  }

  @Test func `a withheld count cannot be listed`() throws {
    var dataset = RandomDataset.make(seed: 5, observedUntil: 170)
    dataset.settings.minimumGroup = 1000
    let scope = Scope(campaign: 1, of: dataset)
    #expect(throws: ListingError.notShown("reach", .withheld)) {
      try drillDown(into: "reach", of: .reach, scope, in: dataset)
    }
    #expect(throws: ListingError.notShown("by_partner.stays:p1", .withheld)) {
      try drillDown(into: "by_partner.stays:p1", of: .retention, scope, in: dataset)
    }
    dataset.settings.minimumGroup = 2
    #expect(try drillDown(into: "reach", of: .reach, scope, in: dataset).count > 2)
  }
}
