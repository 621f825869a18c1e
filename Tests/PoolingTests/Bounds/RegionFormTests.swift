import TestSupport
import Testing

@testable import Pooling

struct RegionFormTests {
  @Test(arguments: 1...6)
  func `sums over all regions are those of one region at a time`(setCount: Int) {
    var random = SeededGenerator(seed: UInt64(setCount))
    let everyone = (1 << setCount) - 1
    var forms: [RegionForm] = []
    for _ in 0..<40 {
      let mask = Int.random(in: 1...everyone, using: &random)
      let last = 1 << Int.random(in: 0..<setCount, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: forms.append(.overlap(mask))
      case 1: forms.append(.union(mask, of: everyone))
      case 2: forms.append(.exclusive(mask))
      case 3: forms.append(.stacked(last, after: mask & ~last, of: everyone))
      case 4: forms.append(RegionForm([(.share(last.trailingZeroBitCount), 1)]))
      default: forms.append(RegionForm([(.atLeast(count: 2, of: mask), -1)]))
      }
    }
    let multipliers = forms.map { _ in Double(Int.random(in: -5...5, using: &random)) }
    let sums = RegionForm.values(of: forms, multipliers: multipliers, setCount: setCount) { $0 / Double($1) }
    for region in 1...everyone {
      let plain = zip(forms, multipliers).reduce(0) { $0 + $1.0.value(inRegion: region) * $1.1 }
      #expect(abs(sums[region] - plain) < 1e-9)
    }
  }

  @Test func `figures count whom they name`() {
    // Sets 0, 1 and 2; region 0b011 is in the first two only.
    #expect((1..<8).map { Int(RegionForm.union(0b011, of: 0b111).value(inRegion: $0)) } == [1, 1, 1, 0, 1, 1, 1])
    #expect((1..<8).map { Int(RegionForm.overlap(0b011).value(inRegion: $0)) } == [0, 0, 1, 0, 0, 0, 1])
    #expect((1..<8).map { Int(RegionForm.exclusive(0b011).value(inRegion: $0)) } == [1, 1, 1, 0, 0, 0, 0])
    let stacked = RegionForm.stacked(0b100, after: 0b001, of: 0b111)
    #expect((1..<8).map { Int(stacked.value(inRegion: $0)) } == [0, 0, 0, 1, 0, 1, 0])
    #expect(RegionForm([(.share(0), 1)]).value(inRegion: 0b111) == 1.0 / 3)
  }
}
