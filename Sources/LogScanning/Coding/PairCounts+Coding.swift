extension PairCounts {
  /// Codes the counts, both numbers of each pair below a limit.
  package mutating func code(_ coder: inout TallyCoder, below limit: Int) throws(TallyFault) {
    let written = self
    let table = try coder.table(width: 1) { table in
      written.forEachPair { table.append([$0, $1], counts: [$2]) }
    }
    guard let table else { return }
    removeAll()
    for row in 0..<table.count {
      let pair = try table.key(of: row, below: [limit, limit])
      add(pair[0], pair[1], table.counts(of: row)[0])
    }
  }
}
