/// A regular expression whose first group, or whole match, is taken.
struct MatchPattern: @unchecked Sendable {
  // A regular expression is a value that nothing changes, but its type does not say so.
  private let regex: Regex<AnyRegexOutput>
  let pattern: String

  /// Throws what the pattern's author must know.
  init(_ pattern: String) throws {
    self.pattern = pattern
    regex = try Regex(pattern)
  }

  /// The longest text that is searched: time may grow with the square of the length, or worse.
  private static let maximumLength = 2048

  /// The first group of the first match, or all of it; nil without a match.
  func first(in text: String) -> Substring? {
    guard text.utf8.count <= MatchPattern.maximumLength, let match = text.firstMatch(of: regex) else { return nil }
    return match.output.count > 1 ? match.output[1].substring : match.output[0].substring
  }
}
