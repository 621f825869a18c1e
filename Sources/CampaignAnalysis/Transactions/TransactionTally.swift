import LogScanning

/// A tally that counts transactions of X(K), and can be made to count a single one of a contact: which one it is cannot be
/// told by leaving out touches, since transactions follow on touches.
protocol TransactionTally: Tally {
  /// Position of the only transaction that counts; nil where all do.
  var onlyTransaction: Int? { get set }
}
