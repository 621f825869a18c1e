/// A text in English and in German.
package typealias Texts = (english: String, german: String)

/// A text in every language.
///
/// `%1`, `%2`, … stand for what is filled in; every language has the same of them. `{1:channel|channels}` stands for the
/// first word where `%1` is 1, else for the second.
package struct LocalizedText: Hashable, Sendable {
  private let english: String
  private let german: String
  /// The text in a language of a file, where that is put together from others; nil where the file has it as a whole.
  private let composed: (@Sendable (Language) -> String)?

  package init(_ english: String, _ german: String) {
    assert(
      LocalizedText.placeholders(in: english) == LocalizedText.placeholders(in: german),
      "The languages differ in what is filled in.")
    self.english = english
    self.german = german
    composed = nil
  }

  package init(_ texts: Texts) { self.init(texts.english, texts.german) }

  /// What is written in each language for itself, such as a number.
  package init(each text: @escaping @Sendable (Language) -> String) {
    english = text(.english)
    german = text(.german)
    composed = text
  }

  /// A text that is the same in every language: a name or an id from the dataset.
  package static func verbatim(_ text: String) -> LocalizedText { LocalizedText { _ in text } }

  package static func == (first: LocalizedText, second: LocalizedText) -> Bool {
    first.english == second.english && first.german == second.german
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(english)
    hasher.combine(german)
  }

  /// The text in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .german: german
    case .translated(let translation): composed?(language) ?? translation.text(english, german) ?? english
    }
  }

  /// The text with its placeholders filled in alike in every language.
  ///
  /// - Parameter values: what stands for `%1`, `%2` and so on; a placeholder without a value stays.
  package func filled(_ values: [String]) -> LocalizedText { filled { _ in values } }

  /// The text with its placeholders filled in, language by language.
  package func filled(_ values: @escaping @Sendable (Language) -> [String]) -> LocalizedText {
    LocalizedText { LocalizedText.filled(self[$0], values($0)) }
  }

  /// The text of one language with its placeholders filled in.
  ///
  /// `{1:channel|channels}` is the first word where `%1` is filled with 1, else the second; either may hold placeholders.
  package static func filled(_ text: String, _ values: [String]) -> String {
    guard !values.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "%", let place = rest.first?.wholeNumberValue, (1...values.count).contains(place) {
        rest.removeFirst()
        result += values[place - 1]
      } else if character == "{", let choice = Choice(rest), (1...values.count).contains(choice.place) {
        result += filled(String(values[choice.place - 1] == "1" ? choice.one : choice.many), values)
        rest = choice.rest
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Two forms of a word, of which a number picks one.
  private struct Choice {
    var place: Int
    var one: Substring
    var many: Substring
    var rest: Substring

    /// - Parameter text: what follows an opening brace.
    init?(_ text: Substring) {
      guard let place = text.first?.wholeNumberValue, text.dropFirst().first == ":",
        let end = text.firstIndex(of: "}")
      else { return nil }
      let forms = text[..<end].dropFirst(2).split(separator: "|", omittingEmptySubsequences: false)
      guard forms.count == 2 else { return nil }
      (self.place, one, many) = (place, forms[0], forms[1])
      rest = text[text.index(after: end)...]
    }
  }

  /// Which placeholders a text has.
  package static func placeholders(in text: String) -> Set<Character> {
    var found: Set<Character> = []
    var isAfterPercent = false
    for character in text {
      if isAfterPercent, character.isNumber { found.insert(character) }
      isAfterPercent = character == "%"
    }
    return found
  }
}
