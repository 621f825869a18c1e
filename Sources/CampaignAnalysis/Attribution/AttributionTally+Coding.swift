import LogScanning

extension AttributionTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&conversions)
    try coder.count(&unattributed)
    try coder.count(&nullPaths)
    try coder.count(&valuedConversions)
    try coder.sparse(&roles, [\.introducer, \.influencer, \.closer, \.solo])
    try chain.code(&coder)
    try contacts.code(&coder)
    try coder.sums(&sums)
    try replicates?.code(&coder)
  }
}

extension AttributionContacts {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&totals.converting)
    try coder.count(&totals.attributed)
    try coder.count(&totals.unattributed)
    try coder.sparse(
      &groups, [\.any, \.first, \.last, \.solo, \.introducer, \.closer, \.influencer])
  }
}

extension MarkovChain {
  /// How often each state came after which: groups, then the start, the conversion and the null state.
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try transitions.code(&coder, below: groupCount + 3)
  }
}

extension AttributionReplicates {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.amounts(&sums)
    try transitions.code(&coder)
    let states = 0..<groupCount + 3
    guard transitions.keys.allSatisfy({ states ~= $0.left && states ~= $0.right }) else {
      throw TallyFault("holds a group of touches that is not known")
    }
  }
}
