import CampaignAnalysis
import CampaignModel
import Presentation
import Reporting
import TestSupport
import Testing

struct ReportTests {
  static func figures(_ dataset: Dataset) -> [ScopeFigures] {
    let scopes =
      dataset.campaigns.isEmpty
      ? [Scope(windowOf: dataset)] : dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
    return measureUnprotected(dataset, scopes: scopes, options: HTMLReport.analysis)
  }

  static func html(_ dataset: Dataset, _ options: ReportOptions = ReportOptions()) throws -> String {
    try HTMLReport(figures(dataset), in: dataset, options: options).text()
  }

  @Test(arguments: Language.allCases)
  func `a report holds headline figures, charts, diagrams, tables and a glossary`(language: Language) throws {
    let dataset = DatasetBuilder.twoPartners().build()
    let page = try ReportingTests.html(dataset, .init(language: language))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(page.hasSuffix("</html>\n"))
    for part in [
      "c1-kpis", "c1-touchpoints", "c1-reach", "c1-retention", "c1-cooperation", "c1-funnel", "c1-attribution",
      "c1-journeys", "glossary", "method",
    ] {
      #expect(page.contains("id=\"\(part)\""), "\(part)")
    }
    for chart in ["reach-curve", "stacked-reach", "survival", "first-contact-mix", "own-foreign", "weeks", "outcomes"] {
      #expect(page.contains("\(chart)-title"), "\(chart)")
    }
    #expect(page.matches(of: /<figure class="diagram">/).count == 4)
    #expect(page.contains(language == .english ? "Reached only by others" : "Nur über andere erreicht"))
    #expect(page.contains(language == .english ? "40.0%" : "40,0\u{A0}%"))
  }

  @Test func `nothing is loaded from elsewhere and no script can run`() throws {
    let page = try ReportingTests.html(DatasetBuilder.twoPartners().build())
    #expect(page.contains("default-src 'none'"))
    for forbidden in ["<script", "javascript:", "@import", "<link", "<iframe", "src=", "url(", "<img", "onload"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    // The only addresses are names of XML vocabularies.
    let addresses = Set(page.matches(of: /https?:\/\/[^"'<> )]+/).map { String($0.output) })
    #expect(addresses.isSubset(of: ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]))
  }

  @Test(arguments: Language.allCases)
  func `no name can leave its place in HTML, SVG or Markdown`(language: Language) throws {
    var dataset = DatasetBuilder.twoPartners().build()
    let names = [
      "<script>alert(1)</script>", "a\"b' onmouseover='x\n<&>", "</style></title><img src=x onerror=alert(1)>",
      "]]>--><svg onload=alert(1)>", "&lt;script&gt;", "\u{202E}evil\u{2066}", "[x](javascript:alert(1))", "|a|`b`",
      String(repeating: "long ", count: 2000),
    ]
    for name in names {
      dataset.name = name
      dataset.campaigns[0].name = name
      for index in dataset.partners.indices {
        dataset.partners[index].name = name
        dataset.partners[index].sector = name
      }
      for index in dataset.channels.indices {
        (dataset.channels[index].name, dataset.channels[index].medium) = (name, name)
      }
      let options = ReportOptions(language: language)
      let page = try ReportingTests.html(dataset, options)
      for forbidden in ["<script", "<img", "<svg onload", "</style></title>", "' onmouseover"] {
        let isInside = page.contains(forbidden)
        #expect(!isInside, "\(name.prefix(20)): \(forbidden)")
      }
      #expect(ReportingTests.isWellFormed(page))
      let markdown = MarkdownReport(ReportingTests.figures(dataset), in: dataset, options: options).text
      for forbidden in ["<script", "<img", "<svg", "[x](javascript"] { #expect(!markdown.contains(forbidden)) }
    }
  }

  /// Whether every element of a page that is not empty by nature is closed, in order.
  static func isWellFormed(_ page: String) -> Bool {
    var open: [Substring] = []
    for match in page.matches(of: /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:"[^"]*"|[^<>"])*)>/) {
      let (_, slash, tag, rest) = match.output
      if slash.isEmpty {
        if !rest.hasSuffix("/"), !["meta", "br"].contains(tag) { open.append(tag) }
      } else if open.popLast() != tag {
        return false
      }
    }
    return open.isEmpty
  }

  @Test func `ids are unique, and every reference within the page has its id`() throws {
    let page = try ReportingTests.html(RandomDataset.make(seed: 3))
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for match in page.matches(of: /aria-labelledby="([^"]*)"/) {
      for id in match.output.1.split(separator: " ") { #expect(ids.contains(String(id))) }
    }
    for match in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(match.output.1))) }
  }

  @Test(arguments: Language.allCases)
  func `what was planned stands against what happened`(language: Language) throws {
    var builder = DatasetBuilder.twoPartners()
    builder.plan("recipe", "letter", due: 11)
    builder.plan("bread", "shop", due: 30)
    let dataset = builder.build()
    let figures = ReportingTests.figures(dataset)
    let plans = figures.map { reviewPlan(dataset, scope: $0.scope) }
    let page = try HTMLReport(figures, plans: plans, in: dataset, options: .init(language: language)).text()
    #expect(page.contains("id=\"c1-plan\""))
    #expect(page.contains(language == .english ? "in time: 1 (50.0%)" : "rechtzeitig: 1 (50,0\u{A0}%)"))
    #expect(page.contains(language == .english ? "late: 1 (50.0%)" : "verspätet: 1 (50,0\u{A0}%)"))
    let isWellFormed = ReportingTests.isWellFormed(page)
    #expect(isWellFormed)
  }

  @Test func `several campaigns stand side by side before each has its chapter`() throws {
    let dataset = RandomDataset.make(seed: 3)
    let page = try ReportingTests.html(dataset)
    #expect(page.contains("The campaigns side by side"))
    #expect(page.contains("KPIs side by side"))
    #expect(page.contains("id=\"c1\"") && page.contains("id=\"c2\"") && !page.contains("id=\"c3\""))
  }

  @Test(arguments: Language.allCases)
  func `the same figures give the same bytes`(language: Language) throws {
    let options = ReportOptions(language: language)
    let pages = try (0..<2).map { _ in try ReportingTests.html(RandomDataset.make(seed: 5), options) }
    #expect(pages[0] == pages[1])
  }

  @Test func `what a reader must know is said first`() throws {
    var builder = DatasetBuilder.twoPartners()
    builder.settings.observedUntil = .day(45)
    let short = try ReportingTests.html(builder.build())
    #expect(short.contains("The data begin only 0 days before the campaign"))
    #expect(short.contains("Only 5 days after the end are observed, fewer than the 30"))
    builder.settings.observedUntil = .day(30)
    let running = try ReportingTests.html(builder.build())
    #expect(running.contains("had not ended when observation stopped"))
    #expect(running.contains("not yet known"))
  }

  @Test func `a dataset in which nobody was reached has a report`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 10, to: 40)
    let dataset = builder.build()
    for language in Language.allCases {
      #expect(ReportingTests.isWellFormed(try ReportingTests.html(dataset, .init(language: language))))
    }
  }

  @Test(arguments: [1, 2, 3])
  func `every heading, note and label of the tables is known in German`(seed: Int) throws {
    let dataset = RandomDataset.make(seed: UInt64(seed))
    let english = MarkdownReport(ReportingTests.figures(dataset), in: dataset).text
    let german = MarkdownReport(ReportingTests.figures(dataset), in: dataset, options: .init(language: .german)).text
    let same = Set(english.split(separator: "\n")).intersection(german.split(separator: "\n"))
    // What is equal in both languages holds no words: rows of ids and numbers, and rules of tables.
    for line in same {
      let words = line.split { !$0.isLetter }.filter { $0.count > 3 && !dataset.name.contains($0) }
      let unknown = words.filter {
        ![
          "newsletter", "event", "podcast", "Jaccard", "Partner", "early", "late", "Barometer", "Format", "Shapley",
          "Position", "Linear", "horizontal", "diagonal",
        ].contains($0)
      }
      #expect(unknown == [], "\(line)")
    }
  }

  @Test func `Markdown refers to pictures only when asked, and has each of them`() throws {
    let dataset = DatasetBuilder.twoPartners().build()
    let figures = ReportingTests.figures(dataset)
    #expect(!MarkdownReport(figures, in: dataset).text.contains("!["))
    let report = MarkdownReport(figures, in: dataset, pictureFolder: "pictures")
    let names = try report.pictures().map(\.name)
    #expect(names.count == 12)
    for name in names { #expect(report.text.contains("](<pictures/\(name)>)")) }
  }
}
