/// What is asked of Graphviz, so that another process can be asked for it.
package struct GraphvizRequest: Sendable {
  /// What is to come of a graph.
  package enum Result: Sendable {
    /// Where its nodes are, as ``Graphviz/places(of:engine:)`` tells.
    case places
    case picture(PictureFormat, dotsPerInch: Double)
  }

  /// The graph in the DOT language.
  package var text: String
  package var engine: LayoutEngine
  package var result: Result

  package init(text: String, engine: LayoutEngine, result: Result) {
    self.text = text
    self.engine = engine
    self.result = result
  }
}

/// What Graphviz answers.
package enum GraphvizAnswer: Sendable {
  case places([(x: Double, y: Double)])
  case picture(Picture)
}

/// Who lays out and draws in place of this process.
///
/// A class: optimized, a task-local function that throws a type of its own ends the process when it is set.
package final class GraphvizDeputy: Sendable {
  let answer: @Sendable (GraphvizRequest) throws(GraphvizError) -> GraphvizAnswer

  package init(_ answer: @escaping @Sendable (GraphvizRequest) throws(GraphvizError) -> GraphvizAnswer) {
    self.answer = answer
  }
}

extension Graphviz {
  /// Who lays out and draws in place of this process, for all calls within a `withValue` on the same thread; nil for none.
  ///
  /// Graphviz reads and lays out in C: a graph of somebody else's can exhaust memory or end the process.
  @TaskLocal package static var deputy: GraphvizDeputy?

  /// What this process answers to a request.
  package static func answer(_ request: GraphvizRequest) throws(GraphvizError) -> GraphvizAnswer {
    switch request.result {
    case .places: .places(try places(text: request.text, engine: request.engine))
    case .picture(let format, let dotsPerInch):
      .picture(try render(text: request.text, as: format, engine: request.engine, dotsPerInch: dotsPerInch))
    }
  }
}
