import TestSupport
import Testing

@testable import CampaignAnalysis
@testable import CampaignFigures

struct CountSystemTests {
  @Test func `a count that was not added is never shown: asking for it ends the program`() async {
    await #expect(processExitsWith: .failure) {
      var system = CountSystem()
      system.add("stays", 3)
      system.protect(MinimumGroup(5))
      _ = system.shown(3, "stay")
    }
  }

  @Test func `a lone small row takes the next smallest along`() {
    var system = CountSystem()
    let total = system.add("total", 25)
    system.sum(total, of: [system.add("a", 10), system.add("b", 3), system.add("c", 12), system.add("d", 0)])
    system.protect(MinimumGroup(5))
    #expect(system.isWithheld("b") == true)
    #expect(system.isWithheld("a") == true)
    #expect(system.isWithheld("c") == false)
    #expect(system.isWithheld("d") == false)
    #expect(system.isWithheld("total") == false)
  }

  @Test func `small rows that are small together take another along`() {
    var system = CountSystem()
    system.sum(system.add("total", 12), of: [system.add("a", 1), system.add("b", 1), system.add("c", 10)])
    system.protect(MinimumGroup(5))
    // Their sum is told by the total, so both would be known to be 1.
    #expect(system.isWithheld("c") == true)
  }

  @Test func `enough small rows protect each other`() {
    var system = CountSystem()
    system.sum(system.add("total", 17), of: [system.add("a", 3), system.add("b", 4), system.add("c", 10)])
    system.protect(MinimumGroup(5))
    #expect(system.isWithheld("a") == true && system.isWithheld("b") == true)
    #expect(system.isWithheld("c") == false)
  }

  @Test func `counts that are no contacts are withheld only for others' sake`() {
    var system = CountSystem()
    system.add("takeovers", 2, ofContacts: false)
    let fixed = system.add("budgeted", 3, isFixed: true)
    system.sum(system.add("relevant", 20), of: [fixed, system.add("rest", 17)])
    system.protect(MinimumGroup(5))
    for name in ["takeovers", "budgeted", "relevant", "rest"] as [CountName] {
      #expect(system.isWithheld(name) == false)
    }
  }

  @Test func `what only several sums together tell is found`() {
    // a + b = 9, b + c = 11, a + c = 10 give all three away.
    var system = CountSystem()
    let (a, b, c) = (system.add("a", 4), system.add("b", 5), system.add("c", 6))
    system.sum(system.add("ab", 9), of: [a, b])
    system.sum(system.add("bc", 11), of: [b, c])
    system.sum(system.add("ac", 10), of: [a, c])
    system.protect(MinimumGroup(7))
    #expect(system.determined().isEmpty)
    #expect(["ab", "bc", "ac"].contains { system.isWithheld($0) == true })
  }

  /// For each small count of random systems there is another solution of all sums with another count in its place:
  /// found by trying small changes of every withheld count, which is no way of solving equations.
  @Test func `no small count follows from the shown ones`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      var system = CountSystem()
      let leaves = (0..<Int.random(in: 3...6, using: &random)).map { number in
        system.add("leaf\(number)", Int.random(in: 0...9, using: &random))
      }
      for number in 0..<Int.random(in: 1...4, using: &random) {
        let parts = leaves.filter { _ in Bool.random(using: &random) }
        guard !parts.isEmpty else { continue }
        let sum = parts.reduce(0) { $0 + system.counts[$1] }
        system.sum(system.add("sum\(number)", sum), of: parts)
      }
      let minimum = Int.random(in: 2...7, using: &random)
      system.protect(MinimumGroup(minimum))
      for (variable, count) in system.counts.enumerated() where count > 0 && count < minimum {
        #expect(system.isWithheld[variable])
      }
      let withheld = system.counts.indices.filter { system.isWithheld[$0] }
      var isMovable: Set<Int> = []
      forEachChange(withheld.count) { change in
        let holds = system.equations.allSatisfy { equation in
          equation.reduce(0) { sum, term in
            sum + term.coefficient * (withheld.firstIndex(of: term.variable).map { change[$0] } ?? 0)
          } == 0
        }
        if holds { for (index, difference) in change.enumerated() where difference != 0 { isMovable.insert(index) } }
      }
      for (index, variable) in withheld.enumerated() where system.counts[variable] < minimum {
        #expect(isMovable.contains(index))
      }
    }
  }

  /// Calls `body` with every combination of changes from −2 to 2.
  private func forEachChange(_ count: Int, _ body: ([Int]) -> Void) {
    var change = [Int](repeating: -2, count: count)
    while true {
      body(change)
      var place = 0
      while place < count, change[place] == 2 {
        change[place] = -2
        place += 1
      }
      guard place < count else { return }
      change[place] += 1
    }
  }

  /// A misspelt name must not show the count that it was meant to withhold.
  @Test func `asking for a count that was never added stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var system = CountSystem()
      system.add("reach", 3)
      system.protect(MinimumGroup(5))
      _ = system.shown(3, "raech")
    }
  }
}

/// Names for counts of no figure.
extension CountName: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self.init(value) }
}
