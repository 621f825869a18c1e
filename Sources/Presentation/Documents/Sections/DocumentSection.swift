public import CampaignAnalysis

/// A part of the document of every figure, and what a command of its own shows (<doc:CommandLine#JSON>).
public enum DocumentSection: String, CaseIterable, Hashable, Sendable {
  case touchpoints
  case reach
  case retention
  case kpis
  case partnerships
  case funnel
  case attribution

  /// What has to be measured for it.
  public var measures: Set<Section> {
    switch self {
    case .touchpoints: [.touchpoints]
    case .reach: [.reach]
    case .retention: [.retention]
    case .kpis: KPIs.sections
    case .partnerships: [.partnerships, .cooperation]
    case .funnel: [.funnel, .journeys]
    case .attribution: [.attribution]
    }
  }
}
