import GraphData
import GraphStructures
import Testing

/// What libxml2 2.9 refuses, as `xmllint --noout` was asked, with one GraphML file for each.
struct XMLReaderTests {
  @Test(arguments: [
    ("<graphml><graph id=\"a\" id=\"b\"/></graphml>", "the element has two attributes \"id\""),
    ("<graphml><graph>\u{1}</graph></graphml>", "a control character stands in the text"),
    ("<graphml><graph a=\"\u{B}\"/></graphml>", "a control character stands in the text"),
    ("<graphml><graph><node id=\"&#1;\"/></graph></graphml>", "a reference stands for a character that XML forbids"),
    ("<graphml><graph>]]></graph></graphml>", "\"]]>\" must not stand in text"),
    ("<graphml><!-- a -- b --><graph/></graphml>", "\"--\" must not stand in a comment"),
    (
      " <?xml version=\"1.0\"?><graphml><graph/></graphml>",
      "an XML declaration may stand at the document's beginning only"
    ),
    ("<graphml><graph/></graphml><graphml/>", "a second element stands behind the document's end"),
    ("<graphml><graph/></graphml>x", "text stands outside of any element"),
    ("<graphml><graph></graphml></graph>", "</graphml> stands where </graph> was expected"),
    ("<graphml><graph a=b/></graphml>", "a quote was expected"),
    ("<graphml><graph a=\"<\"/></graphml>", "\"<\" must not stand in an attribute"),
    ("<graphml><graph>&unknown;</graph></graphml>", "is not followed by a reference that XML defines"),
  ])
  func `what is not well-formed is refused`(_ text: String, _ message: String) {
    #expect(failure(text, "a.graphml")?.contains(message) == true, "\(failure(text, "a.graphml") ?? "read")")
  }

  @Test func `attributes of two namespaces may have one name`() {
    #expect(failure("<graphml xmlns:y=\"y\"><graph id=\"a\" y:id=\"b\"/></graphml>", "a.graphml") == nil)
  }

  /// XML 1.0, sections 2.11 and 3.3.3.
  @Test func `line ends are one newline in text and a blank in attributes`() throws {
    let graph = try read(
      "<graphml><key id=\"k\" for=\"node\"/><graph><node id=\"a\r\nb\tc&#10;d\"><data key=\"k\">x\r\ny\rz</data></node></graph></graphml>",
      "a.graphml"
    ).graph
    #expect(graph.nodeIDs == ["a b c\nd"])
    #expect(graph.ofNodes("k") == .text(["x\ny\nz"]))
  }
}
