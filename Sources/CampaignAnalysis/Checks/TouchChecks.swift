import CampaignModel

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
    checkTies()
    checkCosts()
    checkValues()
    checkObservation()
  }

  private mutating func add(
    _ severity: Finding.Severity, _ check: String, _ text: String, count: Int? = nil
  ) {
    findings.append(Finding(severity, check, file: "touchpoints.csv", text, count: count))
  }

  /// Mere dates stand for midnight in the dataset's time zone: nearly all touches then fall on one or, with daylight
  /// saving, two times of day.
  private mutating func checkDates() {
    let halfHour: Int64 = 1_800_000
    var counts = [Int](repeating: 0, count: 48)
    for touch in log.touches where touch.milliseconds % halfHour == 0 {
      let ofDay = touch.milliseconds % Instant.millisecondsPerDay
      counts[Int((ofDay < 0 ? ofDay + Instant.millisecondsPerDay : ofDay) / halfHour)] += 1
    }
    let common = counts.sorted(by: >).prefix(2).reduce(0, +)
    guard log.count >= 10, common * 10 >= log.count * 9 else { return }
    add(
      .warning, "mere_dates",
      "Times are mere dates (\(common) of \(log.count) touches are at midnight): on the same day the order of rows "
        + "decides who came first.", count: common)
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
    if silent > 0 {
      findings.append(
        Finding(
          .note, "untouched_contacts", file: "contacts.csv",
          "\(Finding.number(silent, "contact has", "contacts have")) no touch.", count: silent))
    }
  }
}
