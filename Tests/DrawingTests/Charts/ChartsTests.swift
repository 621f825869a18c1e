import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import GraphvizRendering
import Presentation
import TestSupport
import Testing

struct ChartsTests {
  private static func measured(_ dataset: Dataset, _ chart: CampaignChart) -> ScopeFigures {
    measureUnprotected(
      dataset, scopes: [Scope(campaign: dataset.campaigns.count - 1, of: dataset)], options: chart.analysis)[0]
  }

  private static func dataset(_ seed: UInt64) -> Dataset {
    var dataset = RandomDataset.make(
      seed: seed, .init(partners: 40, channels: 80, contents: 50, contacts: 600, touches: 5000))
    for index in dataset.partners.indices {
      dataset.partners[index].name = "Verein zur Förderung der Nachbarschaft <\(index)> & Freunde"
    }
    return dataset
  }

  /// The words of a chart with about the room that they take, too little rather than too much.
  private static func words(_ svg: String) -> [(text: Substring, left: Double, right: Double, y: Double)] {
    svg.matches(
      of: /<text class="[^"]*" x="([^"]*)" y="([^"]*)" text-anchor="([^"]*)">(?:<title>[^<]*<\/title>)?([^<]*)</
    ).map {
      let (_, x, y, anchor, words) = $0.output
      let width = Double(words.replacing("&amp;", with: "&").replacing("&lt;", with: "<").count) * 13 * 0.42
      let place = Double(x) ?? 0
      let left = anchor == "start" ? place : anchor == "end" ? place - width : place - width / 2
      return (words, left, left + width, Double(y) ?? 0)
    }
  }

  @Test(arguments: CampaignChart.allCases, Language.allCases)
  func `no words of a chart run into others or over its edge`(chart: CampaignChart, language: Language) {
    for seed in [1, 2, 3] as [UInt64] {
      let dataset = ChartsTests.dataset(seed)
      for isTall in [false, true] {
        let figures = ChartsTests.measured(dataset, chart)
        guard let svg = chart.svg(of: figures, in: dataset, language: language, isTall: isTall) else { continue }
        ChartsTests.expectApart(ChartsTests.words(svg), width: isTall ? 360 : 560)
      }
    }
  }

  private static func expectApart(
    _ words: [(text: Substring, left: Double, right: Double, y: Double)], width: Double
  ) {
    #expect(!words.isEmpty)
    for (place, word) in words.enumerated() {
      #expect(word.left > -2 && word.right < width + 2, "\(word.text)")
      for other in words[(place + 1)...] where abs(other.y - word.y) < 9 {
        #expect(other.left >= word.right || word.left >= other.right, "\(word.text) and \(other.text)")
      }
    }
  }

  @Test(arguments: [9.0, 1_234, 999_999, 1_500_000, 400_000_000], Language.allCases)
  func `words of ranges stay apart however large the figures are`(largest: Double, language: Language) throws {
    let rows = [
      RangesChart.Row(name: "Verein zur Förderung der Nachbarschaft <1> & Freunde", low: largest / 2, high: largest),
      RangesChart.Row(name: "B", low: 0, high: largest / 3, color: 1), RangesChart.Row(name: "C", low: 1, high: nil),
    ]
    let chart = try #require(
      RangesChart.chart("ranges", title: "", caption: "", rows, Localizer(language)))
    ChartsTests.expectApart(ChartsTests.words(chart.file()), width: 560)
    let tall = try #require(chart.tall)
    ChartsTests.expectApart(ChartsTests.words(tall.file()), width: 360)
  }

  /// A window of 320 pixels leaves 288 to a page's pictures, and letters are 13 units high.
  @Test(arguments: CampaignChart.allCases)
  func `letters of a tall chart are at least ten pixels high on a phone`(chart: CampaignChart) throws {
    let dataset = ChartsTests.dataset(1)
    let figures = ChartsTests.measured(dataset, chart)
    guard let svg = chart.svg(of: figures, in: dataset, isTall: true) else {
      #expect(chart.svg(of: figures, in: dataset) == nil)
      return
    }
    let width = try #require(svg.firstMatch(of: #/viewBox="0 0 ([0-9.]+) /#).flatMap { Double($0.1) })
    #expect(width <= 360 && 13 * 288 / width >= 10)
  }

  @Test func `a name that is cut has its whole text beside it`() throws {
    let dataset = ChartsTests.dataset(1)
    let chart = try #require(CampaignChart(named: "stacked"))
    let svg = try #require(chart.svg(of: ChartsTests.measured(dataset, chart), in: dataset))
    #expect(svg.contains("<title>Verein zur Förderung der Nachbarschaft &lt;"))
    #expect(svg.contains("…</text>"))
  }

  @Test(arguments: CampaignChart.allCases, DiagramTheme.allCases)
  func `every chart is drawn for print and as a bitmap too`(chart: CampaignChart, theme: DiagramTheme) throws {
    let dataset = ChartsTests.dataset(2)
    let figures = ChartsTests.measured(dataset, chart)
    guard let document = chart.document(of: figures, in: dataset, theme: theme) else {
      #expect(chart.svg(of: figures, in: dataset) == nil)
      return
    }
    for format in [PictureFormat.svg, .png, .pdf] {
      let picture = try Graphviz.render(document, as: format)
      #expect(picture.warnings + picture.remarks == [] && picture.bytes.count > 1000)
      if format == .svg { #expect(picture.text.matches(of: /<text/).count >= 3) }
    }
  }

  /// The campaign lasts from day 70 to day 115: weeks 0 and 1 are over on day 85, and so are 15 of its 45 days.
  @Test(arguments: [("weeks", 2.0, 7.0), ("reach_curve", 15.0, 45.0)])
  func `blocks in part are marked, and those that have not begun are not yet known`(
    name: String, running: Double, count: Double
  ) throws {
    let chart = try #require(CampaignChart(named: name))
    func svg(_ day: Double) throws -> String {
      let dataset = RandomDataset.make(seed: 2, observedUntil: day)
      return try #require(chart.svg(of: ChartsTests.measured(dataset, chart), in: dataset))
    }
    /// Left and right edges of the rectangles of a style, from where the first block begins.
    func places(_ style: String, _ svg: String) -> [ClosedRange<Double>] {
      svg.matches(of: /<rect class="([a-z0-9]+)" x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/).compactMap { match in
        guard match.1 == style, let x = Double(match.2), let width = Double(match.3) else { return nil }
        return (x - 64)...(x - 64 + width)
      }
    }
    let ongoing = try svg(85.5)
    let width = 480 / count
    let part = try #require(places("part", ongoing).first)
    let unknown = try #require(places("track", ongoing).first)
    #expect(abs(part.lowerBound - running * width) < 0.1 && abs(part.upperBound - (running + 1) * width) < 0.1)
    #expect(abs(unknown.lowerBound - (running + 1) * width) < 0.1 && abs(unknown.upperBound - 480) < 0.1)
    #expect(ongoing.contains(">not yet known</text>"))
    let over = try svg(150)
    #expect(places("part", over).isEmpty && places("track", over).isEmpty && !over.contains("not yet known"))
  }

  @Test func `a chart is found by its name with hyphens or underscores, and no other name is one`() {
    #expect(CampaignChart(named: "reach-curve") == CampaignChart(named: "reach_curve"))
    #expect(CampaignChart(named: "reach_curve")?.name == "reach_curve")
    #expect(CampaignChart(named: "pie") == nil)
    #expect(Set(CampaignChart.allCases.map(\.name)).count == CampaignChart.allCases.count)
  }
}
