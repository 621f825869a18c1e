import LogScanning

extension EngagementTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&reach)
    try coder.count(&interactingContacts)
    try coder.counts(&touchesByKind)
    try coder.marks(&isCarrier)
    try coder.marks(&carriesContent)
    try referrals.code(&coder, ids: ids)
  }
}
