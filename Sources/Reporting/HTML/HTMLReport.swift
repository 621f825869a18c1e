public import CampaignAnalysis
import CampaignFigures
public import CampaignModel
import Drawing
public import GraphvizRendering
package import Presentation

/// A report of campaigns as one self-contained HTML file: headline figures, charts, diagrams, tables, glossary.
///
/// It is complete without a script; one small script of ours, which its content security policy allows by its hash, sorts,
/// filters and copies tables and enlarges pictures. It asks for nothing from elsewhere, and the policy forbids that. Every name is
/// escaped. The same figures and options give the same bytes.
public struct HTMLReport: Sendable {
  /// What must be measured for a report.
  public static let analysis = AnalysisOptions(sections: Set(Section.allCases).union([.flow]))

  private let content: ReportContent
  private let theme: ReportOptions.Theme
  private let localizer: Localizer
  /// Numbers of the partners that a reader can single out, by id.
  private let partners: [String: Int]

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - figures: one entry per campaign, at least one; several are compared at the start. A section appears where its
  ///     figures were measured.
  ///   - plans: the plan of each campaign against what happened; empty to leave it out.
  ///   - dataset: the dataset they were measured on.
  public init(
    _ figures: [ScopeFigures], plans: [PlanReview] = [], in dataset: Dataset,
    options: ReportOptions = ReportOptions()
  ) {
    self.init(figures, plans: plans, totals: nil, in: dataset, options: options)
  }

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - totals: what partners' totals say of the campaigns; nil where there are none.
  ///   - earlier: what the KPIs of the only campaign are held against; nil for nothing.
  package init(
    _ figures: [ScopeFigures], plans: [PlanReview], totals: BoundsDocument?, earlier: EarlierKPIs? = nil,
    in dataset: Dataset, options: ReportOptions
  ) {
    precondition(!figures.isEmpty, "A report needs the figures of at least one campaign.")
    let report = CampaignReport(
      figures, plans: plans, totals: totals, earlier: earlier, in: dataset, options: options)
    content = report.content
    theme = options.theme
    localizer = report.localizer
    let shown = Set(content.partners.map(\.number))
    partners = Dictionary(
      dataset.partners.enumerated().filter { shown.contains($0.offset) }.map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A page on one partner of one campaign, to hand over.
  ///
  /// - Parameters:
  ///   - profile: of the partner in the scope of `figures`.
  ///   - figures: with the sections of ``PartnerProfile/sections``.
  public init(
    _ profile: PartnerProfile, _ figures: ScopeFigures, in dataset: Dataset, options: ReportOptions = ReportOptions()
  ) {
    content = PartnerPage(profile, figures, in: dataset, options: options).content
    theme = options.theme
    localizer = Localizer(options.language, timeZone: dataset.settings.timeZone)
    partners = [:]
  }

  /// A report of campaigns of which nothing but partners' totals is known.
  package init(_ totals: BoundsDocument, options: ReportOptions) {
    let localizer = Localizer(options.language)
    content = TotalsPart(document: totals, options: options, localizer: localizer).content
    theme = options.theme
    self.localizer = localizer
    partners = [:]
  }

  /// The page.
  ///
  /// - Throws: what Graphviz says when a diagram cannot be drawn.
  public func text() throws(GraphvizError) -> String {
    var page = HTMLPage(localizer: localizer, partners: partners)
    page.begin(content, style: ReportStyle.sheet(theme))
    for block in content.opening { try page.add(block, idPrefix: "all-", isOpen: true) }
    for chapter in content.chapters { try add(chapter, to: &page) }
    for section in content.closing { try add(section, level: 2, to: &page) }
    page.end()
    return page.text
  }

  private func add(_ chapter: ReportContent.Chapter, to page: inout HTMLPage) throws(GraphvizError) {
    let isOnly = content.chapters.count == 1
    page.openElement("section", id: chapter.id, style: "chapter")
    if !isOnly {
      page.heading(2, chapter.title)
      page.paragraph(chapter.subtitle, style: "subtitle")
    }
    try page.add(chapter.opening, idPrefix: "\(chapter.id)-")
    for section in chapter.sections { try add(section, level: isOnly ? 2 : 3, to: &page) }
    page.closeElement("section")
  }

  private func add(
    _ section: ReportContent.Section, level: Int, to page: inout HTMLPage
  ) throws(GraphvizError) {
    page.openElement("section", id: section.id, style: "part")
    page.heading(level, section.title)
    page.paragraph(section.lead, style: "lead")
    try page.add(section.blocks, idPrefix: "\(section.id)-")
    page.closeElement("section")
  }
}
