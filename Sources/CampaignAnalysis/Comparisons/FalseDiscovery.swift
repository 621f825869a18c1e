import CampaignFigures

/// How sure many comparisons are when they are looked at together.
enum FalseDiscovery {
  /// The title of a q, and what it says.
  static let title: Texts = ("Among all", "Unter allen")
  static let meaning: Texts = (
    "The same, looked at together with all other rows (Benjamini-Hochberg).",
    "Dasselbe, zusammen mit allen anderen Zeilen betrachtet (Benjamini-Hochberg)."
  )

  /// The q value of each comparison: the least share of false ones among all that are called different, if it is called so
  /// too. By the step-up rule of Benjamini and Hochberg: over the comparisons with a p at least as large, the least of
  /// p × number of comparisons / rank. Nil for a comparison that has no p, which does not count. O(n log n).
  ///
  /// Reference: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate" (1995),
  /// doi:10.1111/j.2517-6161.1995.tb02031.x.
  static func qValues(_ values: [Double?]) -> [Double?] {
    let order = values.indices.filter { values[$0] != nil }.sorted { (values[$0] ?? 0) < (values[$1] ?? 0) }
    var qValues = [Double?](repeating: nil, count: values.count)
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, (values[index] ?? 1) * Double(order.count) / Double(rank + 1))
      qValues[index] = least
    }
    return qValues
  }
}
