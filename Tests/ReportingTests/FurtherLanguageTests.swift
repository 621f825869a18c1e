import CampaignFigures
import CampaignModel
import Drawing
import Presentation
import Reporting
import TestSupport
import Testing

/// A language of a file on a page: all words of ours are the file's, and none of the dataset's is.
struct FurtherLanguageTests {
  /// Every text without its own letters, and with what must not end a text or an element.
  private static let masked = Translation(
    code: "x-masked",
    texts: Dictionary(
      uniqueKeysWithValues: WordList.entries.map { entry in
        let isShape = !entry.english.contains(where: \.isLetter)
        return (entry.original, MaskedText.masked(entry.english) + (isShape ? "" : "<&\"'\\"))
      }))

  /// What a page shows: between tags, and in attributes that are read.
  private static func shown(_ page: String) -> [Substring] {
    let body = page.replacing(/<style>(?s:.*?)<\/style>/, with: "").replacing(/<script(?s:.*?)<\/script>/, with: "")
    return body.matches(of: />([^<]+)</).map(\.1)
      + body.matches(of: /(?:aria-label|title|alt|data-label)="([^"]*)"/).map(\.1)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `a page in a language of a file has no English word of ours`(seed: UInt64) throws {
    let dataset = RandomDataset.make(seed: seed)
    let english = Self.shown(try ReportTests.html(dataset))
    let page = try ReportTests.html(dataset, .init(language: .translated(Self.masked)))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"x-masked\">"))
    #expect(!page.contains("<&") && page.contains("ж&lt;&amp;&quot;&#39;"))
    // A line of its own may be a number at the end of a text, with the characters that are escaped.
    let words = Self.shown(page).filter {
      let text = $0.replacing("EUR", with: "").replacing(/&[#a-z0-9]+;/, with: "")
      return !text.contains("ж") && text.contains { $0.isASCII && $0.isLetter }
    }
    // What is left is in English too: names and ids of the dataset.
    let names = Set(english.filter { text in dataset.names.contains { text.contains($0) } })
    let others = Set(words).subtracting(names)
    #expect(others.sorted() == [])
    #expect(Self.shown(page).count { $0.contains("ж") } > 300)
  }

  @Test func `a name of the dataset that is a word of ours stays as it is`() throws {
    var dataset = DatasetBuilder.twoPartners().build()
    dataset.partners[0].name = "Reach"
    let page = try ReportTests.html(dataset, .init(language: .translated(Self.masked)))
    #expect(page.contains("<bdi>Reach</bdi>"))
  }
}

extension Dataset {
  /// Names and ids, also those of pictures, which no language changes.
  fileprivate var names: [String] {
    partners.map(\.id) + partners.compactMap(\.name) + channels.map(\.id) + channels.compactMap(\.name)
      + campaigns.map(\.id) + campaigns.compactMap(\.name) + contents.map(\.id) + [name, settings.timeZone]
      + partners.compactMap(\.sector) + channels.compactMap(\.medium) + contents.compactMap(\.format)
      + CampaignDiagram.allCases.map(\.name)
  }
}
