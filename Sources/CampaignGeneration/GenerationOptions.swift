public import CampaignModel

/// What a generated dataset shall look like. Every size left out is derived from the others.
public struct GenerationOptions: Sendable {
  /// The same seed and options give the same bytes on any machine.
  public var seed: UInt64
  /// Rows of `touchpoints.csv`, 1 to 10,000,000,000.
  public var touchpoints: Int
  /// Partners, 2 to 1,000.
  public var partners: Int
  /// Contacts, 1 to the number of touchpoints; each is touched at least once. Default: an eighth of the touchpoints.
  public var contacts: Int
  /// Campaigns, 0 to 100, one after another. Default: 3.
  public var campaigns: Int
  /// The first day.
  public var start: CivilDate
  /// Days from the first to the last, at least 90 days of earlier history and 14 for each campaign,
  /// at most 10,000. Default: 300 and 120 for each campaign, at most 10,000.
  public var days: Int
  /// IANA name of the time zone that the times are written in. Default: `UTC`.
  public var timeZone: String
  /// ISO 4217 code of the currency. Default: `EUR`.
  public var currency: String
  /// Contacts in a hundred that a draw by lot keeps away from every campaign's contents, 0 to 90; with 0 there is no
  /// draw. What they do besides is drawn as for all others, so that campaigns have no effect on it. Default: 0.
  public var heldOut: Int
  /// Contacts in a hundred of those that the lot did not hold out that order in each campaign because of it, 0 to 90;
  /// needs a draw. Each order is a row beside ``touchpoints``. Where a share b buys in a campaign's window anyway, the
  /// campaign raises it by (1 − b) × effect / 100. These orders are after-touches of the campaigns before, so that more of
  /// their addressed contacts stay; of the last campaign, or the only one, no more than of those held out. Default: 0.
  public var effect: Int

  /// Options with sensible sizes: only the number of touchpoints needs to be said.
  public init(
    seed: UInt64 = 1, touchpoints: Int = 10_000, partners: Int = 12, contacts: Int? = nil,
    campaigns: Int = 3,
    start: CivilDate? = nil, days: Int? = nil, timeZone: String = "UTC", currency: String = "EUR",
    heldOut: Int = 0, effect: Int = 0
  ) {
    self.seed = seed
    self.touchpoints = touchpoints
    self.partners = partners
    self.contacts = contacts ?? max(1, touchpoints / 8)
    self.campaigns = campaigns
    self.start = start ?? CivilDate(dayNumber: 19_723)
    self.days = days ?? min(10_000, 300 + 120 * max(0, min(campaigns, 100)))
    self.timeZone = timeZone
    self.currency = currency
    self.heldOut = heldOut
    self.effect = effect
  }

  /// Throws the first `GenerationError` that makes these options impossible.
  func validate() throws(GenerationError) {
    try check("touchpoints", touchpoints, within: 1...10_000_000_000)
    try check("partners", partners, within: 2...1000)
    try check("contacts", contacts, within: 1...touchpoints)
    try check("campaigns", campaigns, within: 0...100)
    try check(
      "days", days, within: (Timetable.history + Timetable.shortestCampaign * campaigns)...10_000)
    try check("holdout", heldOut, within: 0...90)
    guard heldOut > 0 || effect == 0 else { throw GenerationError.effectWithoutHoldout(effect) }
    try check("effect", effect, within: 0...90)
    let last = start.advanced(by: days).components.year
    try check("start", start.components.year, within: 10...9900)
    try check("start", last, within: 10...9990)
    try checkTimeZone()
    guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw GenerationError.notACurrency(currency)
    }
  }

  private func check(_ option: String, _ value: Int, within range: ClosedRange<Int>)
    throws(GenerationError)
  {
    guard range.contains(value) else {
      throw GenerationError.outOfRange(option: option, value: value, allowed: range)
    }
  }

  private func checkTimeZone() throws(GenerationError) {
    let plain = timeZone.utf8.allSatisfy { byte in
      (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || "/_+-".utf8.contains(byte)
    }
    guard plain, !timeZone.isEmpty else { throw GenerationError.notATimeZone(timeZone) }
  }
}

/// Why a dataset cannot be generated from given options.
public enum GenerationError: Error, Equatable, CustomStringConvertible {
  /// A number lies outside of what the option allows together with the others.
  case outOfRange(option: String, value: Int, allowed: ClosedRange<Int>)
  /// An effect is asked for without a holdout to find it by.
  case effectWithoutHoldout(Int)
  /// A text is empty or holds characters that no name of a time zone has.
  case notATimeZone(String)
  /// A text is not three capital letters, as the codes of ISO 4217 are.
  case notACurrency(String)

  /// What is wrong, with the value, and what was expected.
  public var description: String {
    switch self {
    case .outOfRange(let option, let value, let allowed):
      "\(option): \(value) is not possible here, expected \(allowed.lowerBound) to \(allowed.upperBound)"
    case .effectWithoutHoldout(let effect):
      "effect: \(effect) needs a holdout of 1 to 90, without which no effect can be found"
    case .notATimeZone(let name):
      "time zone: \"\(name)\" is not a name such as Europe/Berlin"
    case .notACurrency(let code):
      "currency: \"\(code)\" is no code of ISO 4217, three capital letters such as EUR"
    }
  }
}
