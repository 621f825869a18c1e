/// What the catalog has of one analysis: the members of its JSON document, and its tables.
package struct FigureSection<Result>: Sendable {
  /// The single figures of a section, one a row.
  package struct Headline: Sendable {
    package let id: String
    package let title: LocalizedText
    package let note: LocalizedText
    package let figures: [Figure<Result>]
    /// Whether a result has them.
    package let isShown: @Sendable (Result) -> Bool

    package init(
      _ id: String, _ title: Texts, _ note: Texts, _ figures: [Figure<Result>],
      isShown: @escaping @Sendable (Result) -> Bool = { _ in true }
    ) {
      self.id = id
      self.title = LocalizedText(title)
      self.note = LocalizedText(note)
      self.figures = figures
      self.isShown = isShown
    }

    /// The single figures of a document, in its order; lists of names are none.
    package init(_ id: String, _ title: Texts, _ note: Texts, of members: [FigureMember<Result>]) {
      let figures = members.flatMap { member -> [Figure<Result>] in
        switch member {
        case .figure(let figure): [figure]
        case .object(let object): (object as? FigureObject<Result, Result>)?.figures ?? []
        case .list: []
        }
      }
      self.init(id, title, note, figures.filter { $0.unit != .list })
    }
  }

  /// A table of a section.
  package enum Table: Sendable {
    case figures(Headline)
    case list(any FigureRows<Result>)
  }

  /// The heading of <doc:Metrics> under which its figures are defined.
  package let page: String
  /// In the order of the JSON document, save `unknown`, which ends it.
  package let members: [FigureMember<Result>]
  /// In the order in which they are shown, the single figures first.
  package let tables: [Table]

  package init(definedUnder page: String, _ members: [FigureMember<Result>], tables: [Table]) {
    self.page = page
    self.members = members
    self.tables = tables
  }
}
