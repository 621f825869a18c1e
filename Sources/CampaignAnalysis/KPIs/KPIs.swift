public import CampaignFigures
public import CampaignModel

/// Every KPI of a campaign on one page, with its targets beside it.
public struct KPIs: Sendable {
  /// One KPI.
  public struct Entry: Hashable, Sendable {
    public var name: KPIName
    /// The figure; the rate of a proportion, but the count of `active_partners`. Nil when it is not exact.
    public var value: Double?
    /// Count, whole and interval, where the KPI is a proportion that is known.
    public var proportion: Proportion?
    /// Why `value` is nil.
    public var unknown: UnknownFigure?
    /// What was planned; nil without a target.
    public var target: TargetStatus?
  }

  public var scope: Scope
  /// By ``KPIName``, in its order.
  public var entries: [Entry]
  /// Levels for which the campaign has no target.
  public var targetsMissing: [Level]
  /// What bears on whether the figures can be trusted (<doc:Metrics#Trust>).
  public var trust: [Trust.Entry]
  /// What is not known beside the KPIs themselves: their targets, and entries of ``trust``.
  public var unknown: [UnknownFigure]

  /// The entry of a KPI.
  public subscript(name: KPIName) -> Entry? { entries.first { $0.name == name } }

  /// The sections that ``init(_:in:)`` needs.
  public static let sections: Set<Section> = measured.union([.partnerships, .trust, .targets])

  /// The sections that hold a KPI.
  static let measured: Set<Section> = [.touchpoints, .reach, .retention, .cooperation, .funnel]

  /// Gathers the KPIs of a scope.
  ///
  /// A level counts as without target when no row of targets.csv names a KPI of it and a value. Of several targets
  /// for the same KPI the last row counts. Each is held against the KPI as it stood when the target was due. Where the
  /// scope has a filter, targets are left out.
  ///
  /// - Parameter figures: those of ``sections``, measured for the campaign as a whole, without a brand; the cohort
  ///   of retention is that of its options.
  public init(_ figures: ScopeFigures, in dataset: Dataset) {
    scope = figures.scope
    let targets = KPITargets(of: scope, in: dataset)
    targetsMissing = targets.missing
    trust = figures.trustEntries ?? []
    unknown = figures.trust?.unknown ?? []
    if targets.areLeftOut {
      unknown.append(
        UnknownFigure(
          "targets", .undefined, "Targets are held against figures of the whole campaign, without a filter."))
    }
    entries = KPIName.allCases.map { Entry(name: $0, figures) }
    for index in entries.indices {
      guard let target = targets[entries[index].name] else { continue }
      let due = figures.dueFigures?.entries[entries[index].name] ?? entries[index]
      var status = TargetStatus(
        target, valueAtDue: due.value, isLessBetter: due.name.isLessBetter, start: scope.start,
        observedUntil: dataset.observedUntil)
      let group = MinimumGroup(of: dataset)
      let isWithheld = entries[index].unknown?.state == .withheld
      let tells = figures.dueFigures?.laterContacts[due.name].map { due.tells(of: entries[index], $0, group) } ?? false
      if group.isAsked, isWithheld || tells {
        status?.withholdValue()
        unknown.addWithheld("kpis.\(due.name.rawValue).value_at_due", if: true)
      }
      entries[index].target = status
    }
  }
}

extension KPIs.Entry {
  init(name: KPIName, _ figures: ScopeFigures) {
    self.name = name
    switch name {
    case .reach, .contactsGross, .frequency, .foreignReach, .incrementalReach, .synergy, .takeovers, .organicShares:
      value = KPIs.Entry.reachFigure(name, figures.reach)
    case .newContacts: value = figures.touchpoints?.newContacts.map(Double.init)
    case .newTouchpoints: value = figures.touchpoints?.newTouchpoints.map(Double.init)
    case .penetration: take(figures.touchpoints?.penetration)
    case .relevantNewContacts: value = figures.touchpoints?.relevantNewContacts.map(Double.init)
    case .singleBrandCost: value = figures.touchpoints?.singleBrandCost
    case .unaffordableContacts: value = figures.touchpoints?.unaffordableContacts.map(Double.init)
    case .activePartners:
      take(figures.cooperation?.activePartners)
      value = proportion.map { Double($0.count) }
    case .interactions: value = figures.cooperation?.interactions.map(Double.init)
    case .engagementDepth: value = figures.cooperation?.engagementDepth
    case .engagementPerContact: value = figures.cooperation?.engagementPerContact
    case .coCreationRate: take(figures.cooperation?.coCreationRate)
    case .ambassadors: value = figures.cooperation?.ambassadorCount.map(Double.init)
    case .reciprocity: take(figures.cooperation?.reciprocity.answered)
    case .stays: take(figures.retention?.stays)
    case .carriesOn: take(figures.retention?.carriesOn)
    case .joins: take(figures.retention?.joins)
    default: takeFunnelFigure(figures.funnel?.total)
    }
    if value == nil { unknown = KPIs.Entry.reason(name, figures) }
  }

  /// Whether the KPI as it stood earlier, beside what it is now, tells how many of a small group of contacts came since.
  ///
  /// - Parameter later: contacts behind the touches and transactions of the campaign since then.
  fileprivate func tells(of now: KPIs.Entry, _ later: Int, _ group: MinimumGroup) -> Bool {
    guard let value, let valueNow = now.value, value != valueNow else { return false }
    // Partners, contents and gestures are no contacts.
    if [.activePartners, .coCreationRate, .reciprocity].contains(name) { return false }
    if let proportion, let proportionNow = now.proportion {
      return group.withholds(abs(proportionNow.count - proportion.count))
        || group.withholds(abs(proportionNow.of - proportion.of))
    }
    return later < group.minimum || name.unit == .count && group.withholds(Int(abs(valueNow - value).rounded()))
  }

  private mutating func take(_ share: Proportion?) {
    proportion = share
    value = share?.rate
  }

  private static func reachFigure(_ name: KPIName, _ reach: Reach?) -> Double? {
    switch name {
    case .reach: reach?.reach.map(Double.init)
    case .contactsGross: reach?.contactsGross.map(Double.init)
    case .frequency: reach?.frequency
    case .foreignReach: reach?.foreign.map(Double.init)
    case .incrementalReach: reach?.incremental.map(Double.init)
    case .synergy: reach?.synergy
    case .takeovers: reach?.takeovers.map(Double.init)
    default: reach?.organicShares.map(Double.init)
    }
  }

  private mutating func takeFunnelFigure(_ funnel: Funnel.Figures?) {
    switch name {
    case .leads: value = funnel?.leads.map(Double.init)
    case .customers: value = funnel?.customers.map(Double.init)
    case .visitorToLead: take(funnel?.visitorToLead)
    case .leadToCustomer: take(funnel?.leadToCustomer)
    case .visitorToCustomer: take(funnel?.visitorToCustomer)
    case .pipeline: value = funnel?.pipeline
    case .revenue: value = funnel?.revenue
    case .cost: value = funnel?.cost
    case .costPerContact: value = funnel?.costPerContact
    case .costPerLead: value = funnel?.costPerLead
    case .costPerCustomer: value = funnel?.costPerCustomer
    default: value = funnel?.roi
    }
  }

  /// What the sections call figures that bear another name as KPIs.
  private static let figures: [KPIName: String] = [
    .foreignReach: "foreign", .incrementalReach: "incremental", .newTouchpoints: "new_touchpoints.total",
  ]

  /// Why a KPI cannot be given, as the section that measures it says.
  private static func reason(_ name: KPIName, _ figures: ScopeFigures) -> UnknownFigure {
    let lists = [
      figures.touchpoints?.unknown, figures.reach?.unknown, figures.retention?.unknown, figures.cooperation?.unknown,
      figures.funnel?.unknown,
    ]
    let known = lists.compactMap(\.self).flatMap(\.self)
    let names = [name.rawValue, KPIs.Entry.figures[name]].compactMap(\.self)
    if let entry = known.first(where: { names.contains($0.figure) }) {
      return UnknownFigure(name.rawValue, entry.state, entry.reason)
    }
    switch name {
    case .stays, .carriesOn, .joins:
      if let entry = known.first(where: { $0.figure == "retention" || $0.figure == "stays" }) {
        return UnknownFigure(name.rawValue, entry.state, entry.reason)
      }
    default: break
    }
    return UnknownFigure(name.rawValue, .withheld, "It counts fewer contacts than minimum_group.")
  }
}
