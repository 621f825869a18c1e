import CampaignModel

/// What tables and settings are missing, and what is in them without use.
struct TableChecks {
  private(set) var findings: [Finding] = []

  /// What a table is good for.
  private static let purposes: [(table: Table, purpose: String)] = [
    (.partners, "names, sectors and stages of partners"),
    (.campaigns, "campaigns; without it the whole log is one window"),
    (.contents, "joint content, brands of touches, and what belongs to which campaign"),
    (.contacts, "relevance, segments and names of contacts"), (.ties, "referrals, ambassadors and warm paths"),
    (.exchanges, "give and take between partners"), (.targets, "targets beside the KPIs"),
    (.assessments, "the barometer of partnerships"), (.plan, "what was planned and what was missed"),
  ]

  init(_ dataset: Dataset) {
    for (table, purpose) in TableChecks.purposes where !dataset.tables.contains(table) {
      findings.append(
        Finding(.note, "missing_table", file: "\(table.rawValue).csv", "The table is not there; it allows \(purpose)."))
    }
    if dataset.settings.costPerContact == nil {
      findings.append(
        Finding(
          .note, "missing_setting", file: "reefknot.yaml",
          "cost_per_contact is not set; it allows the cost of single-brand marketing."))
    }
    if dataset.settings.observedUntil == nil {
      findings.append(
        Finding(
          .note, "missing_setting", file: "reefknot.yaml",
          "observed_until is not set; the data are taken to end with the last touch."))
    }
    addUnused(dataset)
    addUnknown(dataset)
  }

  private mutating func addUnused(_ dataset: Dataset) {
    var isChannelUsed = [Bool](repeating: false, count: dataset.channels.count)
    var isContentUsed = [Bool](repeating: false, count: dataset.contents.count)
    for touch in dataset.log.touches {
      isChannelUsed[touch.channel] = true
      if let content = touch.content { isContentUsed[content] = true }
    }
    let channels = dataset.channels.indices.filter { !isChannelUsed[$0] }.map { dataset.channels[$0].id }
    if !channels.isEmpty {
      findings.append(
        Finding(
          .warning, "unused_channel", file: "channels.csv",
          "\(Finding.number(channels.count, "channel has", "channels have")) no touch: \(Finding.list(channels)).",
          count: channels.count))
    }
    let contents = dataset.contents.indices.filter { !isContentUsed[$0] }.map { dataset.contents[$0].id }
    if !contents.isEmpty {
      findings.append(
        Finding(
          .note, "unused_content", file: "contents.csv",
          "\(Finding.number(contents.count, "content has", "contents have")) no touch: \(Finding.list(contents)).",
          count: contents.count))
    }
    var isActive = [Bool](repeating: false, count: dataset.partners.count)
    for channel in dataset.channels { isActive[channel.owner] = true }
    for content in dataset.contents { for brand in content.brands { isActive[brand] = true } }
    let idle = dataset.partners.indices.filter { !isActive[$0] }.map { dataset.partners[$0].id }
    if !idle.isEmpty {
      findings.append(
        Finding(
          .note, "idle_partner", file: "partners.csv",
          "\(Finding.number(idle.count, "partner has", "partners have")) neither a channel nor a content: "
            + "\(Finding.list(idle)).", count: idle.count))
    }
  }

  private mutating func addUnknown(_ dataset: Dataset) {
    let unknown = dataset.channels.filter { $0.paid == nil }.map(\.id)
    if !unknown.isEmpty, unknown.count < dataset.channels.count {
      findings.append(
        Finding(
          .note, "unknown_paid", file: "channels.csv",
          "\(Finding.number(unknown.count, "channel does", "channels do")) not say whether it is paid and "
            + "\(unknown.count == 1 ? "counts" : "count") as unpaid: \(Finding.list(unknown)).", count: unknown.count))
    }
    let selfTies = dataset.ties.count { $0.from == $0.to }
    if selfTies > 0 {
      findings.append(
        Finding(
          .note, "tie_to_itself", file: "ties.csv",
          "\(Finding.number(selfTies, "tie leads", "ties lead")) from a contact to itself.", count: selfTies))
    }
    let selfGifts = dataset.exchanges.count { $0.from == $0.to }
    if selfGifts > 0 {
      findings.append(
        Finding(
          .note, "exchange_with_itself", file: "exchanges.csv",
          "\(Finding.number(selfGifts, "exchange is", "exchanges are")) from a partner to itself.", count: selfGifts))
    }
  }
}
