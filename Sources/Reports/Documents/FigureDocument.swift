public import CampaignAnalysis
public import CampaignModel

/// The figures of one command over one or several scopes of a dataset, ready for any format.
public struct FigureDocument: Sendable {
  public var dataset: Dataset
  public var figures: [ScopeFigures]
  /// The only section, as the commands `touchpoints`, `reach` and `retention` show it; nil for a whole report.
  public var section: Section?
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  public var isList: Bool
  /// Whether tables show the survival of the baseline cohort beside the campaign's.
  public var comparesSurvival = false

  public init(_ dataset: Dataset, _ figures: [ScopeFigures], section: Section?, isList: Bool) {
    precondition(isList || figures.count == 1, "A document without a list holds the figures of one scope.")
    self.dataset = dataset
    self.figures = figures
    self.section = section
    self.isList = isList
  }

  /// Writes the document of cli.md, "JSON".
  ///
  /// With `section`: `{schema, dataset, campaign, figures}`, or `{schema, dataset, campaigns: [{campaign, figures}]}`
  /// for several. Without: `{schema, dataset, campaigns: [{campaign, touchpoints, reach, retention}]}`, where a
  /// section that was not measured is left out.
  ///
  /// - Parameter deliver: takes the next bytes of the document, in order.
  public func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    let ids = EncodedIDs(dataset)
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.\(section?.rawValue ?? "report")/1")
      writer.member("dataset", dataset.name)
      if section == nil || isList {
        writer.list("campaigns", figures) { writer, entry in writer.item { write(entry, ids, to: &$0) } }
      } else {
        write(figures[0], ids, to: &writer)
      }
    }
  }

  private func write(_ entry: ScopeFigures, _ ids: EncodedIDs, to writer: inout JSONWriter) {
    writer.scope(entry.scope, in: dataset)
    for part in Section.allCases where section == nil || section == part {
      let isNested = section == nil
      switch part {
      case .touchpoints:
        if let figures = entry.touchpoints {
          writer.section(part, isNested: isNested) { $0.touchpoints(figures, ids: ids) }
        }
      case .reach:
        if let figures = entry.reach { writer.section(part, isNested: isNested) { $0.reach(figures, ids: ids) } }
      case .retention:
        if let figures = entry.retention {
          writer.section(part, isNested: isNested) { $0.retention(figures, ids: ids) }
        }
      case .cooperation, .partnerships, .funnel, .attribution, .journeys: break
      }
    }
  }
}

extension JSONWriter {
  /// The members of a section, in an object of its own or right here.
  fileprivate mutating func section(_ section: Section, isNested: Bool, _ body: (inout JSONWriter) -> Void) {
    if isNested { object(section.rawValue, body) } else { body(&self) }
  }
}
