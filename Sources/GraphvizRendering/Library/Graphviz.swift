internal import CGraphviz

/// Drawing through the installed libgvc, in this process.
///
/// Calls may come from any thread; they take turns. The same graph and options give the same bytes, on one machine with one set of fonts.
public enum Graphviz {
  /// Most bytes of DOT text that are drawn.
  public static let textLimit = 64 << 20
  /// Longest side of a bitmap, in pixels.
  public static let sideLimit = 32_000
  /// Largest area of a bitmap, in pixels (256 MB while it is drawn).
  public static let areaLimit = 64_000_000

  /// Returns the layout engines of the installed Graphviz, by name.
  public static func engines() throws(GraphvizError) -> [LayoutEngine] {
    try GraphvizLibrary.use { library throws(GraphvizError) in library.engines }
  }

  /// Returns `document` as a file in `format`.
  ///
  /// - Parameters:
  ///   - engine: how nodes are placed; ignored for ``PictureFormat/dot``.
  ///   - dotsPerInch: resolution of a bitmap, more than 0; 96 is that of a plain screen. Other formats have no resolution.
  /// - Throws: every case of ``GraphvizError``.
  /// - Complexity: that of the engine; `dot` takes seconds for some thousand edges.
  public static func render(
    _ document: DOTDocument, as format: PictureFormat, engine: LayoutEngine = .dot, dotsPerInch: Double = 144
  ) throws(GraphvizError) -> Picture {
    try render(text: document.text, as: format, engine: engine, dotsPerInch: dotsPerInch)
  }

  /// Returns the graph that `text` describes in the DOT language as a file in `format`. DOT text itself is checked and returned as it is.
  ///
  /// Only the first graph of the text is drawn. Files that attributes refer to (pictures, style sheets, shapes) are not read,
  /// and `start=random` is replaced by a fixed seed, with a warning each.
  ///
  /// - Parameters and errors: as for the other `render`.
  public static func render(
    text: String, as format: PictureFormat, engine: LayoutEngine = .dot, dotsPerInch: Double = 144
  ) throws(GraphvizError) -> Picture {
    precondition(dotsPerInch > 0 && dotsPerInch.isFinite, "A resolution is more than 0 dots per inch.")
    if let deputy {
      let request = GraphvizRequest(text: text, engine: engine, result: .picture(format, dotsPerInch: dotsPerInch))
      guard case .picture(let picture) = try deputy.answer(request) else {
        preconditionFailure("Who is asked for a picture answers with a picture.")
      }
      return picture
    }
    let bytes = text.utf8.count
    if bytes > textLimit { throw .textTooLong(bytes: bytes, limit: textLimit) }
    return try GraphvizLibrary.use { library throws(GraphvizError) in
      guard library.engines.contains(engine) else { throw .unknownEngine(engine, available: library.engines) }
      guard library.formats.contains(format) else { throw .unavailableFormat(format, available: library.formats) }
      let fontWarning = format == .dot ? [] : [library.fontWarning].compactMap(\.self)
      return try library.withGraph(text) { graph throws(GraphvizError) in
        // Safety: the graph is valid during this closure.
        let isEmpty = unsafe agnnodes(graph.pointer) == 0
        if isEmpty { throw .emptyGraph }
        if format == .dot {
          return Picture(
            bytes: Array(text.utf8), format: .dot, warnings: [], remarks: GraphvizMessages.take().warnings)
        }
        let ownWarnings = GraphIsolation.isolate(graph) + fontWarning
        if format == .png { unsafe shim_set_default(graph.pointer, AGRAPH, "dpi", DOTEncoding.number(dotsPerInch)) }
        return try library.withLayout(graph, engine) { () throws(GraphvizError) in
          if format == .png { try checkSize(graph, dotsPerInch: dotsPerInch) }
          let drawn = library.draw(graph, as: format)
          let messages = GraphvizMessages.take()
          guard let drawn else {
            throw .drawingFailed(
              engine: engine, format: format, message: messages.summary(or: "no reason was given"))
          }
          let title = graph.name
          let cleaned =
            switch format {
            case .svg: SVGText.cleaned(drawn, anonymousTitle: title.hasPrefix("%") ? title : nil)
            case .pdf: PDFText.withoutDate(drawn)
            default: drawn
            }
          return Picture(
            bytes: cleaned, format: format, warnings: ownWarnings,
            remarks: messages.errors + messages.warnings)
        }
      }
    }
  }

  /// Throws when the bitmap of a laid out graph would be too large, before memory is asked for it.
  private static func checkSize(
    _ graph: GraphReference, dotsPerInch: Double
  ) throws(GraphvizError) {
    // Safety: the graph has a layout.
    var width = unsafe shim_width(graph.pointer)
    var height = unsafe shim_height(graph.pointer)
    let widest = unsafe shim_size_width(graph.pointer)
    let highest = unsafe shim_size_height(graph.pointer)
    let enlarges = unsafe shim_size_enlarges(graph.pointer) != 0
    if widest > 0, highest > 0, width > 0, height > 0 {
      let scale = min(widest / width, highest / height)
      if scale < 1 || enlarges {
        width *= scale
        height *= scale
      }
    }
    // A margin on each side that is wide enough for any `pad` in use is counted in.
    let pixelWidth = (width + 72) * dotsPerInch / 72
    let pixelHeight = (height + 72) * dotsPerInch / 72
    let isSmall = pixelWidth <= Double(sideLimit) && pixelHeight <= Double(sideLimit)
    if isSmall, pixelWidth * pixelHeight <= Double(areaLimit) { return }
    throw .pictureTooLarge(
      width: Int(clamping: pixelWidth), height: Int(clamping: pixelHeight), limit: sideLimit, pixelLimit: areaLimit)
  }
}

extension Int {
  /// The nearest integer to a number that may be beyond all integers or no number.
  fileprivate init(clamping value: Double) {
    self = value.isNaN ? .max : Int(exactly: value.rounded()) ?? (value < 0 ? .min : .max)
  }
}
