import LogScanning

extension FunnelTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.sparse(&counts, Counts.fields)
    try coder.sums(&sums)
    try replicates?.code(&coder, groupCount: counts.count)
  }
}

extension FunnelTally.Counts {
  /// Every count, in the order in which tallies hold them.
  static var fields: [WritableKeyPath<FunnelTally.Counts, Int>] {
    [
      \.visitors, \.leads, \.customers, \.leadVisitors, \.customerVisitors, \.leadCustomers, \.touches, \.transactions,
      \.valuedLeads, \.valuedSales, \.costedTouches, \.contactsOfValuedLeads, \.contactsOfValuedSales,
      \.contactsOfCosts, \.contactsWithoutCosts,
    ]
  }
}

extension FunnelReplicates {
  mutating func code(_ coder: inout TallyCoder, groupCount: Int) throws(TallyFault) {
    try counts.code(&coder)
    try coder.amounts(&sums)
    guard counts.keys.allSatisfy({ 0..<groupCount ~= $0.left && 0..<256 ~= $0.right }) else {
      throw TallyFault("holds a group of touches that is not known")
    }
  }
}
