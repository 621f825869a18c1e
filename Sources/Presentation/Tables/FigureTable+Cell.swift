package import CampaignFigures
package import CampaignModel

extension FigureTable {
  /// One value of a table, as what it is.
  package enum Cell: Hashable, Sendable {
    /// Words of ours.
    case term(LocalizedText)
    /// A text from the data.
    case name(String)
    /// A partner, channel or the like.
    case reference(Reference)
    /// Several partners that belong together.
    case references([Reference])
    case count(Int)
    case number(Double)
    /// A number that may be far below 1, shown with six significant digits.
    case score(Double)
    /// A share, as a fraction of 1.
    case share(Double)
    /// A difference of two shares, as a fraction of 1, shown in percentage points.
    case points(Double)
    /// By how many days something came before what it belongs to; told in words where it came after.
    case lead(Double)
    /// An amount and its currency.
    case money(Double, currency: String)
    /// An instant, shown in a time zone by its IANA name.
    case date(Instant, timeZone: String)
    /// A count of a whole, with its rate.
    case proportion(Proportion)
    /// The ends of a 95 % interval, as fractions of 1.
    case interval(Double, Double)
    /// The ends of a 95 % interval as what they are ends of, empty for one that is not known.
    indirect case limits(Cell, Cell)
    /// A figure that lies between two numbers for sure; the second is nil where nothing limits it.
    case range(Double, Double?)
    /// A figure that cannot be given, and why.
    case unknown(UnknownFigure.State)
    /// Nothing belongs here.
    case empty
  }
}

extension FigureTable.Cell {
  /// A count, or why there is none.
  package static func count(_ number: Int?, else state: UnknownFigure.State = .withheld) -> FigureTable.Cell {
    number.map { .count($0) } ?? .unknown(state)
  }

  /// A number, or why there is none.
  package static func number(_ number: Double?, else state: UnknownFigure.State = .undefined) -> FigureTable.Cell {
    number.map { .number($0) } ?? .unknown(state)
  }

  /// A share, or why there is none.
  package static func share(_ share: Double?, else state: UnknownFigure.State = .undefined) -> FigureTable.Cell {
    share.map { .share($0) } ?? .unknown(state)
  }

  /// A count of a whole, or why there is none.
  package static func proportion(
    _ share: Proportion?, else state: UnknownFigure.State = .withheld
  ) -> FigureTable.Cell {
    share.map { .proportion($0) } ?? .unknown(state)
  }

  /// Whether a thing is so.
  package static func term(_ isSo: Bool) -> FigureTable.Cell { .term(isSo ? .yes : .no) }

  /// An instant, shown in the dataset's time zone.
  package static func date(_ instant: Instant, in dataset: Dataset) -> FigureTable.Cell {
    .date(instant, timeZone: dataset.settings.timeZone)
  }

  package static func partner(_ index: Int, in dataset: Dataset) -> FigureTable.Cell {
    .reference(Reference(partner: index, in: dataset))
  }

  package static func channel(_ index: Int, in dataset: Dataset) -> FigureTable.Cell {
    .reference(Reference(channel: index, in: dataset))
  }

  package static func content(_ index: Int, in dataset: Dataset) -> FigureTable.Cell {
    .reference(Reference(content: index, in: dataset))
  }

  package static func contact(_ index: Int, in dataset: Dataset) -> FigureTable.Cell {
    .reference(Reference(contact: index, in: dataset))
  }

  /// A group of touches: a partner or channel, the name of a medium or format, or that none is given.
  package static func group(_ group: Group, in dataset: Dataset) -> FigureTable.Cell {
    switch group {
    case .partner(let partner): .partner(partner, in: dataset)
    case .channel(let channel): .channel(channel, in: dataset)
    case .medium(let name), .format(let name): name.map { .name($0) } ?? .term(.noneGiven)
    }
  }

  /// The value for people, for a terminal or file or for a page, as the localizer's style says.
  ///
  /// Names are returned as they are: the format that writes them must escape them.
  package func text(_ localizer: Localizer, naming: FigureTable.Naming = .name) -> String {
    switch self {
    case .term(let words): localizer(words)
    case .name(let name): localizer.name(name, longest: 160)
    case .reference(let reference): reference.text(localizer, naming)
    case .references(let references):
      localizer.name(references.map { $0.text(localizer, naming) }.joined(separator: " + "), longest: 160)
    case .count(let number): localizer.number(number)
    case .number(let number): localizer.number(number)
    case .score(let number): localizer.score(number)
    case .share(let share): localizer.share(share)
    case .points(let difference): localizer.points(difference)
    case .lead(let days): days < 0 ? localizer(.beginsLate, localizer.number(-days)) : localizer.number(days)
    case .money(let amount, let currency): localizer.money(amount, currency)
    case .date(let instant, let timeZone): localizer.date(instant, timeZone: timeZone)
    case .proportion(let share): localizer.proportion(share)
    case .interval(let low, let high): localizer.interval(low, high)
    case .limits(.points(let low), .points(let high)): localizer.points(low, high)
    case .limits(let low, let high):
      localizer(.interval, low == .empty ? "…" : low.text(localizer), high == .empty ? "…" : high.text(localizer))
    case .range(let low, let high): localizer.range(low, high)
    case .unknown(let state): localizer.state(state)
    case .empty: ""
    }
  }
}
