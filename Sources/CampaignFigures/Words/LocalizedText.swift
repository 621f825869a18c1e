/// A text in every language.
///
/// `%1`, `%2`, … stand for what is filled in; every language has the same of them.
package struct LocalizedText: Hashable, Sendable {
  private let english: String
  private let german: String

  package init(_ english: String, _ german: String) {
    assert(
      LocalizedText.placeholders(in: english) == LocalizedText.placeholders(in: german),
      "The languages differ in what is filled in.")
    self.english = english
    self.german = german
  }

  /// The text in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .german: german
    }
  }

  /// The text with its placeholders filled in alike in every language.
  ///
  /// - Parameter values: what stands for `%1`, `%2` and so on; a placeholder without a value stays.
  package func filled(_ values: [String]) -> LocalizedText { filled { _ in values } }

  /// The text with its placeholders filled in, language by language.
  package func filled(_ values: (Language) -> [String]) -> LocalizedText {
    LocalizedText(
      LocalizedText.filled(english, values(.english)), LocalizedText.filled(german, values(.german)))
  }

  /// The text of one language with its placeholders filled in.
  package static func filled(_ text: String, _ values: [String]) -> String {
    guard !values.isEmpty else { return text }
    var result = ""
    var isAfterPercent = false
    for character in text {
      if isAfterPercent, let number = character.wholeNumberValue, (1...values.count).contains(number) {
        result += values[number - 1]
        isAfterPercent = false
        continue
      }
      if isAfterPercent { result += "%" }
      isAfterPercent = character == "%"
      if !isAfterPercent { result.append(character) }
    }
    return isAfterPercent ? result + "%" : result
  }

  /// Which placeholders a text has.
  private static func placeholders(in text: String) -> Set<Character> {
    var found: Set<Character> = []
    var isAfterPercent = false
    for character in text {
      if isAfterPercent, character.isNumber { found.insert(character) }
      isAfterPercent = character == "%"
    }
    return found
  }
}
