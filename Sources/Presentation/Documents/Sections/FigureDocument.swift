public import CampaignAnalysis
import CampaignFigures
public import CampaignModel

/// The figures of one command over one or several scopes of a dataset, ready for any format.
public struct FigureDocument: Sendable {
  public var dataset: Dataset
  public var figures: [ScopeFigures]
  /// The only section, as the command of its name shows it; nil for a whole report.
  public var section: DocumentSection?
  /// The sections of a report, each where its figures were measured.
  public var sections = Set(DocumentSection.allCases)
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  public var isList: Bool
  /// Whether tables show the survival of the baseline cohort beside the campaign's.
  public var comparesSurvival = false

  public init(_ dataset: Dataset, _ figures: [ScopeFigures], section: DocumentSection?, isList: Bool) {
    precondition(isList || figures.count == 1, "A document without a list holds the figures of one scope.")
    self.dataset = dataset
    self.figures = figures
    self.section = section
    self.isList = isList
  }

  /// Whether a section is to be shown, as far as it was measured.
  package func shows(_ part: DocumentSection) -> Bool { section.map { $0 == part } ?? sections.contains(part) }

  /// The KPIs of each scope; nil where they are not shown or were not measured.
  package func kpis() -> [KPIs?] {
    figures.map { shows(.kpis) && isMeasured(.kpis, $0) ? KPIs($0, in: dataset) : nil }
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
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.\(section?.rawValue ?? "report")/1")
      writer.member("dataset", dataset.name)
      if section == nil || isList {
        writer.list("campaigns", figures.indices) { writer, index in
          writer.item { write(index, kpis, ids, to: &$0) }
        }
      } else {
        write(0, kpis, ids, to: &writer)
      }
    }
  }

  private func write(_ index: Int, _ kpis: [KPIs?], _ ids: EncodedIDs, to writer: inout JSONWriter) {
    let entry = figures[index]
    writer.scope(entry.scope, in: dataset)
    for part in DocumentSection.allCases where shows(part) {
      writer.section(part, isNested: section == nil, isMeasured: isMeasured(part, entry)) { writer in
        switch part {
        case .touchpoints: writer.section(TouchpointFigures.section, of: entry.touchpoints, ids)
        case .reach: writer.section(ReachFigures.section, of: entry.reach, ids)
        case .retention: writer.section(RetentionFigures.section, of: entry.retention, ids)
        case .kpis:
          if let part = kpis[index] { writer.kpis(part, since: index > 0 ? kpis[index - 1] : nil, in: dataset) }
        case .partnerships:
          writer.section(PartnershipFigures.section, of: entry.partnerships, ids)
          writer.section(CooperationFigures.section, of: entry.cooperation, as: "cooperation", ids)
        case .funnel:
          writer.section(FunnelFigures.section, of: entry.funnel, ids)
          writer.section(JourneyFigures.section, of: entry.journeys, as: "journeys", ids)
        case .attribution: writer.section(AttributionFigures.section, of: entry.attribution, ids)
        }
        if part != .kpis { writer.unknown(unknown(of: part, entry)) }
      }
    }
  }

  /// The figures of a section that cannot be given.
  private func unknown(of part: DocumentSection, _ entry: ScopeFigures) -> [UnknownFigure] {
    let lists: [[UnknownFigure]?]
    switch part {
    case .touchpoints: lists = [entry.touchpoints?.unknown]
    case .reach: lists = [entry.reach?.unknown]
    case .retention: lists = [entry.retention?.unknown]
    case .kpis: lists = []
    case .partnerships: lists = [entry.partnerships?.unknown, entry.cooperation?.unknown]
    case .funnel: lists = [entry.funnel?.unknown, entry.journeys?.unknown]
    case .attribution: lists = [entry.attribution?.unknown]
    }
    return lists.compactMap(\.self).flatMap(\.self)
  }

  private func isMeasured(_ part: DocumentSection, _ entry: ScopeFigures) -> Bool {
    switch part {
    case .touchpoints: entry.touchpoints != nil
    case .reach: entry.reach != nil
    case .retention: entry.retention != nil
    case .kpis:
      entry.touchpoints != nil && entry.reach != nil && entry.retention != nil && entry.cooperation != nil
        && entry.funnel != nil
    case .partnerships: entry.partnerships != nil
    case .funnel: entry.funnel != nil
    case .attribution: entry.attribution != nil
    }
  }
}

extension JSONWriter {
  /// The members of a section that was measured, in an object of its own or right here.
  fileprivate mutating func section(
    _ section: DocumentSection, isNested: Bool, isMeasured: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    guard isMeasured else { return }
    if isNested { object(section.rawValue, body) } else { body(&self) }
  }
}
