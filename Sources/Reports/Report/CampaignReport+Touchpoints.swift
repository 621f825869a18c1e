import CampaignAnalysis
import CampaignModel

extension CampaignReport {
  /// What is new, and who introduced it.
  func section(_ figures: NewTouchpoints, id: String) -> ReportContent.Section {
    var lead = wording(.touchpointsLead)
    if let rate = figures.penetration?.rate, let foreign = figures.foreign, let total = figures.newTouchpoints {
      lead += " " + wording(.penetrationLead, wording.number(foreign), wording.number(total), wording.percent(rate))
    }
    if let first = figures.introducedBy.first, let count = first.newTouchpoints, count > 0 {
      lead += " " + wording(.introducerLead, partner(first.partner), wording.number(count))
    }
    return ReportContent.Section(
      id: "\(id)-touchpoints", title: wording(.touchpointsSection), lead: lead,
      blocks: [
        .charts([mixChart(figures), WeeksChart.chart(figures, wording)].compactMap { $0 }),
        .tables(shown(figures.tables(in: dataset, options: tableOptions))),
      ])
  }

  private func mixChart(_ figures: NewTouchpoints) -> Chart? {
    let names: [Phrase] = FirstContactClass.allCases.map { first in
      switch first {
      case .ads: .mixAds
      case .joint: .mixJoint
      case .own: .mixOwn
      case .partner: .mixPartner
      }
    }
    return PartsBarChart.chart(
      "first-contact-mix", title: wording(.mixTitle), whole: wording(.newContactsName),
      zip(names, figures.firstContactMix).map { PartsBarChart.Part(name: wording($0), count: $1) }, wording)
  }
}
