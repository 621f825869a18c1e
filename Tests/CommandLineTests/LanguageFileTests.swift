import Foundation
import TestSupport
import Testing

/// `--language` with a file, and the command that makes one.
struct LanguageFileTests {
  private static let campaign = Repository.root.appending(path: "graphs/kiez-kocht").path

  private static let french = """
    msgid ""
    msgstr "Language: fr\\n"

    msgid "1,234.5"
    msgstr "1 234,5"

    msgid "Touches"
    msgstr "Rencontres"

    msgid "New contacts and touchpoints, week by week"
    msgstr "Nouveaux contacts, semaine par semaine"

    """

  @Test func `a language of a file words tables, charts and pages, and what it lacks is English`() throws {
    try TemporaryFolder.with { folder in
      try Self.french.write(to: folder.appending(path: "fr.po"), atomically: true, encoding: .utf8)
      let table = try BuiltCommand.run(["kpis", Self.campaign, "--language", "fr.po"], in: folder)
      #expect(table.status == 0 && table.output.contains("Rencontres"), "\(table.errors)")
      #expect(!table.output.contains("Touches ") && table.output.contains("Incremental reach"))
      let csv = try BuiltCommand.run(
        ["touchpoints", Self.campaign, "--table", "touchpoints", "--excel", "--language", "fr.po"], in: folder)
      #expect(csv.status == 0 && csv.output.contains(";"), "\(csv.errors)")
      let report = try BuiltCommand.run(["report", Self.campaign, "--language", "fr.po", "-o", "r.html"], in: folder)
      let page = try String(contentsOf: folder.appending(path: "r.html"), encoding: .utf8)
      #expect(report.status == 0 && page.contains("<html lang=\"fr\">") && page.contains("Rencontres"))
      // The headline figures that are told beside it.
      #expect(report.output.contains("Rencontres") && !report.output.contains("Touches "), "\(report.output)")
      let chart = try BuiltCommand.run(["chart", "weeks", Self.campaign, "--language", "fr.po"], in: folder)
      #expect(chart.status == 0 && chart.output.contains("Nouveaux contacts, semaine"), "\(chart.errors)")
    }
  }

  @Test func `words writes all texts, and fills in those of a file`() throws {
    try TemporaryFolder.with { folder in
      let empty = try BuiltCommand.run(["words", "-o", "all.po"], in: folder)
      #expect(empty.status == 0 && empty.errors.isEmpty)
      try Self.french.write(to: folder.appending(path: "fr.po"), atomically: true, encoding: .utf8)
      let filled = try BuiltCommand.run(["words", "--language", "fr.po", "-o", "fr.po"], in: folder)
      #expect(filled.status == 0 && filled.errors.hasPrefix("fr: 3 of 1,"), "\(filled.errors)")
      let (all, own) = try (
        String(contentsOf: folder.appending(path: "all.po"), encoding: .utf8),
        String(contentsOf: folder.appending(path: "fr.po"), encoding: .utf8)
      )
      #expect(
        all.contains("\nmsgid \"Touches\"\nmsgstr \"\"\n")
          && own.contains("\nmsgid \"Touches\"\nmsgstr \"Rencontres\"\n"))
      #expect(all.split(separator: "\n").count == own.split(separator: "\n").count)
    }
  }

  @Test func `a file that cannot be read ends the run before it begins`() throws {
    try TemporaryFolder.with { folder in
      try (Self.french + "msgid \"yes\"\n").write(
        to: folder.appending(path: "bad.po"), atomically: true, encoding: .utf8)
      let bad = try BuiltCommand.run(["kpis", Self.campaign, "--language", "bad.po", "-o", "k.txt"], in: folder)
      #expect(bad.status == 65 && bad.errors == "error: bad.po:12: this msgid has no msgstr\n")
      let missing = try BuiltCommand.run(["kpis", Self.campaign, "--language", "no.po", "-o", "k.txt"], in: folder)
      #expect(missing.status == 66 && missing.errors.contains("no.po"))
      let unknown = try BuiltCommand.run(["kpis", Self.campaign, "--language", "fr"], in: folder)
      #expect(unknown.status == 64 && unknown.errors.contains("FILE.po"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "k.txt").path))
    }
  }
}
