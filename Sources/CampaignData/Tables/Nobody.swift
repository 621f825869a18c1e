import FileReading

/// What exports write where a contact is missing; it stands for nobody.
enum Nobody {
  static let message = "stands for nobody; a touch without a contact cannot be counted"

  /// The placeholders, in lower case; any case counts.
  static let placeholders = [
    "null", "n/a", "#n/a", "#nv", "nan", "none", "(not set)", "undefined", "anonymous", "unknown",
  ]

  /// Whether an id is a placeholder.
  static func contains(_ id: ArraySlice<UInt8>) -> Bool {
    guard (3...9).contains(id.count) else { return false }
    return placeholders.contains(String(decoding: id, as: UTF8.self).lowercased())
  }
}
