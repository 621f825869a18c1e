import CampaignModel
import TestSupport
import Testing

@testable import Pooling

struct SharpBoundsTests {
  /// Audiences of some partners in a random population.
  static func audiences(_ partners: Int, people: Int, _ random: inout SeededGenerator) -> [Int] {
    let chances = (0..<partners).map { _ in Double.random(in: 0.05..<0.6, using: &random) }
    return (0..<people).map { _ in
      let activity = Double.random(in: 0..<2, using: &random)
      return chances.enumerated().reduce(0) {
        $0 | (Double.random(in: 0..<1, using: &random) < $1.element * activity ? 1 << $1.offset : 0)
      }
    }
  }

  @Test func `a row that is added later says the same as if it had always been there`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<25 {
      let people = Self.audiences(5, people: 60, &random)
      var program = RegionProgram(setCount: 5)
      func add(_ form: RegionForm, to program: inout RegionProgram) -> RegionProgram.Row {
        let value = people.reduce(0) { $0 + ($1 == 0 ? 0 : form.value(inRegion: $1)) }
        let row = RegionProgram.Row(form: form, low: value, high: value + Double(Int.random(in: 0...2, using: &random)))
        program.add(row)
        return row
      }
      for set in 0..<5 { _ = add(.overlap(1 << set), to: &program) }
      for pair in [3, 5, 6, 24] { _ = add(.overlap(pair), to: &program) }
      var before = SharpBounds(program)
      let figures: [RegionForm] = [.union(31, of: 31), .exclusive(1), .overlap(7), .union(21, of: 31)]
      let isPossible = before.prepare()
      #expect(isPossible)
      for figure in figures { _ = (before.low(figure), before.high(figure)) }
      var later = before
      for form in [RegionForm.overlap(17), .union(14, of: 31)] { later = later.adding(add(form, to: &program)) }
      var always = SharpBounds(program)
      for figure in figures {
        let (ends, expected) = ([later.low(figure), later.high(figure)], [always.low(figure), always.high(figure)])
        #expect(ends.map(Self.number) == expected.map(Self.number))
      }
    }
  }

  private static func number(_ end: SharpBounds.End) -> Int? {
    guard case .bound(let number, .some) = end else {
      Issue.record("\(end) is not proven")
      return nil
    }
    return number
  }

  /// Figures of random populations, as exact as delivered, rounded or withheld: what is true must lie within.
  @Test func `the truth is never outside of the bounds`() throws {
    var random = SeededGenerator(seed: 23)
    for round in 0..<40 {
      let count = 2 + round % 5
      let people = Self.audiences(count, people: 400, &random)
      let names = (0..<count).map { "p\($0)" }
      func truth(_ isCounted: (Int) -> Bool) -> Int { people.count { $0 != 0 && isCounted($0) } }
      var totals: [DeliveredTotal] = []
      func deliver(_ figure: DeliveredTotal.Figure, _ mask: Int, _ value: Int) {
        let partners = names.indices.filter { mask >> $0 & 1 == 1 }.map { names[$0] }
        let step = [1, 1, 10, 50].randomElement(using: &random) ?? 1
        let low = value / step * step
        totals.append(
          DeliveredTotal(partners: partners, figure: figure, low: Double(low), high: Double(low + step - 1)))
      }
      for set in 0..<count { deliver(.reach, 1 << set, truth { $0 >> set & 1 == 1 }) }
      for mask in 1..<(1 << count) where mask.nonzeroBitCount > 1 && Int.random(in: 0..<3, using: &random) == 0 {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: deliver(.overlap, mask, truth { $0 & mask == mask })
        case 1: deliver(.union, mask, truth { $0 & mask != 0 })
        default: deliver(.exclusive, mask, truth { $0 & ~mask == 0 })
        }
      }
      let family = TotalsFamily(campaign: nil, totals, universe: Bool.random(using: &random) ? 400 : nil)
      let result = try bounds(of: family)
      func expect(_ figure: BoundedFigure, _ value: Int) {
        #expect(figure.low <= value && value <= figure.high ?? .max, "\(value) in \(figure.text), \(totals)")
      }
      expect(result.reach, truth { _ in true })
      for carrier in result.carriers {
        let bit = 1 << carrier.partner
        expect(carrier.reach, truth { $0 & bit != 0 })
        expect(carrier.exclusive, truth { $0 == bit })
        expect(carrier.foreign, truth { $0 & ~bit != 0 })
        expect(carrier.incremental, truth { $0 & bit == 0 })
      }
    }
  }
}
