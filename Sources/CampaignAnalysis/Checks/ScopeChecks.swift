import CampaignModel

/// Whether each campaign can be measured: touches, history before it, observation after it.
struct ScopeChecks {
  private(set) var findings: [Finding] = []

  init(_ dataset: Dataset) {
    let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
    let reaches = measureUnprotected(dataset, scopes: scopes, options: AnalysisOptions(sections: [.reach]))
    for (campaign, entry) in zip(dataset.campaigns, reaches) {
      if (entry.reach?.reach ?? 0) == 0 {
        findings.append(
          Finding(
            .warning, "campaign_without_touches", file: "campaigns.csv", "Campaign \(campaign.id) has no touches."))
        continue
      }
      checkHistory(campaign, dataset)
      checkObservation(campaign, dataset)
    }
    checkWindows(dataset)
    checkRhythm(dataset)
  }

  /// A gap shorter than contacts usually pause takes nearly all of them for lost.
  private mutating func checkRhythm(_ dataset: Dataset) {
    let gap = dataset.settings.activityGapDays
    guard !dataset.campaigns.isEmpty, let rhythm = ActivityRhythm(of: dataset), !rhythm.fits(gap) else { return }
    let longer = rhythm.share(longerThan: gap)
    findings.append(
      Finding(
        .warning, "activity_gap", file: "reefknot.yaml",
        "activity_gap_days is \(gap), but \(longer.count) of \(longer.of) pauses between a contact's interactions are longer: "
          + "survival takes such a pause for the end. Nine in ten last up to \(rhythm.usualPause) days; a gap of that "
          + "length fits these data.", count: longer.count))
  }

  private mutating func checkHistory(_ campaign: Campaign, _ dataset: Dataset) {
    guard let first = dataset.log.span?.lowerBound else { return }
    let days = Double(campaign.start.milliseconds - first.milliseconds) / Double(Instant.millisecondsPerDay)
    guard days < 30 else { return }
    findings.append(
      Finding(
        .warning, "short_history", file: "touchpoints.csv",
        "The log starts \(days < 0 ? "after" : "\(Int(days)) days before") the start of campaign \(campaign.id): with "
          + "less than 30 days of history, contacts from earlier times may count as new."))
  }

  private mutating func checkObservation(_ campaign: Campaign, _ dataset: Dataset) {
    guard let end = dataset.observedUntil else { return }
    let gap = dataset.settings.activityGapDays
    if end <= campaign.end {
      findings.append(
        Finding(
          .note, "still_running", file: "campaigns.csv",
          "Campaign \(campaign.id) had not ended when observation stopped: nothing is known of retention."))
    } else if end < campaign.end.adding(days: gap) {
      findings.append(
        Finding(
          .note, "short_observation", file: "campaigns.csv",
          "Observation stopped less than \(gap) days (activity_gap_days) after campaign \(campaign.id): who is lost is "
            + "not known yet."))
    }
  }

  /// Contents that are touched outside of their campaign's window do not count for it.
  private mutating func checkWindows(_ dataset: Dataset) {
    var outside = [Int](repeating: 0, count: dataset.campaigns.count)
    let campaignOfContent = dataset.contents.map(\.campaign)
    for touch in dataset.log.touches {
      guard let content = touch.content, let index = campaignOfContent[content] else { continue }
      let campaign = dataset.campaigns[index]
      if touch.time < campaign.start || touch.time >= campaign.end { outside[index] += 1 }
    }
    for (campaign, count) in zip(dataset.campaigns, outside) where count > 0 {
      findings.append(
        Finding(
          .note, "touches_outside_window", file: "touchpoints.csv",
          "\(Finding.number(count, "touch carries", "touches carry")) a content of campaign \(campaign.id) outside of "
            + "its window and \(count == 1 ? "does" : "do") not count for it.", count: count))
    }
  }
}
