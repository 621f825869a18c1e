/// A list of a section: its rows, the members of each row in JSON, and its columns in a table.
///
/// Columns are figures of a row; the first of them say what the row is about (``Figure/isSubject``).
/// Rows are any collection, so that a list of a million regions need not become an array.
package struct FigureList<Result, Rows: RandomAccessCollection>: FigureRows {
  package let path: String
  package let members: [FigureMember<Rows.Element>]
  /// Whether JSON writes each row on one line.
  package let isInline: Bool
  /// Whether the rows follow each other in time, so that a table that has no room for all shows some all along the way
  /// rather than the first.
  package let isCourse: Bool
  /// How a table tells of the partners and channels that rows are about.
  package let naming: SubjectNaming
  /// What stands between the names of what a row is about.
  package let joint: String
  private let table: @Sendable (Result) -> String
  private let shown: @Sendable (Result) -> [Figure<Rows.Element>]
  private let last: @Sendable (Result) -> Rows.Element?
  private let titled: @Sendable (Result) -> LocalizedText
  private let noted: @Sendable (Result) -> [Sentence]
  private let read: @Sendable (Result) -> Rows?
  private let kept: @Sendable (Rows.Element) -> Bool
  private let missing: @Sendable (Rows.Element) -> [UnknownFigure]

  /// - Parameters:
  ///   - title: the heading of its table, which may depend on the result.
  ///   - table: the identifier of its table; without one, the path.
  ///   - rows: nil where there is no such list.
  ///   - closing: a row that a table shows after the others however few it has room for.
  ///   - keeping: rows of a course that a table shows however few it has room for.
  ///   - columns: those of its table; without them, the members that are figures.
  package init(
    _ path: String, title: @escaping @Sendable (Result) -> LocalizedText,
    notes: @escaping @Sendable (Result) -> [Sentence], isInline: Bool = true, isCourse: Bool = false,
    joint: String = "+", naming: SubjectNaming = .idAndName, table: (@Sendable (Result) -> String)? = nil,
    rows: @escaping @Sendable (Result) -> Rows?, closing: @escaping @Sendable (Result) -> Rows.Element? = { _ in nil },
    keeping: @escaping @Sendable (Rows.Element) -> Bool = { _ in false },
    unknown: @escaping @Sendable (Rows.Element) -> [UnknownFigure] = { _ in [] },
    _ members: [FigureMember<Rows.Element>], columns: (@Sendable (Result) -> [Figure<Rows.Element>])? = nil
  ) {
    self.path = path
    self.table = table ?? { _ in path }
    last = closing
    titled = title
    noted = notes
    self.isInline = isInline
    self.isCourse = isCourse
    self.joint = joint
    read = rows
    kept = keeping
    missing = unknown
    self.naming = naming
    self.members = members
    let figures = members.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    shown = columns ?? { _ in figures }
  }

  /// A list whose heading and note are the same for every result.
  package init(
    _ path: String, _ title: Texts, _ note: Texts, isInline: Bool = true, isCourse: Bool = false, joint: String = "+",
    naming: SubjectNaming = .idAndName, rows: @escaping @Sendable (Result) -> Rows?,
    keeping: @escaping @Sendable (Rows.Element) -> Bool = { _ in false },
    unknown: @escaping @Sendable (Rows.Element) -> [UnknownFigure] = { _ in [] },
    _ members: [FigureMember<Rows.Element>],
    columns: [Figure<Rows.Element>]? = nil
  ) {
    var shown: (@Sendable (Result) -> [Figure<Rows.Element>])?
    if let columns { shown = { _ in columns } }
    let (title, note) = (LocalizedText(title), LocalizedText(note))
    self.init(
      path, title: { _ in title }, notes: { _ in [Sentence(note)] }, isInline: isInline, isCourse: isCourse,
      joint: joint,
      naming: naming, rows: rows, keeping: keeping, unknown: unknown, members, columns: shown)
  }

  package func tableID(in result: Result) -> String { table(result) }
  package func columns(in result: Result) -> [Figure<Rows.Element>] { shown(result) }
  package func closingRow(of result: Result) -> Rows.Element? { last(result) }
  package func title(in result: Result) -> LocalizedText { titled(result) }
  package func notes(in result: Result) -> [Sentence] { noted(result) }
  package func rows(of result: Result) -> Rows? { read(result) }
  package func unknown(of row: Rows.Element) -> [UnknownFigure] { missing(row) }
  package func keeps(_ row: Rows.Element) -> Bool { kept(row) }
}

/// A ``FigureList``, whatever its rows are.
package protocol FigureRows<Result>: CatalogEntry {
  associatedtype Result
  associatedtype Rows: RandomAccessCollection
  var members: [FigureMember<Rows.Element>] { get }
  var isInline: Bool { get }
  var isCourse: Bool { get }
  var joint: String { get }
  var naming: SubjectNaming { get }
  /// The identifier of its table.
  func tableID(in result: Result) -> String
  /// The columns of its table; those that say what a row is about come first.
  func columns(in result: Result) -> [Figure<Rows.Element>]
  /// A row that a table shows after the others, however few it has room for.
  func closingRow(of result: Result) -> Rows.Element?
  /// The heading of its table.
  func title(in result: Result) -> LocalizedText
  /// What its table shows, in a sentence or two.
  func notes(in result: Result) -> [Sentence]
  /// Nil where there is no such list.
  func rows(of result: Result) -> Rows?
  /// The figures of a row that cannot be given, where rows name their own.
  func unknown(of row: Rows.Element) -> [UnknownFigure]
  /// Whether a table of a course shows the row however few it has room for.
  func keeps(_ row: Rows.Element) -> Bool
}

/// How a table tells of the partners and channels that rows are about.
package enum SubjectNaming: Hashable, Sendable {
  /// By id, with names beside them.
  case idAndName
  case id
  /// By name, else by id.
  case name
}
