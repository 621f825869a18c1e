import CampaignModel

extension TotalsFamily {
  /// The linear program of some of the delivered figures (T. Hailperin, "Best possible inequalities for the probability
  /// of a logical function of events", 1965, doi:10.1080/00029890.1965.11970533).
  ///
  /// Touches and numbers of touches are no figures of regions. They are variables of their own, tied to the regions by
  /// what always holds: nobody is reached by more partners than it was touched times.
  ///
  /// - Parameter kept: numbers of the figures; nil for all.
  func program(_ kept: Set<Int>? = nil) -> RegionProgram {
    var building = Building(program: RegionProgram(setCount: partners.count))
    for item in items where item.total.figure == .cumulative {
      building.lastSteps[item.mask] = max(building.lastSteps[item.mask] ?? 0, item.total.number ?? 1)
    }
    for (number, item) in items.enumerated() where kept?.contains(number) ?? true { building.add(item, number) }
    building.finish()
    return building.program
  }

  /// A program while figures are added to it.
  private struct Building {
    var program: RegionProgram
    /// Per set of partners, the variable of each number of touches.
    private var touchedTimes: [Int: [Int: Int]] = [:]
    /// Per set of partners, the variable of the reach up to each step.
    private var reachUpTo: [Int: [Int: Int]] = [:]
    /// Per set of partners, the number of the last step that was delivered, whether it is kept or not.
    var lastSteps: [Int: Int] = [:]
    /// Per partner, the variable of its touches.
    private var touches: [Int: Int] = [:]

    init(program: RegionProgram) { self.program = program }

    mutating func add(_ item: Item, _ number: Int) {
      let everyone = program.everyone
      let total = item.total
      var row = RegionProgram.Row(form: .zero, low: total.low, high: total.high ?? .infinity, figure: number)
      switch total.figure {
      case .reach, .union: row.form = .union(item.mask, of: everyone)
      case .overlap: row.form = .overlap(item.mask)
      case .exclusive: row.form = .exclusive(item.mask)
      case .stacked:
        let last = item.partners.last.map { 1 << $0 } ?? 0
        row.form = .stacked(last, after: item.mask & ~last, of: everyone)
      case .shapley: row.form = RegionForm(item.partners.map { (.share($0), 1) })
      case .kPlus: row.extras = [(variable(total.number ?? 1, of: item.mask, in: \.touchedTimes), 1)]
      case .cumulative: row.extras = [(variable(total.number ?? 1, of: item.mask, in: \.reachUpTo), 1)]
      case .impressions:
        row.extras = item.partners.map { partner in
          let known = touches[partner] ?? program.addVariable()
          touches[partner] = known
          return (known, 1)
        }
      }
      program.add(row)
    }

    private mutating func variable(
      _ number: Int, of mask: Int, in variables: WritableKeyPath<Building, [Int: [Int: Int]]>
    ) -> Int {
      if let known = self[keyPath: variables][mask]?[number] { return known }
      let variable = program.addVariable()
      self[keyPath: variables][mask, default: [:]][number] = variable
      return variable
    }

    /// Adds what holds whatever was delivered.
    mutating func finish() {
      for (partner, variable) in touches.sorted(by: { $0.key < $1.key }) {
        program.require(RegionForm.overlap(1 << partner).negated, [(variable, 1)])
      }
      for mask in touchedTimes.keys.sorted() {
        _ = variable(1, of: mask, in: \.touchedTimes)
      }
      for (mask, variables) in touchedTimes.sorted(by: { $0.key < $1.key }) {
        tieTimes(mask, variables.sorted { $0.key < $1.key }.map { (number: $0.key, variable: $0.value) })
      }
      for (mask, variables) in reachUpTo.sorted(by: { $0.key < $1.key }) {
        tieSteps(mask, variables.sorted { $0.key < $1.key }.map { (number: $0.key, variable: $0.value) })
      }
    }

    /// Fewer are touched more often, as many at least once as are reached, and touches are as many as all of them.
    private mutating func tieTimes(_ mask: Int, _ times: [(number: Int, variable: Int)]) {
      let union = RegionForm.union(mask, of: program.everyone)
      var before: Int?
      for (number, variable) in times {
        if let before {
          program.require(.zero, [(before, 1), (variable, -1)])
        } else {
          program.require(union, [(variable, -1)], isExactly: true)
        }
        if number > 1, number <= mask.nonzeroBitCount {
          program.require(RegionForm([(.atLeast(count: number, of: mask), -1)]), [(variable, 1)])
        }
        before = variable
      }
      let members = (0..<program.setCount).filter { mask >> $0 & 1 == 1 }
      guard members.allSatisfy({ touches[$0] != nil }) else { return }
      var extras = members.compactMap { touches[$0].map { (variable: $0, coefficient: 1) } }
      var last = 0
      for (number, variable) in times {
        // Those touched `number` times are among those touched any smaller number of times.
        extras.append((variable, -(number - last)))
        last = number
      }
      program.require(.zero, extras)
    }

    /// Reach never falls, and the last step is the whole.
    private mutating func tieSteps(_ mask: Int, _ steps: [(number: Int, variable: Int)]) {
      for (before, after) in zip(steps, steps.dropFirst()) {
        program.require(.zero, [(after.variable, 1), (before.variable, -1)])
      }
      guard let last = steps.last else { return }
      program.require(
        RegionForm.union(mask, of: program.everyone), [(last.variable, -1)], isExactly: last.number == lastSteps[mask])
    }
  }
}
