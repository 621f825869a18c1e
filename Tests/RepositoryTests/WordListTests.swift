import Foundation
import TestSupport
import Testing

/// The list of all texts that a further language translates.
///
/// It is taken from the code, so that no text is written twice. Set `REEFKNOT_UPDATE_WORDS=1` to write it anew.
struct WordListTests {
  static let list = "Sources/Presentation/Language/WordList+Texts.swift"

  /// Modules whose pairs of texts are no words of pages.
  private static let others: Set = ["CampaignData", "FileReading", "GraphData", "Importing"]

  /// The texts of a file: pairs in quotes that make a LocalizedText, Texts or the heading of a column, as lines of the list.
  private static func lines(of file: String) -> [String] {
    let pair =
      /(?:LocalizedText\(|[^\w>\])]\(|Column\(\s*"[^"\n]*",)\s*((?:"(?:[^"\\\n]|\\.)*"[\s+]*)+),\s*((?:"(?:[^"\\\n]|\\.)*"[\s+]*)+)[,)]/
    return file.matches(of: pair).compactMap { match in
      let (english, german) = (unquoted(match.1), unquoted(match.2))
      guard !english.isEmpty, !german.isEmpty, !(english + german).contains(#"\("#) else { return nil }
      let note = match.0.hasPrefix("LocalizedText") ? comment(above: match.range.lowerBound, in: file) : nil
      return [english, german, note].compactMap(\.self).joined(separator: "\t")
    }
  }

  /// The text of literals one after the other, as the code escapes it.
  private static func unquoted(_ literals: Substring) -> String {
    literals.matches(of: /"((?:[^"\\\n]|\\.)*)"/).map { String($0.1) }.joined()
  }

  /// What a comment tells of the constant that a place of a file belongs to.
  private static func comment(above place: String.Index, in file: String) -> String? {
    let before = file[..<place].split(separator: "\n", omittingEmptySubsequences: false)
    guard let line = before.last, line.contains("static let") else { return nil }
    var comment: [Substring] = []
    for line in before.dropLast().reversed() {
      let text = line.drop { $0 == " " }
      guard text.hasPrefix("/// ") else { break }
      comment.insert(text.dropFirst(4), at: 0)
    }
    return comment.isEmpty ? nil : comment.joined(separator: " ")
  }

  @Test func `the list has every text of the code once`() throws {
    var known: Set<String> = []
    var lines: [String] = []
    for path in Repository.swiftFiles(below: ["Sources"]) where path != Self.list {
      guard !Self.others.contains(String(path.split(separator: "/")[1])) else { continue }
      for line in Self.lines(of: try Repository.text(path)) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        #expect(!line.contains(#"\n"#) && !line.contains(#"\t"#), "\(path): the list has a line a text: \(line)")
        if known.insert(parts.prefix(2).joined(separator: "\t")).inserted { lines.append(line) }
      }
    }
    #expect(lines.count > 1000)
    let present = """
      extension WordList {
        /// English, German and what a translator has to know, with tabs between. Taken from the code by WordListTests.
        static let texts = \"""
          \(lines.joined(separator: "\n    "))
          \"""
      }

      """
    if ProcessInfo.processInfo.environment["REEFKNOT_UPDATE_WORDS"] != nil {
      try present.write(to: Repository.root.appending(path: Self.list), atomically: true, encoding: .utf8)
    }
    let (old, new) = (Set(try Repository.text(Self.list).split(separator: "\n")), Set(present.split(separator: "\n")))
    #expect(new.subtracting(old).sorted() == [], "in the code, but not in \(Self.list)")
    #expect(old.subtracting(new).sorted() == [], "in \(Self.list), but not in the code")
  }

  @Test func `texts are found as the code writes them`() {
    let lines = Self.lines(
      of: #"""
        /// Said of %1.
        static let first = LocalizedText(
          "One " + "text", "Ein " + "Text")
        Figure("id", ("Title", "Titel"), unit: .count), Column("id", "Head", "Kopf", .words), call("no", "text"),
        ("with \(value)", "filled"), LocalizedText("0.0\" points\"", "%1\u{A0}%")
        """#)
    #expect(
      lines == [
        "One text\tEin Text\tSaid of %1.", "Title\tTitel", "Head\tKopf", #"0.0\" points\""# + "\t" + #"%1\u{A0}%"#,
      ])
  }
}
