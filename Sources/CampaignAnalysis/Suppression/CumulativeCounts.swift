/// Counts that only grow, one after the other, such as a curve of contacts reached.
enum CumulativeCounts {
  /// The counts without those that differ from the one shown before, or from the last, by fewer than a minimum but not
  /// by nobody.
  static func thinned(_ counts: [Int?], atLeast minimum: Int) -> [Int?] {
    let final = counts.last { $0 != nil }.flatMap(\.self) ?? 0
    var shown = 0
    return counts.map { count in
      guard let count else { return nil }
      let isFar = { (difference: Int) in difference == 0 || difference >= minimum }
      guard isFar(count - shown), isFar(final - count) else { return nil }
      shown = count
      return count
    }
  }
}
