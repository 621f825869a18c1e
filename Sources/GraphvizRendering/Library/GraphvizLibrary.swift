internal import CGraphviz
internal import Synchronization

/// The one owner of libgvc, which keeps global state: whoever calls into it holds the lock of ``use(_:)``.
///
/// A lock rather than an actor, because a drawing is one uninterrupted call that a command line waits for; callers on
/// several threads take turns. The context is made at first use and kept for the life of the process.
@safe final class GraphvizLibrary {
  private static let shared = Mutex<GraphvizLibrary?>(nil)

  private let context: OpaquePointer
  private let disciplines = GraphDisciplines()
  /// Names of the installed layout engines, sorted, without those that only redraw given positions.
  let engines: [LayoutEngine]
  /// Formats that the installed Graphviz can write.
  let formats: [PictureFormat]
  /// What is missing for text to be drawn; nil when nothing is.
  private(set) lazy var fontWarning: String? = missingFontWarning()

  private init?() {
    GraphvizMessages.startCollecting()
    shim_use_arenas()
    // Safety: a context is never freed, so its pointer stays valid.
    guard let context = unsafe gvContext() else { return nil }
    unsafe self.context = context
    let layouts = unsafe Self.plugins(context, "layout").filter { !$0.hasPrefix("nop") }
    engines = layouts.map(LayoutEngine.init(rawValue:))
    let devices = unsafe Set(Self.plugins(context, "device"))
    formats = PictureFormat.allCases.filter { devices.contains($0.rawValue) }
  }

  /// Runs `body` with the library to itself: numbers are read and written with a point, and no message is left over.
  static func use<Result: Sendable>(
    _ body: (GraphvizLibrary) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    try shared.withLock { (library: inout sending GraphvizLibrary?) throws(GraphvizError) -> Result in
      // Safety: the locale that is entered is left on the same thread.
      let previous = unsafe shim_enter_neutral_locale()
      defer { unsafe shim_leave_neutral_locale(previous) }
      let current = library ?? GraphvizLibrary()
      library = current
      _ = GraphvizMessages.take()
      guard let current else {
        throw .drawingFailed(engine: .dot, format: .svg, message: "no context could be made: out of memory")
      }
      return try body(current)
    }
  }

  /// Reads a graph, lends it to `body` and frees it.
  func withGraph<Result>(
    _ text: String, _ body: (GraphReference) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    if let position = text.utf8.firstIndex(of: 0) {
      let line = text.utf8[..<position].count { $0 == UInt8(ascii: "\n") } + 1
      throw .syntax(line: line, message: "a character with the number 0")
    }
    agreadline(1)
    // Safety: the graph is closed once, here.
    let graph = unsafe GraphSource.read(text, disciplines)
    let messages = GraphvizMessages.take()
    guard let graph = unsafe graph else {
      throw .syntax(line: messages.line, message: messages.summary(or: "there is no graph in it"))
    }
    defer { unsafe agclose(graph) }
    // After an error libcgraph may return what it had read by then: a graph with edges missing.
    if !messages.errors.isEmpty { throw .syntax(line: messages.line, message: messages.summary(or: "")) }
    return try unsafe body(GraphReference(graph))
  }

  /// Lays `graph` out, lends it to `body` and frees the layout.
  func withLayout<Result>(
    _ graph: GraphReference, _ engine: LayoutEngine, _ body: () throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    shim_seed()
    // Safety: graph and context are valid; the layout is freed once, here, also after a failure.
    let status = unsafe engine.rawValue.withCString { unsafe gvLayout(context, graph.pointer, $0) }
    defer { unsafe gvFreeLayout(context, graph.pointer) }
    if status != 0 {
      throw .layoutFailed(engine: engine, message: GraphvizMessages.take().summary(or: "no reason was given"))
    }
    return try body()
  }

  /// Returns a laid out graph as a file's bytes, or nil when Graphviz failed.
  func draw(_ graph: GraphReference, as format: PictureFormat) -> [UInt8]? {
    // Safety: Graphviz allocates `data`; it is copied and freed here.
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    let status = unsafe format.rawValue.withCString { name in
      unsafe gvRenderData(context, graph.pointer, name, &data, &length)
    }
    defer { if let data = unsafe data { unsafe gvFreeRenderData(data) } }
    guard status == 0, let data = unsafe data, length > 0 else { return nil }
    let buffer = unsafe UnsafeRawBufferPointer(start: data, count: Int(length))
    return unsafe [UInt8](buffer)
  }

  /// Without a font, every character is a box of the same width, and no message says so.
  private func missingFontWarning() -> String? {
    func width(_ label: String) throws(GraphvizError) -> Double {
      let text = "graph { a [shape=plain, fontname=\"DejaVu Sans,sans-serif\", label=\"\(label)\"] }"
      return try withGraph(text) { graph throws(GraphvizError) in
        try withLayout(graph, .dot) { () throws(GraphvizError) in
          // Safety: the graph has a layout.
          unsafe shim_width(graph.pointer)
        }
      }
    }
    do {
      if try width("mmmmmmmmmm") > width("iiiiiiiiii") { return nil }
    } catch {
      return "It could not be found out whether there is a font: \(error)"
    }
    return "No font with letters of different widths was found, so text may be missing from pictures; "
      + "on Debian, fonts-dejavu-core has one."
  }

  private static func plugins(_ context: OpaquePointer, _ kind: String) -> [String] {
    // Safety: the list and its items are the caller's to free, each once.
    var count: Int32 = 0
    let list = unsafe kind.withCString { unsafe gvPluginList(context, $0, &count, nil) }
    guard let list = unsafe list else { return [] }
    defer { unsafe shim_free(list) }
    var names: [String] = []
    for index in 0..<Int(count) {
      guard let item = unsafe list[index] else { continue }
      names.append(unsafe String(cString: item))
      unsafe shim_free(item)
    }
    return names.sorted()
  }
}
