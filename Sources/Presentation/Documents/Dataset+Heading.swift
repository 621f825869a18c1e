import CampaignAnalysis
package import CampaignFigures
package import CampaignModel
import TimeZones

extension Dataset {
  /// What was measured, in one line: the campaign and its window.
  package func heading(of scope: Scope) -> LocalizedText {
    let filters = [
      scope.filter.level.map { LocalizedText("level %1", "Stufe %1").filled($0.words) },
      scope.filter.medium.map { LocalizedText("medium %1", "Medium %1").filled(.verbatim($0)) },
      scope.filter.segment.map { LocalizedText("segment %1", "Segment %1").filled(.verbatim($0)) },
    ].compactMap(\.self)
    let filter = filters.isEmpty ? .verbatim("") : .verbatim(" · ") + filters.joined(separator: ", ")
    return .verbatim("\(title(of: scope)) · ") + window(of: scope) + filter
  }

  /// The window of a scope as people in the dataset's time zone read it.
  package func window(of scope: Scope) -> LocalizedText {
    let start = max(scope.start, scope.filter.from ?? scope.start)
    let end = min(scope.end, scope.filter.until ?? scope.end)
    // A campaign's last day belongs to it; what --until names does not.
    let isCut = scope.filter.until.map { $0 < scope.end || scope.campaign == nil } ?? false
    let words = isCut ? LocalizedText("%1 to before %2 (%3)", "%1 bis vor %2 (%3)") : .until
    return words.filled(
      .verbatim(shown(start)), .verbatim(shown(isCut ? end : asGiven(end, isDate: endIsDate(of: scope)))),
      .verbatim(settings.timeZone))
  }

  /// The campaign's name and id, or the dataset's name for a window.
  private func title(of scope: Scope) -> String {
    guard let index = scope.campaign else { return name }
    let campaign = campaigns[index]
    return campaign.name.map { "\($0) (\(campaign.id))" } ?? campaign.id
  }

  /// An end as it was given: of a date the day that it includes, not the midnight after it that it stands for.
  package func asGiven(_ end: Instant, isDate: Bool) -> Instant {
    guard isDate else { return end }
    return (WallClock(timeZone: settings.timeZone) ?? .utc).startOfDay(of: Instant(milliseconds: end.milliseconds - 1))
  }

  /// An instant as people in the dataset's time zone read it.
  private func shown(_ instant: Instant) -> String {
    Localizer(.english, style: .plain).date(instant, timeZone: settings.timeZone)
  }
}

extension LocalizedText {
  fileprivate static let until = LocalizedText("%1 until %2 (%3)", "%1 bis %2 (%3)")
}
