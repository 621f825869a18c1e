import LogScanning

extension TrustTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&newContacts)
    try coder.code(&counts)
    try coder.sums(&sums)
  }
}

extension TallyCoder {
  /// What searches found; the values lie elsewhere.
  mutating func code(_ found: inout [TrustTally.Found]) throws(TallyFault) {
    for index in found.indices {
      try count(&found[index].count)
      try count(&found[index].of)
      try count(&found[index].valued)
      try count(&found[index].contacts)
      try count(&found[index].contactsOfRest)
      try count(&found[index].contactsOfAll)
    }
  }
}
