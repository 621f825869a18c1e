import CampaignFigures
import GraphvizRendering
import Presentation

/// What all views have in common: names, the theme's colors, and the frame with title and sentences.
protocol DiagramFrame {
  /// The view's name.
  var name: String { get }
  /// What is shown: the name of the campaign, the dataset or the graph.
  var subjectLabel: String { get }
  var options: DiagramOptions { get }
  var engine: LayoutEngine { get }
  var localizer: Localizer { get }
  var colors: DiagramColors { get }
}

extension DiagramFrame {
  /// An empty sheet with title, note and sentences above the drawing.
  ///
  /// - Parameters:
  ///   - sentences: what is shown, how it is read, and what is left out.
  func sheet(directed: Bool, title: LocalizedText, note: String, sentences: [String] = []) -> Sheet {
    var sheet = Sheet(document(directed: directed, title: title, note: note, sentences: sentences), colors)
    sheet.leastPoints = leastPoints
    if options.isTall { sheet.keyWidth = TallForm.width }
    return sheet
  }

  /// Letters are no smaller, in points.
  var leastPoints: Double { options.isTall ? TallForm.points : 0 }

  /// A sentence as lines: in a tall drawing as many as it needs, else one.
  func lines(_ sentence: String, points: Double = TallForm.points, isBold: Bool = false) -> [String] {
    guard options.isTall else { return [sentence] }
    return TextWidth.wrapped(sentence, points: points, width: TallForm.width, lines: 12, isBold: isBold)
  }

  private func document(directed: Bool, title: LocalizedText, note: String, sentences: [String]) -> DOTDocument {
    var document = DOTDocument(name, directed: directed)
    document.attributes["bgcolor"] = .verbatim(colors.background.text)
    document.attributes["fontcolor"] = .verbatim(colors.text.text)
    document.attributes["labelloc"] = "t"
    if options.isTall {
      document.attributes["pad"] = 0.05
      document.edgeDefaults["fontsize"] = .number(leastPoints)
    }
    document.attributes["labeljust"] = "l"
    document.attributes["tooltip"] = .text("\(localizer(title)): \(LabelText.shortened(subjectLabel, to: 200))")
    let heading =
      options.hasTitle ? "\(LabelText.isolated(LabelText.short(subjectLabel, 60))): \(localizer(title))" : nil
    document.attributes["label"] = .markup(caption(heading, note, sentences))
    document.nodeDefaults["fontcolor"] = .verbatim(colors.text.text)
    document.nodeDefaults["fillcolor"] = .verbatim(colors.plain.fill.text)
    document.nodeDefaults["color"] = .verbatim(colors.plain.border.text)
    document.edgeDefaults["color"] = .verbatim(colors.edge.text)
    document.edgeDefaults["fontcolor"] = .verbatim(colors.text.text)
    return document
  }

  private func caption(_ heading: String?, _ note: String, _ sentences: [String]) -> DOTMarkup {
    func lines(_ text: String, points: Double, most: Int, isBold: Bool) -> [String] {
      guard options.isTall else {
        return LabelText.wrapped(text, width: 104, lines: isBold ? 3 : 4).split(separator: "\n").map(String.init)
      }
      return TextWidth.wrapped(text, points: points, width: TallForm.captionWidth, lines: most, isBold: isBold)
    }
    var rows: [DOTMarkup] = (heading.map { lines($0, points: 15, most: 3, isBold: true) } ?? [])
      .map { .text($0).bold().font(color: colors.text.text, points: 15) }
    for sentence in [note] + sentences {
      let points = max(10.5, leastPoints)
      rows += lines(sentence, points: points, most: 12, isBold: false)
        .map { .text($0).font(color: colors.mutedText.text, points: points) }
    }
    return .table(
      rows.map { [DOTMarkup.Cell($0, ["ALIGN": "LEFT"])] },
      ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "2"])
  }

  /// Fill and border of a category.
  func attributes(of category: DiagramColors.Category) -> DOTAttributes {
    [
      "fillcolor": .verbatim(category.fill.text), "color": .verbatim(category.border.text),
      "style": .verbatim("rounded,filled,\(category.borderStyle)"),
    ]
  }

  /// A pen width in points for a number: proportional to it, at most `widest` and never too thin to see.
  func penWidth(_ count: Double, of largest: Double, widest: Double) -> Double {
    guard largest > 0 else { return 0.8 }
    return max(0.8, widest * count / largest)
  }

  /// The whole name of a partner, at most a few lines of it.
  func tooltip(_ name: String, _ lines: String...) -> DOTValue {
    .text(([LabelText.shortened(name, to: 200)] + lines).joined(separator: "\n"))
  }

  /// Key entries of a line's width: the widest drawn and, where there is room between, half of it.
  func widthKey(_ most: Int, widest: Double, _ words: LocalizedText) -> [SheetKey.Entry] {
    guard most > 0 else { return [] }
    return (most >= 4 ? [most, most / 2] : [most]).map { count in
      .line(
        [SheetKey.Strand(color: colors.edge, width: penWidth(Double(count), of: Double(most), widest: widest))],
        localizer(words, localizer.number(count)))
    }
  }
}
