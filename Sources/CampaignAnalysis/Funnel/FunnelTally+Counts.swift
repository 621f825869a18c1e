import LogScanning

extension CountDefinition where Counts == FunnelTally {
  /// Every count of the whole funnel.
  static let funnel: [CountDefinition] = [
    .init("visitors", suppressedAs: "funnel.visitors") { tally, _ in tally.counts[tally.total].visitors },
    .init("leads", suppressedAs: "funnel.leads") { tally, _ in tally.counts[tally.total].leads },
    .init("customers", suppressedAs: "funnel.customers") { tally, _ in tally.counts[tally.total].customers },
    .init("lead_to_customer", suppressedAs: "funnel.lead_to_customer") { tally, _ in
      tally.counts[tally.total].leadCustomers
    },
    .init("cost_coverage", .touches) { tally, _ in tally.counts[tally.total].costedTouches },
  ]
}
