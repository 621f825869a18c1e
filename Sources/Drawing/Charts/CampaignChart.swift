public import CampaignAnalysis
public import CampaignFigures
public import CampaignModel
public import GraphvizRendering
package import Presentation

/// A chart of a campaign, by the name that it has on the command line.
public struct CampaignChart: CaseIterable, Hashable, Sendable, CustomStringConvertible {
  /// Its name on the command line, such as `reach_curve`.
  public let name: String
  /// What it shows, in a few words.
  public let summary: String
  /// A closure, since help lists the charts too and should not make all KPIs for the sections that targets need.
  private let sections: @Sendable () -> Set<Section>
  private let draw: @Sendable (ScopeFigures, Dataset, Localizer) -> Chart?

  public var description: String { name }

  /// What must be measured for it.
  public var analysis: AnalysisOptions { AnalysisOptions(sections: sections()) }

  public static func == (left: CampaignChart, right: CampaignChart) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Every chart, in the order of help and of the report.
  public static let allCases: [CampaignChart] = [
    CampaignChart("targets", "KPIs against their targets", KPIs.sections) {
      TargetsChart.chart(KPIs($0, in: $1), $1, $2)
    },
    CampaignChart("first_contact", "what brought the new contacts", [.touchpoints]) { figures, _, localizer in
      figures.touchpoints.flatMap { FirstContactChart.chart($0, localizer) }
    },
    CampaignChart("weeks", "new contacts and touchpoints, week by week", [.touchpoints]) { figures, _, localizer in
      figures.touchpoints.flatMap { WeeksChart.chart($0, localizer) }
    },
    CampaignChart("reach_curve", "contacts reached, day by day", [.reach]) { figures, _, localizer in
      figures.reach.flatMap { ReachCurveChart.chart($0, localizer) }
    },
    CampaignChart("own_foreign", "own channels and channels of others", [.reach]) { figures, _, localizer in
      figures.reach.flatMap { OwnForeignChart.chart($0, localizer) }
    },
    CampaignChart("stacked", "who adds what to the reach", [.reach]) { figures, dataset, localizer in
      figures.reach.flatMap { StackedReachChart.chart($0, dataset, localizer) }
    },
    CampaignChart("survival", "how long contacts stay active after the end", [.retention]) { figures, _, localizer in
      figures.retention.flatMap { SurvivalChart.chart($0, localizer) }
    },
    CampaignChart("outcomes", "what contacts did after the end, with intervals", [.retention]) {
      figures, _, localizer in
      figures.retention.flatMap { OutcomesChart.chart($0, localizer) }
    },
    CampaignChart("funnel", "visitors, leads, customers", [.funnel]) { figures, _, localizer in
      figures.funnel.flatMap { FunnelChart.chart($0, localizer) }
    },
    CampaignChart("attribution", "conversions credited to channels", [.attribution]) { figures, dataset, localizer in
      figures.attribution.flatMap { AttributionChart.chart($0, dataset, localizer) }
    },
    CampaignChart("emotion", "ratings along the way", [.journeys]) { figures, _, localizer in
      figures.journeys.flatMap { EmotionChart.chart($0, localizer) }
    },
  ]

  private init(
    _ name: String, _ summary: String, _ sections: @autoclosure @escaping @Sendable () -> Set<Section>,
    _ draw: @escaping @Sendable (ScopeFigures, Dataset, Localizer) -> Chart?
  ) {
    self.name = name
    self.summary = summary
    self.sections = sections
    self.draw = draw
  }

  /// The chart of a name, with hyphens or underscores, or nil when there is none.
  public init?(named name: String) {
    let plain = String(name.map { $0 == "-" ? "_" : $0 })
    guard let chart = CampaignChart.allCases.first(where: { $0.name == plain }) else { return nil }
    self = chart
  }

  /// The chart of one scope; nil where what it shows is withheld, not known yet, or nothing.
  ///
  /// - Parameter figures: with what ``analysis`` asks for.
  package func chart(of figures: ScopeFigures, in dataset: Dataset, _ localizer: Localizer) -> Chart? {
    draw(figures, dataset, localizer)
  }

  /// The chart of one scope as a document that Graphviz draws, for bitmaps and print; nil where there is nothing to show.
  ///
  /// - Parameter isTall: narrow and tall, for phones and columns.
  public func document(
    of figures: ScopeFigures, in dataset: Dataset, language: Language = .english, theme: DiagramTheme = .light,
    isTall: Bool = false
  ) -> DOTDocument? {
    chart(of: figures, in: dataset, language, isTall)?.document(theme: theme)
  }

  /// The chart of one scope as an SVG file; nil where there is nothing to show.
  ///
  /// - Parameters:
  ///   - theme: nil to follow the reader's light or dark setting.
  ///   - isTall: narrow and tall, for phones and columns.
  public func svg(
    of figures: ScopeFigures, in dataset: Dataset, language: Language = .english, theme: DiagramTheme? = .light,
    isTall: Bool = false
  ) -> String? {
    chart(of: figures, in: dataset, language, isTall)?.file(theme: theme)
  }

  private func chart(
    of figures: ScopeFigures, in dataset: Dataset, _ language: Language, _ isTall: Bool
  ) -> Chart? {
    let chart = chart(of: figures, in: dataset, Localizer(language, timeZone: dataset.settings.timeZone))
    return isTall ? chart?.tall : chart
  }
}
