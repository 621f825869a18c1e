import CampaignAnalysis
import CampaignFigures
package import Pooling

/// What sketches tell of partners' joint audience, ready for any format.
package struct SketchedReachDocument: TableDocument, Sendable {
  /// Names of the sketches, one a partner.
  package var names: [String]
  package var reach: SketchedReach
  /// Figures of fewer contacts than this, but not 0, were withheld; nil where none was.
  package var withheldBelow: Int?

  package init(_ names: [String], _ reach: SketchedReach, minimumGroup: Int) {
    self.names = names
    let (figures, isWithheld) = reach.protected(minimumGroup: minimumGroup)
    self.reach = figures
    withheldBelow = isWithheld ? minimumGroup : nil
  }

  private var state: UnknownFigure.State { withheldBelow == nil ? .undefined : .withheld }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    [
      DocumentPart(
        campaign: "", heading: .verbatim(names.joined(separator: " + ")),
        tables: [headline(), carriers(options), overlaps(options), stacked(options)])
    ]
  }

  private static let columns = [
    FigureTable.Column("value", "Estimate", "Schätzung"),
    .interval,
  ]

  private func cells(_ estimate: SketchEstimate?) -> [FigureTable.Cell] {
    guard let estimate else { return [.unknown(state), .empty] }
    if estimate.isExact { return [.number(estimate.value), .empty] }
    return [.number(estimate.value.rounded()), .range(estimate.low.rounded(.down), estimate.high.rounded(.up))]
  }

  private func headline() -> FigureTable {
    FigureTable(
      "reach", title: LocalizedText("Joint reach from sketches", "Gemeinsame Reichweite aus Skizzen"),
      note: LocalizedText(
        "Estimates from samples of hashes. What fewer than %1 hashes tell is not shown.",
        "Schätzungen aus Stichproben von Hashwerten. Was weniger als %1 Hashwerte sagen, wird nicht gezeigt."
      ).filled(["\(SketchEstimate.fewestHashes)"]),
      columns: [FigureTable.Column("figure", "Figure", "Zahl", .words)] + SketchedReachDocument.columns,
      rows: [
        FigureTable.Row(
          "reach", [.term(ReachFigures.reach.title)] + cells(reach.reach), note: ReachFigures.reach.meaning)
      ], rowsAreFigures: true)
  }

  private func carriers(_ options: TableOptions) -> FigureTable {
    let rows = reach.carriers.indices.flatMap { partner in
      reach.carriers[partner].figures.map { (partner: partner, figure: $0) }
    }
    return FigureTable(
      "carriers", title: .partnerByPartner,
      note: .aloneAndBesideOthers,
      columns: [
        FigureTable.Column("partner", "Partner", "Partner", .words),
        FigureTable.Column("figure", "Figure", "Zahl", .words),
      ] + SketchedReachDocument.columns, first: rows, TableOptions(rowLimit: options.rowLimit.map { $0 * 5 })
    ) { row in
      FigureTable.Row(
        "\(names[row.partner]).\(row.figure.key)",
        [.name(names[row.partner]), .term(row.figure.title)] + cells(row.figure.estimate))
    }
  }

  private func overlaps(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "overlap", title: LocalizedText("Overlaps", "Überschneidungen"), note: PooledFigure.overlap.meaning,
      columns: [FigureTable.Column("partners", "Partners", "Partner", .words)] + SketchedReachDocument.columns,
      first: reach.overlaps, options
    ) { overlap in
      let pair = "\(names[overlap.partners.0]) + \(names[overlap.partners.1])"
      return FigureTable.Row(pair, [.name(pair)] + cells(overlap.contacts))
    }
  }

  private func stacked(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "stacked", title: LocalizedText(ReachFigures.stackedTitle),
      note: LocalizedText(
        "What each adds to those before it, the largest gain first.",
        "Was jeder denen vor ihm hinzufügt, der größte Gewinn zuerst."),
      columns: [FigureTable.Column("partner", "Partner", "Partner", .words)] + SketchedReachDocument.columns
        + [FigureTable.Column("cumulative", "So far", "Bis hier")], first: reach.stacked, options
    ) { step in
      FigureTable.Row(
        names[step.partner],
        [.name(names[step.partner])] + cells(step.gain) + [.number(step.cumulative.value.rounded())])
    }
  }

  /// Writes the document of <doc:CommandLine#sketch>.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      var unknown: [UnknownFigure] = []
      writer.member("schema", "reefknot.sketched_reach/1")
      writer.member("source", FigureSource.sketches.rawValue)
      writer.list("partners", names, isInline: true) { $0.item($1) }
      estimate("reach", reach.reach, "reach", &unknown, to: &writer)
      writer.list("carriers", names.indices) { writer, partner in
        writer.item { writer in
          writer.member("partner", names[partner])
          for figure in reach.carriers[partner].figures {
            estimate(figure.key, figure.estimate, "carriers.\(names[partner]).\(figure.key)", &unknown, to: &writer)
          }
        }
      }
      writer.rows("overlap", reach.overlaps) { writer, overlap in
        let (first, second) = (names[overlap.partners.0], names[overlap.partners.1])
        writer.member("a", first)
        writer.member("b", second)
        estimate("contacts", overlap.contacts, "overlap.\(first)+\(second)", &unknown, to: &writer)
      }
      writer.rows("stacked", reach.stacked) { writer, step in
        writer.member("partner", names[step.partner])
        estimate("gain", step.gain, "stacked.\(names[step.partner])", &unknown, to: &writer)
        estimate("cumulative", step.cumulative, "", &unknown, to: &writer)
      }
      writer.unknown(unknown)
    }
  }

  private func estimate(
    _ key: String, _ estimate: SketchEstimate?, _ path: String, _ unknown: inout [UnknownFigure],
    to writer: inout JSONWriter
  ) {
    guard let estimate else {
      let reason =
        withheldBelow.map {
          LocalizedText(
            "A figure counts fewer contacts than minimum_group, %1, and this one would tell it.",
            "Eine Zahl zählt weniger Kontakte als minimum_group, %1, und diese verriete sie."
          ).filled(["\($0)"])
        }
        ?? LocalizedText("It comes from fewer than %1 hashes.", "Sie kommt aus weniger als %1 Hashwerten.")
        .filled(["\(SketchEstimate.fewestHashes)"])
      unknown.append(UnknownFigure(path, state, reason))
      return writer.null(key)
    }
    writer.object(key, isInline: true) { writer in
      writer.member("value", estimate.value)
      writer.member("low", estimate.low)
      writer.member("high", estimate.high)
      writer.member("exact", estimate.isExact)
    }
  }
}

extension SketchedReach.Carrier {
  /// Every figure with its key and name.
  fileprivate var figures: [(key: String, title: LocalizedText, estimate: SketchEstimate?)] {
    [
      ("reach", ReachFigures.carrierReach.title, reach), ("exclusive", ReachFigures.exclusive.title, exclusive),
      ("foreign", ReachFigures.foreign.title, foreign), ("incremental", ReachFigures.incremental.title, incremental),
      ("shapley", ReachFigures.shapley.title, shapley),
    ]
  }
}
