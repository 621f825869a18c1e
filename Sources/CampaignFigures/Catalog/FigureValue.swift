package import CampaignModel

/// What a figure is in one result: what a cell of a table, or a member of a JSON document, shows.
///
/// Partners, channels and contacts are indices into the dataset's tables; a writer turns them into ids or names.
package enum FigureValue: Hashable, Sendable {
  /// Of contacts, touches, partners or the like.
  case count(Int)
  /// A number without unit, such as touches per contact.
  case number(Double)
  /// A fraction of 1 without the counts that it comes from.
  case fraction(Double)
  /// A fraction of 1 with its counts and interval.
  case share(Proportion)
  /// A difference of two fractions of 1 without an interval.
  case points(Double)
  /// A difference of two rates with its interval.
  case difference(RateDifference)
  /// By how many days something came before what it belongs to; negative where it came after.
  case lead(Double)
  /// An amount in the dataset's currency.
  case money(Double)
  /// The ends of a 95 % interval, as fractions of 1.
  case interval(Double, Double)
  case date(Instant)
  /// The end of something; of one that was given as a date, people read the day that it includes.
  case end(Instant, isDate: Bool)
  case partner(Int)
  case channel(Int)
  case contact(Int)
  /// A name from the dataset, which is hostile text.
  case text(String)
  /// A word of ours.
  case term(Term)
  /// Yes or no.
  case flag(Bool)
  /// Several values; nil for one that is not known.
  case list([FigureValue?])
}

/// A word of ours with the identifier that documents use for it.
package struct Term: Hashable, Sendable {
  /// As in JSON and on the command line, such as `one_sided`.
  package let id: String
  /// As people read it.
  package let title: LocalizedText

  package init(_ id: String, _ title: LocalizedText) {
    self.id = id
    self.title = title
  }
}

/// In what a figure is measured.
package enum FigureUnit: Hashable, Sendable {
  case count
  /// A number without unit.
  case ratio
  /// A ``Proportion``.
  case share
  /// A fraction of 1 without counts.
  case fraction
  /// A difference of two fractions of 1, read in percentage points.
  case points
  /// A ``RateDifference``.
  case difference
  /// The dataset's currency.
  case money
  /// The ends of a 95 % interval, as fractions of 1.
  case interval
  case date
  case partner
  case channel
  case contact
  /// A name from the dataset.
  case text
  /// A word of ours.
  case term
  /// Yes or no.
  case flag
  /// Several values in a row.
  case list

  /// The identifier of JSON for the units that KPIs have; money goes by the dataset's currency instead.
  package var id: String {
    switch self {
    case .count: "count"
    case .share, .fraction, .points, .difference, .interval: "share"
    case .money: "money"
    default: "ratio"
    }
  }
}
