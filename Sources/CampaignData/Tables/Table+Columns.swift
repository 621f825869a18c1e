import CampaignModel

/// The columns of each table (<doc:Dataset#Files>).
extension Table {
  /// Columns without which the file cannot be read.
  package var requiredColumns: [String] {
    switch self {
    case .partners, .contacts: ["id"]
    case .channels: ["id", "owner"]
    case .campaigns: ["id", "start", "end"]
    case .contents: ["id", "brands"]
    case .touchpoints: ["time", "contact", "channel", "kind"]
    case .ties: ["from", "to"]
    case .exchanges: ["time", "from", "to", "kind"]
    case .targets: ["campaign", "kpi", "value", "due"]
    case .assessments: ["from", "to", "date"]
    case .plan: ["content", "channel"]
    case .kinds: ["kind", "level"]
    case .totals: ["partners", "figure"]
    }
  }

  /// Whether other tables refer to its rows, besides those of contacts, which exist without one.
  var isReferredTo: Bool { [.partners, .channels, .campaigns, .contents].contains(self) }

  /// Columns that may be missing; their cells are then empty.
  package var optionalColumns: [String] {
    switch self {
    case .partners: ["name", "sector", "stage", "joined", "left"]
    case .channels: ["name", "medium", "paid", "audience"]
    case .campaigns: ["name", "lead", "budget"]
    case .contents: ["title", "campaign", "authors", "format", "published"]
    case .contacts: ["name", "segment", "sector", "relevant", "organisation", "holdout"]
    case .touchpoints: ["content", "value", "cost", "row"]
    case .ties: ["kind", "time", "weight"]
    case .exchanges: ["value"]
    case .targets: []
    case .assessments: ["structure", "social", "performance"]
    case .plan: ["due"]
    case .kinds: ["depth"]
    case .totals: ["campaign", "k", "value", "low", "high", "source"]
    }
  }
}
