package import CampaignFigures
package import CampaignModel
package import LogScanning

/// One analysis, prepared for a dataset and options: how its tally is made, and its figures from the filled tally.
///
/// Each lies in a folder of its own, with its tally, its figures and what is withheld of them, and is listed in
/// Registry.swift.
package protocol Analysis: Sendable {
  /// What is counted in one scope.
  associatedtype Counts: Tally
  /// What is made of the counts.
  associatedtype Figures: SectionFigures

  init(_ dataset: Dataset, _ options: AnalysisOptions)

  /// Whether its tallies take contacts with their touches in T(K) before the scope's filter, and filter them
  /// themselves: X(K) is found before it is filtered (<doc:Metrics#Transactions>).
  static var readsWholeCampaign: Bool { get }

  /// A tally that has counted nothing yet.
  func tally(of scope: MeasuredScope) -> Counts

  /// The options that its tallies depend on, to tell one from another; empty for none.
  static func tallyOptions(_ options: AnalysisOptions) -> String

  /// The same analysis after it has run over the log once for what all scopes share.
  func prepared() -> Self

  /// The counts that can be opened.
  var counts: [CountDefinition<Counts>] { get }

  /// The names under which `unknown` may tell that a count is not known, and cannot be opened.
  func unknownNames(of count: CountDefinition<Counts>, _ key: [Int]) -> [String]

  /// Turns the counts of a whole scan into figures, without any regard to small groups.
  func figures(from tally: Counts, of scope: MeasuredScope) -> Figures
}

extension Analysis {
  static var section: Section { Figures.section }
  static var document: Section? { Figures.document }
  package static var readsWholeCampaign: Bool { false }

  package static func tallyOptions(_ options: AnalysisOptions) -> String { "" }

  package func prepared() -> Self { self }

  package func unknownNames(of count: CountDefinition<Counts>, _ key: [Int]) -> [String] { [count.name] }

  /// Whether it counts anything while the log is scanned.
  static var counts: Bool { Counts.self != NoTally.self }

  /// What its tally of a scope is called among all that are counted of a log.
  static func tallyKey(of scope: Scope, _ options: AnalysisOptions) -> String {
    let options = tallyOptions(options)
    return "\(Figures.section.id) of \(scope.tallyKey)\(options.isEmpty ? "" : " with \(options)")"
  }

  /// A tally that has counted nothing yet.
  func blank(of scope: MeasuredScope) -> any Tally { tally(of: scope) }

  /// The tally of a scope, as it was counted elsewhere.
  func tally(
    of scope: MeasuredScope, _ options: AnalysisOptions, in counted: CountedLog
  ) throws(TallyFault) -> any Tally {
    guard Self.counts else { return tally(of: scope) }
    return try counted.read(Self.tallyKey(of: scope.scope, options), into: tally(of: scope))
  }

  /// The figures of a tally that this analysis made.
  func sectionFigures(from tally: any Tally, of scope: MeasuredScope) -> any SectionFigures {
    guard let counts = tally as? Counts else { preconditionFailure("An analysis reads its own tally only.") }
    return figures(from: counts, of: scope)
  }
}

/// The figures of one section in one scope.
package protocol SectionFigures: Sendable {
  static var section: Section { get }

  /// The document that shows the section: its own, or that of a section it belongs to, under whose name its counts are
  /// opened too; nil where none shows it as a section.
  static var document: Section? { get }

  /// What the documents and tables of the section show; empty where it has none.
  static var catalog: FigureSection<Self> { get }

  /// What is not known, and why.
  var unknown: [UnknownFigure] { get }

  /// Adds every count of contacts that is shown, with the sums that hold among them.
  func add(to system: inout CountSystem, in dataset: Dataset)

  /// Takes out what is withheld.
  mutating func withhold(_ suppression: Suppression)
}

extension SectionFigures {
  package static var document: Section? { section }
  package static var catalog: FigureSection<Self> { FigureSection(definedUnder: "", [], tables: []) }
}

/// A scope with the tests that tell its touches.
package struct MeasuredScope: Sendable {
  package let scope: Scope
  /// Tells the touches in T(K).
  package let test: ScopeTest
  /// The same without the scope's filter.
  package let campaignTest: ScopeTest
  /// Tells the transactions in X(K).
  package let transactions: TransactionTest

  package init(_ scope: Scope, in dataset: Dataset) {
    self.scope = scope
    test = ScopeTest(scope, in: dataset)
    campaignTest = ScopeTest(scope, in: dataset, filtered: false)
    transactions = TransactionTest(scope, test, campaignTest, in: dataset)
  }

  /// Whether the filter leaves out any touch of a contact.
  var isNarrowed: Bool { transactions.isNarrowed }

  /// Tells the touches with which an analysis takes contacts.
  func test(of analysis: any Analysis) -> ScopeTest {
    type(of: analysis).readsWholeCampaign ? campaignTest : test
  }
}
