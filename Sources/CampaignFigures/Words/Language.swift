/// A language in which figures, diagrams, charts and reports are worded.
public enum Language: Hashable, Sendable, CaseIterable {
  case english
  case german
  /// A language of a file. What the file lacks is English.
  case translated(Translation)

  /// The languages that need no file.
  public static let allCases: [Language] = [.english, .german]

  /// The language's tag after BCP 47, such as `en`.
  public var code: String {
    switch self {
    case .english: "en"
    case .german: "de"
    case .translated(let translation): translation.code
    }
  }

  /// The language that needs no file and has this tag; nil where there is none.
  public init?(code: String) {
    guard let language = Language.allCases.first(where: { $0.code == code }) else { return nil }
    self = language
  }
}
