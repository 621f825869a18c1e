/// The known name that someone meant who wrote another.
package enum NearestName {
  /// The name that differs the least, or nil where all differ in more than a third of their letters.
  ///
  /// What counts is the number of letters to insert, delete, replace or swap with the next (Damerau, "A technique for
  /// computer detection and correction of spelling errors", 1964), ignoring case, and an ending added or left out
  /// counts as one. Of names as near as each other it is the first.
  ///
  /// - Complexity: O(names × length²), with names longer than 64 letters left out.
  package static func of(_ text: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let letters = Array(name.lowercased().unicodeScalars)
      guard !letters.isEmpty, letters.count <= 64 else { continue }
      let isExtended =
        min(letters.count, wanted.count) >= 3 && (letters.starts(with: wanted) || wanted.starts(with: letters))
      let distance =
        isExtended && abs(letters.count - wanted.count) <= 3
        ? min(1, abs(letters.count - wanted.count)) : self.distance(wanted, letters, limit: limit)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (name, distance) }
    }
    return best?.name
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
