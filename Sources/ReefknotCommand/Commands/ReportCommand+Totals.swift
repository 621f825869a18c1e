import CampaignData
import CampaignModel
import Pooling
import Presentation
import Reporting

extension ReportCommand {
  /// What totals say of the campaigns that are reported; nil where there are none.
  func boundsOfTotals(_ data: Dataset, _ scopes: [Scope]) throws -> BoundsDocument? {
    guard !data.totals.isEmpty else { return nil }
    let reported = Set(scopes.compactMap { $0.campaign.map { data.campaigns[$0].id } })
    let run = BoundsRun(campaign: nil, all: true, advises: true, threads: dataset.threadCount)
    let families = totalsReading.families(data.totals, data.settings).filter { family in
      family.campaign.map(reported.contains) ?? (data.campaigns.count == 1)
    }
    guard !families.isEmpty else { return nil }
    return BoundsDocument(
      data.name, try families.map { try run.result($0) }, isList: true, partners: data.partners,
      minimumGroup: data.settings.minimumGroup)
  }

  /// A page of totals alone.
  func writeTotals(_ format: ReportFormat) throws {
    guard [.html, .pdf, .markdown].contains(format) else {
      throw CommandFailure.usage(
        "totals without touches are reported as a page; reefknot bounds has their figures in other formats")
    }
    if scope.hasFilter { throw CommandFailure.usage("totals know no touches, so none can be chosen among") }
    let destination = try ByteOutput(path: output)
    let data = try dataset.totals()
    let run = BoundsRun(campaign: scope.campaign, all: scope.all, advises: true, threads: dataset.threadCount)
    let results = try run.chosen(totalsReading.families(data), takesAll: true).map { try run.result($0) }
    let document = BoundsDocument(
      data.name, results, isList: true, partners: data.partners, minimumGroup: data.settings.minimumGroup)
    let options = try pageOptions()
    if format == .markdown {
      let report = MarkdownReport(
        document, options: options, pictureFolder: pictures, pictureFormat: pictureFormat)
      try writePictures(of: report)
      destination.write(report.text)
    } else {
      try write(HTMLReport(document, options: options), format, to: destination)
    }
    try destination.finish()
    try announce("")
  }
}
