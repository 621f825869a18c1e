extension ReplicateCounts {
  /// The counts by pair: numbers with a sign, doubled, less one for negative ones.
  package mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    let known = self
    let table = try coder.table(width: ReplicateWeights.count) { table in
      for key in known.keys {
        table.append([key.left, key.right].map { $0 << 1 ^ $0 >> 63 }, counts: known.counts(of: key.left, key.right))
      }
    }
    guard let table else { return }
    self = ReplicateCounts()
    for row in 0..<table.count {
      let key = try table.key(of: row, below: [1 << 32, 1 << 32]).map { $0 >> 1 ^ -($0 & 1) }
      guard table.values(of: row).allSatisfy({ $0 <= UInt32.max }) else {
        throw TallyFault("counts more contacts than intervals can be made for, 2²⁹")
      }
      append(table.values(of: row).map { UInt32($0) }, of: key[0], key[1])
    }
  }
}
