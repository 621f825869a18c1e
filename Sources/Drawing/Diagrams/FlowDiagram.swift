import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// Brand → foreign channel as bands, as high as the contacts that met the brand in the channel.
///
/// Bars are as high as their bands together; distinct contacts, of whom some are in several bands, stand in numbers.
struct FlowDiagram: CampaignView {
  static let name = "flow"
  static let summary = "brand → foreign channel, by contacts reached"
  static let engine = LayoutEngine.dot
  static let analysis = AnalysisOptions(sections: [.flow])

  private let flow: Flow
  private let drawing: DiagramDrawing
  private let brands: [Flow.Brand]
  private let channels: [Flow.Channel]
  private let links: [Flow.Link]

  /// Channels drawn one by one unless asked otherwise.
  static let standardTop = 12
  /// Points between the bars of the two sides.
  private var distance: Double { isTall ? 64 : 230 }
  private static let barWidth = 12.0
  /// The least height of a bar with its words, in points.
  private var leastHeight: Double { isTall ? 56 : 34 }
  private var isTall: Bool { drawing.options.isTall }
  /// Room for words on each side of a tall drawing, in points.
  private var wordsWidth: Double { (TallForm.width - distance - FlowDiagram.barWidth - 16) / 2 }

  init?(_ figures: [ScopeFigures], _ drawing: DiagramDrawing) {
    guard let flow = figures[0].flow else { return nil }
    self.flow = flow
    self.drawing = drawing
    let top = drawing.options.top ?? FlowDiagram.standardTop
    brands = Array(flow.brands.prefix(flow.brands.count == top + 1 ? top + 1 : top))
    channels = Array(flow.channels.prefix(flow.channels.count == top + 1 ? top + 1 : top))
    let shownBrands = Set(brands.map(\.brand))
    let shownChannels = Set(channels.map(\.channel))
    links = flow.links.filter { shownBrands.contains($0.brand) && shownChannels.contains($0.channel) }
  }

  func document() -> DOTDocument {
    let localizer = drawing.localizer
    let note = localizer(
      .flowNote, localizer.number(flow.brands.count), localizer.number(flow.channels.count),
      localizer.count(flow.contacts))
    var sheet = drawing.sheet(directed: true, title: .flowTitle, note: note, sentences: sentences)
    guard !links.isEmpty else {
      sheet.text(localizer(.noForeignContact), Point(x: 0, y: 0), points: 12)
      return sheet.finished
    }
    let heights = self.heights
    let most = max(heights.brands.reduce(0, +), heights.channels.reduce(0, +))
    let scale = Double(22 * max(brands.count, channels.count)) / max(1, most)
    let left = column(heights.brands.map { $0 * scale })
    let right = column(heights.channels.map { $0 * scale })
    let shift = (total(left) - total(right)) / 2
    let (leftShift, rightShift) = (max(0, -shift), max(0, shift))
    addBands(left.map { $0 + leftShift }, right.map { $0 + rightShift }, scale, to: &sheet)
    let leftNames = DistinctNames.cut(
      brands.map { drawing.dataset.partners[$0.brand].label }, to: isTall ? 26 : 34)
    for (place, brand) in brands.enumerated() {
      let bar = bar(x: 0, top: left[place] + leftShift, heights.brands[place] * scale)
      let partner = drawing.dataset.partners[brand.brand]
      sheet.box(
        brandNode(brand.brand), bar,
        attributes(category(place), partner.label, localizer(.contactsReached, localizer.count(brand.contacts))))
      words(leftNames[place], localizer.count(brand.contacts), Point(x: -8, y: bar.center.y), .end, on: &sheet)
    }
    let rightNames = DistinctNames.cut(
      channels.map { drawing.dataset.channels[$0.channel].label }, to: isTall ? 26 : 40)
    for (place, entry) in channels.enumerated() {
      let bar = bar(x: distance, top: right[place] + rightShift, heights.channels[place] * scale)
      let channel = drawing.dataset.channels[entry.channel]
      let owner = drawing.dataset.partners[channel.owner].label
      let reached = localizer(.contactsReached, localizer.count(entry.contacts))
      sheet.box(
        channelNode(entry.channel), bar,
        attributes(drawing.colors.plain, channel.label, LabelText.shortened(owner, to: 200), reached))
      let count = localizer.count(entry.contacts)
      var shortOwner = LabelText.short(owner, 26)
      if isTall {
        let rest = TextWidth.of(localizer(.channelOf, "", count), points: TallForm.points)
        shortOwner = TextWidth.fitted(shortOwner, points: TallForm.points, width: wordsWidth - rest)
      }
      let line = localizer(.channelOf, LabelText.isolated(shortOwner), count)
      words(
        rightNames[place], line, Point(x: distance + FlowDiagram.barWidth + 8, y: bar.center.y), .start,
        on: &sheet)
    }
    return sheet.finished
  }

  private var sentences: [String] {
    let localizer = drawing.localizer
    var missing: [String] = []
    let (hiddenBrands, hiddenChannels) = (flow.brands.count - brands.count, flow.channels.count - channels.count)
    if hiddenBrands > 0 { missing.append(localizer(.moreBrands, localizer.number(hiddenBrands))) }
    if hiddenChannels > 0 { missing.append(localizer(.moreChannels, localizer.number(hiddenChannels))) }
    let left = missing.isEmpty ? [] : [localizer(.notDrawn, missing.joined(separator: ", "))]
    return [localizer(.flowLegend)] + left
  }

  /// Of each bar the contacts of its bands; of a withheld band none.
  private var heights: (brands: [Double], channels: [Double]) {
    func sum(_ isOf: (Flow.Link) -> Bool) -> Double {
      links.reduce(0) { $0 + (isOf($1) ? Double($1.contacts ?? 0) : 0) }
    }
    return (
      brands.map { brand in sum { $0.brand == brand.brand } },
      channels.map { channel in sum { $0.channel == channel.channel } }
    )
  }

  /// The top of each bar, one below the other with room for words.
  private func column(_ heights: [Double]) -> [Double] {
    var (tops, y): ([Double], Double) = ([], 0)
    for height in heights {
      let room = max(leastHeight, height + 10)
      tops.append(y + (room - height) / 2)
      y += room
    }
    return tops + [y]
  }

  private func total(_ column: [Double]) -> Double { column.last ?? 0 }

  private func bar(x: Double, top: Double, _ height: Double) -> Rectangle {
    Rectangle(minX: x, minY: top, maxX: x + FlowDiagram.barWidth, maxY: top + max(1, height))
  }

  private func addBands(_ left: [Double], _ right: [Double], _ scale: Double, to sheet: inout Sheet) {
    let brandPlace = Dictionary(uniqueKeysWithValues: brands.enumerated().map { ($1.brand, $0) })
    let channelPlace = Dictionary(uniqueKeysWithValues: channels.enumerated().map { ($1.channel, $0) })
    let placed = links.compactMap { link -> (link: Flow.Link, brand: Int, channel: Int)? in
      guard let brand = brandPlace[link.brand], let channel = channelPlace[link.channel] else { return nil }
      return (link, brand, channel)
    }
    // Bands leave and arrive in the order of the other side, so that those of one bar do not cross.
    var next = right
    var ends: [Double] = [Double](repeating: 0, count: placed.count)
    for place in placed.indices.sorted(by: {
      (placed[$0].channel, placed[$0].brand) < (placed[$1].channel, placed[$1].brand)
    }) {
      let height = Double(placed[place].link.contacts ?? 0) * scale
      ends[place] = next[placed[place].channel] + height / 2
      next[placed[place].channel] += height
    }
    next = left
    for place in placed.indices.sorted(by: {
      (placed[$0].brand, placed[$0].channel) < (placed[$1].brand, placed[$1].channel)
    }) {
      let entry = placed[place]
      let height = Double(entry.link.contacts ?? 0) * scale
      let (start, end) = (
        Point(x: FlowDiagram.barWidth, y: next[entry.brand] + height / 2),
        Point(x: distance, y: ends[place])
      )
      next[entry.brand] += height
      let half = Point(x: (end.x - start.x) / 2, y: 0)
      sheet.line(
        from: brandNode(entry.link.brand), to: channelNode(entry.link.channel),
        Curve(start, start + half, end - half, end), band(entry.link, height, category(entry.brand)))
    }
  }

  /// As high as the contacts are many; dashed where that is withheld.
  private func band(_ link: Flow.Link, _ height: Double, _ category: DiagramColors.Category) -> DOTAttributes {
    let localizer = drawing.localizer
    let names = [drawing.dataset.partners[link.brand].label, drawing.dataset.channels[link.channel].label]
    let tooltip = names.map { LabelText.short($0, 60) }.joined(separator: " → ")
    var attributes: DOTAttributes = [
      "tooltip": .text("\(tooltip)\n\(localizer(.contactsReached, localizer.count(link.contacts)))"),
      "penwidth": .number(max(0.5, height)), "color": .verbatim(category.border.text + "90"),
    ]
    attributes = attributes.merging(drawing.pick([link.brand, drawing.dataset.channels[link.channel].owner]))
    if link.contacts == nil { attributes = attributes.merging(["style": "dashed", "penwidth": 1]) }
    return attributes
  }

  private func attributes(_ category: DiagramColors.Category, _ lines: String...) -> DOTAttributes {
    drawing.attributes(of: category).merging([
      "style": "filled", "penwidth": 0.5,
      "tooltip": .text(
        (lines.prefix(1).map { LabelText.shortened($0, to: 200) } + lines.dropFirst()).joined(separator: "\n")),
    ])
  }

  private func words(
    _ name: String, _ line: String, _ place: Point, _ anchor: DOTBackground.Anchor, on sheet: inout Sheet
  ) {
    guard isTall else {
      sheet.text(name, Point(x: place.x, y: place.y - 7), points: 11, anchor: anchor, isBold: true)
      sheet.text(line, Point(x: place.x, y: place.y + 7), points: 10, anchor: anchor)
      return
    }
    // Words stay whole; what is too wide is cut.
    let word = name.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
    let lines = LabelText.wrapped(name, width: max(13, word), lines: 2).split(separator: "\n").map {
      TextWidth.fitted(String($0), points: TallForm.points, width: wordsWidth, isBold: true)
    }
    var y = place.y - 8 * Double(lines.count)
    for text in lines {
      sheet.text(text, Point(x: place.x, y: y), anchor: anchor, isBold: true)
      y += 16
    }
    sheet.text(line, Point(x: place.x, y: y), anchor: anchor)
  }

  private func brandNode(_ brand: Int) -> String { "brand:\(drawing.dataset.partners[brand].id)" }
  private func channelNode(_ channel: Int) -> String { "channel:\(drawing.dataset.channels[channel].id)" }

  /// Brands have a color each as far as they go.
  private func category(_ index: Int) -> DiagramColors.Category {
    index < drawing.colors.categories.count ? drawing.colors.categories[index] : drawing.colors.plain
  }
}

extension CampaignDiagram {
  /// Brand → foreign channel, by contacts reached.
  public static let flow = CampaignDiagram(FlowDiagram.self)
}
