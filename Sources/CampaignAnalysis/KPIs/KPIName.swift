public import CampaignModel

/// The KPIs of a campaign, in the order in which they are shown (<doc:CommandLine#kpis>).
public enum KPIName: String, CaseIterable, Hashable, Sendable {
  case reach
  case contactsGross = "contacts_gross"
  case frequency
  case foreignReach = "foreign_reach"
  case incrementalReach = "incremental_reach"
  case synergy
  case takeovers
  case newContacts = "new_contacts"
  case newTouchpoints = "new_touchpoints"
  case penetration
  case activePartners = "active_partners"
  case interactions
  case engagementDepth = "engagement_depth"
  case engagementPerContact = "engagement_per_contact"
  case organicShares = "organic_shares"
  case coCreationRate = "co_creation_rate"
  case ambassadors
  case reciprocity
  case relevantNewContacts = "relevant_new_contacts"
  case stays
  case carriesOn = "carries_on"
  case joins
  case leads
  case customers
  case visitorToLead = "visitor_to_lead"
  case leadToCustomer = "lead_to_customer"
  case visitorToCustomer = "visitor_to_customer"
  case pipeline
  case revenue
  case cost
  case costPerContact = "cost_per_contact"
  case costPerLead = "cost_per_lead"
  case costPerCustomer = "cost_per_customer"
  case roi
  case singleBrandCost = "single_brand_cost"
  case unaffordableContacts = "unaffordable_contacts"

  /// The KPI of an identifier as people write it, matched like headers (<doc:Dataset#Text>); nil where there is none.
  public init?(matching text: String) {
    let form = MatchingForm.of(text)
    guard let name = KPIName.allCases.first(where: { MatchingForm.of($0.rawValue) == form }) else { return nil }
    self = name
  }

  /// In what a KPI is measured.
  public enum Unit: String, Hashable, Sendable {
    /// Contacts, partners, touches or the like.
    case count
    /// A number without unit, such as touches per contact.
    case ratio
    /// A fraction of 1.
    case share
    /// The dataset's currency.
    case money
  }

  /// Where it stands in the chain reach → interaction → transaction.
  public var level: Level {
    guard let position = KPIName.allCases.firstIndex(of: self),
      let interaction = KPIName.allCases.firstIndex(of: .activePartners),
      let transaction = KPIName.allCases.firstIndex(of: .leads)
    else { return .reach }
    return position < interaction ? .reach : position < transaction ? .interaction : .transaction
  }

  public var unit: Unit {
    switch self {
    case .frequency, .synergy, .engagementDepth, .engagementPerContact, .roi: .ratio
    case .penetration, .coCreationRate, .reciprocity, .stays, .carriesOn, .joins, .visitorToLead, .leadToCustomer,
      .visitorToCustomer:
      .share
    case .pipeline, .revenue, .cost, .costPerContact, .costPerLead, .costPerCustomer, .singleBrandCost: .money
    default: .count
    }
  }

  /// Whether a smaller figure is the better one: what is paid.
  public var isLessBetter: Bool {
    switch self {
    case .cost, .costPerContact, .costPerLead, .costPerCustomer: true
    default: false
    }
  }
}
