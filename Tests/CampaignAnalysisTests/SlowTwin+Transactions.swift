import CampaignModel
import Foundation

/// Transactions as they are defined (<doc:Metrics#Transactions>), word for word.
extension SlowTwin {
  /// A transaction with a negative value.
  func isRefund(_ row: Row) -> Bool { row.level == .transaction && row.value.map { $0 < 0 } ?? false }

  /// Where a touch stands in the order of follow-ons, conversions and paths: by time, and a transaction at midnight at the
  /// end of its day.
  func standing(_ row: Row) -> [Int64] {
    guard row.level == .transaction, let zone = TimeZone(identifier: data.settings.timeZone) else {
      return [row.time, 0, Int64(row.place)]
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let midnight = calendar.startOfDay(for: Date(timeIntervalSince1970: Double(row.time) / 1000))
    guard Int64((midnight.timeIntervalSince1970 * 1000).rounded()) == row.time,
      let noon = calendar.date(byAdding: .hour, value: 36, to: midnight)
    else { return [row.time, 0, Int64(row.place)] }
    let next = Int64((calendar.startOfDay(for: noon).timeIntervalSince1970 * 1000).rounded())
    return [next - 1, 1, Int64(row.place)]
  }

  /// A contact's touches in that order.
  func ordered(_ history: [Row]) -> [Row] { history.sorted { standing($0).lexicographicallyPrecedes(standing($1)) } }

  /// X(K), before the scope's filter or after it.
  func transactions(filtered: Bool = true) -> [Row] {
    histories.flatMap { history in
      let members = history.filter { isMember($0, filtered: false) }
      return history.filter { row in
        guard row.level == .transaction, !members.isEmpty else { return false }
        guard belongs(row, to: members) else { return false }
        return !filtered || passesFilter(row)
      }
    }
  }

  private func belongs(_ row: Row, to members: [Row]) -> Bool {
    if isMember(row, filtered: false) { return true }
    if row.time >= scope.start.milliseconds, row.time < scope.end.milliseconds {
      return row.content == nil
        && members.contains { standing($0).lexicographicallyPrecedes(standing(row)) }
    }
    let lateEnd = scope.end.milliseconds + Int64(data.settings.conversionDaysAfterEnd) * SlowTwin.day
    let isOfCampaign = row.content.map { scope.campaign != nil && data.contents[$0].campaign == scope.campaign }
    return row.time >= scope.end.milliseconds && row.time < lateEnd && isOfCampaign ?? true
  }

  private func passesFilter(_ row: Row) -> Bool {
    let filter = scope.filter
    return row.time >= filter.from?.milliseconds ?? .min && row.time < filter.until?.milliseconds ?? .max
      && row.level >= filter.level ?? .reach
      && (filter.medium == nil || data.channels[row.channel].medium == filter.medium)
  }
}
