import FileReading

/// Text as JSON in a script that is part of a page.
package enum ScriptText {
  /// A text in quotes that ends neither these nor the element.
  package static func quoted(_ text: String) -> String {
    JSONText.quoted(text).replacing("<", with: "\\u003C")
  }
}
