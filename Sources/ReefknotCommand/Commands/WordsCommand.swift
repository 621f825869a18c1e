import ArgumentParser
import CampaignFigures
import Presentation

/// `reefknot words`
struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Every text of tables, pictures and pages, to be translated into a further language.",
    discussion: """
      The file is one of gettext, which any editor of text opens, and editors of translations such as Poedit do. It holds \
      the words, and how numbers and dates are written. --language takes it in every command; what it lacks is English.

      With --language the file is written with the words of that language, so that a file of before gets the texts that \
      are new and loses those that are gone.

      EXAMPLES:
        reefknot words -o fr.po
        reefknot report graphs/kiez-kocht --language fr.po -o rapport.html
        reefknot words --language fr.po -o fr.po
      """)

  @Option(help: "The language whose words stand beside the English ones.")
  var language = Language.english

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)", completion: .file())
  var output: String?

  func run() throws {
    let destination = try ByteOutput(path: output)
    destination.write(WordList.gettext(language))
    try destination.finish()
    if case .translated(let translation) = language {
      let localizer = Localizer(.english, style: .plain)
      let (count, all) = (WordList.translatedCount(in: translation), WordList.entries.count)
      StandardError.write(
        "\(translation.code): \(localizer.number(count)) of \(localizer.number(all)) texts are translated\n")
    }
  }
}
