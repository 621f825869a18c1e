/// Why a graph could not be read or drawn. Messages are Graphviz's own words.
public enum GraphvizError: Error, Sendable, Hashable {
  /// The text is not in the DOT language.
  case syntax(line: Int?, message: String)
  /// There is no node to draw.
  case emptyGraph
  /// The installed Graphviz has no layout engine of that name.
  case unknownEngine(LayoutEngine, available: [LayoutEngine])
  /// The installed Graphviz cannot write that format.
  case unavailableFormat(PictureFormat, available: [PictureFormat])
  /// The engine gave up.
  case layoutFailed(engine: LayoutEngine, message: String)
  /// The layout was made, but could not be drawn.
  case drawingFailed(engine: LayoutEngine, format: PictureFormat, message: String)
  /// A bitmap of that many pixels would be too large; `limit` is the longest side that may be drawn, `pixelLimit` the largest area.
  case pictureTooLarge(width: Int, height: Int, limit: Int, pixelLimit: Int)
  /// The DOT text has more bytes than are drawn.
  case textTooLong(bytes: Int, limit: Int)
}

extension GraphvizError: CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .syntax(let line, let message):
      "The DOT text cannot be read\(line.map { ", line \($0)" } ?? ""): \(message)"
    case .emptyGraph: "The graph has no nodes, so there is nothing to draw."
    case .unknownEngine(let engine, let available):
      "There is no layout engine \"\(engine.rawValue)\"; available: \(list(available.map(\.rawValue)))."
    case .unavailableFormat(let format, let available):
      "The installed Graphviz cannot write \(format.rawValue); available: \(list(available.map(\.rawValue)))."
    case .layoutFailed(let engine, let message):
      "Graphviz could not lay out the graph with \(engine.rawValue): \(message)"
    case .drawingFailed(let engine, let format, let message):
      "Graphviz could not draw the graph as \(format.rawValue), laid out with \(engine.rawValue): \(message)"
    case .pictureTooLarge(let width, let height, let limit, let pixelLimit):
      "The picture would have \(width) × \(height) pixels; at most \(limit) on a side and \(pixelLimit) in all can be drawn. "
        + "Use SVG or PDF, fewer dots per inch, or show fewer nodes and shorter labels."
    case .textTooLong(let bytes, let limit):
      "The DOT text has \(bytes) bytes; at most \(limit) are drawn. Show fewer nodes."
    }
  }

  private func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
}
