import CampaignFigures
public import CampaignModel

/// Whether targets can be compared with figures.
struct TargetChecks {
  private(set) var findings: [Finding] = []

  init(_ dataset: Dataset) {
    for (check, text) in TargetChecks.mistakes(in: dataset) { add(.warning, check, text) }
    for target in dataset.targets {
      let campaign = dataset.campaigns[target.campaign]
      if KPI(matching: target.kpi) != nil, target.value == nil {
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
          .compactMap { KPI(matching: $0.kpi)?.level })
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

  /// Targets that cannot be meant as they are: of no KPI, or a share of more than everything.
  static func mistakes(in dataset: Dataset) -> [(check: String, text: String)] {
    dataset.targets.compactMap { target in
      let campaign = dataset.campaigns[target.campaign].id
      guard let kpi = KPI(matching: target.kpi) else {
        let nearest = KPI.all.map(\.id).min { distance($0, target.kpi) < distance($1, target.kpi) }
        return (
          "unknown_kpi",
          "The target \"\(target.kpi)\" of campaign \(campaign) is no KPI and counts for nothing"
            + (nearest.map { "; the nearest one is \($0)." } ?? ".")
        )
      }
      guard kpi.unit == .share, let value = target.value, value > 1 else { return nil }
      let percent = Int((min(value, 1e9) * 100).rounded())
      return (
        "target_share",
        "The target \(kpi.id) of campaign \(campaign) is \(percent) %, and no share is over 100 %: "
          + "if \(Int(min(value, 1e9).rounded())) % is meant, write it with its percent sign."
      )
    }
  }

  /// How many letters must be put in, taken out or replaced (Levenshtein 1966).
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.lowercased()), Array(right.lowercased().prefix(64)))
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        current.append(min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1)))
      }
      last = current
    }
    return last[right.count]
  }
}

/// What every analysis says of targets that cannot be meant as they are, one sentence each.
public func targetWarnings(in dataset: Dataset) -> [String] {
  TargetChecks.mistakes(in: dataset).map { "targets.csv: \($0.text)" }
}
