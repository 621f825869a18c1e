package import CampaignFigures
public import CampaignModel

/// A key performance indicator: a figure of the catalog that stands on the page of all KPIs (<doc:CommandLine#kpis>).
public struct KPI: Sendable {
  /// The identifier in JSON and in targets.csv, such as `incremental_reach`.
  public let id: String
  /// Where it stands in the chain reach → interaction → transaction.
  public let level: Level
  /// Whether a smaller figure is the better one: what is paid.
  public let isLessBetter: Bool
  /// Whether it counts partners, contents or gestures rather than contacts.
  let isAboutPartners: Bool
  /// In what ``KPIs/Entry/value`` is measured. A share is told by its rate, or by its count where this is a count.
  package let unit: FigureUnit
  package let title: LocalizedText
  /// One sentence on what it means.
  package let meaning: LocalizedText?
  /// The section that has the figure.
  let section: Section
  /// The figure in the results of a scope; nil when it is not exact.
  let value: @Sendable (ScopeFigures) -> FigureValue?
  /// The ends of its interval in the results of a scope; nil where they have none, or where it is a share.
  let ends: @Sendable (ScopeFigures) -> FigureEnds?
  /// Why it is nil, as its section says.
  let unknown: @Sendable (ScopeFigures) -> UnknownFigure?

  /// Every KPI, in the order in which they are shown.
  public static let all: [KPI] = [
    KPI(ReachFigures.reach, .reach), KPI(ReachFigures.contactsGross, .reach), KPI(ReachFigures.frequency, .reach),
    KPI(ReachFigures.foreign, .reach), KPI(ReachFigures.incremental, .reach), KPI(ReachFigures.synergy, .reach),
    KPI(ReachFigures.takeovers, .reach), KPI(TouchpointFigures.newContacts, .reach),
    KPI(TouchpointFigures.newTouchpoints, .reach), KPI(TouchpointFigures.penetration, .reach),

    KPI(CooperationFigures.activePartners, .interaction, as: .count),
    KPI(CooperationFigures.interactions, .interaction), KPI(CooperationFigures.engagementDepth, .interaction),
    KPI(CooperationFigures.engagementPerContact, .interaction), KPI(ReachFigures.organicShares, .interaction),
    KPI(CooperationFigures.coCreationRate, .interaction), KPI(CooperationFigures.ambassadorCount, .interaction),
    KPI(CooperationFigures.reciprocity, .interaction), KPI(TouchpointFigures.relevantNewContacts, .interaction),
    KPI(RetentionFigures.stays, .interaction), KPI(RetentionFigures.carriesOn, .interaction),
    KPI(RetentionFigures.joins, .interaction),

    KPI(FunnelFigures.leads.ofTotal, .transaction), KPI(FunnelFigures.customers.ofTotal, .transaction),
    KPI(FunnelFigures.visitorToLead.ofTotal, .transaction), KPI(FunnelFigures.leadToCustomer.ofTotal, .transaction),
    KPI(FunnelFigures.visitorToCustomer.ofTotal, .transaction), KPI(FunnelFigures.pipeline.ofTotal, .transaction),
    KPI(FunnelFigures.revenue.ofTotal, .transaction), KPI(FunnelFigures.cost.ofTotal, .transaction),
    KPI(FunnelFigures.costPerContact.ofTotal, .transaction), KPI(FunnelFigures.costPerLead.ofTotal, .transaction),
    KPI(FunnelFigures.costPerCustomer.ofTotal, .transaction), KPI(FunnelFigures.roi.ofTotal, .transaction),
    KPI(TouchpointFigures.singleBrandCost, .transaction), KPI(TouchpointFigures.unaffordableContacts, .transaction),
  ]

  /// - Parameter unit: another than the figure's: the count of a share in place of its rate.
  private init<Result: SectionFigures>(_ figure: Figure<Result>, _ level: Level, as unit: FigureUnit? = nil) {
    id = figure.kpi
    self.level = level
    self.unit = unit ?? figure.unit
    title = figure.title
    meaning = figure.meaning
    isLessBetter = figure.isLessBetter
    isAboutPartners = figure.isAboutPartners
    section = Result.section
    value = { $0[Result.self].flatMap(figure.value) }
    ends = { figures in figure.ends.flatMap { ends in figures[Result.self].flatMap(ends) } }
    let paths = [figure.path, figure.id] + figure.unknownWith + [Result.section.id]
    unknown = { figures in
      let entries = figures[Result.self]?.unknown ?? []
      return paths.lazy.compactMap { path in entries.first { $0.figure == path } }.first
    }
  }
}

extension KPI {
  /// The KPI of an identifier as people write it, matched like headers (<doc:Dataset#Text>); nil where there is none.
  public init?(matching text: String) {
    let form = MatchingForm.of(text)
    guard let kpi = KPI.all.first(where: { MatchingForm.of($0.id) == form }) else { return nil }
    self = kpi
  }

  /// The sections that hold a KPI.
  package static let sections = Set(all.map(\.section))
}

extension KPI: Hashable {
  public static func == (left: KPI, right: KPI) -> Bool { left.id == right.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
