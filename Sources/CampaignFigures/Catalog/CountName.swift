/// The name of a count: the figure it belongs to and what it is about, such as one partner's reach.
///
/// Suppression and `--list` know counts by their names. A name is made from an entry of the catalog, so one that is
/// misspelt does not compile.
package struct CountName: Hashable, Sendable {
  /// What of a figure is counted.
  package enum Part: Hashable, Sendable {
    /// What the figure itself counts.
    case count
    /// The whole of a share.
    case whole
    /// What a share's whole, or a cohort, has beyond the count.
    case rest
  }

  /// What a count is about.
  package enum Key: Hashable, Sendable {
    case none
    /// Index of a partner, channel or class, or a number such as a week's.
    case index(Int)
    /// A set or pair of partners, in the order given.
    case indices([Int])
    /// A name, such as a medium's.
    case text(String)
  }

  /// The figure's path in its section, or a name of the section's own.
  package let figure: String
  package var part: Part
  package var key: Key

  package init(_ figure: String, _ part: Part = .count, _ key: Key = .none) {
    self.figure = figure
    self.part = part
    self.key = key
  }

  /// The same count about one partner, channel, class or number.
  package subscript(key: Int) -> CountName { CountName(figure, part, .index(key)) }

  /// The same count about several partners.
  package subscript(keys: [Int]) -> CountName { CountName(figure, part, .indices(keys)) }

  /// The same count about what has a name; nil is what has none.
  package subscript(key: String?) -> CountName { CountName(figure, part, .text(key ?? "")) }

  /// The whole of which it is a part.
  package var whole: CountName { CountName(figure, .whole, key) }

  /// What the whole has beyond it.
  package var rest: CountName { CountName(figure, .rest, key) }
}
