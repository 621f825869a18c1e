import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import Presentation

extension CampaignReport {
  /// How partners work together: every pair with its knot, and how deeply partners and contacts take part.
  func cooperationSection(_ entry: ScopeFigures, id: String) -> ReportContent.Section {
    var lead = localizer(.cooperationLead)
    var blocks: [ReportContent.Block] = []
    if let partnerships = entry.partnerships {
      lead += " " + knotsLead(partnerships)
      if partnerships.pairs.contains(where: { $0.knot != nil }) {
        blocks.append(diagram(.knots, entry, title: .knotsFigureTitle, caption: .knotsCaption))
      }
    }
    var tables: [FigureTable] = []
    if let cooperation = entry.cooperation { tables += cooperation.tables(in: dataset, options: tableOptions) }
    if let partnerships = entry.partnerships { tables += partnerships.tables(in: dataset, options: tableOptions) }
    blocks.append(.tables(shown(tables)))
    return ReportContent.Section(
      id: "\(id)-cooperation", title: localizer(.cooperationSection), lead: lead, blocks: blocks)
  }

  private func knotsLead(_ partnerships: Partnerships) -> String {
    if partnerships.unknown.contains(where: { $0.figure == PartnershipFigures.knot.path && $0.state == .notConfigured })
    {
      return localizer(.knotsUnknown)
    }
    guard !partnerships.pairs.isEmpty else { return localizer(.noPartnerships) }
    func count(_ knot: Knot) -> String { localizer.number(partnerships.pairs.count { $0.knot == knot }) }
    let judged = partnerships.pairs.compactMap(\.isConclusive)
    let known = partnerships.pairs.count { $0.knot != nil }
    let all = localizer.number(partnerships.pairs.count)
    guard known > 0 else { return localizer(.knotsWithheld, all) }
    var lead = localizer(.knotsLead, all, count(.reef), count(.granny), count(.oneSided))
    if known < partnerships.pairs.count {
      lead += " " + localizer(.someKnotsWithheld, localizer.number(partnerships.pairs.count - known))
    }
    guard judged.contains(false) else {
      return judged.isEmpty ? lead : lead + " " + localizer(.allKnotsConclusive)
    }
    return lead + " "
      + localizer(.conclusiveKnots, localizer.number(judged.count { $0 }), localizer.number(judged.count))
  }

  /// Visitors, leads, customers and money.
  package func section(_ funnel: Funnel, _ entry: ScopeFigures, id: String) -> ReportContent.Section {
    let total = funnel.total
    let isEmpty = total.leads == 0 && total.customers == 0 && [total.revenue, total.cost].allSatisfy { ($0 ?? 0) == 0 }
    if isEmpty { return sentence(.noFunnel, title: .funnelSection, id: "\(id)-funnel") }
    var lead = localizer(.funnelLead)
    if let share = funnel.total.visitorToCustomer, let rate = share.rate {
      lead +=
        " "
        + localizer(.customersLead, localizer.number(share.count), localizer.number(share.of), localizer.percent(rate))
    }
    if let remark = dataset.remarkOnLateDays(entry.retention?.observedDays) { lead += " " + localizer(remark) }
    return ReportContent.Section(
      id: "\(id)-funnel", title: localizer(.funnelSection), lead: lead,
      blocks: [
        .charts([FunnelChart.chart(funnel, localizer)].compactMap { $0 }),
        .tables(shown(funnel.tables(in: dataset, options: tableOptions))),
      ])
  }

  /// Which touches led to conversions.
  package func section(_ attribution: Attribution, id: String) -> ReportContent.Section {
    if attribution.conversions == 0 {
      return sentence(.noConversions, title: .attributionSection, id: "\(id)-attribution")
    }
    return ReportContent.Section(
      id: "\(id)-attribution", title: localizer(.attributionSection), lead: localizer(.attributionLead),
      blocks: [
        .charts([AttributionChart.chart(attribution, dataset, localizer)].compactMap { $0 }),
        .tables(shown(attribution.tables(in: dataset, options: tableOptions))),
      ])
  }

  /// A section that has nothing to show but one sentence.
  private func sentence(_ words: LocalizedText, title: LocalizedText, id: String) -> ReportContent.Section {
    ReportContent.Section(id: id, title: localizer(title), lead: localizer(words), blocks: [])
  }

  /// How contacts fare on their way.
  package func section(_ journeys: Journeys, id: String) -> ReportContent.Section {
    ReportContent.Section(
      id: "\(id)-journeys", title: localizer(.journeysSection), lead: localizer(.journeysLead),
      blocks: [
        .charts([EmotionChart.chart(journeys, localizer)].compactMap { $0 }),
        .tables(shown(journeys.tables(in: dataset, options: tableOptions))),
      ])
  }

  /// Every KPI with its target, where all that KPIs need is measured.
  func kpiSection(_ entry: ScopeFigures, id: String) -> ReportContent.Section? {
    guard hasKPIs(entry) else { return nil }
    return ReportContent.Section(
      id: "\(id)-kpis", title: localizer(.kpiSection), lead: localizer(.kpiLead),
      blocks: [.tables(shown(KPIs(entry, in: dataset).tables(in: dataset)))])
  }

  /// The KPIs with their targets; nil where not all that they need is measured.
  func kpis(of entry: ScopeFigures) -> KPIs? { hasKPIs(entry) ? KPIs(entry, in: dataset) : nil }

  private func hasKPIs(_ entry: ScopeFigures) -> Bool {
    KPI.sections.isSubset(of: entry.sections)
  }

  /// Every KPI of a few campaigns side by side, with the changes; empty where a page has no room for them.
  var kpiComparison: [FigureTable] {
    let measured = figures.filter { !hasNoTouch($0) }
    guard (2...4).contains(measured.count), measured.allSatisfy(hasKPIs) else { return [] }
    let campaigns = measured.map { (heading: LabelText.short(name(of: $0.scope), 40), kpis: KPIs($0, in: dataset)) }
    return shown([KPIs.comparison(campaigns, in: dataset)])
  }

  /// Who communicates what on which channel, against what happened; no section where nothing is planned.
  func planSections(_ index: Int, id: String) -> [ReportContent.Section] {
    guard index < plans.count, !plans[index].items.isEmpty else { return [] }
    let plan = plans[index]
    let states: [(LocalizedText, PlanReview.State)] = [
      (.planDone, .done), (.planLate, .late), (.planMissed, .missed), (.planOpen, .open),
    ]
    let parts = states.map { name, state in
      PartsBarChart.Part(name: localizer(name), count: plan.items.count { $0.state == state })
    }
    let chart = PartsBarChart.chart(
      "plan", title: localizer(.planTitle), whole: localizer(.planSection), parts, localizer)
    let document = PlanDocument(dataset, [plan], isList: false)
    return [
      ReportContent.Section(
        id: "\(id)-plan", title: localizer(.planSection), lead: localizer(.planLead),
        blocks: [
          .charts([chart].compactMap { $0 }), .tables(shown(document.parts(tableOptions).flatMap(\.tables))),
        ])
    ]
  }
}
