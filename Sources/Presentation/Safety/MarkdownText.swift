/// Text as it stands in Markdown, whatever is in it.
package enum MarkdownText {
  /// A text that stands for itself in Markdown: what could be markup is escaped, line breaks become signs.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.withoutControls {
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "#", "!", "$":
        escaped.append("\\")
        escaped.append(character)
      case "+", "-", "=":
        if escaped.isEmpty { escaped.append("\\") }
        escaped.append(character)
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
