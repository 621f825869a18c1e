/// A figure of the catalog: everything that is said of it, in one place.
///
/// `Result` is what the figure is read from: the result of an analysis, or a row of one of its lists. JSON, tables,
/// pages, KPIs, `unknown`, `--list` and suppression go by the figure, so its name, title and meaning are written down
/// only here.
///
/// A table shows a figure as a row or as a column. ``title`` is its name there, ``meaning(in:)`` the note, ``unit`` the
/// kind of the cell and ``value`` the cell itself. Where `value` is nil, the cell tells the state that `unknown` has for
/// ``path``, and without one ``absence``.
package struct Figure<Result>: Sendable {
  /// What stands in a table for a figure that is nil without an entry in `unknown`.
  package enum Absence: Hashable, Sendable {
    case unknown(UnknownFigure.State)
    /// Nothing.
    case empty
    /// A word of ours.
    case word(LocalizedText)
  }

  /// The identifier that tables and `--list` use, such as `new_touchpoints.own`.
  package internal(set) var id: String
  /// Where the figure stands in the JSON document of its section, such as `new_touchpoints.own`, and what `unknown`
  /// calls it.
  package internal(set) var path: String
  /// The identifier among KPIs; the same as ``id`` where no other was given.
  package internal(set) var kpi: String
  package let unit: FigureUnit
  package let title: LocalizedText
  /// One sentence on what the figure means, whatever the result; nil without one.
  package let meaning: LocalizedText?
  /// The meaning, where it depends on the result.
  var meaningInResult: (@Sendable (Result) -> LocalizedText)?
  /// Whether a smaller figure is the better one: what is paid.
  package internal(set) var isLessBetter = false
  /// Whether it counts partners, contents or gestures rather than contacts, so that a small number tells of nobody.
  package internal(set) var isAboutPartners = false
  /// The paths of figures that are not known only where this one is not either, and are named in `unknown` for both.
  package internal(set) var unknownWith: [String] = []
  /// Whether it says what a row is about, rather than something of it.
  package internal(set) var isSubject = false
  /// Whether it tells more of what a row is about, rather than being a figure of it.
  package internal(set) var isContext = false
  /// Whether JSON writes the parts of the value beside each other in place of a member of their own.
  package internal(set) var spreads = false
  package internal(set) var absence: Absence
  /// The figure in a result; nil when it is not exact.
  package let value: @Sendable (Result) -> FigureValue?
  /// The ends of the figure's interval in a result, each nil where it is not known; nil itself where a result has no
  /// intervals, and without it where the figure never has one beside it.
  package internal(set) var ends: (@Sendable (Result) -> FigureEnds?)?
  /// Takes the figure out of a result, so that it is nil; nil for what is never withheld.
  package let remove: (@Sendable (inout Result) -> Void)?

  /// One sentence on what the figure means in a result; nil without one.
  package func meaning(in result: Result) -> LocalizedText? { meaningInResult?(result) ?? meaning }

  /// The name of what the figure counts.
  package var count: CountName { CountName(path) }
}

extension Figure: CatalogEntry {}

/// The ends of a figure's interval.
package typealias FigureEnds = (low: Double?, high: Double?)

/// What the catalog has a name for: a figure, a list, an object.
package protocol CatalogEntry: Sendable {
  /// Where it stands in the JSON document of its section.
  var path: String { get }
}
