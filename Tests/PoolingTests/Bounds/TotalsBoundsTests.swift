import CampaignModel
import Foundation
import TestSupport
import Testing

@testable import Pooling

struct TotalsBoundsTests {
  private static let three = ["reach a 60", "reach b 50", "reach c 40"]
  private static let pairs = ["overlap a;b 20", "overlap a;c 10", "overlap b;c 15"]

  @Test func `three totals say no more than their largest and their sum`() throws {
    let result = try bounds(of: TotalsFamily(Self.three))
    #expect(result.reach.text == "[60, 150]")
    #expect(result.reach.closedText == "[60, 150]")
    // By hand: b and c may lie within a, or all apart.
    #expect(result.carriers[0].exclusive.text == "[0, 60]")
    #expect(result.carriers[0].foreign.text == "[50, 90]")
    #expect(result.carriers[0].incremental.text == "[0, 90]")
    #expect(result.isSharp)
  }

  @Test func `figures of all together bound the reach, though no row names a partner`() throws {
    #expect(try bounds(of: TotalsFamily(["reach * 10"])).reach.text == "[10, 10]")
    #expect(try bounds(of: TotalsFamily(["union * 10 19"], universe: 15)).reach.text == "[10, 15]")
    #expect(try bounds(of: TotalsFamily(["impressions * 400"])).reach.text == "[0, -]")
  }

  @Test func `overlaps narrow them: the triple overlap is between 0 and 10`() throws {
    // By hand: with t in all three the reach is 150 − 45 + t, and t is at most the smallest overlap.
    let result = try bounds(of: TotalsFamily(Self.three + Self.pairs))
    #expect(result.reach.text == "[105, 115]")
    #expect(result.reach.closedText == "[105, 115]")
    // Only a: 60 − 20 − 10 + t.
    #expect(result.carriers[0].exclusive.text == "[30, 40]")
    #expect(result.carriers[0].foreign.text == "[75, 75]")
    #expect(result.carriers[0].incremental.text == "[45, 55]")
    #expect(abs((result.carriers[0].synergy?.low ?? 0) - 105.0 / 60) < 1e-12)
    #expect(abs((result.carriers[0].synergy?.high ?? 0) - 115.0 / 60) < 1e-12)
  }

  @Test func `a universe limits the reach, and forces overlaps`() throws {
    let questions = [TotalsBounds.Question(.overlap, [0, 1]), TotalsBounds.Question(.exclusive, [0, 1])]
    let result = try bounds(of: TotalsFamily(Self.three, universe: 90), questions: questions)
    #expect(result.reach.text == "[60, 90]")
    // At least 60 + 50 − 90 are in both; only in a or b are all but the 40 of c, who may be 40 of the 60 at least there.
    #expect(result.asked.map(\.figure.text) == ["[20, 50]", "[20, 50]"])
    // 90 (1 − 30/90 · 40/90 · 50/90)
    #expect(abs((result.independentGuess ?? 0) - (90 - 30.0 * 40 * 50 / 8100)) < 1e-9)
  }

  @Test func `Southern Women: attendances alone say little, pairs of events everything`() throws {
    var sets: [Int: Set<String>] = [:]
    for (woman, events) in SouthernWomen.attendance { for event in events { sets[event, default: []].insert(woman) } }
    let totals = sets.sorted { $0.key < $1.key }
    let reach = totals.map { "reach e\($0.key) \($0.value.count)" }
    var overlaps: [String] = []
    for (index, left) in totals.enumerated() {
      for right in totals[..<index] {
        overlaps.append("overlap e\(right.key);e\(left.key) \(left.value.intersection(right.value).count)")
      }
    }
    #expect(overlaps.count == 91)
    #expect(try bounds(of: TotalsFamily(reach)).reach.text == "[14, 89]")
    let family = TotalsFamily(reach + overlaps)
    #expect(family.closedForms.low.value.rounded(.up) == 16 && family.closedForms.high.value.rounded(.down) == 23)
    #expect(Self.reach(family) == [18, 18])
  }

  /// The bounds of the reach alone, which must be proven.
  private static func reach(_ family: TotalsFamily) -> [Int] {
    var sharp = SharpBounds(family.program())
    let union = RegionForm.union(sharp.program.everyone, of: sharp.program.everyone)
    return [sharp.low(union), sharp.high(union)].map { end in
      guard case .bound(let bound, .some) = end else {
        Issue.record("\(end) is not proven")
        return 0
      }
      return bound
    }
  }

  /// Bounds of scipy 1.17.1's linear program; see make_bounds.py.
  ///
  /// `REEFKNOT_FAMILIES=families.txt swift test -c release --filter TotalsBoundsTests` takes those of another file.
  @Test func `random families have the bounds that HiGHS finds`() throws {
    let given = ProcessInfo.processInfo.environment["REEFKNOT_FAMILIES"].map { URL(filePath: $0) }
    let kept = Bundle.module.url(forResource: "bounds", withExtension: "txt", subdirectory: "Fixtures")
    let file = try #require(given ?? kept)
    var lines: [String] = []
    var expected: [[String]] = []
    var universe: Int?
    var (families, ends) = (0, 0)
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      switch parts[0] {
      case "family": (lines, expected, universe) = ([], [], Int(parts[1]))
      case "=": expected.append(Array(parts.dropFirst()))
      case "end":
        families += 1
        ends += try Self.compare(Self.family(lines, universe), expected)
      default: lines.append(String(line))
      }
    }
    #expect(families >= 40 && ends > 800)
    if given != nil { print("\(families) families, \(ends) ends of intervals") }
  }

  private static func family(_ lines: [String], _ universe: Int?) -> TotalsFamily {
    let totals = lines.enumerated().map { index, line in
      let parts = line.split(separator: " ").map(String.init)
      return DeliveredTotal(
        partners: parts[1].split(separator: ";").map(String.init),
        figure: DeliveredTotal.Figure(rawValue: parts[0]) ?? .reach, low: Double(parts[2]) ?? .nan,
        high: Double(parts[3]), line: index + 1)
    }
    return TotalsFamily(campaign: nil, totals, universe: universe)
  }

  private static func compare(_ family: TotalsFamily, _ expected: [[String]]) throws -> Int {
    if expected == [["contradiction"]] {
      #expect(contradiction(in: family) != nil)
      #expect(throws: TotalsError.self) { try bounds(of: family) }
      return 1
    }
    let result = try bounds(of: family, threads: 2)
    var figures = ["reach": result.reach]
    for carrier in result.carriers {
      let name = family.partners[carrier.partner]
      figures["\(name).exclusive"] = carrier.exclusive
      figures["\(name).foreign"] = carrier.foreign
      figures["\(name).incremental"] = carrier.incremental
    }
    for entry in expected {
      let figure = try #require(figures[entry[0]])
      #expect(figure.text == "[\(entry[1]), \(entry[2])]", "\(entry[0]) of \(family.delivered)")
      #expect(figure.closedLow <= figure.low && figure.high ?? .max <= figure.closedHigh ?? .max)
    }
    return 2 * expected.count
  }

  @Test func `every bound of the reach has a proof that can be checked by hand`() throws {
    let family = TotalsFamily(Self.three + Self.pairs)
    let result = try bounds(of: family)
    for (proof, isLow) in [(try #require(result.reach.lowProof), true), (try #require(result.reach.highProof), false)] {
      // Every region counts at most once on the low side, at least once on the high side.
      for region in 1..<8 {
        var count = 0.0
        for step in proof.steps {
          let members = family.items[try #require(step.figure)].mask
          if members & region == members { count += Double(step.numerator) / Double(step.denominator) }
        }
        #expect(isLow ? count <= 1 : count >= 1, "\(proof) in \(region)")
      }
      let sum = proof.steps.reduce(0) { $0 + Double($1.numerator) * $1.end / Double($1.denominator) }
      #expect(sum == proof.sum && Int(sum) == (isLow ? 105 : 115))
    }
  }

  @Test func `the overlap that would narrow most is named first`() throws {
    // a and b are large and may share much or nothing; c is small.
    let result = try bounds(of: TotalsFamily(["reach a 100", "reach b 100", "reach c 4"]), advises: true)
    let advice = try #require(result.advice)
    #expect(advice.map(\.partners) == [[0, 1], [0, 2], [1, 2]])
    // With 50 in common the reach is 150 to 154 instead of 100 to 204.
    #expect(advice[0].overlap == (0, 100) && advice[0].width == 4 && advice[0].gain == 100)
  }

  @Test func `more partners than sixteen have closed bounds`() throws {
    let lines = (0..<20).map { "reach p\($0) \(100 + $0)" } + ["overlap p0;p1 30", "overlap p1;p2 20"]
    let result = try bounds(of: TotalsFamily(lines), advises: true)
    #expect(!result.isSharp && result.advice == nil)
    // 2190 in all; the heaviest tree has both overlaps.
    #expect(result.reach.text == "[119, 2140]")
    #expect(result.reach.lowProof == nil)
  }

  @Test func `sixteen partners whose overlaps make a chain`() {
    // Each shares 4 of its 10 with the next: a tree, so that the reach is at most 160 − 60. At least each contact is in two
    // of every second one.
    let names = (0..<16).map { "p\($0)" }
    let lines = names.map { "reach \($0) 10" } + zip(names, names.dropFirst()).map { "overlap \($0);\($1) 4" }
    let family = TotalsFamily(lines)
    #expect(family.isSmall)
    let reach = Self.reach(family)
    #expect(reach[1] == 100)
    // Two neighbors reach 16.
    #expect(reach[0] >= 16)
  }
}
