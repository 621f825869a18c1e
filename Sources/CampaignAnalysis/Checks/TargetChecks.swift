import CampaignModel

/// Whether targets can be compared with figures.
struct TargetChecks {
  private(set) var findings: [Finding] = []

  init(_ dataset: Dataset) {
    for target in dataset.targets {
      let campaign = dataset.campaigns[target.campaign]
      if KPIName(id: target.kpi) == nil {
        add(.warning, "unknown_kpi", "The target \"\(target.kpi)\" of campaign \(campaign.id) is no KPI.")
      } else if target.value == nil {
        add(.warning, "target_without_value", "The target \(target.kpi) of campaign \(campaign.id) has no value.")
      }
      if target.due == nil {
        add(.note, "target_without_due", "The target \(target.kpi) of campaign \(campaign.id) has no due date.")
      } else if let due = target.due, due <= campaign.start {
        add(
          .warning, "target_due_early", "The target \(target.kpi) of campaign \(campaign.id) is due before its start.")
      }
    }
    guard dataset.tables.contains(.targets) else { return }
    for (index, campaign) in dataset.campaigns.enumerated() {
      let levels = Set(
        dataset.targets.filter { $0.campaign == index && $0.value != nil }
          .compactMap { KPIName(id: $0.kpi)?.level })
      let missing = Level.allCases.filter { !levels.contains($0) }.map(\.name)
      if !missing.isEmpty {
        add(
          .note, "targets_missing",
          "Campaign \(campaign.id) has no target on the \(missing.count == 1 ? "level" : "levels") "
            + "\(missing.joined(separator: ", ")).")
      }
    }
  }

  private mutating func add(_ severity: Finding.Severity, _ check: String, _ text: String) {
    findings.append(Finding(severity, check, file: "targets.csv", text))
  }
}
