public import CampaignFigures
public import CampaignModel
import LogScanning

/// Which groups of touches led to conversions, under every model side by side (<doc:Metrics#Attribution>).
public struct Attribution: Sendable {
  /// What a group contributed.
  public struct Row: Hashable, Sendable {
    public var group: Group
    /// Credit in conversions, by ``AttributionModel``, in its order.
    public var conversions: [Double]
    /// Credit in value, by ``AttributionModel``, in its order.
    public var value: [Double]
    /// Share of conversions that would be lost if everyone who comes to the group went away, in [0, 1]; nil without a
    /// conversion that has a path.
    public var removalEffect: Double?
    /// Paths of two steps or more that the group opened.
    public var introducer: Int
    /// Steps between the first and the last of a path.
    public var influencer: Int
    /// Paths of two steps or more that the group closed.
    public var closer: Int
    /// Paths of a single step.
    public var solo: Int
  }

  public var scope: Scope
  public var options: AttributionOptions
  /// How many days back paths reach.
  public var lookbackDays: Int
  /// Conversions in the scope.
  public var conversions: Int
  /// Their value, in the dataset's currency; conversions that record none count as 0.
  public var value: Double
  /// Conversions before which nothing else happened.
  public var unattributedConversions: Int
  public var unattributedValue: Double
  /// Conversions with a path.
  public var paths: Int
  /// Contacts whose last touches in the window led to no conversion.
  public var nullPaths: Int?
  /// Groups that occur in a path, most linear credit for conversions first (after rounding to nine decimals), then
  /// by id.
  public var rows: [Row]
  public var unknown: [UnknownFigure]
}

extension Attribution {
  /// Turns the counts of a pass into figures. O(g³) at worst for g groups, for the Markov chain.
  init(_ tally: AttributionTally, scope: Scope, options: AttributionOptions, lookbackDays: Int) {
    self.scope = scope
    self.options = options
    self.lookbackDays = lookbackDays
    conversions = tally.conversions
    value = tally.value
    unattributedConversions = tally.unattributed
    unattributedValue = tally.unattributedValue
    paths = tally.conversions - tally.unattributed
    nullPaths = tally.nullPaths
    let effects = tally.chain.removalEffects()
    let occurs = tally.chain.occurs
    let effectTotal = effects?.reduce(0, +) ?? 0
    let attributed = (conversions: Double(paths), value: tally.value - tally.unattributedValue)
    let linear = AttributionTally.pathModels.firstIndex(of: .linear) ?? 0
    let order = (0..<tally.groups.count).filter { occurs[$0] }
      .map { (group: $0, credit: FigureOrder.rounded(tally.conversions(of: $0, model: linear))) }
      .sorted {
        $0.credit != $1.credit
          ? $0.credit > $1.credit : tally.groups.rank[$0.group] < tally.groups.rank[$1.group]
      }
    rows = order.map { group, _ in
      let effect = effects?[group]
      let share = effectTotal > 0 ? (effect ?? 0) / effectTotal : 0
      let models = AttributionTally.pathModels.indices
      return Row(
        group: tally.groups.groups[group],
        conversions: models.map { tally.conversions(of: group, model: $0) } + [share * attributed.conversions],
        value: models.map { tally.value(of: group, model: $0) } + [share * attributed.value],
        removalEffect: effect, introducer: tally.roles[group].introducer,
        influencer: tally.roles[group].influencer, closer: tally.roles[group].closer, solo: tally.roles[group].solo)
    }
    unknown = []
    if !value.isFinite { unknown.append(UnknownFigure("value", .undefined, "It is too large for a number.")) }
    if paths == 0 {
      unknown.append(
        UnknownFigure(
          "rows.removal_effect", .undefined,
          conversions == 0 ? "The scope has no conversions." : "No conversion has a path."))
    }
  }
}
