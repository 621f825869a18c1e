package import CampaignAnalysis
package import CampaignModel

extension FigureTable {
  /// One value of a table.
  package enum Cell: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case decimal(Double)
    /// A number that may be far below 1, shown with six significant digits.
    case score(Double)
    /// A share, as a fraction of 1.
    case percent(Double)
    /// An amount and its currency.
    case money(Double, currency: String)
    /// An instant, shown in a time zone by its IANA name.
    case date(Instant, timeZone: String)
    /// A count of a whole, with its rate.
    case proportion(Proportion)
    /// The ends of a 95 % interval, as fractions of 1.
    case interval(Double, Double)
    /// A figure that cannot be given, and why.
    case unknown(UnknownFigure.State)
    /// Nothing belongs here.
    case empty

    /// An instant, shown in the dataset's time zone.
    package static func date(_ instant: Instant, in dataset: Dataset) -> Cell {
      .date(instant, timeZone: dataset.settings.timeZone)
    }

    /// The value for people: grouped digits, two decimals at most, shares in percent, dates as `2025-03-01`, in their time zone.
    ///
    /// A text is returned as it is: the format that prints it must escape it.
    package var text: String {
      switch self {
      case .text(let text): text
      case .integer(let number): NumberText.grouped(number)
      case .decimal(let number): NumberText.decimal(number)
      case .score(let number): NumberText.significant(number)
      case .percent(let share): NumberText.percent(share)
      case .money(let amount, let currency): "\(NumberText.fixed(amount, decimals: 2)) \(currency)"
      case .date(let instant, let timeZone): InstantText.plain(CivilCalendar(timeZone: timeZone).local(instant))
      case .proportion(let share):
        if let rate = share.rate {
          "\(NumberText.percent(rate)) (\(NumberText.grouped(share.count)) of \(NumberText.grouped(share.of)))"
        } else {
          "– (0 of 0)"
        }
      case .interval(let low, let high): "\(NumberText.percent(low)) to \(NumberText.percent(high))"
      case .unknown(let state): state.label
      case .empty: ""
      }
    }

    /// Whether the cell stands for a figure that cannot be given.
    package var isUnknown: Bool {
      if case .unknown = self { return true }
      return false
    }
  }
}

extension UnknownFigure.State {
  /// The state in plain words, as tables show it in place of the figure.
  package var label: String {
    switch self {
    case .undefined: "undefined"
    case .incomplete: "not yet known"
    case .notConfigured: "not configured"
    case .withheld: "withheld"
    }
  }
}

extension FigureTable.Cell {
  /// A count, or that it is withheld.
  package static func count(_ number: Int?, else state: UnknownFigure.State = .withheld) -> FigureTable.Cell {
    number.map { .integer($0) } ?? .unknown(state)
  }
}
