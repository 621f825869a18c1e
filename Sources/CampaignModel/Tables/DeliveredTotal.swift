/// A figure that partners delivered in place of their contacts (a row of totals.csv).
public struct DeliveredTotal: Hashable, Sendable {
  /// What was counted, over contacts that channels of the partners named touched (<doc:Pool#Totals>).
  public enum Figure: String, CaseIterable, Hashable, Sendable {
    /// Contacts that the partner reached; of several partners the same as `union`.
    case reach
    /// Contacts that each of the partners reached.
    case overlap
    /// Contacts that any of the partners reached.
    case union
    /// Contacts that nobody but the partners reached.
    case exclusive
    /// Contacts that the last of the partners reached, and none of those before it.
    case stacked
    /// The sum, over the contacts that the partner reached, of one part in as many as reached the contact.
    case shapley
    /// Contacts that any of the partners reached up to the end of day, week or other step `k`.
    case cumulative
    /// Touches in channels of the partners.
    case impressions
    /// Contacts touched at least `k` times in channels of the partners.
    case kPlus = "k_plus"

    /// Whether it is about a number `k`.
    public var needsNumber: Bool { self == .kPlus || self == .cumulative }
  }

  /// Id of the campaign; nil where the file has none.
  public var campaign: String?
  /// Ids of the partners, each once, in the order given; empty for all partners that the file names.
  public var partners: [String]
  public var figure: Figure
  /// The number that `figure` is about, at least 1; nil for figures without one.
  public var number: Int?
  /// The figure is at least this, which is 0 or more.
  public var low: Double
  /// The figure is at most this; nil where nothing tells.
  public var high: Double?
  /// Who delivered it.
  public var source: String?
  /// Line of the file, from 1.
  public var line: Int

  public init(
    campaign: String? = nil, partners: [String], figure: Figure, number: Int? = nil, low: Double, high: Double?,
    source: String? = nil, line: Int = 0
  ) {
    self.campaign = campaign
    self.partners = partners
    self.figure = figure
    self.number = number
    self.low = low
    self.high = high
    self.source = source
    self.line = line
  }
}
