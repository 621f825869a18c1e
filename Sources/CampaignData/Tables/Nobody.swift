import FileReading

/// What exports write where an id is missing; it stands for nobody and nothing.
package enum Nobody {
  static let message = "stands for nobody; a touch without a contact cannot be counted"
  static let missingValue = "is what programs write where a value is missing; an id was expected"

  /// What databases, spreadsheets and programs write for a missing value, in lower case; any case counts.
  private static let missingValues: Set = [
    "null", "(null)", "<null>", "[null]", "\\n", "nan", "nat", "<na>", "undefined", "(not set)", "#n/a", "#nv", "#ref!",
    "#bezug!", "#value!", "#wert!", "#div/0!", "#name?", "#num!", "#zahl!", "#null!",
  ]

  /// Words for somebody unknown, which may well be ids of other things.
  private static let words: Set = [
    "n/a", "n / a", "n.a.", "n. a.", "na", "k.a.", "k. a.", "nil", "none", "(none)", "anonymous", "(anonymous)",
    "anonym", "unknown", "(unknown)", "unbekannt", "not set", "nicht gesetzt", "not available", "(not provided)",
    "missing", "(empty)", "(blank)", "(leer)", "-", "--", "---", "?", "??", "???", ".",
  ]

  /// All that stands for no contact.
  static let placeholders = RefusedWords(missingValues.union(words).sorted())

  private static let longest = missingValues.union(words).reduce(0) { max($0, $1.utf8.count) }

  /// Whether the id of a contact is a placeholder.
  package static func contains(_ id: ArraySlice<UInt8>) -> Bool {
    guard id.count <= longest else { return false }
    let word = String(decoding: id, as: UTF8.self).lowercased()
    return missingValues.contains(word) || words.contains(word)
  }

  /// Whether the id of a partner, channel, content or campaign is a mark of a missing value.
  static func isMissingValue(_ id: ArraySlice<UInt8>) -> Bool {
    id.count <= longest && missingValues.contains(String(decoding: id, as: UTF8.self).lowercased())
  }
}
