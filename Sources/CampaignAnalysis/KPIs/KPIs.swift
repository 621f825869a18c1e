public import CampaignFigures
public import CampaignModel

/// Every KPI of a campaign on one page, with its targets beside it.
public struct KPIs: Sendable {
  /// One KPI.
  public struct Entry: Hashable, Sendable {
    public var kpi: KPI
    /// The figure; the rate of a proportion, but the count of `active_partners`. Nil when it is not exact.
    public var value: Double?
    /// Count, whole and interval, where the KPI is a proportion that is known.
    public var proportion: Proportion?
    /// The interval of a bootstrap, where the KPI is no proportion and intervals are asked for.
    public var interval: Interval?
    /// Why `value` is nil.
    public var unknown: UnknownFigure?
    /// What was planned; nil without a target.
    public var target: TargetStatus?
  }

  public var scope: Scope
  /// Whole days observed after the end, with which shares of those who stay grow; nil where retention was not measured.
  package var observedDays: Int?
  /// By ``KPI/all``, in its order.
  public var entries: [Entry]
  /// Levels for which the campaign has no target.
  public var targetsMissing: [Level]
  /// What bears on whether the figures can be trusted (<doc:Metrics#Trust>).
  public var trust: [Trust.Entry]
  /// What is not known beside the KPIs themselves: their targets, and entries of ``trust``.
  public var unknown: [UnknownFigure]

  /// The entry of a KPI by its identifier, such as `incremental_reach`; nil when there is none.
  public subscript(id: String) -> Entry? { entries.first { $0.kpi.id == id } }

  /// The entry of a figure; nil when it is no KPI.
  package subscript(figure: Figure<some Any>) -> Entry? { self[figure.kpi] }

  /// The sections that ``init(_:in:)`` needs.
  public static let sections: Set<Section> = KPI.sections.union([.partnerships, .trust, .targets])

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
    observedDays = figures.retention?.observedDays
    let targets = KPITargets(of: scope, in: dataset)
    targetsMissing = targets.missing
    trust = figures.trustEntries ?? []
    unknown = figures.trust?.unknown ?? []
    if targets.areLeftOut {
      unknown.append(
        UnknownFigure(
          "targets", .undefined,
          LocalizedText(
            "Targets are held against figures of the whole campaign, without a filter.",
            "Ziele werden an Zahlen der ganzen Kampagne gemessen, ohne Filter.")))
    }
    entries = KPI.all.map { Entry($0, figures) }
    for index in entries.indices {
      guard let target = targets[entries[index].kpi] else { continue }
      let due = figures.dueFigures?.entries[entries[index].kpi] ?? entries[index]
      var status = TargetStatus(
        target, valueAtDue: due.value, isLessBetter: due.kpi.isLessBetter, start: scope.start,
        observedUntil: dataset.observedUntil)
      let group = MinimumGroup(of: dataset)
      let isWithheld = entries[index].unknown?.state == .withheld
      let tells = figures.dueFigures?.laterContacts[due.kpi].map { due.tells(of: entries[index], $0, group) } ?? false
      if group.isAsked, isWithheld || tells {
        status?.withholdValue()
        unknown.addWithheld(named: "kpis.\(due.kpi.id).value_at_due", if: true)
      }
      entries[index].target = status
    }
  }
}

extension KPIs {
  /// Whether anything was measured: there is a touch in the scope.
  package var hasTouches: Bool { entries.haveTouches }
}

extension [KPIs.Entry] {
  /// Whether there was a touch; true where it is not known.
  var haveTouches: Bool {
    let touches = first { $0.kpi.id == ReachFigures.contactsGross.kpi }
    return touches?.value != 0 && touches?.unknown?.reason != .nothingMeasured
  }

  /// What can be compared: without a touch all is 0 though nothing was measured, and a change from or to that would read as
  /// success or failure; none is known then but how contents were made, which their table tells.
  var withoutUnmeasured: [KPIs.Entry] {
    guard !haveTouches else { return self }
    return map { entry in
      guard entry.value != nil, entry.kpi.id != CooperationFigures.coCreationRate.kpi else { return entry }
      return KPIs.Entry(
        entry.kpi, value: nil, proportion: nil, interval: nil,
        unknown: UnknownFigure(entry.kpi.id, .undefined, .nothingMeasured))
    }
  }
}

extension LocalizedText {
  /// Why nothing is known of a scope without touches.
  package static let nothingMeasured = LocalizedText(
    "No touch is counted here, so that nothing was measured.",
    "Hier zählt keine Berührung: Gemessen wurde nichts.")
}

extension KPIs.Entry {
  init(_ kpi: KPI, _ figures: ScopeFigures) {
    self.kpi = kpi
    switch kpi.value(figures) {
    case .count(let count): value = Double(count)
    case .number(let number), .fraction(let number), .money(let number): value = number
    case .share(let share):
      proportion = share
      value = kpi.unit == .count ? Double(share.count) : share.rate
    default: break
    }
    if value != nil, let ends = kpi.ends(figures), let low = ends.low, let high = ends.high {
      interval = Interval(low: low, high: high)
    }
    guard value == nil else { return }
    let entry = kpi.unknown(figures)
    assert(entry != nil, "A section names every figure that it cannot give: \(kpi.id).")
    unknown = UnknownFigure(kpi.id, entry?.state ?? .undefined, entry?.reason ?? .reasonNotKnown)
  }

  /// Whether the KPI as it stood earlier, beside what it is now, tells how many of a small group of contacts came since.
  ///
  /// - Parameter later: contacts behind the touches and transactions of the campaign since then.
  fileprivate func tells(of now: KPIs.Entry, _ later: Int, _ group: MinimumGroup) -> Bool {
    guard let value, let valueNow = now.value, value != valueNow else { return false }
    // Partners, contents and gestures are no contacts.
    if kpi.isAboutPartners { return false }
    if let proportion, let proportionNow = now.proportion {
      return group.withholds(abs(proportionNow.count - proportion.count))
        || group.withholds(abs(proportionNow.of - proportion.of))
    }
    return later < group.minimum || kpi.unit == .count && group.withholds(Int(abs(valueNow - value).rounded()))
  }
}
