public import CampaignFigures
public import CampaignModel

/// Who stays after a campaign's end, who carries it on, who joins the network, who is lost (<doc:Metrics#Retention>).
///
/// Partners are indices into the dataset's table. A figure that is not known yet is nil, and `unknown` says why.
public struct Retention: Sendable {
  /// Activity some days after the end.
  public struct Day: Hashable, Sendable {
    /// D, in days after the end.
    public var day: Int
    /// An after-touch between the day before it in the list and D.
    public var bracket: Proportion?
    /// An after-touch at D or later.
    public var unbounded: Proportion?
    /// An after-touch within the 24 hours from D.
    public var nthDay: Proportion?
  }

  /// The cohort of an acquiring partner: owner of the channel of the contact's first touch in T(K).
  public struct PartnerGroup: Hashable, Sendable {
    public var partner: Int
    public var cohort: Int?
    public var stays: Int?
    /// Of those who stay, with an after-touch in the partner's own channels.
    public var kept: Int?
    /// Of those who stay, active only elsewhere.
    public var passedOn: Int?
    /// With an after-touch that carries the campaign on, or a tie of kind refers made.
    public var carriesOn: Int?
    /// With after-touches in channels of two owners or more.
    public var joins: Int?
    /// Without an after-touch.
    public var lost: Int?
    /// Of the test whether these contacts stay as often as the rest of the cohort; nil where either is empty, or all or
    /// none stay.
    public var p: Double?
    /// The same looked at together with all other partners (Benjamini-Hochberg).
    public var q: Double?
  }

  /// The cohort of a class of first contact.
  public struct ClassGroup: Hashable, Sendable {
    public var firstContact: FirstContactClass
    public var cohort: Int?
    public var stays: Int?
  }

  /// Participants still active some days after the end.
  public struct PartnerActivity: Hashable, Sendable {
    public var day: Int
    /// A complete count, without an interval.
    public var active: Proportion?
  }

  /// How long contacts stay active after the end, until they lapse; times in whole days.
  public struct Survival: Hashable, Sendable {
    /// Nil when not reached.
    public var median: Int?
    /// Restricted mean up to the largest day asked for, in days.
    public var restrictedMean: Double?
    /// Ends of the median's 95 % interval; nil where not reached.
    public var medianLow: Int?
    public var medianHigh: Int?
    /// The restricted mean's 95 % interval.
    public var restrictedMeanInterval: Interval?
    public var curve: KaplanMeier
  }

  /// Contacts whose first touch of all lies in the same window outside of the campaign, whatever came later.
  ///
  /// The two groups were not drawn by lot: what they differ by is no effect of the campaign.
  public struct Baseline: Hashable, Sendable {
    public var cohortSize: Int?
    public var lost: Proportion?
    /// (loss rate of the baseline − loss rate of the cohort) / loss rate of the baseline.
    public var lossChange: Double?
    /// Loss rate of the cohort − loss rate of the baseline.
    public var difference: RateDifference?
    /// Nil too where fewer than five events are expected in a group.
    public var logRank: LogRank?
    public var survival: Survival?
  }

  public var scope: Scope
  public var options: RetentionOptions
  public var cohortSize: Int?
  /// End of the campaign.
  public var ended: Instant
  /// Up to when the data are complete; nil for an empty dataset.
  public var observedUntil: Instant?
  /// Whether the two were given as dates: the days before these midnights.
  package var endIsDate = false
  package var observedUntilIsDate = false
  /// Whole days from the end to the end of observation.
  public var observedDays: Int
  /// With an after-touch.
  public var stays: Proportion?
  /// With an after-touch of kind share, mention, contribution or referral, or a tie of kind refers made.
  public var carriesOn: Proportion?
  /// With after-touches in channels of two owners or more.
  public var joins: Proportion?
  /// Without an after-touch.
  public var lost: Proportion?
  public var days: [Day]
  public var byPartner: [PartnerGroup]
  public var byFirstContact: [ClassGroup]
  public var partnerRetention: [PartnerActivity]
  public var survival: Survival?
  /// Nil for the cohort of all contacts reached, which has no fair one.
  public var baseline: Baseline?
  /// Nil where the dataset has no draw by lot.
  public var holdout: Holdout?
  /// Nil unless it is asked for.
  public var sensitivity: Sensitivity?
  public var unknown: [UnknownFigure]
}
