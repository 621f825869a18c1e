public import CampaignFigures
public import CampaignModel

/// Every pair of partners that deal with each other in a campaign (<doc:Metrics#Give-and-take>).
///
/// Partners are indices into the dataset's table. A count of contacts is nil when it is withheld or cannot be known, as
/// `unknown` says.
public struct Partnerships: Sendable {
  /// What partner `a` and partner `b` are to each other; a before b by id.
  public struct Pair: Hashable, Sendable {
    public var a: Int
    public var b: Int
    /// Nil where a sector is missing, or a stage within one sector.
    public var direction: PartnershipDirection?
    /// Contacts touched in a's channels about b.
    public var aToB: Int?
    /// Contacts touched in b's channels about a.
    public var bToA: Int?
    /// (a to b − b to a) / (a to b + b to a), in [−1, 1]; nil when neither gave.
    public var balance: Double?
    /// Ends of its 95 % interval.
    public var balanceLow: Double?
    public var balanceHigh: Double?
    public var knot: Knot?
    /// Whether the interval bears the knot out; nil where it is none or unclear.
    public var isConclusive: Bool?
    /// The partner that gives more; nil when equal.
    public var givesMore: Int?
    /// Contacts reached in both sides' channels.
    public var sharedContacts: Int?
    /// Gestures between the two that were answered.
    public var reciprocity: Reciprocity
    public var barometer: Barometer
    /// From a to b, and from b to a.
    public var trust: [TrustTransfer]

    /// Contacts given in both directions, by which pairs are sorted; nil where one of them is withheld.
    var given: Int? { aToB.flatMap { there in bToA.map { there + $0 } } }
  }

  public var scope: Scope
  /// Pairs of participants between which anything was given, exchanged or assessed; most contacts given first, then
  /// by the ids of a and b.
  public var pairs: [Pair]
  /// Trust transfers with an interval; one in twenty of these would look conclusive by chance.
  public var comparisons: Int
  public var unknown: [UnknownFigure]
}

extension Partnerships {
  /// Looks at all trust transfers that have a p together.
  mutating func setQValues() {
    var qValues = FalseDiscovery.qValues(pairs.flatMap(\.trust).map(\.p)).makeIterator()
    for pair in pairs.indices {
      for side in pairs[pair].trust.indices { pairs[pair].trust[side].q = qValues.next() ?? nil }
    }
  }
}

/// Whether a contact that interacted with one partner responds better to another one that it meets in the first's
/// channels (<doc:Metrics#Trust-transfer>).
public struct TrustTransfer: Hashable, Sendable {
  /// The endorsing partner.
  public var from: Int
  /// The brand that is met.
  public var to: Int
  /// New touchpoints of `to` endorsed by `from` with an interaction within 30 days, of all endorsed ones.
  public var endorsed: Proportion?
  /// The same for all other new touchpoints of `to`.
  public var unendorsed: Proportion?
  /// Rate of the endorsed / rate of the others; nil when the second is 0 or unknown.
  public var lift: Double?
  /// Rate of the endorsed − rate of the others.
  public var difference: RateDifference?
  /// Whether both groups have at least 10 pairs and the interval leaves out 0.
  public var isConclusive: Bool
  /// Of the test whether both rates are the same; nil where a group is empty, or all or none have the outcome.
  public var p: Double?
  /// The same looked at together with all other transfers of the scope (Benjamini-Hochberg).
  public var q: Double?

  /// Whether both groups have at least 10 pairs; one of one is no finding.
  package var isOfEnough: Bool {
    [endorsed, unendorsed].allSatisfy { ($0?.of ?? 0) >= TrustTransfer.fewestPairs }
  }

  private static let fewestPairs = 10

  init(from: Int, to: Int, endorsed: Proportion, unendorsed: Proportion) {
    self.from = from
    self.to = to
    self.endorsed = endorsed
    self.unendorsed = unendorsed
    if let rate = unendorsed.rate, rate > 0 { lift = endorsed.rate.map { $0 / rate } }
    difference = RateDifference(endorsed, minus: unendorsed)
    isConclusive = false
    p = RateTest.p(endorsed, unendorsed)
    isConclusive = isOfEnough && difference.map { $0.low > 0 || $0.high < 0 } ?? false
  }
}
