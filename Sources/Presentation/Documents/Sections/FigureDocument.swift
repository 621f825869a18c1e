public import CampaignAnalysis
import CampaignFigures
public import CampaignModel

/// The figures of one command over one or several scopes of a dataset, ready for any format.
public struct FigureDocument: Sendable {
  public var dataset: Dataset
  public var figures: [ScopeFigures]
  /// The only section, as the command of its name shows it; nil for a whole report.
  public var section: Section?
  /// The sections of a report, each where its figures were measured.
  public var sections = Set(Section.documents)
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  public var isList: Bool
  /// Whether tables show the survival of the baseline cohort beside the campaign's.
  public var comparesSurvival = false
  /// The KPIs that those of the only scope are held against; nil for none.
  package var earlier: EarlierKPIs?

  public init(_ dataset: Dataset, _ figures: [ScopeFigures], section: Section?, isList: Bool) {
    precondition(isList || figures.count == 1, "A document without a list holds the figures of one scope.")
    self.dataset = dataset
    self.figures = figures
    self.section = section
    self.isList = isList
  }

  /// Whether a section is to be shown, as far as it was measured.
  package func shows(_ part: Section) -> Bool { section.map { $0 == part } ?? sections.contains(part) }

  /// The KPIs of each scope; nil where they are not shown or were not measured.
  package func kpis() -> [KPIs?] {
    figures.map { shows(.kpis) && isMeasured(.kpis, $0) ? KPIs($0, in: dataset) : nil }
  }

  /// The KPIs of the only scope beside others; nil where none are asked for or they are not shown.
  package var comparison: KPIComparison? {
    guard let earlier, let kpis = kpis().first ?? nil else { return nil }
    return KPIComparison(kpis, since: earlier, MinimumGroup(of: dataset))
  }

  /// Writes the document of <doc:CommandLine#JSON>.
  ///
  /// With `section`: `{schema, dataset, campaign, figures}`, or `{schema, dataset, campaigns: [{campaign, figures}]}`
  /// for several. Without: `{schema, dataset, campaigns: [{campaign, touchpoints, reach, …}]}`, where a section that
  /// was not measured is left out.
  ///
  /// - Parameter deliver: takes the next bytes of the document, in order.
  public func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    let ids = EncodedIDs(dataset)
    let kpis = kpis()
    JSONWriter.write(
      section?.id ?? "report", dataset.name, Array(figures.indices), isList: section == nil || isList,
      isPretty: isPretty, to: deliver
    ) { write($0, kpis, ids, to: &$1) }
  }

  private func write(_ index: Int, _ kpis: [KPIs?], _ ids: EncodedIDs, to writer: inout JSONWriter) {
    let entry = figures[index]
    writer.scope(entry.scope, in: dataset)
    for document in Section.documents where shows(document) && isMeasured(document, entry) {
      writer.part(document.id, isNested: section == nil) { writer in
        guard document != .kpis else {
          if let part = kpis[index] {
            writer.kpis(part, since: index > 0 ? kpis[index - 1] : nil, comparedWith: comparison, in: dataset)
          }
          return
        }
        let parts = entry.parts(of: document)
        for part in parts { writer.section(part, of: document, ids) }
        writer.unknown(parts.flatMap { $0.unknown })
      }
    }
  }

  private func isMeasured(_ document: Section, _ entry: ScopeFigures) -> Bool {
    document == .kpis ? KPI.sections.isSubset(of: entry.sections) : entry.sections.contains(document)
  }
}

extension JSONWriter {
  /// A part of a document, in an object of its own or right here.
  fileprivate mutating func part(_ key: String, isNested: Bool, _ body: (inout JSONWriter) -> Void) {
    if isNested { object(key, body) } else { body(&self) }
  }
}
