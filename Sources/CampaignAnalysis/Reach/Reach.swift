public import CampaignFigures
public import CampaignModel

/// Reach of a campaign or of one brand in it, and who adds what (<doc:Metrics#Reach>).
///
/// Partners are indices into the dataset's table. Lists are sorted by their main figure, largest first, then by
/// id. A count of contacts is nil when it is withheld (`minimum_group`) or cannot be known, as `unknown` says.
public struct Reach: Sendable {
  /// What a carrying partner (the owner of channels) reached.
  public struct Carrier: Hashable, Sendable {
    public var partner: Int
    /// Contacts touched in the partner's channels.
    public var reach: Int?
    /// Those that no other owner reached.
    public var exclusive: Int?
    /// Those without an own touch.
    public var incrementalOverOwn: Int?
    /// The partner's share of the reach: each contact divided evenly among the owners that reached it.
    public var shapley: Double?
    /// Intervals of a bootstrap, by the figure's path in the JSON document; nil unless they are asked for.
    public internal(set) var intervals: [String: Interval]?
  }

  /// A step of stacked reach.
  public struct StackedGain: Hashable, Sendable {
    public var partner: Int
    /// Contacts of this carrier that none before it reached.
    public var gain: Int?
    /// Contacts reached by the carriers so far.
    public var cumulative: Int?
  }

  /// What a number of carriers reaches on average over all orders.
  public struct AverageReach: Hashable, Sendable {
    public var carriers: Int
    public var reach: Double?
  }

  /// Contacts that two owners have in common.
  public struct Overlap: Hashable, Sendable {
    public var a: Int
    public var b: Int
    public var contacts: Int?
    /// Contacts in common / contacts of either.
    public var jaccard: Double?
  }

  /// What a channel reached.
  public struct ChannelReach: Hashable, Sendable {
    public var channel: Int
    /// Index of the partner that owns it.
    public var owner: Int
    /// The stated size of its audience; nil without one.
    public var audience: Double?
    /// Contacts touched in it; with a brand, by touches about it.
    public var reach: Int?
    /// `reach` / the stated size of its audience; nil without one, or where that is 0.
    public var share: Double?
  }

  /// Distinct contacts reached up to the end of a day.
  public struct DailyReach: Hashable, Sendable {
    /// Blocks of 24 hours from the start, numbered from 0.
    public var day: Int
    /// Whether the day, or what of it lies in the scope, was observed to its end.
    public var isComplete: Bool
    /// Whether it began before observation stopped.
    package var hasBegun: Bool
    /// Nil while the day has not begun.
    public var reach: Int?
  }

  public var scope: Scope
  /// Index of the only brand that counts; nil for the campaign as a whole.
  public var brand: Int?
  /// Contacts touched.
  public var reach: Int?
  /// Touches.
  public var contactsGross: Int?
  /// Touches per contact reached.
  public var frequency: Double?
  /// Contacts touched exactly 1, 2, … 9, at least 10 times.
  public var frequencyDistribution: [Int?]
  /// Contacts touched at least 1, 2, … 10 times.
  public var kPlus: [Int?]
  /// Contacts with an own touch.
  public var own: Int?
  /// Contacts with a foreign touch.
  public var foreign: Int?
  /// Contacts with both.
  public var duplicated: Int?
  /// Contacts with a foreign touch only: what carrying each other's content adds.
  public var incremental: Int?
  /// Reach / own reach.
  public var synergy: Double?
  /// Distinct (content, channel) pairs in unpaid foreign channels.
  public var takeovers: Int?
  /// Touches of kind share in unpaid channels.
  public var organicShares: Int?
  public var carriers: [Carrier]
  public var stacked: [StackedGain]
  public var randomOrderCurve: [AverageReach]
  public var regions: RegionList
  /// Pairs with contacts in common, a before b by id.
  public var overlap: [Overlap]
  /// Every day of the scope, in time order.
  public var reachCurve: [DailyReach]
  /// Each channel of T(K), most reach first, then by id.
  public var byChannel: [ChannelReach]
  /// Intervals of a bootstrap, by the figure's path in the JSON document; nil unless they are asked for.
  public internal(set) var intervals: [String: Interval]?
  /// In what share of the replicates of a bootstrap the first of ``carriers`` stays first.
  public internal(set) var firstCarrierStays: Double?
  public var unknown: [UnknownFigure]
}
