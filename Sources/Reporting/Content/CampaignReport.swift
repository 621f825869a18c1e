import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import GraphvizRendering
import Pooling
import Presentation

/// Puts a report together from figures: what it says, in which order.
///
/// A section of a chapter is a file of its own that adds to ``sections(of:id:)``.
struct CampaignReport {
  let dataset: Dataset
  let figures: [ScopeFigures]
  /// The plan of each scope; empty where it is not reported.
  let plans: [PlanReview]
  /// What partners' totals say of campaigns; nil where there are none.
  let totals: TotalsPart?
  /// What the KPIs of the only campaign are held against; nil for nothing.
  let earlier: EarlierKPIs?
  /// How long contacts pause; nil where no lifetimes are told, or there are too few pauses.
  let rhythm: ActivityRhythm?
  let options: ReportOptions
  let localizer: Localizer

  init(
    _ figures: [ScopeFigures], plans: [PlanReview], totals: BoundsDocument? = nil, earlier: EarlierKPIs? = nil,
    in dataset: Dataset, options: ReportOptions
  ) {
    precondition(plans.isEmpty || plans.count == figures.count, "There is a plan for every campaign or for none.")
    self.dataset = dataset
    self.figures = figures
    self.plans = plans
    self.earlier = earlier
    rhythm = figures.contains { $0.retention?.survival?.median != nil } ? ActivityRhythm(of: dataset) : nil
    self.options = options
    let localizer = Localizer(options.language, timeZone: dataset.settings.timeZone)
    self.localizer = localizer
    self.totals = totals.map { TotalsPart(document: $0, options: options, localizer: localizer) }
  }

  var content: ReportContent {
    let names = figures.map { name(of: $0.scope) }
    let isSingle = figures.count == 1
    var content = ReportContent(
      language: options.language, title: isSingle ? names[0] : LabelText.short(dataset.name, 120),
      subtitle: isSingle
        ? subtitle(of: figures[0].scope) : localizer(.campaignsCompared, localizer.number(figures.count)))
    content.organization = options.organization
    content.logo = options.logo
    content.partners = (figures[0].reach?.carriers ?? []).prefix(24).map { ($0.partner, partner($0.partner)) }
    if !isSingle { content.opening = [.tables([comparison] + kpiComparison)] }
    for (index, entry) in figures.enumerated() {
      let id = "c\(index + 1)"
      content.chapters.append(
        ReportContent.Chapter(
          id: id, title: names[index], subtitle: subtitle(of: entry.scope),
          opening: opening(of: entry, comparison(of: index)),
          sections: sections(of: entry, id: id) + planSections(index, id: id)))
    }
    content.closing = [glossary, method] + [definitions].compactMap(\.self)
    return content
  }

  /// The sections of a campaign, each where its figures were measured.
  private func sections(of entry: ScopeFigures, id: String) -> [ReportContent.Section] {
    var sections: [ReportContent.Section] = []
    if let totals, let place = place(amongTotals: entry) { sections.append(totals.section(place, id: id)) }
    if hasNoTouch(entry) { return sections }
    if let kpis = kpiSection(entry, id: id) { sections.append(kpis) }
    if earlier != nil, let comparison = comparison(of: 0) { sections.append(section(comparison, id: id)) }
    if let touchpoints = entry.touchpoints { sections.append(section(touchpoints, id: id)) }
    if entry.reach != nil { sections.append(reachSection(entry, id: id)) }
    if let retention = entry.retention { sections.append(section(retention, entry, id: id)) }
    if entry.partnerships != nil || entry.cooperation != nil { sections.append(cooperationSection(entry, id: id)) }
    if let funnel = entry.funnel { sections.append(section(funnel, entry, id: id)) }
    if let attribution = entry.attribution { sections.append(section(attribution, id: id)) }
    if let journeys = entry.journeys { sections.append(section(journeys, id: id)) }
    return sections
  }

  /// Which of the totals' results are of the campaign; nil for none.
  private func place(amongTotals entry: ScopeFigures) -> Int? {
    guard let campaign = entry.scope.campaign, entry.scope.filter == .none else { return nil }
    return totals?.document.results.firstIndex {
      guard let id = $0.family.campaign else { return dataset.campaigns.count == 1 }
      return id == dataset.campaigns[campaign].id
    }
  }

  /// Whether no touch of a campaign is in the log, or none that passes the filter: all its figures would be 0, though nothing
  /// was measured.
  func hasNoTouch(_ entry: ScopeFigures) -> Bool { entry.reach?.contactsGross == 0 }

  private func opening(of entry: ScopeFigures, _ comparison: KPIComparison?) -> [ReportContent.Block] {
    if hasNoTouch(entry) {
      if let totals, let place = place(amongTotals: entry) {
        return [.summary([localizer(.noTouchesButTotals)] + totals.sentences(place))]
      }
      return [.summary([localizer(entry.scope.filter == .none ? .noTouches : .noFilteredTouches)])]
    }
    var blocks: [ReportContent.Block] = []
    let sentences = summary(of: entry)
    if !sentences.isEmpty { blocks.append(.summary(sentences)) }
    if let chart = kpis(of: entry).flatMap({ TargetsChart.chart($0, dataset, localizer) }) {
      blocks.append(.charts([chart]))
    }
    blocks.append(.cards(cards(of: entry, comparison)))
    let warnings = warnings(of: entry)
    if !warnings.isEmpty { blocks.append(.warnings(warnings)) }
    return blocks
  }

  /// The campaign's name, or the dataset's for a window, as a heading has room for.
  func name(of scope: Scope) -> String {
    LabelText.short(scope.campaign.map { dataset.campaigns[$0].label } ?? dataset.name, 120)
  }

  private func subtitle(of scope: Scope) -> String { localizer.period(scope.start, scope.end) }

  /// A partner's name as sentences have room for.
  func partner(_ index: Int) -> String { LabelText.short(dataset.partners[index].label, 60) }

  /// The tables that hold anything.
  func shown(_ tables: [FigureTable]) -> [FigureTable] { tables.filter { !$0.rows.isEmpty } }

  /// How many rows tables show.
  var tableOptions: TableOptions { TableOptions(rowLimit: options.rowLimit) }

  /// A diagram of a view, for a page whose caption is its title.
  func diagram(
    _ view: CampaignDiagram, _ entry: ScopeFigures, title: LocalizedText, caption: LocalizedText
  ) -> ReportContent.Block {
    let settings = DiagramOptions(top: options.top, theme: .light, language: options.language, hasTitle: false)
    var narrow = settings
    narrow.isTall = true
    var tall: (@Sendable () throws(GraphvizError) -> DOTDocument)?
    // Pictures of many campaigns, each drawn twice, would make a page too large.
    if figures.count <= 4 {
      tall = { [narrow, dataset] () throws(GraphvizError) in
        try view.document(of: entry, in: dataset, options: narrow)
      }
    }
    return .diagram(
      ReportContent.Diagram(
        name: view.name, title: localizer(title), caption: localizer(caption),
        document: { () throws(GraphvizError) in try view.document(of: entry, in: dataset, options: settings) },
        tall: tall,
        engine: view.engine))
  }
}
