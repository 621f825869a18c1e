import CampaignFigures
import LogScanning

extension CountDefinition where Counts == FunnelTally {
  /// Every count of the whole funnel.
  static let funnel: [CountDefinition] = [
    .init(FunnelFigures.visitors) { tally, _ in tally.counts[tally.total].visitors },
    .init(FunnelFigures.leads) { tally, _ in tally.counts[tally.total].leads },
    .init(FunnelFigures.customers) { tally, _ in tally.counts[tally.total].customers },
    .init(FunnelFigures.leadToCustomer) { tally, _ in
      tally.counts[tally.total].leadCustomers
    },
    .init(FunnelFigures.costCoverage, .touches) { tally, _ in tally.counts[tally.total].costedTouches },
  ]
}
