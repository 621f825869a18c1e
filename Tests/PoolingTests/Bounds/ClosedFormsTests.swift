import Testing

@testable import Pooling

struct ClosedFormsTests {
  private func forms(_ sets: [Double], _ pairs: [[Double]], universe: Double = .infinity) -> ClosedForms {
    ClosedForms(sets: sets.map { $0...$0 }, universe: universe) { left, right in
      let value = pairs[left][right - left - 1]
      return value < 0 ? nil : value...value
    }
  }

  @Test func `60, 50 and 40 with overlaps 20, 10 and 15`() {
    let forms = forms([60, 50, 40], [[20, 10], [15], []])
    // S₁ − S₂ = 150 − 45, and 150 less the two largest overlaps of a tree, 20 and 15.
    #expect(forms.low == (105, .bonferroni))
    #expect(forms.high.value == 115)
  }

  @Test func `four equal sets: Dawson and Sankoff give more than Bonferroni`() {
    // Four sets of 10 with 5 in each overlap: S₁ = 40, S₂ = 30, k = 1 + ⌊60/40⌋ = 2: 80/3 − 60/6.
    let forms = forms([10, 10, 10, 10], [[5, 5, 5], [5, 5], [5], []])
    #expect(abs(forms.low.value - (80.0 / 3 - 10)) < 1e-9)
    #expect(forms.low.name == .dawsonSankoff)
    // Kwerel: 40 − 2 · 30 / 4; a tree of three overlaps of 5 says the same.
    #expect(forms.high.value == 25)
  }

  @Test func `sets that share very differently: Kuai, Alajaji and Takahara`() {
    // a and b are the same 10; c and d are apart. Shares: 10 (1/2) + 10 (1/2) + 7 + 5 = 22.
    let forms = forms([10, 10, 7, 5], [[10, 0, 0], [0, 0], [0], []])
    #expect(abs(forms.low.value - 22) < 1e-9)
    #expect(forms.high.value == 22)
  }

  @Test func `sizes between two numbers use the end that proves less`() {
    let forms = ClosedForms(sets: [50...60, 40...50], universe: .infinity) { _, _ in 10...20 }
    // At least 50 + 40 − 20, at most 60 + 50 − 10.
    #expect(forms.low.value == 70)
    #expect(forms.high.value == 100)
  }

  @Test func `what nobody delivered is only what sizes and universe tell`() {
    let forms = forms([60, 50], [[-1], []], universe: 80)
    #expect(forms.low == (60, .frechet))
    #expect(forms.high == (80, .universe))
    #expect(forms.overlaps(of: 0) == (30, 50))
  }

  @Test func `the guess of independence multiplies what is missed`() {
    // 100 (1 − 0.4 · 0.5)
    #expect(forms([60, 50], [[-1], []], universe: 100).independentGuess.map { abs($0 - 80) < 1e-9 } ?? false)
    #expect(forms([60, 50], [[-1], []]).independentGuess == nil)
  }

  @Test func `nobody at all is bounded by 0`() {
    let forms = forms([], [])
    #expect(forms.low.value == 0 && forms.high.value == 0)
  }
}
