public import CampaignFigures
public import CampaignModel

/// One page on one partner in a campaign: what it gives and takes, with whom, and what comes of it.
///
/// A partner that plays no part somewhere has 0 there; a part is nil where it was not measured, or where it cannot be known
/// of anybody.
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
    // Without contents nothing tells own from foreign, and penetration says so.
    let knowsOwn =
      figures.touchpoints?.unknown.contains { $0.figure == "penetration" && $0.state == .notConfigured } != true
    takesPart = figures.cooperation?.participants.contains(partner) ?? false
    carrier = figures.reach.map { reach in
      reach.carriers.first { $0.partner == partner } ?? Reach.Carrier(none: partner, knowsOwn: knowsOwn)
    }
    audience = figures.touchpoints?.audiencePenetration.first { $0.partner == partner }
    introduced = figures.touchpoints.flatMap { touchpoints in
      touchpoints.introducedBy.first { $0.partner == partner }
        ?? (knowsOwn ? NewTouchpoints.Introduction(partner: partner, newTouchpoints: 0, newContacts: 0) : nil)
    }
    asBrand = figures.touchpoints.map { touchpoints in
      touchpoints.byBrand.first { $0.brand == partner }
        ?? NewTouchpoints.BrandCount(
          brand: partner, total: 0, own: knowsOwn ? 0 : nil, foreign: knowsOwn ? 0 : nil)
    }
    acquired = figures.retention.map { retention in
      retention.byPartner.first { $0.partner == partner } ?? Retention.PartnerGroup(none: partner, of: retention)
    }
    partnerships = figures.partnerships?.pairs.filter { $0.a == partner || $0.b == partner } ?? []
    unknown = []
    addUnknown(figures)
  }

  private mutating func addUnknown(_ figures: ScopeFigures) {
    if let carrier {
      unknown.addWithheld(named: "carrier.reach", if: carrier.reach == nil)
      unknown.addWithheld(named: "carrier.exclusive", if: carrier.exclusive == nil)
      unknown.addWithheld(named: "carrier.incremental_over_own", if: carrier.incrementalOverOwn == nil)
      unknown.addWithheld(named: "carrier.shapley", if: carrier.shapley == nil)
    }
    unknown.addWithheld(named: "audience_penetration", if: audience != nil && audience?.share == nil)
    unknown.addWithheld(named: "introduced.new_touchpoints", if: introduced != nil && introduced?.newTouchpoints == nil)
    unknown.addWithheld(named: "introduced.new_contacts", if: introduced != nil && introduced?.newContacts == nil)
    unknown.addWithheld(named: "as_brand.foreign", if: asBrand != nil && asBrand?.foreign == nil)
    unknown.addWithheld(named: "acquired.cohort", if: acquired != nil && acquired?.cohort == nil)
    if acquired != nil, acquired?.stays == nil {
      let known = figures.retention?.unknown.first { $0.figure == "retention" }
      unknown.append(
        UnknownFigure(
          "acquired.stays", known?.state ?? .withheld, known?.reason ?? .countsFewContacts))
    }
    unknown += payback.unknown
  }
}

extension Reach.Carrier {
  /// A partner in whose channels nobody was touched.
  fileprivate init(none partner: Int, knowsOwn: Bool) {
    self.init(partner: partner, reach: 0, exclusive: 0, incrementalOverOwn: knowsOwn ? 0 : nil, shapley: 0)
  }
}

extension Retention.PartnerGroup {
  /// A partner that acquired nobody: of nobody, nobody stays, once anybody can.
  fileprivate init(none partner: Int, of retention: Retention) {
    let isOver = !retention.unknown.contains { $0.figure == "retention" }
    let none = isOver ? 0 : nil
    self.init(
      partner: partner, cohort: 0, stays: none, kept: none, passedOn: none, carriesOn: none, joins: none, lost: none)
  }
}
