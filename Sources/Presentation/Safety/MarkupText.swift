/// Text as it stands in HTML and SVG, whatever is in it.
package enum MarkupText {
  /// Returns text that shows as given between tags and in quoted attributes.
  ///
  /// Characters that XML cannot carry become U+FFFD; controls that turn the direction of what follows are left out.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
