import FileReading
import Testing

/// What libxml2 2.9 refuses, as `xmllint --noout` was asked, with one document for each.
struct XMLReaderTests {
  /// Every event of a document, each as one line.
  private func events(_ text: String) throws(TextFault) -> [String] {
    var reader = XMLReader(try XMLReader.decoded(Array(text.utf8)))
    var events: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        let attributes = element.attributes.map { "\($0.name)=\($0.value.debugDescription)" }
        events.append("<\(([element.name] + attributes).joined(separator: " "))>")
      case .end(let name): events.append("</\(name)>")
      case .text(let text): events.append(text.debugDescription)
      }
    }
    return events
  }

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
  func `what is not well-formed is refused`(_ text: String, _ message: String) throws {
    let fault = #expect(throws: TextFault.self) { try events(text) }
    #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "read")")
  }

  @Test func `attributes of two namespaces may have one name`() throws {
    let text = "<graphml xmlns:y=\"y\"><graph id=\"a\" y:id=\"b\"/></graphml>"
    #expect(try events(text).contains("<graph id=\"a\" id=\"b\">"))
  }

  /// XML 1.0, sections 2.11 and 3.3.3.
  @Test func `line ends are one newline in text and a blank in attributes`() throws {
    #expect(
      try events("<a id=\"a\r\nb\tc&#10;d\">x\r\ny\rz</a>") == [
        "<a id=\"a b c\\nd\">", "\"x\\ny\\nz\"", "</a>",
      ])
  }
}
