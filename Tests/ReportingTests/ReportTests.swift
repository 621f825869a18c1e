import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Foundation
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
    let page = try ReportTests.html(dataset, .init(language: language))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.code)\">"))
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
    #expect(page.contains(language == .english ? "Incremental reach" : "Zusätzliche Reichweite"))
    #expect(page.contains(language == .english ? "40.0%" : "40,0\u{A0}%"))
  }

  /// A page without its own script and the words for it.
  static func withoutScript(_ page: String) -> String {
    page.replacing(/<script type="application\/json" id="words">[^<]*<\/script>/, with: "")
      .replacing(/<script>(?s:.*?)<\/script>/, with: "")
  }

  @Test func `the one script of a page is small, and the policy allows it by its hash and no other`() throws {
    let page = try ReportTests.html(DatasetBuilder.twoPartners().build())
    let scripts = page.matches(of: /<script>((?s:.*?))<\/script>/).map { String($0.output.1) }
    #expect(scripts.count == 1 && scripts[0].utf8.count <= 12_000)
    #expect(page.matches(of: /<script/).count == 2)
    try TemporaryFolder.with { folder in
      try Data(scripts[0].utf8).write(to: folder.appending(path: "script.js"))
      let outcome = try Shell.run(
        "python3 -c 'import base64, hashlib; print(base64.b64encode(hashlib.sha256(open(\"script.js\", \"rb\").read()).digest()).decode())'",
        in: folder)
      #expect(page.contains("script-src 'sha256-\(outcome.output.trimmingCharacters(in: .newlines))';"))
    }
  }

  @Test func `nothing is loaded from elsewhere and no other script can run`() throws {
    let page = ReportTests.withoutScript(try ReportTests.html(DatasetBuilder.twoPartners().build()))
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
      let page = ReportTests.withoutScript(try ReportTests.html(dataset, options))
      for forbidden in ["<script", "<img", "<svg onload", "</style></title>", "' onmouseover"] {
        let isInside = page.contains(forbidden)
        #expect(!isInside, "\(name.prefix(20)): \(forbidden)")
      }
      #expect(ReportTests.isWellFormed(page))
      let markdown = MarkdownReport(ReportTests.figures(dataset), in: dataset, options: options).text
      for forbidden in ["<script", "<img", "<svg", "[x](javascript"] { #expect(!markdown.contains(forbidden)) }
    }
  }

  /// Whether every element of a page that is not empty by nature is closed, in order.
  static func isWellFormed(_ page: String) -> Bool {
    var open: [Substring] = []
    for match in withoutScript(page).matches(of: /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:"[^"]*"|[^<>"])*)>/) {
      let (_, slash, tag, rest) = match.output
      if slash.isEmpty {
        if !rest.hasSuffix("/"), !["meta", "br", "input", "img"].contains(tag) { open.append(tag) }
      } else if open.popLast() != tag {
        return false
      }
    }
    return open.isEmpty
  }

  @Test func `ids are unique, and every reference within the page has its id`() throws {
    let page = try ReportTests.html(RandomDataset.make(seed: 3))
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
    let figures = ReportTests.figures(dataset)
    let plans = figures.map { reviewPlan(dataset, scope: $0.scope) }
    let page = try HTMLReport(figures, plans: plans, in: dataset, options: .init(language: language)).text()
    #expect(page.contains("id=\"c1-plan\""))
    #expect(page.contains(language == .english ? "in time: 1 (50.0%)" : "rechtzeitig: 1 (50,0\u{A0}%)"))
    #expect(page.contains(language == .english ? "late: 1 (50.0%)" : "verspätet: 1 (50,0\u{A0}%)"))
    let isWellFormed = ReportTests.isWellFormed(page)
    #expect(isWellFormed)
  }

  @Test func `several campaigns stand side by side before each has its chapter`() throws {
    let dataset = RandomDataset.make(seed: 3)
    let page = try ReportTests.html(dataset)
    #expect(page.contains("The campaigns side by side"))
    #expect(page.contains("KPIs side by side"))
    // What is compared stands open, all else folds.
    #expect(page.matches(of: /<details class="fold" open>/).count == 1)
    #expect(page.contains("id=\"c1\"") && page.contains("id=\"c2\"") && !page.contains("id=\"c3\""))
  }

  @Test(arguments: Language.allCases)
  func `the same figures give the same bytes`(language: Language) throws {
    let options = ReportOptions(language: language)
    let pages = try (0..<2).map { _ in try ReportTests.html(RandomDataset.make(seed: 5), options) }
    #expect(pages[0] == pages[1])
  }

  @Test func `what a reader must know is said first`() throws {
    var builder = DatasetBuilder.twoPartners()
    builder.settings.observedUntil = .day(45)
    let short = try ReportTests.html(builder.build())
    #expect(short.contains("The data begin after the campaign did"))
    #expect(short.contains("Only 5 days after the end are observed, fewer than the 30"))
    builder.settings.observedUntil = .day(30)
    builder.touch(9, "ada", "letter", "open")
    let running = try ReportTests.html(builder.build())
    #expect(running.contains("The data begin only 1 day before the campaign"))
    #expect(running.contains("had not ended when observation stopped"))
    #expect(running.contains("not yet known"))
  }

  @Test func `one contact and one touch are told as one`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 10, to: 40)
    builder.touch(12, "ada", "letter", "open")
    let data = builder.build()
    #expect(try ReportTests.html(data).contains("reached 1 contact, 1 of them for the first time, with 1 touch."))
    let german = try ReportTests.html(data, ReportOptions(language: .german))
    #expect(german.contains("erreichte mit 1 Berührung 1 Kontakt, davon 1 zum ersten Mal."))
  }

  @Test func `what compared campaigns lack is named by figure, not by level`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 10, to: 40)
    builder.campaign("summer", from: 50, to: 80)
    builder.touch(12, "ada", "letter", "open")
    builder.touch(52, "bo", "letter", "open")
    let page = try ReportTests.html(builder.build())
    #expect(page.contains("lacks what they need: Reach in partners"))
    #expect(!page.contains("what they need: Reach, Reach"))
  }

  @Test func `what has no data is one sentence`() throws {
    let page = try ReportTests.html(DatasetBuilder.twoPartners().build())
    #expect(page.contains("Nobody became a lead or a customer") && page.contains("No conversion is recorded"))
    let funnel = try #require(page.firstMatch(of: /<section id="c1-funnel"(?s:.*?)<\/section>/)).output
    #expect(!funnel.contains("<table") && !funnel.contains("<svg"))
  }

  @Test func `pictures of few campaigns are drawn for phones too`() throws {
    let page = try ReportTests.html(RandomDataset.make(seed: 3))
    let diagrams = page.matches(of: /<figure class="diagram">/).count
    let charts = page.matches(of: /<svg class="chart"/).count
    #expect(diagrams > 4 && charts > 10 && charts % 2 == 0)
    #expect(page.matches(of: /<div class="tall">/).count == diagrams + charts / 2)
    #expect(page.matches(of: /<div class="broad">/).count == diagrams + charts / 2)
  }

  @Test func `headline figures stand beside those of the campaign before`() throws {
    let dataset = RandomDataset.make(seed: 3)
    let page = try ReportTests.html(dataset)
    let first = dataset.campaigns[0].label
    let cards = page.matches(of: /<p class="detail earlier">([^<]*)<\/p>/).map { String($0.output.1) }
    #expect(cards.count >= 5 && cards.allSatisfy { $0.hasPrefix("\(first): ") })
  }

  @Test func `a dataset in which nobody was reached has a report`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 10, to: 40)
    let dataset = builder.build()
    for language in Language.allCases {
      #expect(ReportTests.isWellFormed(try ReportTests.html(dataset, .init(language: language))))
    }
  }

  /// A page of zeros would read as a campaign without success.
  @Test func `a campaign without a touch is one sentence and no figure`() throws {
    var builder = DatasetBuilder.twoPartners()
    builder.campaign("winter", from: 300, to: 320)
    let dataset = builder.build()
    func page(_ filter: Filter) throws -> String {
      let scope = Scope(campaign: 1, of: dataset, filter: filter)
      let figures = measureUnprotected(dataset, scopes: [scope], options: HTMLReport.analysis)
      return ReportTests.withoutScript(try HTMLReport(figures, in: dataset, options: ReportOptions()).text())
    }
    for filter in [Filter.none, Filter(level: .transaction)] {
      let text = try page(filter)
      let sentence = filter == .none ? "The data hold no touch of this campaign" : "No touch of this campaign passes"
      #expect(text.contains(sentence))
      #expect(!text.contains("class=\"card\"") && !text.contains("id=\"c1-kpis\"") && !text.contains("<table"))
    }
  }

  @Test func `beside others a campaign without a touch has no zeros and is nothing to compare with`() throws {
    var builder = DatasetBuilder.twoPartners()
    builder.campaign("winter", from: 100, to: 110)
    builder.campaign("summer", from: 120, to: 130)
    builder.content("soup", brands: ["mill"], campaign: "summer")
    builder.touch(122, "fay", "letter", "open", content: "soup")
    let dataset = builder.build()
    let page = try ReportTests.html(dataset)
    let row = try #require(page.matches(of: /<tr[^>]*>(?s:.*?)<\/tr>/).first { $0.output.contains("winter") }).output
    #expect(row.contains(">no touches<") && !row.contains(">0<"), "\(row)")
    // Its KPIs stand neither in a column nor beside those of the campaign after it.
    #expect(page.matches(of: /<th[^>]*>winter/).isEmpty)
    let first = dataset.campaigns[0].label
    let cards = page.matches(of: /<p class="detail earlier">([^<]*)<\/p>/).map { String($0.output.1) }
    #expect(!cards.isEmpty && cards.allSatisfy { $0.hasPrefix("\(first): ") })
    let stay = try #require(cards.first { $0.contains("after the end") })
    #expect(stay.contains("observed for ") && page.contains("after the end, from left to right: "), "\(stay)")
  }

  /// Every element of a page that holds nothing but text, save what Graphviz calls nodes and edges.
  private static func cells(_ page: String) -> [String] {
    withoutScript(page).replacing(/<title>[^<]*<\/title>/, with: "").matches(of: />([^<>]+)</).map {
      String($0.output.1)
    }.filter {
      $0.contains(where: \.isLetter) && !$0.contains("{")
    }
  }

  /// Words that are the same in both languages, and what the datasets themselves say.
  private static let shared: Set = [
    "A", "B", "Partner", "Medium", "Format", "Plan", "Barometer", "Shapley", "Jaccard", "Position", "Linear",
    "horizontal", "diagonal", "early", "late", "newsletter", "event", "podcast", "Log-rank χ²", "UTC", "Filter",
    "Version", "linear", "Name",
  ]

  @Test(arguments: [1, 2, 3])
  func `no cell, heading or caption of the German page stands on the English one`(seed: UInt64) throws {
    let dataset = RandomDataset.make(seed: seed)
    let english = ReportTests.cells(try ReportTests.html(dataset))
    let german = Set(ReportTests.cells(try ReportTests.html(dataset, .init(language: .german))))
    #expect(english.count > 1000)
    let ids = Set(
      dataset.partners.map(\.label) + dataset.channels.map(\.label) + dataset.partners.compactMap(\.sector) + [
        dataset.name, dataset.settings.timeZone,
      ])
    for cell in Set(english) where german.contains(cell) && !ids.contains(cell) {
      let words = cell.split { !$0.isLetter && !$0.isNumber && $0 != " " }.map {
        $0.trimmingPrefix(while: \.isWhitespace)
      }
      let isShared = words.allSatisfy { word in
        let word = String(word).split(separator: " ").joined(separator: " ")
        return ReportTests.shared.contains(word) || ids.contains(word) || !word.contains(where: \.isLetter)
          || word.wholeMatch(of: /[a-z]+[0-9]+( [0-9]+)?/) != nil
      }
      #expect(isShared, "\(cell)")
    }
  }

  @Test func `Markdown refers to pictures only when asked, and has each of them`() throws {
    let dataset = DatasetBuilder.twoPartners().build()
    let figures = ReportTests.figures(dataset)
    #expect(!MarkdownReport(figures, in: dataset).text.contains("!["))
    let report = MarkdownReport(figures, in: dataset, pictureFolder: "pictures")
    let names = try report.pictures().map(\.name)
    #expect(names.count == 11)
    for name in names { #expect(report.text.contains("](<pictures/\(name)>)")) }
  }
}
