package import CampaignFigures

/// Counts that are shown together, what a reader can compute from them, and which must be withheld for it.
///
/// A count of contacts below the minimum group, but not 0, is withheld (primary suppression). Then further counts are
/// withheld, the smallest first, until none of those can be worked out from the sums that the shown counts add up to
/// (complementary suppression); what was withheld only for that may follow itself. A reader is taken to know every such sum, and that a withheld count is not 0.
///
/// Reference: A. Hundepool and others, "Statistical Disclosure Control" (2012), chapter 4, for the two steps.
package struct CountSystem: Sendable {
  /// A summand of an equation.
  struct Term: Sendable {
    var variable: Int
    var coefficient: Int
  }

  package init() {}

  /// Sums that hold among the counts: coefficients × counts add up to 0.
  private(set) var equations: [[Term]] = []
  package private(set) var counts: [Int] = []
  package private(set) var isWithheld: [Bool] = []
  /// Whether a count counts contacts, so that a small one is withheld by itself.
  private var isOfContacts: [Bool] = []
  /// Whether a reader knows it anyway.
  private var isFixed: [Bool] = []
  private var variables: [CountName: Int] = [:]
  /// Per variable, the equations it is in.
  private var equationsOf: [[Int]] = []

  /// The variable of this name, with its count. What bears the same name is the same figure.
  @discardableResult
  package mutating func add(_ name: CountName, _ count: Int, ofContacts: Bool = true, isFixed: Bool = false) -> Int {
    if let known = variables[name] { return known }
    variables[name] = counts.count
    counts.append(count)
    isWithheld.append(false)
    isOfContacts.append(ofContacts)
    self.isFixed.append(isFixed)
    equationsOf.append([])
    return counts.count - 1
  }

  /// States that a count is the sum of others.
  package mutating func sum(_ total: Int, of parts: [Int]) {
    require([Term(variable: total, coefficient: -1)] + parts.map { Term(variable: $0, coefficient: 1) })
  }

  /// Adds a count that is a part of another one, with its rest, which anybody subtracts.
  package mutating func part(_ name: CountName, _ count: Int, of whole: Int) {
    let rest = add(name.rest, counts[whole] - count)
    sum(whole, of: [add(name, count), rest])
  }

  /// States that whoever is in one count is in another too: what that has beyond it, anybody subtracts.
  ///
  /// Nothing where one of them is not counted, or where the counts show that they are of different touches.
  package mutating func nest(_ part: CountName, in whole: CountName) {
    guard let inner = variables[part], let outer = variables[whole], counts[inner] <= counts[outer] else { return }
    let rest = CountName("\(whole.figure) beyond \(part.figure)", .rest, .text("\(whole.key) \(part.key)"))
    sum(outer, of: [inner, add(rest, counts[outer] - counts[inner])])
  }

  /// States that two counts are the same.
  package mutating func same(_ left: Int, _ right: Int) { sum(left, of: [right]) }

  /// States that coefficients × counts add up to 0.
  mutating func require(_ terms: [Term]) {
    let sum = terms.reduce(0) { $0 + $1.coefficient * counts[$1.variable] }
    precondition(sum == 0, "A sum stated of counts must hold.")
    for term in terms { equationsOf[term.variable].append(equations.count) }
    equations.append(terms)
  }

  /// Whether the count of this name is withheld. There must be one: to ask for another is a mistake.
  package func isWithheld(_ name: CountName) -> Bool {
    guard let variable = variables[name] else { preconditionFailure("There is no count of the name \(name.figure).") }
    return isWithheld[variable]
  }

  /// Whether the count of this name is withheld; nil where nothing of that name was counted.
  package func isWithheldIfCounted(_ name: CountName) -> Bool? { variables[name].map { isWithheld[$0] } }

  /// The count of this name, shown or not; nil when there is none.
  package func count(of name: CountName) -> Int? { variables[name].map { counts[$0] } }

  /// Whether the system has a count of this name.
  package func contains(_ name: CountName) -> Bool { variables[name] != nil }

  package func variable(named name: CountName) -> Int? { variables[name] }

  /// The count, or nil where it is withheld or not known.
  package func shown(_ count: Int?, _ name: CountName) -> Int? { count.flatMap { isWithheld(name) ? nil : $0 } }

  /// The share, or nil where its count or its whole is withheld, or where it is not known.
  package func shown(_ share: Proportion?, _ name: CountName, of whole: CountName) -> Proportion? {
    share.flatMap { isWithheld(name) || isWithheld(whole) ? nil : $0 }
  }

  /// Decides what is withheld.
  package mutating func protect(_ group: MinimumGroup) {
    var pending: [Int] = []
    for variable in counts.indices where isOfContacts[variable] && !isFixed[variable] {
      guard group.withholds(counts[variable]) else { continue }
      isWithheld[variable] = true
      pending += equationsOf[variable]
    }
    while true {
      while let equation = pending.popLast() {
        guard isRevealing(equations[equation], group.minimum), let next = nextShown([equation]) else { continue }
        isWithheld[next] = true
        pending += equationsOf[next]
      }
      var isSafe = true
      for follows in determined() {
        // What was withheld only to protect others may follow, as long as no small count does.
        let small = follows.filter { isOfContacts[$0] && group.withholds(counts[$0]) }
        let next = small.lazy.compactMap(nearestShown).first
        guard let next else { continue }
        // The others of the group may be safe now.
        isWithheld[next] = true
        pending += equationsOf[next]
        isSafe = false
      }
      if isSafe { return }
    }
  }

  /// Whether an equation by itself tells what its withheld counts are: there is one of them, or they add up to fewer
  /// than the minimum, or to as many as they are, so that each must be 1.
  private func isRevealing(_ equation: [Term], _ minimum: Int) -> Bool {
    let withheld = equation.filter { isWithheld[$0.variable] }
    guard let first = withheld.first else { return false }
    if withheld.count == 1 { return true }
    guard withheld.allSatisfy({ $0.coefficient == first.coefficient }) else { return false }
    let sum = withheld.reduce(0) { $0 + counts[$1.variable] }
    return sum < minimum || sum <= withheld.count
  }

  /// The smallest shown count that can be withheld in the equations of a count, or else in those next to them.
  private func nearestShown(_ variable: Int) -> Int? {
    var reached = Set(equationsOf[variable])
    while true {
      if let next = nextShown(reached.sorted()) { return next }
      let size = reached.count
      for equation in reached { for term in equations[equation] { reached.formUnion(equationsOf[term.variable]) } }
      if reached.count == size { return nil }
    }
  }

  /// The smallest shown count in some equations that can be withheld; of equals, the one added last.
  private func nextShown(_ equations: [Int]) -> Int? {
    var best: Int?
    for equation in equations {
      for term in self.equations[equation] {
        let variable = term.variable
        guard !isWithheld[variable], !isFixed[variable], counts[variable] > 0 else { continue }
        if let known = best, (counts[known], -known) <= (counts[variable], -variable) { continue }
        best = variable
      }
    }
    return best
  }
}
