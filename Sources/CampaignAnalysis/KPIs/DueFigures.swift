package import CampaignFigures
package import CampaignModel

/// The KPIs of a campaign that have a target, as they stood when it was due: measured as if no more had been observed
/// (<doc:Metrics#Targets>).
package struct DueFigures: Sendable {
  package var scope: Scope
  /// By KPI, for targets that were due before the end of observation; others stand as they do now.
  package var entries: [KPI: KPIs.Entry]
  package var unknown: [UnknownFigure] = []
  /// By the same KPIs, contacts behind the campaign's touches and transactions since then; empty where small groups are
  /// not protected.
  var laterContacts: [KPI: Int] = [:]
}

extension Section {
  /// KPIs as they stood when their targets were due.
  public static let targets = Section("targets")
  /// Every KPI on one page, with its target: a document made of other sections.
  public static let kpis = Section("kpis")
}

extension ScopeFigures {
  /// KPIs as they stood when their targets were due; nil where they were not measured.
  package var dueFigures: DueFigures? {
    get { self[DueFigures.self] }
    set { self[DueFigures.self] = newValue }
  }
}

extension DueFigures: SectionFigures {
  package static var section: Section { .targets }
  package static var document: Section? { .kpis }

  package func add(to system: inout CountSystem, in dataset: Dataset) {}

  /// They were measured with small groups protected; what their change since then tells, ``KPIs`` looks after.
  package mutating func withhold(_ suppression: Suppression) {}
}
