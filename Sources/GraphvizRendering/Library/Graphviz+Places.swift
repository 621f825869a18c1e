internal import CGraphviz

extension Graphviz {
  /// Where a layout engine puts the centers of a document's nodes: from the left and from the bottom, in points, in the
  /// order in which the nodes are first named.
  ///
  /// - Throws: every case of ``GraphvizError`` but those of drawing.
  /// - Complexity: that of the engine.
  package static func places(
    of document: DOTDocument, engine: LayoutEngine
  ) throws(GraphvizError) -> [(x: Double, y: Double)] {
    try places(text: document.text, engine: engine)
  }

  static func places(text: String, engine: LayoutEngine) throws(GraphvizError) -> [(x: Double, y: Double)] {
    if let deputy {
      guard case .places(let places) = try deputy.answer(GraphvizRequest(text: text, engine: engine, result: .places))
      else {
        preconditionFailure("Who is asked for places answers with places.")
      }
      return places
    }
    let bytes = text.utf8.count
    if bytes > textLimit { throw .textTooLong(bytes: bytes, limit: textLimit) }
    return try GraphvizLibrary.use { library throws(GraphvizError) in
      guard library.engines.contains(engine) else { throw .unknownEngine(engine, available: library.engines) }
      return try library.withGraph(text) { graph throws(GraphvizError) in
        try library.withLayout(graph, engine) { () throws(GraphvizError) in
          // Safety: the nodes are valid while the graph is, and have a layout.
          graph.nodes().map { unsafe (settled(shim_node_x($0.pointer)), settled(shim_node_y($0.pointer))) }
        }
      }
    }
  }

  /// A coordinate without its last digits: those of some layouts differ from run to run, by a few units in the last place,
  /// and would move what is drawn by a hundredth of a point.
  private static func settled(_ coordinate: Double) -> Double { (coordinate * 65536).rounded() / 65536 }
}
