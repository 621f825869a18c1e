package import CampaignFigures

/// Every text that a further language translates.
package enum WordList {
  package struct Entry: Hashable, Sendable {
    package var english: String
    package var german: String
    /// What a translator has to know of it.
    package var note: String?
    /// Whether another text has the same English words and other German ones.
    package var isAmbiguous = false

    /// As a file names it: by its English words alone where these tell it apart.
    package var original: Translation.Original { .init(english, isAmbiguous ? german : nil) }
  }

  /// The texts in the order in which the code has them.
  package static let entries: [Entry] = {
    var entries = texts.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Entry(english: parts[0], german: parts[1], note: parts.count > 2 ? parts[2] : nil)
    }
    let counts = Dictionary(grouping: entries, by: \.english).mapValues(\.count)
    for index in entries.indices { entries[index].isAmbiguous = counts[entries[index].english, default: 0] > 1 }
    return entries
  }()

  /// How many texts a file translates.
  package static func translatedCount(in translation: Translation) -> Int {
    entries.count { translation.text($0.english, $0.german) != nil }
  }

  /// A gettext file with every text: in the words of a language, or empty where it has none, as English has for itself.
  ///
  /// - Complexity: O(*n*) in the length of all texts.
  package static func gettext(_ language: Language) -> String {
    var text = """
      # The texts of Reefknot. %1, %2, ... stand for what is filled in and may change places. {1:channel|channels} is the
      # first word where %1 is 1, else the second. What stays empty is English.
      msgid ""
      msgstr ""
      "Language: \(language == .english ? "" : language.code)\\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"

      """
    for entry in entries {
      let own: String? =
        switch language {
        case .english: nil
        case .german: entry.german
        case .translated(let translation): translation.text(entry.english, entry.german)
        }
      text += "\n"
      if let note = entry.note { text += "#. \(note)\n" }
      if !entry.isAmbiguous { text += "#. German: \(entry.german)\n" }
      if entry.isAmbiguous { text += "msgctxt \(quoted(entry.german))\n" }
      text += "msgid \(quoted(entry.english))\nmsgstr \(quoted(own ?? ""))\n"
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
