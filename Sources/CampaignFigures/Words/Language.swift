/// A language in which figures, diagrams, charts and reports are worded.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case german = "de"
}
