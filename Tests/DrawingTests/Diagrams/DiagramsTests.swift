import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import GraphvizRendering
import Presentation
import TestSupport
import Testing

/// Names that try to leave their label, for every reader on the way to the picture.
private let hostileNames = [
  "a\"b\n<&>", "node", "->", "\\N \\G \\", "&lt;b&gt; &#39;", "<script>alert(1)</script>", "מילה עברית", "👩‍👩‍👧 🇩🇪",
  "]]> --> <!--", "%1 %2", " ", "",
]

struct DiagramsTests {
  static func figures(_ dataset: Dataset) -> ScopeFigures {
    let scope =
      dataset.campaigns.isEmpty ? Scope(windowOf: dataset) : Scope(campaign: dataset.campaigns.count - 1, of: dataset)
    return measureUnprotected(
      dataset, scopes: [scope], options: AnalysisOptions(sections: Set(Section.allCases).union([.flow])))[0]
  }

  static func text(
    _ view: CampaignDiagram, _ dataset: Dataset, _ options: DiagramOptions = DiagramOptions()
  ) throws -> String { try view.document(of: figures(dataset), in: dataset, options: options).text }

  @Test func `partners are sized by reach, colored by sector and tied by contacts in common`() throws {
    let text = try DiagramsTests.text(.partners, DatasetBuilder.twoPartners().build())
    #expect(
      text.contains("\"partner:bakery\" -- \"partner:mill\"") || text.contains("\"partner:mill\" -- \"partner:bakery\"")
    )
    #expect(text.contains("1 contact in common"))
    // Four contacts in the letter, two in the shop: half the area is 0.7071 of the diameter 1.7.
    #expect(text.contains("width=\"1.7\""))
    #expect(text.contains("width=\"1.202082\""))
    #expect(text.contains("food"))
    #expect(text.contains("sector unknown"))
  }

  @Test func `the flow counts contacts whom a brand met in channels of others`() throws {
    let dataset = DatasetBuilder.twoPartners().build()
    let flow = DiagramsTests.figures(dataset).flow
    // The mill's recipe in the bakery's letter: four; the bakery's bread in the mill's shop: ada and eve.
    #expect(flow?.contacts == 5)
    #expect(flow?.brands.map { [$0.brand, $0.contacts] } == [[0, 4], [1, 2]])
    #expect(flow?.channels.map { [$0.channel, $0.contacts] } == [[0, 4], [1, 2]])
    #expect(flow?.links.map { [$0.brand, $0.channel, $0.contacts] } == [[0, 0, 4], [1, 1, 2]])
    let text = try DiagramsTests.text(.flow, dataset)
    #expect(text.contains("\"brand:mill\" -> \"channel:letter\""))
    // Bands are as high as their contacts: that of four is twice as high as that of two.
    let heights = text.split(separator: "\n").filter { $0.contains(" -> ") }.compactMap { line in
      line.firstMatch(of: /penwidth="([0-9.]+)"/).flatMap { Double($0.1) }
    }.sorted()
    #expect(heights.count == 2 && abs(heights[1] - 2 * heights[0]) < 1e-4)
  }

  @Test func `retention shows what each partner's contacts did as parts of one bar`() throws {
    let dataset = DatasetBuilder.twoPartners().build()
    let text = try DiagramsTests.text(.retention, dataset)
    // Acquired by the letter: ada joins and carries on, bo stays, cy and di are lost; by the shop: eve is lost.
    func bar(_ name: String) -> Substring? { text.split(separator: "\n").first { $0.contains("\"\(name)\"") } }
    #expect(bar("partner:bakery:lost")?.contains("Lost: 2") == true)
    #expect(bar("partner:mill:lost")?.contains("Lost: 1") == true)
    #expect(bar("partner:mill:kept") == nil && bar("partner:mill:passedOn") == nil)
    #expect(text.contains("2 of 4 stayed, 1 carried on, 1 joined"))
    #expect(text.contains("2 (40.0%)"))
    #expect(text.contains("3 (60.0%)"))
  }

  @Test(arguments: CampaignDiagram.allCases, [false, true])
  func `hostile names stay inside their labels in every view`(view: CampaignDiagram, isTall: Bool) throws {
    var dataset = DatasetBuilder.twoPartners().build()
    for name in hostileNames + [String(repeating: "10 kB ", count: 1700)] {
      for index in dataset.partners.indices {
        dataset.partners[index].name = name
        dataset.partners[index].sector = name
        dataset.partners[index].id = "\(name)\(index)"
      }
      for index in dataset.channels.indices { dataset.channels[index].name = name }
      dataset.campaigns[0].name = name
      let document = try view.document(
        of: DiagramsTests.figures(dataset), in: dataset, options: DiagramOptions(isTall: isTall))
      let picture = try Graphviz.render(document, as: .svg, engine: view.engine)
      #expect(picture.warnings + picture.remarks == [], "\(name.prefix(30))")
      #expect(!picture.text.contains("<script"))
      #expect(document.text.utf8.count < 200_000)
    }
  }

  private static let ninety = {
    let dataset = RandomDataset.make(
      seed: 4, .init(partners: 90, channels: 180, contents: 100, contacts: 900, touches: 9000))
    return (dataset, figures(dataset))
  }()

  @Test(arguments: CampaignDiagram.allCases, DiagramTheme.allCases)
  func `ninety partners gather in one node that says how many it stands for`(
    view: CampaignDiagram, theme: DiagramTheme
  ) throws {
    let (dataset, figures) = DiagramsTests.ninety
    let document = try view.document(of: figures, in: dataset, options: .init(theme: theme))
    #expect(document.text.contains(view == .flow ? "more channels" : "more partners"))
    let picture = try Graphviz.render(document, as: .svg, engine: view.engine)
    #expect(picture.warnings + picture.remarks == [])
    // All of them are drawn when asked for; every theme has the same places.
    guard theme == .light else { return }
    let wide = try view.document(of: figures, in: dataset, options: .init(top: 500, theme: theme))
    #expect(!wide.text.contains("more partners"))
  }

  @Test(arguments: CampaignDiagram.allCases)
  func `one partner, and nobody reached, are drawn too`(view: CampaignDiagram) throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 10, to: 40)
    let empty = builder.build()
    #expect(
      try !Graphviz.render(view.document(of: DiagramsTests.figures(empty), in: empty), as: .svg, engine: view.engine)
        .bytes.isEmpty)
    builder.touch(12, "ada", "letter", "open")
    let single = builder.build()
    #expect(
      try !Graphviz.render(view.document(of: DiagramsTests.figures(single), in: single), as: .svg, engine: view.engine)
        .bytes.isEmpty)
  }

  @Test(arguments: CampaignDiagram.allCases, Language.allCases)
  func `the same figures give the same bytes`(view: CampaignDiagram, language: Language) throws {
    let size = RandomDataset.Size(partners: 20, channels: 40, contents: 30, contacts: 200, touches: 3000)
    let texts = try (0..<2).map { _ in
      try DiagramsTests.text(view, RandomDataset.make(seed: 9, size), .init(language: language))
    }
    #expect(Set(texts).count == 1)
  }

  @Test func `a name read from the right does not turn the words around it`() throws {
    var dataset = DatasetBuilder.twoPartners().build()
    for index in dataset.partners.indices { dataset.partners[index].name = "שלום" }
    let text = try DiagramsTests.text(.flow, dataset)
    #expect(text.contains("of \u{2068}שלום\u{2069} · 4"))
  }

  @Test func `another layout engine places nodes elsewhere, and one that is not there is an error`() throws {
    let dataset = DatasetBuilder.twoPartners().build()
    let options = DiagramOptions(engine: .circo)
    let document = try CampaignDiagram.partners.document(
      of: DiagramsTests.figures(dataset), in: dataset, options: options)
    #expect(document.text != (try DiagramsTests.text(.partners, dataset)))
    #expect(throws: GraphvizError.self) {
      try DiagramsTests.text(.partners, dataset, DiagramOptions(engine: LayoutEngine(rawValue: "none of these")))
    }
  }

  @Test func `what is withheld is neither sized nor tied`() throws {
    let dataset = DatasetBuilder.twoPartners().build()
    var figures = DiagramsTests.figures(dataset)
    figures.reach?.carriers[1].reach = nil
    figures.reach?.overlap[0].contacts = nil
    let text = try CampaignDiagram.partners.document(of: figures, in: dataset).text
    #expect(text.contains("withheld"))
    #expect(!text.contains(" -- "))
    figures.flow?.links[0].contacts = nil
    #expect(try CampaignDiagram.flow.document(of: figures, in: dataset).text.contains("style=\"dashed\""))
  }

  /// A pair for each knot: mill and bakery even, mill and inn uneven, mill and press one-sided, bakery and inn unclear.
  private static func knots() -> Dataset {
    var builder = DatasetBuilder()
    let gifts = [
      ("mill", "bakery", 12), ("bakery", "mill", 9), ("mill", "inn", 20), ("inn", "mill", 3), ("press", "mill", 15),
      ("bakery", "inn", 2),
    ]
    for (from, to, _) in gifts { builder.channel("\(from) to \(to)", owner: from) }
    builder.campaign("k", from: 0, to: 90)
    for (from, to, count) in gifts {
      builder.content("\(from) on \(to)", brands: [to], campaign: "k")
      for number in 0..<count {
        builder.touch(1, "contact \(number)", "\(from) to \(to)", "view", content: "\(from) on \(to)")
      }
    }
    return builder.build()
  }

  @Test func `knots are told by line and color, and arrows start where more is given`() throws {
    let dataset = DiagramsTests.knots()
    let text = try DiagramsTests.text(.knots, dataset)
    func edge(_ from: String, _ to: String) -> Substring? {
      text.split(separator: "\n").first { $0.contains("\"partner:\(from)\" -> \"partner:\(to)\"") }
    }
    let reef = try #require(edge("mill", "bakery"))
    #expect(reef.contains("color=\"#1b9e77:#ffffff:#1b9e77\""))
    #expect(reef.contains("dir=\"forward\""))
    let granny = try #require(edge("mill", "inn"))
    #expect(granny.contains("style=\"dashed\"") && granny.contains("#d98e04"))
    let oneSided = try #require(edge("press", "mill"))
    #expect(oneSided.contains("style=\"dotted\"") && oneSided.contains("#c8302a"))
    let unclear = try #require(edge("bakery", "inn"))
    #expect(!unclear.contains("style="))
    #expect(text.contains("mill gives bakery: 12 contacts"))
    #expect(text.contains("bakery gives mill: 9 contacts"))
    let printed = try DiagramsTests.text(.knots, dataset, .init(theme: .print))
    #expect(!printed.contains("#1b9e77"))
  }
}
