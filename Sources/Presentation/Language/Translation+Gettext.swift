public import CampaignFigures
public import FileReading

extension Translation {
  /// Reads a gettext file, as `reefknot words` writes one and editors of translations such as Poedit save it.
  ///
  /// Texts that are empty, marked `fuzzy` or none of ours are left out.
  ///
  /// - Parameters:
  ///   - bytes: the file, in UTF-8.
  ///   - file: its name, for errors, and for the language where the header names none.
  /// - Throws: what is wrong in the file, with its line: no gettext file, another encoding, no language, a text twice, other
  ///   placeholders than the original has, or a number that is not 1,234.5.
  /// - Complexity: O(*n*) in the size of the file.
  ///
  /// Reference: GNU gettext utilities, *The Format of PO Files*,
  /// https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html.
  public init(gettext bytes: [UInt8], file: String) throws(DataProblem) {
    do throws(TextFault) {
      var reader = GettextReader()
      try reader.read(bytes)
      guard let code = reader.language ?? Translation.code(of: file) else {
        throw TextFault(
          nil, "neither the header names a language, such as \"Language: fr\\n\", nor the file, such as fr.po")
      }
      self.init(code: code, texts: try Translation.checked(reader.entries))
    } catch {
      throw DataProblem(file: file, line: error.line, message: error.message)
    }
  }

  /// The language that a file is named after, such as `texts/fr.po`.
  private static func code(of file: String) -> String? {
    let name = file.split(separator: "/").last ?? ""
    return GettextReader.code(String(name.prefix { $0 != "." }))
  }

  /// The texts that are ours and translated.
  private static func checked(_ entries: [GettextReader.Entry]) throws(TextFault) -> [Original: String] {
    let known = Set(WordList.entries.map(\.original))
    var lines: [Original: Int] = [:]
    var texts: [Original: String] = [:]
    for entry in entries {
      let original = Original(entry.text, entry.context)
      if let line = lines.updateValue(entry.line, forKey: original) {
        throw TextFault(
          entry.line, "\(ShownText.quoted(entry.text)) is translated twice (the first time in line \(line))")
      }
      guard known.contains(original), !entry.translation.isEmpty, !entry.isFuzzy else { continue }
      let own = LocalizedText.placeholders(in: entry.text)
      let other = LocalizedText.placeholders(in: entry.translation)
      guard own == other else {
        throw TextFault(
          entry.line,
          "the translation of \(ShownText.quoted(entry.text)) fills in \(list(other)) where the original has \(list(own))"
        )
      }
      if entry.text == LocalizedText.numberShape[.english], NumberShape.signs(of: entry.translation) == nil {
        throw TextFault(
          entry.line,
          "\(ShownText.quoted(entry.translation)) is not how the number 1,234.5 is written, such as 1 234,5")
      }
      texts[original] = entry.translation
    }
    return texts
  }

  private static func list(_ placeholders: Set<Character>) -> String {
    placeholders.isEmpty ? "nothing" : placeholders.sorted().map { "%\($0)" }.joined(separator: ", ")
  }
}
