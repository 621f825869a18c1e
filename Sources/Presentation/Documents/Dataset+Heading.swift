import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

extension Dataset {
  /// What was measured, in one line: the campaign and its window.
  package func heading(of scope: Scope) -> LocalizedText {
    let start = max(scope.start, scope.filter.from ?? scope.start)
    let end = min(scope.end, scope.filter.until ?? scope.end)
    let window = LocalizedText("%1 until %2 (%3)", "%1 bis %2 (%3)").filled(
      .verbatim(shown(start)), .verbatim(shown(end)), .verbatim(settings.timeZone))
    let filters = [
      scope.filter.level.map { LocalizedText("level %1", "Stufe %1").filled($0.words) },
      scope.filter.medium.map { LocalizedText("medium %1", "Medium %1").filled(.verbatim($0)) },
      scope.filter.segment.map { LocalizedText("segment %1", "Segment %1").filled(.verbatim($0)) },
    ].compactMap(\.self)
    let filter = filters.isEmpty ? .verbatim("") : .verbatim(" · ") + filters.joined(separator: ", ")
    return .verbatim("\(title(of: scope)) · ") + window + filter
  }

  /// The campaign's name and id, or the dataset's name for a window.
  private func title(of scope: Scope) -> String {
    guard let index = scope.campaign else { return name }
    let campaign = campaigns[index]
    return campaign.name.map { "\($0) (\(campaign.id))" } ?? campaign.id
  }

  /// An instant as people in the dataset's time zone read it.
  private func shown(_ instant: Instant) -> String {
    Localizer(.english, style: .plain).date(instant, timeZone: settings.timeZone)
  }
}
