import Presentation

/// What to answer when a name is not there.
enum Suggestion {
  private static let maximumShown = 5

  /// One sentence: what is not there, and the names nearest to it.
  static func message(_ what: String, _ name: String, known: [String], option: String) -> String {
    let start = "\(option): there is no \(what) \"\(name.withoutControls)\""
    guard !known.isEmpty else { return "\(start); the dataset has none" }
    if known.count <= maximumShown { return "\(start); there is \(list(known))" }
    return "\(start); nearest are \(list(nearest(to: name, among: known)))"
  }

  /// The names, the first ones of many.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map(\.withoutControls).joined(separator: ", ")
    return names.count > 20 ? "\(shown), … \(names.count) in all" : shown
  }

  /// The names that take the fewest edits, nearest first, then in order of the alphabet.
  static func nearest(to name: String, among known: [String]) -> [String] {
    let wanted = Array(name.lowercased())
    return known.map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(maximumShown).map(\.name)
  }

  /// Insertions, deletions and replacements from one text to the other (Levenshtein), cut off at 64 characters.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    let (left, right) = (left.prefix(64), right.prefix(64))
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}

extension String {
  /// The text without blanks around it.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
