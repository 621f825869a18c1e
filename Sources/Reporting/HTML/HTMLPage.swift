import CampaignFigures
import Drawing
import GraphvizRendering
import Presentation

/// Writes a page element by element; every text is escaped here and nowhere else.
struct HTMLPage {
  let localizer: Localizer
  /// Numbers of the partners that a reader can single out, by id.
  let partners: [String: Int]
  private(set) var text = ""

  init(localizer: Localizer, partners: [String: Int]) {
    self.localizer = localizer
    self.partners = partners
  }

  /// Head, title, the choice of a partner, and the table of contents.
  mutating func begin(_ content: ReportContent, style: String) {
    let title = MarkupText.escaped(content.title)
    text += """
      <!DOCTYPE html>
      <html lang="\(content.language.code)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
      script-src '\(ReportScript.hash)'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(style)\(HTMLPage.choiceRules(content.partners.map(\.number)))\(HTMLPage.margins(content.title))</style>
      </head>
      <body>
      <header>

      """
    if let logo = content.logo { text += "<img class=\"logo\" alt=\"\" src=\"\(MarkupText.escaped(logo))\">\n" }
    text += "<h1><bdi>\(title)</bdi></h1>\n"
    if let organization = content.organization {
      text += "<p class=\"organization\"><bdi>\(MarkupText.escaped(organization))</bdi></p>\n"
    }
    text += "<p class=\"subtitle\">\(MarkupText.escaped(content.subtitle))</p>\n</header>\n"
    addContents(content)
    addChoice(content)
    text += "<main>\n"
  }

  /// Ends the page with the script, which only adds to what stands there.
  mutating func end() {
    let words: [(String, LocalizedText)] = [
      ("filter", .filterWord), ("copy", .copyWord), ("copied", .copiedWord), ("larger", .largerWord),
      ("smaller", .smallerWord),
    ]
    let entries = words.map { "\"\($0)\":\(ScriptText.quoted(localizer($1)))" }.joined(separator: ",")
    text += "</main>\n<script type=\"application/json\" id=\"words\">{\(entries)}</script>\n"
    text += "<script>\(ReportScript.text)</script>\n</body>\n</html>\n"
  }

  /// Radio buttons, one a partner: without any script the marks of all others fade.
  private mutating func addChoice(_ content: ReportContent) {
    guard content.partners.count > 1 else { return }
    text += "<details class=\"who\"><summary>\(MarkupText.escaped(localizer(.whoTitle)))</summary>\n<fieldset>\n"
    text += "<legend class=\"hidden\">\(MarkupText.escaped(localizer(.whoTitle)))</legend>\n"
    let all = MarkupText.escaped(localizer(.whoAll))
    text += "<label><input type=\"radio\" name=\"who\" value=\"\" checked> \(all)</label>\n"
    for (number, name) in content.partners {
      text += "<label><input type=\"radio\" name=\"who\" value=\"p\(number)\" id=\"who-\(number)\"> "
      text += "<bdi>\(MarkupText.escaped(name))</bdi></label>\n"
    }
    text += "</fieldset></details>\n"
  }

  /// A running title and page numbers on paper.
  private static func margins(_ title: String) -> String {
    // In a string of CSS a backslash and hexadecimal digits, ended by a blank, stand for any character.
    let safe = LabelText.shortened(title, to: 90).unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == " "
        ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
    return """
      @page{@top-left{content:"\(safe)";font:8pt sans-serif;color:#56636f}
      @bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#56636f}}

      """
  }

  /// For each partner the rule by which its choice dims whatever is another's.
  private static func choiceRules(_ partners: [Int]) -> String {
    partners.map { ":root:has(#who-\($0):checked) .pick:not(.p\($0)){opacity:.13}" }.joined(separator: "\n") + "\n"
  }

  private mutating func addContents(_ content: ReportContent) {
    var links = content.chapters.count == 1 ? [] : content.chapters.map { ($0.id, $0.title) }
    if content.chapters.count == 1 { links += content.chapters[0].sections.map { ($0.id, $0.title) } }
    links += content.closing.map { ($0.id, $0.title) }
    text += "<nav aria-label=\"\(MarkupText.escaped(localizer(.contentsTitle)))\"><ul>\n"
    for (id, title) in links { text += "<li><a href=\"#\(id)\">\(MarkupText.escaped(title))</a></li>\n" }
    text += "</ul></nav>\n"
  }

  /// Opens an element. `id` and `style` are ours, never a name from the dataset.
  mutating func openElement(_ tag: String, id: String, style: String) {
    text += "<\(tag) id=\"\(id)\" class=\"\(style)\">\n"
  }

  mutating func closeElement(_ tag: String) { text += "</\(tag)>\n" }

  mutating func heading(_ level: Int, _ words: String) {
    text += "<h\(level)><bdi>\(MarkupText.escaped(words))</bdi></h\(level)>\n"
  }

  mutating func paragraph(_ words: String, style: String) {
    text += "<p class=\"\(style)\">\(MarkupText.escaped(words))</p>\n"
  }

  /// Pieces of a section. What happened, and the chart after it, stand side by side; a single chart right before tables
  /// stands above these.
  mutating func add(_ blocks: [ReportContent.Block], idPrefix: String) throws(GraphvizError) {
    var single: [Chart] = []
    for (index, block) in blocks.enumerated() {
      switch (block, index + 1 < blocks.count ? blocks[index + 1] : nil) {
      case (.summary, .charts):
        text += "<div class=\"first\">\n"
        try add(block, idPrefix: idPrefix)
      case (.charts, _) where index > 0 && blocks[index - 1].isSummary:
        try add(block, idPrefix: idPrefix)
        text += "</div>\n"
      case (.charts(let charts), .tables) where charts.count == 1: single = charts
      case (.tables(let tables), _):
        addTables(tables, beside: single, idPrefix: idPrefix)
        single = []
      default: try add(block, idPrefix: idPrefix)
      }
    }
  }

  /// A piece of a section.
  ///
  /// - Parameter isOpen: whether its tables stand open.
  mutating func add(
    _ block: ReportContent.Block, idPrefix: String, isOpen: Bool = false
  ) throws(GraphvizError) {
    switch block {
    case .summary(let sentences):
      text += "<ul class=\"summary\">\n"
      for sentence in sentences { text += "<li>\(MarkupText.escaped(sentence))</li>\n" }
      text += "</ul>\n"
    case .warnings(let sentences): addWarnings(sentences)
    case .cards(let cards): addCards(cards)
    case .charts(let charts): addCharts(charts, idPrefix: idPrefix)
    case .diagram(let diagram): try add(diagram, idPrefix: idPrefix)
    case .tables(let tables): addTables(tables, idPrefix: idPrefix, isOpen: isOpen)
    case .definitions(let definitions): addDefinitions(definitions)
    }
  }

  private mutating func addWarnings(_ sentences: [String]) {
    text +=
      "<aside class=\"warnings\">\n<p><strong>\(MarkupText.escaped(localizer(.warningsTitle)))</strong></p>\n<ul>\n"
    for sentence in sentences { text += "<li>\(MarkupText.escaped(sentence))</li>\n" }
    text += "</ul>\n</aside>\n"
  }

  private mutating func addCards(_ cards: [ReportContent.Card]) {
    text += "<div class=\"cards\">\n"
    for card in cards {
      text += "<article class=\"card\">\n<h3>\(MarkupText.escaped(card.title))</h3>\n"
      text += "<p class=\"value\(card.isUnknown ? " unknown" : "")\">\(MarkupText.escaped(card.value))</p>\n"
      if let detail = card.detail { text += "<p class=\"detail\">\(MarkupText.escaped(detail))</p>\n" }
      if let earlier = card.earlier { text += "<p class=\"detail earlier\">\(MarkupText.escaped(earlier))</p>\n" }
      text += "<p class=\"meaning\">\(MarkupText.escaped(card.meaning))</p>\n</article>\n"
    }
    text += "</div>\n"
  }

  private mutating func addCharts(_ charts: [Chart], idPrefix: String) {
    guard !charts.isEmpty else { return }
    text += "<div class=\"charts\">\n"
    addFigures(charts, idPrefix: idPrefix)
    text += "</div>\n"
  }

  private mutating func addFigures(_ charts: [Chart], idPrefix: String) {
    for chart in charts {
      text += "<figure>\n<figcaption><strong>\(MarkupText.escaped(chart.title))</strong> "
      text += "\(MarkupText.escaped(chart.caption))</figcaption>\n"
      if let tall = chart.tall {
        text += "<div class=\"broad\">\n\(chart.element(idPrefix: idPrefix))</div>\n"
        text += "<div class=\"tall\">\n\(tall.element(idPrefix: "\(idPrefix)tall-"))</div>\n</figure>\n"
      } else {
        text += "<div class=\"scroll\">\n\(chart.element(idPrefix: idPrefix))</div>\n</figure>\n"
      }
    }
  }

  private mutating func add(_ diagram: ReportContent.Diagram, idPrefix: String) throws(GraphvizError) {
    var pictures = [("", diagram.tall == nil ? "all" : "broad", try diagram.document())]
    if let tall = diagram.tall { pictures.append((prefix: "tall-", style: "tall", try tall())) }
    text += "<figure class=\"diagram\">\n<figcaption><strong>\(MarkupText.escaped(diagram.title))</strong> "
    text += "\(MarkupText.escaped(diagram.caption))</figcaption>\n"
    for (prefix, style, document) in pictures {
      let picture = try Graphviz.render(document, as: .svg, engine: diagram.engine)
      text += "<div class=\"\(style)\">\n"
      text += picture.embeddableSVG(
        idPrefix: "\(idPrefix)\(diagram.name)-\(prefix)", label: "\(diagram.title). \(diagram.caption)")
      text += "</div>\n"
    }
    text += "</figure>\n"
  }

  private mutating func addTables(
    _ tables: [FigureTable], beside charts: [Chart] = [], idPrefix: String, isOpen: Bool = false
  ) {
    if !charts.isEmpty {
      text += "<div class=\"charts\">\n"
      addFigures(charts, idPrefix: idPrefix)
      text += "</div>\n"
    }
    let tables = tables.map { HTMLTable(WordedTable($0, localizer), $0, partners) }
    guard !tables.isEmpty else { return }
    let names = tables.map(\.title).joined(separator: " · ")
    let fold = localizer(tables.count == 1 ? .oneTableFold : .tablesFold, names)
    text +=
      "<details class=\"fold\"\(isOpen ? " open" : "")><summary>\(MarkupText.escaped(fold))</summary>\n<div class=\"tables\">\n"
    // Narrow tables stand side by side; wide ones, which span the page, follow.
    for table in tables where !table.isWide { text += table.figure }
    for table in tables where table.isWide { text += table.figure }
    text += "</div>\n</details>\n"
  }

  private mutating func addDefinitions(_ definitions: [ReportContent.Definition]) {
    text += "<dl>\n"
    for definition in definitions {
      text += "<div><dt>\(MarkupText.escaped(definition.term))</dt>"
      text += "<dd><bdi>\(MarkupText.escaped(definition.meaning))</bdi></dd></div>\n"
    }
    text += "</dl>\n"
  }
}
