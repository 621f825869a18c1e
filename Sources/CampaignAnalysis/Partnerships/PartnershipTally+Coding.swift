import LogScanning

extension PartnershipTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    let partners = [isCarrier.count, isCarrier.count]
    try coder.marks(&isCarrier)
    try coder.pairs(&gifts, &given, below: partners)
    try code(blocks: &coder)
    var hasDropped = [!hasAllShares]
    try coder.marks(&hasDropped)
    try coder.pairs(&shares, &shared, below: partners)
    if coder.isReading {
      hasAllShares = true
      if hasDropped[0] || shares.count > RegionSums.maximumPairs { dropShares() }
    }
    try code(endorsements: &coder, below: partners)
    try code(newTouchpoints: &coder)
  }

  /// Each pair with the blocks of its touches, numbered from the window's start.
  private mutating func code(blocks coder: inout TallyCoder) throws(TallyFault) {
    let known = self
    let table = try coder.table(width: 0) { table in
      for (number, pair) in known.gifts.pairs.enumerated() {
        for word in 0..<known.wordsPerPair {
          var left = known.blocks[number * known.wordsPerPair + word]
          while left != 0 {
            let block = known.firstBlock + word << 6 + left.trailingZeroBitCount
            table.append([Int(pair.left), Int(pair.right), block], counts: [])
            left &= left - 1
          }
        }
      }
    }
    guard let table else { return }
    blocks = [UInt64](repeating: 0, count: given.count * wordsPerPair)
    lastContact = [Int](repeating: 0, count: given.count)
    let limits = [isCarrier.count, isCarrier.count, firstBlock + wordsPerPair << 6]
    for row in 0..<table.count {
      let key = try table.key(of: row, below: limits)
      guard let number = gifts.knownNumber(key[0], key[1]), key[2] >= firstBlock else { throw .isOfOtherShape }
      let block = key[2] - firstBlock
      blocks[number * wordsPerPair + block >> 6] |= 1 << UInt64(block & 63)
    }
  }

  private mutating func code(endorsements coder: inout TallyCoder, below partners: [Int]) throws(TallyFault) {
    let known = self
    let table = try coder.table(width: 2) { table in
      for (number, pair) in known.endorsements.pairs.enumerated() {
        let outcomes = known.endorsed[number]
        table.append([Int(pair.left), Int(pair.right)], counts: [outcomes.pairs, outcomes.outcomes])
      }
    }
    guard let table else { return }
    (endorsements, endorsed) = (PairIndex(), [])
    for row in 0..<table.count {
      let (key, counts) = (try table.key(of: row, below: partners), table.counts(of: row))
      _ = endorsements.number(key[0], key[1])
      endorsed.append(Outcomes(pairs: counts[0], outcomes: counts[1]))
    }
  }

  private mutating func code(newTouchpoints coder: inout TallyCoder) throws(TallyFault) {
    for field in [\Outcomes.pairs, \Outcomes.outcomes] {
      var counts = newTouchpoints.map { $0[keyPath: field] }
      try coder.counts(&counts)
      for (brand, count) in counts.enumerated() where coder.isReading { newTouchpoints[brand][keyPath: field] = count }
    }
  }
}
