import CampaignAnalysis
import CampaignData
import CampaignModel
import FileReading
import Foundation
import Presentation

/// What `report --compare` holds a campaign against.
enum ComparisonReference {
  /// Another campaign of the dataset, which is measured beside.
  case campaign(Scope)
  case report(EarlierKPIs)

  /// What has to be measured for it.
  var scopes: [Scope] { if case .campaign(let scope) = self { [scope] } else { [] } }

  /// Its KPIs, whose figures are taken from those measured.
  func taken(from figures: inout [ScopeFigures], in dataset: Dataset) -> EarlierKPIs {
    switch self {
    case .campaign: EarlierKPIs(KPIs(figures.removeLast(), in: dataset), in: dataset)
    case .report(let earlier): earlier
    }
  }
}

extension ReportCommand {
  /// What `--compare` names: a campaign, else a file; nil without the option.
  func comparison(_ scopes: [Scope], in data: Dataset) throws -> ComparisonReference? {
    guard let compare else { return nil }
    guard scopes.count == 1 else { throw CommandFailure.usage("--compare holds one campaign against another") }
    if let names = sections, try !ReportCommand.chosenSections(names).contains(.kpis) {
      throw CommandFailure.usage("--compare shows changes of KPIs: --sections has to have kpis")
    }
    let scope = scopes[0]
    let isCampaign = data.campaigns.contains { $0.id == compare || $0.name == compare }
    guard !isCampaign, FileManager.default.fileExists(atPath: compare) else {
      let campaign: Int
      do {
        campaign = try data.campaign(compare, option: "--compare")
      } catch let failure as CommandFailure {
        throw CommandFailure.usage("\(failure.message ?? ""), and no file of that name")
      }
      guard scope.campaign != campaign else {
        throw CommandFailure.usage("--compare \(compare.withoutControls): a campaign is not held against itself")
      }
      guard scope.filter.from == nil, scope.filter.until == nil else {
        throw CommandFailure.usage(
          "--compare with a campaign goes without --from and --until, which cut one of the two")
      }
      return .campaign(Scope(campaign: campaign, of: data, filter: scope.filter))
    }
    return .report(try earlierReport(compare, scope, in: data))
  }

  /// The KPIs in a report's JSON: those of the campaign reported, else the only ones.
  private func earlierReport(_ path: String, _ scope: Scope, in data: Dataset) throws -> EarlierKPIs {
    try OpenOutputs.protect([path])
    let bytes = try InputBytes.read(path, limit: 1 << 30)
    let reports: [EarlierKPIs]
    do throws(TextFault) {
      reports = try EarlierKPIs.read(bytes, currency: data.settings.currency)
    } catch {
      let place = [error.line, error.column].compactMap { $0.map { ":\($0)" } }.joined()
      throw CommandFailure(.badData, "\(path.withoutControls)\(place): \(error.message)")
    }
    let id = scope.campaign.map { data.campaigns[$0].id }
    let same = reports.filter { $0.campaign == id }
    guard let earlier = same.count == 1 ? same[0] : reports.count == 1 ? reports[0] : nil else {
      throw CommandFailure(
        .badData,
        reports.isEmpty
          ? "\(path.withoutControls): the report has no KPIs: it was made with other --sections"
          : "\(path.withoutControls): of several campaigns none is the one reported: "
            + Suggestion.list(reports.map { $0.campaign ?? $0.name }))
    }
    let (now, then) = (scope.filter, earlier.filter)
    guard (now.level, now.medium, now.segment) == (then.level, then.medium, then.segment) else {
      throw CommandFailure.usage(
        "--compare \(path.withoutControls): its touches were chosen by another level, medium or segment")
    }
    return earlier
  }
}
