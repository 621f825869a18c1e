import Testing

@testable import GraphvizRendering

struct GraphvizMessagesTests {
  /// As Graphviz 2.43 says it where memory is too short to load a plug-in.
  @Test(arguments: [
    ["Error", ": ", "Layout type: \"neato\" not recognized. Use one of:", " circo dot fdp neato\n"],
    ["Error", ": ", "renderer for svg is unavailable\n"],
  ])
  func `a plug-in that was not loaded is told as such`(pieces: [String]) {
    #expect(
      GraphvizMessages(pieces: pieces).summary(or: "")
        == "a plug-in of Graphviz could not be loaded, for want of memory or because it is damaged")
  }

  @Test func `other errors are told in Graphviz's words, before warnings`() {
    let pieces = ["Warning", ": ", "node a is far\n", "Error", ": ", "lost ", "edge\n"]
    #expect(GraphvizMessages(pieces: pieces).summary(or: "") == "lost edge")
    #expect(GraphvizMessages(pieces: []).summary(or: "nothing") == "nothing")
  }
}
