public import CampaignAnalysis
import CampaignFigures
public import CampaignModel
import Drawing
public import GraphvizRendering
package import Presentation

/// A report of campaigns as Markdown: the same headline figures, tables and glossary as ``HTMLReport``.
///
/// Charts and diagrams are files of their own (``pictures()``) and are referred to only if asked for.
public struct MarkdownReport: Sendable {
  /// What must be measured for a report.
  public static let analysis = HTMLReport.analysis

  /// A picture beside the report.
  public struct PictureFile: Sendable {
    /// The file's name, such as `c1-reach-partners.svg`.
    public var name: String
    public var bytes: [UInt8]
  }

  private let content: ReportContent
  private let localizer: Localizer
  private let pictureFolder: String?
  private let pictureFormat: PictureFormat

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - figures: one entry per campaign, at least one; several are compared at the start.
  ///   - plans: the plan of each campaign against what happened; empty to leave it out.
  ///   - dataset: the dataset they were measured on.
  ///   - pictureFolder: the folder in which the report refers to its pictures; nil for a report without pictures.
  ///   - pictureFormat: of the pictures; word processors and slides want ``PictureFormat/png``.
  public init(
    _ figures: [ScopeFigures], plans: [PlanReview] = [], in dataset: Dataset,
    options: ReportOptions = ReportOptions(),
    pictureFolder: String? = nil, pictureFormat: PictureFormat = .svg
  ) {
    self.init(
      figures, plans: plans, totals: nil, in: dataset, options: options, pictureFolder: pictureFolder,
      pictureFormat: pictureFormat)
  }

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - totals: what partners' totals say of the campaigns; nil where there are none.
  ///   - earlier: what the KPIs of the only campaign are held against; nil for nothing.
  package init(
    _ figures: [ScopeFigures], plans: [PlanReview], totals: BoundsDocument?, earlier: EarlierKPIs? = nil,
    in dataset: Dataset, options: ReportOptions, pictureFolder: String?, pictureFormat: PictureFormat
  ) {
    precondition(!figures.isEmpty, "A report needs the figures of at least one campaign.")
    let report = CampaignReport(
      figures, plans: plans, totals: totals, earlier: earlier, in: dataset, options: options)
    content = report.content
    localizer = report.localizer
    self.pictureFolder = pictureFolder
    self.pictureFormat = pictureFormat
  }

  /// A report of campaigns of which nothing but partners' totals is known.
  package init(
    _ totals: BoundsDocument, options: ReportOptions, pictureFolder: String?, pictureFormat: PictureFormat
  ) {
    let localizer = Localizer(options.language)
    content = TotalsPart(document: totals, options: options, localizer: localizer).content
    self.localizer = localizer
    self.pictureFolder = pictureFolder
    self.pictureFormat = pictureFormat
  }

  /// The document.
  public var text: String {
    var text = "# \(MarkdownText.escaped(content.title))\n\n\(MarkdownText.escaped(content.subtitle))\n"
    for block in content.opening { text += written(block, level: 2, idPrefix: "all-") }
    let isOnly = content.chapters.count == 1
    for chapter in content.chapters {
      if !isOnly {
        text += "\n## \(MarkdownText.escaped(chapter.title))\n\n\(MarkdownText.escaped(chapter.subtitle))\n"
      }
      for block in chapter.opening { text += written(block, level: isOnly ? 2 : 3, idPrefix: "\(chapter.id)-") }
      for section in chapter.sections { text += written(section, level: isOnly ? 2 : 3) }
    }
    for section in content.closing { text += written(section, level: 2) }
    return text
  }

  /// The charts and diagrams that the document refers to.
  ///
  /// - Throws: what Graphviz says when a diagram cannot be drawn.
  public func pictures() throws(GraphvizError) -> [PictureFile] {
    guard pictureFolder != nil else { return [] }
    var files: [PictureFile] = []
    let parts = content.chapters.flatMap { chapter -> [(id: String, blocks: [ReportContent.Block])] in
      [(id: chapter.id, blocks: chapter.opening)] + chapter.sections.map { ($0.id, $0.blocks) }
    }
    for part in parts {
      for block in part.blocks {
        switch block {
        case .charts(let charts):
          for chart in charts {
            let bytes =
              pictureFormat == .svg
              ? Array(chart.file().utf8) : try Graphviz.render(chart.document(theme: .light), as: pictureFormat).bytes
            files.append(PictureFile(name: "\(part.id)-\(chart.name).\(pictureFormat.rawValue)", bytes: bytes))
          }
        case .diagram(let diagram):
          let picture = try Graphviz.render(try diagram.document(), as: pictureFormat, engine: diagram.engine)
          files.append(
            PictureFile(name: "\(part.id)-\(diagram.name).\(pictureFormat.rawValue)", bytes: picture.bytes))
        default: break
        }
      }
    }
    return files
  }

  private func written(_ section: ReportContent.Section, level: Int) -> String {
    var text = "\n\(String(repeating: "#", count: level)) \(MarkdownText.escaped(section.title))\n\n"
    text += "\(MarkdownText.escaped(section.lead))\n"
    for block in section.blocks { text += written(block, level: level + 1, idPrefix: "\(section.id)-") }
    return text
  }

  private func written(_ block: ReportContent.Block, level: Int, idPrefix: String) -> String {
    switch block {
    case .summary(let sentences): return "\n" + sentences.map { "- \(MarkdownText.escaped($0))\n" }.joined()
    case .warnings(let sentences):
      return "\n" + sentences.map { "> **\(MarkdownText.escaped($0))**\n" }.joined(separator: ">\n")
    case .cards(let cards): return "\n" + cards.map(written).joined()
    case .charts(let charts):
      return charts.map { reference("\(idPrefix)\($0.name)", $0.title, $0.summary) }.joined()
    case .diagram(let diagram): return reference("\(idPrefix)\(diagram.name)", diagram.title, diagram.caption)
    case .tables(let tables):
      return tables.map { "\n" + MarkdownTable.text(of: $0, headingLevel: level, localizer) }.joined()
    case .definitions(let definitions):
      return "\n"
        + definitions.map { "- **\(MarkdownText.escaped($0.term))**: \(MarkdownText.escaped($0.meaning))\n" }.joined()
    }
  }

  private func written(_ card: ReportContent.Card) -> String {
    var text = "- **\(MarkdownText.escaped(card.title)): \(MarkdownText.escaped(card.value))**"
    for detail in [card.detail, card.earlier].compactMap(\.self) { text += " (\(MarkdownText.escaped(detail)))" }
    return text + ". \(MarkdownText.escaped(card.meaning))\n"
  }

  private func reference(_ name: String, _ title: String, _ caption: String) -> String {
    guard let pictureFolder else { return "" }
    let file = "\(name).\(pictureFormat.rawValue)"
    let path = pictureFolder.isEmpty ? file : "\(pictureFolder)/\(file)"
    return "\n![\(MarkdownText.escaped(title))](<\(path)>)\n\n\(MarkdownText.escaped(caption))\n"
  }
}
