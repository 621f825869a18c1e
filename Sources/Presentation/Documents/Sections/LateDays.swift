import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

/// What bears on KPIs of transactions where those after the end count too (<doc:Metrics#Transactions>): they grow with the
/// days observed since, as many as count.
extension Dataset {
  /// How many days after the end count, and how many of them were observed; nil where none count, or it is not known how long
  /// was observed.
  ///
  /// - Parameter observedDays: whole days observed after the end.
  package func remarkOnLateDays(_ observedDays: Int?) -> LocalizedText? {
    guard let days = lateDays(observedDays) else { return nil }
    return LocalizedText(
      "Transactions of %1 {1:day|days} after the end count; %2 of them {2:is|are} observed.",
      "Es zählen auch Abschlüsse aus %1 {1:Tag|Tagen} nach dem Ende; davon {2:ist|sind} %2 beobachtet."
    ).filled(["\(settings.conversionDaysAfterEnd)", "\(days)"])
  }

  /// How many of the days after the end that count were observed.
  fileprivate func lateDays(_ observedDays: Int?) -> Int? {
    guard settings.conversionDaysAfterEnd > 0, let observedDays else { return nil }
    return min(settings.conversionDaysAfterEnd, observedDays)
  }
}

extension KPIs {
  /// That KPIs of transactions are of unequal spans of time; nil where they are not, or fewer than two campaigns know them.
  static func remarkOnLateDays(_ campaigns: [KPIs], in dataset: Dataset) -> LocalizedText? {
    let days = campaigns.filter(\.hasTouches).compactMap { dataset.lateDays($0.observedDays) }
    guard Set(days).count > 1 else { return nil }
    return LocalizedText.unequalLateDays.filled([
      "\(dataset.settings.conversionDaysAfterEnd)", days.map(String.init).joined(separator: ", "),
    ])
  }
}

extension KPIComparison {
  /// The same of the two that are compared; nil also where no KPI of transactions is.
  func remarkOnLateDays(in dataset: Dataset) -> LocalizedText? {
    guard changes.contains(where: { $0.kpi.level == .transaction && $0.absolute != nil }),
      let before = dataset.lateDays(earlier.observedDays), let days = dataset.lateDays(now.observedDays), before != days
    else { return nil }
    return LocalizedText.unequalLateDays.filled([
      "\(dataset.settings.conversionDaysAfterEnd)", "\(before), \(days)",
    ])
  }
}

extension LocalizedText {
  fileprivate static let unequalLateDays = LocalizedText(
    "Customers and revenue grow with the observed ones of the %1 days after the end whose transactions count: %2.",
    "Kunden und Einnahmen wachsen mit den beobachteten der %1 Tage nach dem Ende, deren Abschlüsse zählen: %2.")
}
