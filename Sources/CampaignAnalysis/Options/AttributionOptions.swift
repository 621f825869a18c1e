public import CampaignModel

/// What counts as a conversion, and how its credit is shared out.
public struct AttributionOptions: Hashable, Sendable {
  /// By what credit is shared out.
  public var by: Grouping
  /// Names of the kinds of touches that are conversions.
  public var conversionKinds: [String]
  /// How many days back a conversion's path reaches, at least 1; nil for the dataset's setting.
  public var lookbackDays: Int?

  /// Orders, bookings, donations, subscriptions and partnerships.
  public static let standardKinds = ["order", "booking", "donation", "subscription", "partnership"]

  public init(
    by: Grouping = .channel, conversionKinds: [String] = AttributionOptions.standardKinds, lookbackDays: Int? = nil
  ) {
    precondition(lookbackDays.map { $0 >= 1 } ?? true, "A lookback must be at least one day.")
    self.by = by
    self.conversionKinds = conversionKinds
    self.lookbackDays = lookbackDays
  }
}

/// A rule that shares out the credit for a conversion among the members of its path (<doc:Metrics#Attribution>).
public enum AttributionModel: String, CaseIterable, Hashable, Sendable {
  /// All to the first.
  case first
  /// All to the last.
  case last
  /// The same to each place of the path.
  case linear
  /// 0.4 to the first and to the last, 0.2 shared by those between; halves for two.
  case position
  /// Halved with every seven days before the conversion.
  case timeDecay = "time_decay"
  /// The same to each distinct member.
  case shapley
  /// In proportion to what would be lost without the member, over all paths.
  case markov
}
