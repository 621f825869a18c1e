import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import GraphvizRendering
import Networks
import TestSupport
import Testing

/// What the views of fixed places show.
struct ViewsTests {
  @Test func `what was observed in part of a campaign says so, and what has not begun is not yet known`() throws {
    func text(_ view: CampaignDiagram, _ day: Double) throws -> String {
      let dataset = RandomDataset.make(seed: 3, .init(contacts: 600), observedUntil: day)
      let scope = Scope(campaign: 1, of: dataset)
      let figures = measureUnprotected(dataset, scopes: view.scopes(for: scope, in: dataset), options: view.analysis)
      return try Graphviz.render(view.document(of: figures, of: scope, in: dataset), as: .svg).text
    }
    let during = try text(.timeline, 85.5)
    #expect(during.contains("During, in part: ") && during.contains("After: not yet known"))
    #expect(during.matches(of: /Contacts reached: [0-9]+ → [0-9]+ → not yet known/).count == 1)
    let after = try text(.timeline, 120)
    #expect(after.contains(">During: ") && after.contains("After, in part: ") && !after.contains("not yet known"))
    let over = try text(.timeline, 170)
    #expect(over.contains(">After: ") && !over.contains("in part"))
    let open = try text(.retention, 85.5)
    #expect(open.contains("; parts not yet known") && !open.contains("withheld"))
  }

  /// A window of 320 pixels leaves 288 to a page's pictures.
  @Test(arguments: CampaignDiagram.allCases, Language.allCases)
  func `a tall drawing is legible on a phone, and what stood side by side stands one below the other`(
    view: CampaignDiagram, language: Language
  ) throws {
    let dataset = RandomDataset.make(
      seed: 6, .init(partners: 12, channels: 24, contents: 16, contacts: 200, touches: 3000), observedUntil: 190)
    let scope = Scope(campaign: 0, of: dataset)
    let figures = measureUnprotected(dataset, scopes: view.scopes(for: scope, in: dataset), options: view.analysis)
    let document = try view.document(
      of: figures, of: scope, in: dataset, options: DiagramOptions(language: language, isTall: true))
    #expect(try ViewsTests.smallestOnPhone(document) >= 10)
    guard view == .timeline else { return }
    let drawn = try DrawnLayout(document)
    func ends(_ phase: String) -> (top: Double, bottom: Double) {
      let boxes = drawn.nodes.filter { $0.name.hasPrefix(phase) }.map(\.box)
      return (boxes.map(\.minY).min() ?? .nan, boxes.map(\.maxY).max() ?? .nan)
    }
    #expect(ends("before:").bottom < ends("during:").top && ends("during:").bottom < ends("after:").top)
  }

  /// How high the smallest letters are, in pixels, where the drawing is as wide as a phone's page.
  private static func smallestOnPhone(_ document: DOTDocument) throws -> Double {
    let svg = try Graphviz.render(document, as: .svg).text
    let width = try #require(svg.firstMatch(of: #/viewBox="[0-9.]+ [0-9.]+ ([0-9.]+) /#).flatMap { Double($0.1) })
    let smallest = try #require(svg.matches(of: #/font-size="([0-9.]+)"/#).compactMap { Double($0.1) }.min())
    return smallest * 288 / width
  }

  /// Many partners with the widest of letters, in one word and in many. Views of networks spread as far as names are wide.
  @Test(
    arguments: [CampaignDiagram.matrix, .overlap, .flow, .retention],
    [String(repeating: "W", count: 400), String(repeating: "Wi ", count: 90)])
  func `a tall drawing is as legible with the longest names`(view: CampaignDiagram, name: String) throws {
    var dataset = RandomDataset.make(
      seed: 6, .init(partners: 30, channels: 60, contents: 40, contacts: 400, touches: 6000), observedUntil: 190)
    for index in dataset.partners.indices { dataset.partners[index].name = "\(index)\(name)" }
    for index in dataset.channels.indices { dataset.channels[index].name = name }
    for index in dataset.campaigns.indices { dataset.campaigns[index].name = name }
    let scope = Scope(campaign: 0, of: dataset)
    let figures = measureUnprotected(dataset, scopes: view.scopes(for: scope, in: dataset), options: view.analysis)
    let document = try view.document(
      of: figures, of: scope, in: dataset, options: DiagramOptions(top: 25, isTall: true))
    #expect(try ViewsTests.smallestOnPhone(document) >= 10)
  }

  /// Three campaigns close together, a tie, and a name that is wider than a phone.
  @Test(arguments: Language.allCases)
  func `the tall drawing of a contact is legible on a phone`(language: Language) throws {
    var builder = DatasetBuilder.twoPartners()
    for number in 0..<3 { builder.campaign("Kampagne \(number) im Kiez", from: Double(20 + number), to: 24) }
    builder.tie("cy", "eve")
    var dataset = builder.build()
    for index in dataset.partners.indices {
      dataset.partners[index].name = "\(index) " + String(repeating: "WIDE ", count: 20)
    }
    for id in ["ada", "eve"] {
      let contact = try #require(dataset.contacts.firstIndex(ofID: id))
      let document = ContactDiagram(
        profile(ofContact: contact, in: dataset, scope: Scope(windowOf: dataset)), in: dataset,
        options: DiagramOptions(language: language, isTall: true)
      ).document
      #expect(try ViewsTests.smallestOnPhone(document) >= 10)
      #expect(try DrawnLayout(document).overlaps == [])
    }
  }

  @Test func `every partner stands in the same place before, during and after`() throws {
    let dataset = RandomDataset.make(
      seed: 6, .init(partners: 12, channels: 24, contents: 16, contacts: 200, touches: 3000), observedUntil: 190)
    let scope = Scope(campaign: 0, of: dataset)
    let view = CampaignDiagram.timeline
    let scopes = view.scopes(for: scope, in: dataset)
    #expect(scopes.count == 3)
    #expect(scopes[0].end == scope.start && scopes[1].start == scope.start && scopes[1].end == scope.end)
    #expect(scopes[2].start == scope.end)
    let figures = measureUnprotected(dataset, scopes: scopes, options: view.analysis)
    let drawn = try DrawnLayout(view.document(of: figures, of: scope, in: dataset))
    func places(_ phase: String) -> [String: (x: Double, y: Double)] {
      drawn.nodes.filter { $0.name.hasPrefix(phase) }.reduce(into: [:]) { places, node in
        places[String(node.name.dropFirst(phase.count))] =
          ((node.box.minX + node.box.maxX) / 2, (node.box.minY + node.box.maxY) / 2)
      }
    }
    let phases = ["before:", "during:", "after:"].map(places)
    #expect(phases.allSatisfy { $0.count == 12 })
    let anchor = try #require(phases[0].keys.sorted().first)
    for phase in phases {
      let origin = try #require(phase[anchor])
      let first = try #require(phases[0][anchor])
      for (name, place) in phase {
        let other = try #require(phases[0][name])
        #expect(
          abs((place.x - origin.x) - (other.x - first.x)) < 0.02
            && abs((place.y - origin.y) - (other.y - first.y)) < 0.02)
      }
    }
  }

  /// Ann is reached by a and b, ben by a, cem by b, dee by b: three regions.
  private static func regions() -> Dataset {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "a")
    builder.channel("shop", owner: "b")
    builder.campaign("k", from: 0, to: 30)
    for (contact, channel) in [("ann", "letter"), ("ann", "shop"), ("ben", "letter"), ("cem", "shop"), ("dee", "shop")]
    {
      builder.touch(1, contact, channel, "view")
    }
    return builder.build()
  }

  /// Three regions of 120 contacts each. A digit of DejaVu Sans is 0.636 of its size wide: three at 9 points take 17.2.
  @Test func `numbers above columns of the overlap stay apart`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "a")
    builder.channel("shop", owner: "b")
    builder.campaign("k", from: 0, to: 30)
    for number in 0..<360 {
      if number % 3 != 0 { builder.touch(1, "c\(number)", "letter", "view") }
      if number % 3 != 1 { builder.touch(1, "c\(number)", "shop", "view") }
    }
    let dataset = builder.build()
    let scope = Scope(campaign: 0, of: dataset)
    let view = try #require(CampaignDiagram(named: "overlap"))
    let figures = measureUnprotected(dataset, scopes: view.scopes(for: scope, in: dataset), options: view.analysis)
    let document = try view.document(of: figures, of: scope, in: dataset)
    let svg = try Graphviz.render(document, as: .svg).text
    let places = svg.matches(of: #/x="([-0-9.]+)"[^>]*>120</text>/#).compactMap { Double($0.1) }.sorted()
    #expect(places.count == 3)
    for (first, second) in zip(places, places.dropFirst()) { #expect(second - first > 17.2 + 4) }
  }

  @Test func `a column of the overlap counts the contacts that just its partners reached`() throws {
    let text = try DiagramsTests.text(.overlap, ViewsTests.regions())
    func column(_ number: Int) -> Substring? {
      text.split(separator: "\n").first { $0.contains("\"region:\(number)\"") }
    }
    #expect(column(1)?.contains("tooltip=\"b\\n2 contacts reached\"") == true)
    #expect(column(2)?.contains("1 contact reached") == true && column(3)?.contains("1 contact reached") == true)
    #expect([column(2), column(3)].contains { $0?.contains("tooltip=\"a\\nb\\n1 contact reached\"") == true })
    #expect(column(4) == nil)
  }

  /// Ten partners have room, and twenty regions.
  @Test func `tall forms of matrix and overlap count what they leave out, and nothing covers anything else`() throws {
    let dataset = RandomDataset.make(
      seed: 6, .init(partners: 30, channels: 60, contents: 40, contacts: 400, touches: 6000), observedUntil: 190)
    let figures = DiagramsTests.figures(dataset)
    for (view, ofPartner) in [(CampaignDiagram.matrix, "→"), (.overlap, "partner:")] {
      let document = try view.document(of: figures, in: dataset, options: DiagramOptions(top: 25, isTall: true))
      let drawn = try DrawnLayout(document)
      #expect(drawn.overlaps == [])
      let names = Set(
        drawn.nodes.map(\.name).filter { $0.contains(ofPartner) }.map { String($0.prefix { $0 != "→" }) })
      #expect(names.count == 10, "\(names)")
      let all = view == .matrix ? nil : figures.reach.map { $0.carriers.count - 10 }
      #expect(document.text.contains(all.map { "\($0) more partners" } ?? "more partners"))
      #expect(drawn.nodes.count { $0.name.hasPrefix("region:") } == (view == .matrix ? 0 : 20))
    }
  }

  @Test func `a square of the matrix says who gave whom, and what was not given is no square`() throws {
    let dataset = DatasetBuilder.twoPartners().build()
    let text = try DiagramsTests.text(.matrix, dataset)
    // The mill's recipe in the bakery's letter: four; the bakery's bread in the mill's shop: two.
    #expect(text.contains("tooltip=\"bakery gives mill: 4 contacts\""))
    #expect(text.contains("tooltip=\"mill gives bakery: 2 contacts\""))
    #expect(text.split(separator: "\n").count { $0.contains("→") && $0.contains("pos=") } == 2)
  }
}
