public import CampaignFigures
public import CampaignModel

/// New contacts and touchpoints of a campaign, and who introduced them (<doc:Metrics#New-touchpoints>).
///
/// Partners, brands and channels are indices into the dataset's tables. Lists hold what occurs, largest first,
/// then by id. A count is nil when it is withheld (`minimum_group`) or cannot be known, as `unknown` says.
public struct NewTouchpoints: Sendable {
  /// What an introducing partner brought.
  public struct Introduction: Hashable, Sendable {
    public var partner: Int
    /// Foreign new touchpoints whose first touch was in the partner's channels.
    public var newTouchpoints: Int?
    /// New contacts whose first touch was in the partner's channels, and foreign.
    public var newContacts: Int?
  }

  /// New touchpoints of a brand.
  public struct BrandCount: Hashable, Sendable {
    public var brand: Int
    public var total: Int?
    public var own: Int?
    public var foreign: Int?
  }

  /// What happened first in a channel.
  public struct ChannelCount: Hashable, Sendable {
    public var channel: Int
    public var newTouchpoints: Int?
    public var newContacts: Int?
  }

  /// What happened first in channels of a medium.
  public struct MediumCount: Hashable, Sendable {
    /// Nil for channels without a medium.
    public var medium: String?
    public var newTouchpoints: Int?
    public var newContacts: Int?
  }

  /// What happened first in a week of the campaign.
  public struct WeekCount: Hashable, Sendable {
    /// Blocks of 168 hours from the campaign's start, numbered from 0.
    public var week: Int
    public var start: Instant
    /// Whether the week, or what of it lies in the campaign, was observed to its end.
    public var isComplete: Bool
    /// Whether it began before observation stopped.
    package var hasBegun: Bool
    /// Nil while the week has not begun.
    public var newContacts: Int?
    public var newTouchpoints: Int?
  }

  /// How much of an owner's audience the campaign touched.
  public struct AudienceShare: Hashable, Sendable {
    public var partner: Int
    /// Contacts touched in the partner's channels by the campaign, of those ever touched there before its end.
    public var share: Proportion?
  }

  public var scope: Scope
  /// Days from the log's first touch to the start, negative if the log starts later; nil for an empty log.
  public var historyDays: Double?
  public var newContacts: Int?
  /// Pairs (contact, brand) that met first in the campaign.
  public var newTouchpoints: Int?
  public var own: Int?
  public var foreign: Int?
  /// Foreign new touchpoints of all.
  public var penetration: Proportion?
  /// New contacts by ``FirstContactClass``, in its order; four counts. Without any content only ads are told.
  public var firstContactMix: [Int?]
  /// Nil where the dataset says of no contact whether it is relevant.
  public var relevantNewContacts: Int?
  /// What the relevant new contacts would have cost in single-brand marketing, in the dataset's currency.
  public var singleBrandCost: Double?
  /// Relevant new contacts beyond what the budget would have bought alone.
  public var unaffordableContacts: Int?
  public var introducedBy: [Introduction]
  public var byBrand: [BrandCount]
  public var byChannel: [ChannelCount]
  public var byMedium: [MediumCount]
  /// Every week of the campaign, in time order.
  public var byWeek: [WeekCount]
  /// For the owners of channels of T(K).
  public var audiencePenetration: [AudienceShare]
  public var unknown: [UnknownFigure]
}
