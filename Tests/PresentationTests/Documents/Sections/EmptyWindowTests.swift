import CampaignAnalysis
import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import Presentation

/// Where no touch lies in the window, readers get a sentence and programs the figures.
struct EmptyWindowTests {
  private static func document(_ section: Section, touchDay: Double) -> FigureDocument {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 10, to: 30)
    builder.content("recipe", brands: ["bakery"], campaign: "spring")
    builder.touch(touchDay, "ada", "letter", "click", content: "recipe")
    let data = builder.build()
    let scope = Scope(campaign: 0, of: data)
    let options = AnalysisOptions(sections: section.measures)
    return FigureDocument(data, measure(data, scopes: [scope], options: options), section: section, isList: false)
  }

  @Test(arguments: [Section.touchpoints, .reach, .retention, .funnel, .attribution])
  func `a window without touches is one sentence in place of zeros`(section: Section) {
    let empty = Self.document(section, touchDay: 5)
    let text = empty.text(TerminalTable())
    #expect(text.split(separator: "\n").dropFirst().map(String.init) == [LocalizedText.noTouchesInWindow[.english]])
    let markdown = empty.markdown(language: .german)
    #expect(markdown.contains("nichts zu messen") && !markdown.contains("|"))
    #expect(empty.csv().count { $0 == UInt8(ascii: "\n") } > 3)
    let full = Self.document(section, touchDay: 12)
    #expect(!full.text(TerminalTable()).contains("No touch lies"))
  }

  @Test func `what is known without touches is shown`() {
    let text = Self.document(.kpis, touchDay: 5).text(TerminalTable())
    #expect(text.contains("Co-creation"))
  }
}
