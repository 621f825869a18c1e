import CampaignModel
import Foundation
import LogScanning

/// Whether times, costs and values of touches can be relied on.
struct TouchChecks {
  private(set) var findings: [Finding] = []
  private let dataset: Dataset
  private let log: TouchLog

  init(_ dataset: Dataset) {
    self.dataset = dataset
    log = dataset.log
    guard log.count > 0 else {
      findings = [
        Finding(.warning, "no_touches", file: "touchpoints.csv", "There are no touches up to observed_until.")
      ]
      return
    }
    checkDates()
    checkRepeats()
    checkOutliers()
    checkTies()
    checkCosts()
    checkValues()
    checkObservation()
    checkListing()
  }

  private mutating func add(
    _ severity: Finding.Severity, _ check: String, _ text: String, count: Int? = nil
  ) {
    findings.append(Finding(severity, check, file: "touchpoints.csv", text, count: count))
  }

  /// Mere dates stand for midnight in the dataset's time zone: where nearly all touches fall on it, or all of one channel
  /// or kind beside others with times.
  private mutating func checkDates() {
    var midnights = Midnights(in: dataset)
    var channels = [(touches: Int, midnights: Int)](repeating: (0, 0), count: dataset.channels.count)
    var kinds = [(touches: Int, midnights: Int)](repeating: (0, 0), count: dataset.kinds.kinds.count)
    for touch in log.touches {
      let isMidnight = midnights.next(ifMidnight: touch.milliseconds) != nil ? 1 : 0
      channels[touch.channel].touches += 1
      channels[touch.channel].midnights += isMidnight
      kinds[touch.kind].touches += 1
      kinds[touch.kind].midnights += isMidnight
    }
    let count = channels.reduce(0) { $0 + $1.midnights }
    if log.count >= 10, count * 10 >= log.count * 9 {
      add(
        .warning, "mere_dates",
        "Times are mere dates (\(count) of \(log.count) touches are at midnight): on the same day the order of rows "
          + "decides who came first.", count: count)
      return
    }
    func dated(_ groups: [(touches: Int, midnights: Int)], _ name: (Int) -> String) -> [String] {
      groups.indices.filter { groups[$0].touches > 0 && groups[$0].midnights * 10 >= groups[$0].touches * 9 }.map(name)
    }
    for (what, names) in [
      ("channel", dated(channels) { dataset.channels[$0].id }), ("kind", dated(kinds) { dataset.kinds.kinds[$0].name }),
    ] where !names.isEmpty {
      add(
        .warning, "mere_dates",
        "Times of the \(what)\(names.count == 1 ? "" : "s") \(Finding.list(names)) are mere dates, those of others are not: "
          + "on the same day their touches count as the first, at midnight.", count: names.count)
    }
  }

  /// Contacts whose first touch has the same time as one in another partner's channel.
  private mutating func checkTies() {
    var tied = 0
    for contact in 0..<dataset.contacts.count {
      let slice = log.slice(of: contact)
      guard let first = slice.first else { continue }
      let owner = dataset.channels[log.touches[first].channel].owner
      for position in slice.dropFirst() {
        guard log.touches[position].milliseconds == log.touches[first].milliseconds else { break }
        if dataset.channels[log.touches[position].channel].owner != owner {
          tied += 1
          break
        }
      }
    }
    guard tied > 0 else { return }
    add(
      .warning, "order_by_rows",
      "\(Finding.number(tied, "contact", "contacts")) met several partners first at exactly the same time: the order of "
        + "rows decides which one introduced them.", count: tied)
  }

  /// Touches of a contact at the same time, in the same channel, of the same kind and content: an export that was pasted
  /// twice, or dates without times.
  private mutating func checkRepeats() {
    var repeats = 0
    var transactions = 0
    var value = 0.0
    for contact in 0..<dataset.contacts.count {
      let slice = log.slice(of: contact)
      var start = slice.lowerBound
      for position in slice {
        if log.touches[position].milliseconds != log.touches[start].milliseconds { start = position }
        guard (start..<position).suffix(TouchChecks.comparedTouches).contains(where: { isRepeat($0, position) }) else {
          continue
        }
        repeats += 1
        if dataset.kinds.kinds[log.touches[position].kind].level == .transaction {
          transactions += 1
          value += log.values[position] ?? 0
        }
      }
    }
    guard repeats > 0 else { return }
    let worth =
      transactions == 0
      ? ""
      : " \(Finding.number(transactions, "of them is a transaction", "of them are transactions")) worth \(value) \(dataset.settings.currency)."
    add(
      .warning, "repeated_rows",
      "\(Finding.number(repeats, "row repeats", "rows repeat")) an earlier one with the same time, contact, channel, kind, "
        + "content, value and cost: was an export pasted twice?\(worth) Repeats are counted.", count: repeats)
  }

  /// So many touches at the same time are compared with each.
  private static let comparedTouches = 64

  private func isRepeat(_ first: Int, _ second: Int) -> Bool {
    let (touch, other) = (log.touches[first], log.touches[second])
    return touch.channel == other.channel && touch.kind == other.kind && touch.content == other.content
      && log.values[first] == log.values[second] && log.costs[first] == log.costs[second]
  }

  /// Touches more than a year before all others, such as those of a date of zero.
  private mutating func checkOutliers() {
    guard let first = log.span?.lowerBound.milliseconds else { return }
    let year = 365 * Instant.millisecondsPerDay
    var next = Int64.max
    var early = 0
    for touch in log.touches {
      if touch.milliseconds - first < Instant.millisecondsPerDay {
        early += 1
      } else {
        next = min(next, touch.milliseconds)
      }
    }
    guard next != Int64.max, next - first > year, early * 100 <= log.count || early == 1 else { return }
    add(
      .warning, "early_outlier",
      "\(Finding.number(early, "touch is", "touches are")) dated \(CivilDate(Instant(milliseconds: first))), "
        + "\((next - first) / Instant.millisecondsPerDay) days before all others: a wrong date makes history seem longer.",
      count: early)
  }

  private mutating func checkCosts() {
    let count = log.costs.numberCount
    if count > 0, count * 2 < log.count {
      let share = max(1, Int((Double(count) / Double(log.count) * 100).rounded()))
      add(
        .warning, "few_costs",
        "Only \(count) of \(log.count) touches (\(share) %) record a cost: sums and costs per contact leave out the rest.",
        count: count)
    }
    let negative = log.touches.indices.count { (log.costs[$0] ?? 0) < 0 }
    if negative > 0 {
      add(
        .warning, "negative_cost", "\(Finding.number(negative, "touch has", "touches have")) a negative cost.",
        count: negative)
    }
  }

  private mutating func checkValues() {
    let kinds = dataset.kinds.kinds
    var missing = 0
    var conversions = 0
    var wrong = 0
    for (position, touch) in log.touches.enumerated() {
      let kind = kinds[touch.kind]
      let value = log.values[position]
      if kind.level == .transaction {
        conversions += 1
        if value == nil { missing += 1 }
      }
      if kind.name == "nps", let value, !(0...10).contains(value) { wrong += 1 }
    }
    if missing > 0 {
      add(
        .note, "missing_value",
        "\(missing) of \(conversions) touches of level transaction record no value: revenue and pipeline leave them out.",
        count: missing)
    }
    if wrong > 0 {
      add(
        .warning, "nps_range", "\(Finding.number(wrong, "answer", "answers")) of kind nps lie outside of 0 to 10.",
        count: wrong)
    }
  }

  private mutating func checkObservation() {
    for table in Table.allCases {
      guard let rows = dataset.rowsAfterObservation[table], rows > 0 else { continue }
      findings.append(
        Finding(
          .warning, "after_observation", file: "\(table.rawValue).csv",
          "\(Finding.number(rows, "row is", "rows are")) dated after observed_until and left out of every figure.",
          count: rows))
    }
    let silent = (0..<dataset.contacts.count).count { log.slice(of: $0).isEmpty }
    if silent > 0, !MinimumGroup(of: dataset).withholds(silent) {
      findings.append(
        Finding(
          .note, "untouched_contacts", file: "contacts.csv",
          "\(Finding.number(silent, "contact has", "contacts have")) no touch.", count: silent))
    }
  }

  /// Contacts of the log that contacts.csv does not list, where it lists others.
  private mutating func checkListing() {
    let contacts = dataset.contacts
    guard contacts.listsAny else { return }
    let touched = (0..<contacts.count).filter { !log.slice(of: $0).isEmpty }
    let unlisted = touched.filter { !contacts.isListed($0) }
    guard !unlisted.isEmpty else { return }
    let doubt =
      unlisted.count * 2 > touched.count
      ? " Do the two tables name contacts by different keys, such as numbers and addresses?" : ""
    let group = MinimumGroup(of: dataset)
    let isFew = [unlisted.count, touched.count - unlisted.count].contains { group.withholds($0) }
    let ids = group.isAsked ? "--operator names them" : Finding.list(unlisted.map { contacts.ids[$0] }.sorted())
    add(
      .warning, "unlisted_contacts",
      "\(isFew ? "Some" : "\(unlisted.count)") of \(touched.count) touched contacts "
        + "\(unlisted.count == 1 && !isFew ? "is" : "are") not in contacts.csv, so that "
        + "nothing more is known of \(unlisted.count == 1 && !isFew ? "it" : "them"): \(ids).\(doubt)",
      count: isFew ? nil : unlisted.count)
  }
}
