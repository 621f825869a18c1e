/// Our texts in a further language, as a file holds them.
public struct Translation: Hashable, Sendable {
  /// A text of ours, by its words in the languages that need no file.
  package struct Original: Hashable, Sendable {
    package var english: String
    /// Tells texts apart that are alike in English; nil stands for all of them.
    package var german: String?

    package init(_ english: String, _ german: String?) {
      self.english = english
      self.german = german
    }
  }

  /// The language's tag after BCP 47, such as `fr`.
  public let code: String
  private let texts: [Original: String]

  package init(code: String, texts: [Original: String]) {
    self.code = code
    self.texts = texts
  }

  /// What a text of ours is called; nil where the file lacks it. Placeholders are as in the original.
  package func text(_ english: String, _ german: String) -> String? {
    texts[Original(english, german)] ?? texts[Original(english, nil)]
  }
}
