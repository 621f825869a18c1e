import LogScanning

/// A tally of an analysis that counts nothing while the log is scanned.
struct NoTally: BatchTally {
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {}

  mutating func merge(_ other: NoTally) {}

  mutating func code(_ coder: inout TallyCoder) {}
}
