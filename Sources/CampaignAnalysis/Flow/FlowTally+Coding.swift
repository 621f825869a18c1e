import LogScanning

extension FlowTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&contacts)
    try coder.counts(&byBrand)
    try coder.counts(&byChannel)
    let known = byLink
    let table = try coder.table(width: 1) { table in
      for (link, contacts) in known { table.append([link.brand, link.channel], counts: [contacts]) }
    }
    guard let table else { return }
    byLink = [:]
    for row in 0..<table.count {
      let key = try table.key(of: row, below: [byBrand.count, byChannel.count])
      byLink[Link(brand: key[0], channel: key[1])] = table.counts(of: row)[0]
    }
  }
}
