import Foundation
import TestSupport
import Testing

@testable import Pooling

struct SketchedReachTests {
  private static func sketch(_ range: Range<Int>, size: Int = 4096) -> ThetaSketch {
    ThetaSketchTests.sketch(range, size: size)
  }

  @Test func `small sets are told exactly`() throws {
    let reach = SketchedReach([Self.sketch(0..<60), Self.sketch(40..<90), Self.sketch(85..<125)])
    #expect(reach.reach?.value == 125 && reach.reach?.isExact == true)
    #expect(reach.carriers.map { $0.reach?.value } == [60, 50, 40])
    #expect(reach.carriers.map { $0.exclusive?.value } == [40, 25, 35])
    #expect(reach.carriers.map { $0.foreign?.value } == [85, 100, 90])
    #expect(reach.carriers.map { $0.incremental?.value } == [65, 75, 85])
    // 40 alone and 20 shared by two.
    #expect(reach.carriers[0].shapley?.value == 50)
    #expect(reach.overlaps.map(\.contacts?.value) == [20, 0, 5])
    #expect(reach.stacked.map(\.partner) == [0, 2, 1] && reach.stacked.map { $0.gain?.value } == [60, 40, 25])
    #expect(reach.stacked.last?.cumulative.value == 125)
  }

  @Test func `what comes from fewer than a hundred hashes is not told`() {
    // Of 40,000 with 1,024 hashes kept, 2,000 in common leave about 50.
    let reach = SketchedReach([Self.sketch(0..<20000, size: 1024), Self.sketch(18000..<40000, size: 1024)])
    #expect(reach.overlaps[0].contacts == nil)
    #expect(reach.carriers[0].exclusive != nil)
  }

  @Test func `small groups take all with them that could tell them`() {
    let sketches = [Self.sketch(0..<60), Self.sketch(56..<90), Self.sketch(70..<120)]
    // Four are in the first two.
    let (three, isWithheld) = SketchedReach(sketches).protected(minimumGroup: 5)
    #expect(isWithheld && three.reach?.value == 120)
    #expect(three.carriers.allSatisfy { $0.exclusive == nil && $0.foreign == nil && $0.reach != nil })
    #expect(three.overlaps.allSatisfy { $0.contacts == nil } && three.stacked.isEmpty)
    // Of two, the reach of both together tells it too.
    #expect(SketchedReach(Array(sketches.prefix(2))).protected(minimumGroup: 5).figures.reach == nil)
    #expect(SketchedReach(sketches).protected(minimumGroup: 4).isWithheld == false)
  }

  /// The five ways in which audiences overlap in the evaluation framework of the World Federation of Advertisers: independent,
  /// from one shared list, by mixed activity, fully or not at all, and chained.
  ///
  /// `REEFKNOT_RUNS=1000 swift test -c release --filter SketchedReachTests` looks at so many audiences of each.
  @Test(arguments: 0..<5) func `intervals hold the truth about as often as they say`(scenario: Int) {
    var random = SeededGenerator(seed: UInt64(scenario))
    var (inside, all) = (0, 0)
    let asked = ProcessInfo.processInfo.environment["REEFKNOT_RUNS"].flatMap(Int.init)
    for run in 0..<(asked ?? 40) {
      let sets = Self.audiences(scenario, people: 4000, &random)
      let sketches = sets.map { set in
        var builder = ThetaSketchBuilder(size: 256)
        for (person, isIn) in set.enumerated() where isIn { builder.add(Array("\(scenario)/\(run)/\(person)".utf8)) }
        return builder.sketch()
      }
      let reach = SketchedReach(sketches)
      func check(_ estimate: SketchEstimate?, _ isCounted: (Int) -> Bool) {
        guard let estimate, !estimate.isExact else { return }
        let truth = Double((0..<4000).count(where: isCounted))
        all += 1
        if estimate.low <= truth, truth <= estimate.high { inside += 1 }
      }
      check(reach.reach) { sets[0][$0] || sets[1][$0] || sets[2][$0] }
      check(reach.carriers[0].exclusive) { sets[0][$0] && !sets[1][$0] && !sets[2][$0] }
      check(reach.carriers[0].incremental) { !sets[0][$0] && (sets[1][$0] || sets[2][$0]) }
      check(reach.overlaps[0].contacts) { sets[0][$0] && sets[1][$0] }
    }
    // A share of 95 % of more than a hundred: three standard deviations and more on either side.
    #expect(all >= 80)
    let expected = asked == nil ? 0.87...0.995 : 0.93...0.97
    #expect(expected.contains(Double(inside) / Double(all)), "\(inside) of \(all)")
    if asked != nil { print("scenario \(scenario): \(inside) of \(all) intervals hold the truth") }
  }

  private static func audiences(_ scenario: Int, people: Int, _ random: inout SeededGenerator) -> [[Bool]] {
    func happens(_ chance: Double) -> Bool { Double.random(in: 0..<1, using: &random) < chance }
    var sets = [[Bool]](repeating: [Bool](repeating: false, count: people), count: 3)
    for person in 0..<people {
      let (isListed, activity) = (happens(0.6), Double.random(in: 0...2, using: &random))
      for partner in 0..<3 {
        switch scenario {
        case 0: sets[partner][person] = happens(0.35)
        case 1: sets[partner][person] = isListed && happens(0.6)
        case 2: sets[partner][person] = happens(min(1, 0.35 * activity))
        case 3: sets[partner][person] = partner < 2 ? isListed : !isListed && happens(0.5)
        default: sets[partner][person] = partner > 0 && sets[partner - 1][person] ? happens(0.7) : happens(0.3)
        }
      }
    }
    return sets
  }
}
