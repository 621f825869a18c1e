public import CampaignModel

extension ScopeFigures {
  /// The figures of every analysis without any count of fewer contacts than `minimum`
  /// (metrics.md, section 0; dataset.md, `minimum_group`).
  ///
  /// Counts of 0 stay. Further counts are withheld where a small one could be worked out from sums: totals and their
  /// parts, cohorts with those who stay and those who are lost, carriers and the regions they are made of, the
  /// campaign's analyses against each other. Rates, shares and curves that tell a withheld count go with it.
  /// The curve of reach and survival curves keep only steps of at least `minimum` contacts each. What is withheld is
  /// named in `unknown`.
  ///
  /// It protects the figures of one scope against each other. Whoever asks for several overlapping scopes, such as the
  /// same campaign with and without a filter, may learn more by comparing them.
  ///
  /// - Parameter minimum: counts from 1 to below this are withheld; 0 or 1 withholds nothing.
  public func withholding(fewerThan minimum: Int, in dataset: Dataset) -> ScopeFigures {
    guard minimum > 1 else { return self }
    let system = countSystem(fewerThan: minimum, in: dataset)
    var figures = self
    figures.touchpoints?.withhold(system)
    figures.reach?.withhold(system, minimum, in: dataset)
    figures.retention?.withhold(system, minimum)
    figures.cooperation?.withhold(system)
    figures.partnerships?.withhold(system, fewerThan: minimum, in: dataset)
    figures.funnel?.withhold(system, fewerThan: minimum, in: dataset)
    figures.attribution?.withhold(system)
    figures.journeys?.withhold(system)
    figures.touchpoints?.sortAnew(dataset)
    return figures
  }

  /// Every count of all analyses, and which of them are withheld.
  func countSystem(fewerThan minimum: Int, in dataset: Dataset) -> CountSystem {
    var system = CountSystem()
    touchpoints?.add(to: &system, dataset)
    reach?.add(to: &system)
    retention?.add(to: &system)
    cooperation?.add(to: &system)
    funnel?.add(to: &system)
    attribution?.add(to: &system)
    journeys?.add(to: &system)
    system.protect(fewerThan: minimum)
    return system
  }
}

extension CountSystem {
  /// The count, or nil where it is withheld.
  func shown(_ count: Int?, _ name: String) -> Int? { isWithheld(name) == true ? nil : count }

  /// The share, or nil where its count or its whole is withheld.
  func shown(_ share: Proportion?, _ name: String, of whole: String) -> Proportion? {
    isWithheld(name) == true || isWithheld(whole) == true ? nil : share
  }
}

extension [UnknownFigure] {
  static let reasonWithheld = "It counts fewer contacts than minimum_group, or would let such a count be worked out."

  /// Names a figure that is withheld.
  mutating func addWithheld(_ figure: String, if isWithheld: Bool) {
    guard isWithheld else { return }
    append(UnknownFigure(figure, .withheld, [UnknownFigure].reasonWithheld))
  }

  /// Names a figure of a list's rows that is withheld in some of them.
  mutating func addWithheld(_ figure: String, _ withheld: Int, of rows: Int) {
    guard withheld > 0 else { return }
    append(
      UnknownFigure(
        figure, .withheld,
        "\(withheld) of \(rows) rows count fewer contacts than minimum_group, or would let such a count be worked out.")
    )
  }
}
