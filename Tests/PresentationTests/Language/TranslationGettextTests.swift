import CampaignFigures
import CampaignModel
import FileReading
import Presentation
import Testing

struct TranslationGettextTests {
  private static func read(_ text: String) throws -> Translation {
    try Translation(gettext: Array(text.utf8), file: "fr.po")
  }

  private static let header = """
    msgid ""
    msgstr ""
    "Language: fr_CA\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"

    """

  @Test func `a gettext file gives its texts, and what it lacks is English`() throws {
    let translation = try Self.read(
      """
      # of a translator
      \(Self.header)
      #. German: ja
      msgid "yes"
      msgstr "oui"

      #, fuzzy
      msgid "no"
      msgstr "peut-être"

      msgid "withheld"
      msgstr ""
      msgid "%1 to %2"
      msgstr ""
      "de %1 "
      "à \\"%2\\""
      msgctxt "Zu"
      msgid "To"
      msgstr "Chez"
      #~ msgid "gone"
      #~ msgstr "parti"
      """)
    let language = Language.translated(translation)
    #expect(language.code == "fr-CA")
    #expect(LocalizedText.yes[language] == "oui")
    #expect(LocalizedText.no[language] == "no")
    #expect(LocalizedText.withheld[language] == "withheld")
    #expect(LocalizedText.interval.filled(.yes, .verbatim("yes"))[language] == "de oui à \"yes\"")
    #expect(LocalizedText("To", "Zu")[language] == "Chez")
    #expect(LocalizedText("To", "Bis")[language] == "To")
    #expect(WordList.translatedCount(in: translation) == 3)
  }

  @Test func `a language of a file writes numbers and dates in its own way`() throws {
    let translation = try Self.read(
      """
      \(Self.header)
      msgid "1,234.5"
      msgstr "1\u{202F}234,5"
      msgid "%1%"
      msgstr "%1\u{202F}%"
      msgid "%1 %2 %3"
      msgstr "le %1 %2 %3"
      msgid "March"
      msgstr "mars"
      """)
    let localizer = Localizer(.translated(translation))
    #expect(localizer.number(-1234.5) == "−1\u{202F}234,5")
    #expect(localizer.percent(0.125) == "12,5\u{202F}%")
    #expect(localizer.day(Instant(milliseconds: 1_740_871_800_000)) == "le 1 mars 2025")
    #expect(localizer.decimalSign == ",")
  }

  @Test(arguments: [
    ("hello\n", "fr.po:1: \"hello\" is none of msgctxt"),
    ("", "fr.po: this is no gettext file"),
    (header + "\nmsgid \"yes\"\nmsgid \"no\"\n", "fr.po:6: this msgid has no msgstr"),
    (header + "msgstr \"oui\"\n", "fr.po:5: msgstr stands without a msgid"),
    (header + "msgid \"yes\"\nmsgstr oui\n", "fr.po:6: text in quotes was expected"),
    (header + "msgid \"yes\"\nmsgstr \"a\"b\"\n", "fr.po:6: a quotation mark within"),
    (header + "msgid \"yes\"\nmsgstr \"\\q\"\n", "fr.po:6: a backslash stands before none"),
    (header + "msgid \"yes\"\nmsgid_plural \"yes\"\n", "fr.po:6: no text of ours has plural forms"),
    (header + "msgid \"%1 to %2\"\nmsgstr \"de %1\"\n", "fr.po:5: the translation of \"%1 to %2\" fills in %1 where"),
    (header + "msgid \"1,234.5\"\nmsgstr \"1234\"\n", "fr.po:5: \"1234\" is not how the number 1,234.5 is written"),
    (
      header + "msgid \"yes\"\nmsgstr \"oui\"\nmsgid \"yes\"\nmsgstr \"si\"\n",
      "fr.po:7: \"yes\" is translated twice (the first time in line 5)"
    ),
    ("msgid \"\"\nmsgstr \"Language: a<b>\\n\"\n", "fr.po:1: \"a<b>\" is no tag of a language"),
    (
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=latin1\\n\"\n",
      "fr.po:1: the header says \"text/plain; charset=latin1\"; charset=UTF-8 was expected"
    ),
  ])
  func `what is wrong in a file is told with its line`(text: String, message: String) {
    let problem = #expect(throws: DataProblem.self) { try Self.read(text) }
    #expect(problem?.description.hasPrefix(message) == true, "\(problem?.description ?? "")")
  }

  @Test func `a file whose header names no language is named after it`() throws {
    let bytes = Array("msgid \"yes\"\nmsgstr \"sim\"\n".utf8)
    #expect(try Translation(gettext: bytes, file: "texts/pt_BR.po").code == "pt-BR")
    let problem = #expect(throws: DataProblem.self) { try Translation(gettext: bytes, file: "my words.po") }
    #expect(problem?.description.hasPrefix("my words.po: neither the header names a language") == true)
  }

  @Test func `a file in another encoding is refused`() {
    let problem = #expect(throws: DataProblem.self) {
      try Translation(gettext: Array(Self.header.utf8) + [0xE9], file: "fr.po")
    }
    #expect(problem?.description == "fr.po:5: the file is not in UTF-8")
  }

  /// German needs no file, so that every text is there to compare with.
  @Test func `a file of all words is read as it was written`() throws {
    let translation = try Self.read(WordList.gettext(.german))
    #expect(translation.code == "de")
    #expect(WordList.translatedCount(in: translation) == WordList.entries.count)
    for entry in WordList.entries { #expect(translation.text(entry.english, entry.german) == entry.german) }
    #expect(WordList.gettext(.translated(translation)) == WordList.gettext(.german))
  }

  @Test func `texts that are alike in English are told apart by their German`() {
    let text = WordList.gettext(.english)
    #expect(text.contains("msgctxt \"Bis\"\nmsgid \"To\"\n") && text.contains("msgctxt \"Zu\"\nmsgid \"To\"\n"))
    #expect(text.contains("#. German: ja\nmsgid \"yes\"\nmsgstr \"\"\n"))
    #expect(text.contains("#. A number in percent, on pages.\n"))
  }

  @Test(arguments: [
    ("1,234.5", ",", "."), ("1234,5", "", ","), ("1\u{202F}234,5", "\u{202F}", ","), ("1'234.5", "'", "."),
  ])
  func `the signs of numbers are taken from one`(text: String, group: String, decimal: String) {
    let signs = NumberShape.signs(of: text)
    #expect(signs?.group == group && signs?.decimal == decimal)
  }

  @Test(arguments: ["", "15", "12345", "1.234.5", "1,2345", "1,,234.5", "1,234.5 ", "102345"])
  func `what is not that number has no signs`(text: String) {
    #expect(NumberShape.signs(of: text) == nil)
  }
}
