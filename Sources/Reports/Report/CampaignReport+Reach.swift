import CampaignAnalysis
import CampaignModel

extension CampaignReport {
  /// Whom the campaign touched, and what each partner adds.
  func reachSection(_ entry: ScopeFigures, id: String) -> ReportContent.Section {
    guard let reach = entry.reach else { preconditionFailure("The section on reach needs the reach.") }
    var lead = wording(.reachLead)
    if let total = reach.reach, let incremental = reach.incremental, let synergy = reach.synergy, incremental > 0 {
      lead +=
        " " + wording(.incrementalLead, wording.number(incremental), wording.number(total), wording.number(synergy))
    }
    if let first = reach.stacked.first, let gain = first.gain {
      lead += " " + wording(.largestCarrierLead, partner(first.partner), wording.number(gain))
    }
    var blocks: [ReportContent.Block] = [
      .charts(
        [
          ReachCurveChart.chart(reach, wording), ownForeignChart(reach),
          StackedReachChart.chart(reach, dataset, wording),
        ].compactMap { $0 }),
      diagram(.partners, entry, title: .networkTitle, caption: .networkCaption),
    ]
    if let flow = entry.flow, !flow.links.isEmpty {
      blocks.append(diagram(.flow, entry, title: .flowFigureTitle, caption: .flowCaption))
    }
    blocks.append(.tables(shown(named(reach.tables(in: dataset, options: tableOptions), reach))))
    return ReportContent.Section(id: "\(id)-reach", title: wording(.reachSection), lead: lead, blocks: blocks)
  }

  private func ownForeignChart(_ reach: Reach) -> Chart? {
    PartsBarChart.chart(
      "own-foreign", title: wording(.ownForeignTitle), whole: wording(.reachCard),
      [
        PartsBarChart.Part(name: wording(.ownOnly), count: reach.ownOnly),
        PartsBarChart.Part(name: wording(.both), count: reach.duplicated),
        PartsBarChart.Part(name: wording(.foreignOnly), count: reach.incremental),
      ], wording)
  }

  /// Tables of pairs and sets of partners with names in place of ids. Their rows are the first of the lists.
  private func named(_ tables: [FigureTable], _ reach: Reach) -> [FigureTable] {
    tables.map { table in
      var table = table
      for index in table.rows.indices {
        switch table.id {
        case "regions":
          table.rows[index].cells[0] = .text(reach.regions[index].partners.map { partner($0) }.joined(separator: " + "))
        case "overlap":
          table.rows[index].cells[0] = .text(partner(reach.overlap[index].a))
          table.rows[index].cells[1] = .text(partner(reach.overlap[index].b))
        default: break
        }
      }
      return table
    }
  }
}
