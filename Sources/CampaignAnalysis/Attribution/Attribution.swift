public import CampaignFigures
public import CampaignModel
import LogScanning

/// Which groups of touches led to conversions, under every model side by side (<doc:Metrics#Attribution>).
///
/// What is withheld (`minimum_group`) is nil.
public struct Attribution: Sendable {
  /// What a group contributed.
  public struct Row: Hashable, Sendable {
    public var group: Group
    /// Credit in conversions, by ``AttributionModel``, in its order.
    public var conversions: [Double]?
    /// Credit in value, by ``AttributionModel``, in its order; nil too where no conversion records a value.
    public var value: [Double]?
    /// Share of conversions that would be lost if everyone who comes to the group went away, in [0, 1]; nil without a
    /// conversion that has a path.
    public var removalEffect: Double?
    public var roles: Roles?
    /// Intervals of a bootstrap, by the figure's path in the JSON document; nil unless they are asked for.
    public internal(set) var intervals: [String: Interval]?
  }

  /// How often a group stood where in a path.
  public struct Roles: Hashable, Sendable {
    /// Paths of two steps or more that the group opened.
    public var introducer = 0
    /// Steps between the first and the last of a path.
    public var influencer = 0
    /// Paths of two steps or more that the group closed.
    public var closer = 0
    /// Paths of a single step.
    public var solo = 0

    mutating func merge(_ other: Roles) {
      introducer += other.introducer
      influencer += other.influencer
      closer += other.closer
      solo += other.solo
    }
  }

  public var scope: Scope
  public var options: AttributionOptions
  /// How many days back paths reach.
  public var lookbackDays: Int
  /// Conversions in the scope.
  public var conversions: Int?
  /// Their value less refunds, in the dataset's currency; a conversion that records none counts as 0. Nil where none
  /// records one.
  public var value: Double?
  /// Conversions before which nothing else happened.
  public var unattributedConversions: Int?
  /// Their value, and that of refunds that take nothing from a path; nil where no conversion records a value.
  public var unattributedValue: Double?
  /// Conversions with a path.
  public var paths: Int?
  /// Contacts whose last touches in the window led to no conversion.
  public var nullPaths: Int?
  /// Groups that occur in a path, most linear credit for conversions first (after rounding to nine decimals), then
  /// by id.
  public var rows: [Row]
  /// Intervals of a bootstrap, by the figure's path in the JSON document; nil unless they are asked for.
  public internal(set) var intervals: [String: Interval]?
  /// In what share of the replicates of a bootstrap the first of ``rows`` stays first.
  public internal(set) var firstRowStays: Double?
  public var unknown: [UnknownFigure]
  /// How many contacts are behind the counts, and by row of ``rows``.
  var contacts: AttributionContacts.Totals
  var rowContacts: [AttributionContacts.Behind]
}

extension Attribution {
  /// Turns the counts of a pass into figures; most of the time at worst goes to ``MarkovChain/removalEffects(threads:)``.
  init(
    _ tally: AttributionTally, scope: Scope, options: AttributionOptions, lookbackDays: Int, threads: Int
  ) {
    self.scope = scope
    self.options = options
    self.lookbackDays = lookbackDays
    let hasValue = tally.valuedConversions > 0
    conversions = tally.conversions
    value = hasValue ? tally.value : nil
    unattributedConversions = tally.unattributed
    unattributedValue = hasValue ? tally.unattributedValue : nil
    paths = tally.conversions - tally.unattributed
    nullPaths = tally.nullPaths
    contacts = tally.contacts.totals
    let order = tally.groupsByLinearCredit
    rows = Attribution.rows(
      of: tally, order, effects: tally.chain.removalEffects(threads: threads), hasValue: hasValue)
    rowContacts = order.map { tally.contacts.groups[$0] }
    unknown = []
    if let replicates = tally.replicates {
      addIntervals(replicates, order, places: order.map { tally.groups.rank[$0] })
    }
    if !hasValue {
      let entries: [any CatalogEntry] = [
        AttributionFigures.value, AttributionFigures.unattributedValue, AttributionFigures.rowValue,
      ]
      for entry in entries { unknown.append(UnknownFigure(entry, .notConfigured, .noConversionValue)) }
    } else if !tally.value.isFinite {
      unknown.append(UnknownFigure(AttributionFigures.value, .undefined, .tooLarge))
    }
    if paths == 0 {
      unknown.append(
        UnknownFigure(
          AttributionFigures.removalEffect, .undefined,
          conversions == 0
            ? LocalizedText("The scope has no conversions.", "Der Ausschnitt hat keine Abschlüsse.")
            : LocalizedText("No conversion has a path.", "Kein Abschluss hat einen Weg.")))
    }
  }

  private static func rows(
    of tally: AttributionTally, _ order: [Int], effects: [Double]?, hasValue: Bool
  ) -> [Row] {
    let credits = Credits(
      sum: tally.sum(at:), attributed: Double(tally.conversions - tally.unattributed),
      attributedValue: tally.value - tally.unattributedValue, effects: effects)
    return order.map { group in
      let row = credits.row(group)
      return Row(
        group: tally.groups.groups[group], conversions: row.conversions, value: hasValue ? row.value : nil,
        removalEffect: row.effect, roles: tally.roles[group])
    }
  }
}

extension AttributionTally {
  /// The groups that occur in a path, most linear credit first, then by id.
  fileprivate var groupsByLinearCredit: [Int] {
    let linear = AttributionTally.pathModels.firstIndex(of: .linear) ?? 0
    let occurs = chain.occurs
    return (0..<groups.count).filter { occurs[$0] }
      .map { (group: $0, credit: FigureOrder.rounded(conversions(of: $0, model: linear))) }
      .sorted { $0.credit != $1.credit ? $0.credit > $1.credit : groups.rank[$0.group] < groups.rank[$1.group] }
      .map(\.group)
  }
}
