import LogScanning

extension FlowTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&contacts)
    try coder.counts(&byBrand)
    try coder.counts(&byChannel)
    try coder.pairs(&links, &byLink, below: [byBrand.count, byChannel.count])
    lastContact = [Int](repeating: 0, count: byLink.count)
  }
}
