/// One page on one partner in a campaign: what it gives and takes, with whom, and what comes of it.
///
/// Every part is nil where the partner plays no such part.
public struct PartnerProfile: Sendable {
  public var scope: Scope
  /// Index of the partner.
  public var partner: Int
  /// Whether it is a participant of the campaign.
  public var takesPart: Bool
  /// What it reached in its channels.
  public var carrier: Reach.Carrier?
  /// How much of its audience the campaign touched.
  public var audience: NewTouchpoints.AudienceShare?
  /// What it introduced: others' new touchpoints and contacts.
  public var introduced: NewTouchpoints.Introduction?
  /// New touchpoints with its own message, of them in partners' channels.
  public var asBrand: NewTouchpoints.BrandCount?
  /// New contacts that first met the campaign in its channels, and how many stayed.
  public var acquired: Retention.PartnerGroup?
  /// Its partnerships, most contacts given first.
  public var partnerships: [Partnerships.Pair]
  /// What it put in and got back, over all campaigns.
  public var payback: Payback
  public var unknown: [UnknownFigure]

  /// What has to be measured for it.
  public static let sections: Set<Section> = [.touchpoints, .reach, .retention, .partnerships, .cooperation]

  /// Gathers what concerns a partner.
  ///
  /// - Parameter figures: those of ``sections``.
  public init(_ partner: Int, _ figures: ScopeFigures, payback: Payback) {
    scope = figures.scope
    self.partner = partner
    self.payback = payback
    takesPart = figures.cooperation?.participants.contains(partner) ?? false
    carrier = figures.reach?.carriers.first { $0.partner == partner }
    audience = figures.touchpoints?.audiencePenetration.first { $0.partner == partner }
    introduced = figures.touchpoints?.introducedBy.first { $0.partner == partner }
    asBrand = figures.touchpoints?.byBrand.first { $0.brand == partner }
    acquired = figures.retention?.byPartner.first { $0.partner == partner }
    partnerships = figures.partnerships?.pairs.filter { $0.a == partner || $0.b == partner } ?? []
    unknown = []
    if payback.firstCampaign == nil {
      unknown.append(UnknownFigure("payback", .undefined, "The partner took part in no campaign."))
    } else if payback.years.allSatisfy({ $0.invest == nil }) {
      unknown.append(
        UnknownFigure("payback.invest", .notConfigured, "No exchange of money or hours records a value."))
    }
    if payback.secondYearPays == nil, payback.firstCampaign != nil {
      unknown.append(UnknownFigure("payback.second_year_pays", .incomplete, "The second year is not over, or unknown."))
    }
  }
}
