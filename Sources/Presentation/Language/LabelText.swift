/// Makes long names fit into a picture or a page.
package enum LabelText {
  /// Returns `text` cut to at most `characters` visible characters; the last one is then an ellipsis.
  ///
  /// Characters are grapheme clusters: a flag, an emoji family or a letter with its accents is never cut apart.
  ///
  /// - Parameter characters: at least 1.
  /// - Complexity: O(*n*) in the length of the text.
  package static func shortened(_ text: String, to characters: Int) -> String {
    precondition(characters >= 1, "A label needs room for one character.")
    guard let end = text.index(text.startIndex, offsetBy: characters, limitedBy: text.endIndex), end < text.endIndex
    else { return text }
    var kept = text[..<text.index(before: end)]
    while let last = kept.last, last.isWhitespace { kept.removeLast() }
    return kept + "…"
  }

  /// Returns `text` broken into lines of at most `width` characters, after blanks where there are any, and cut with an ellipsis
  /// after `lines` lines.
  ///
  /// - Parameters:
  ///   - width: visible characters (grapheme clusters) in a line, at least 1.
  ///   - lines: most lines, at least 1.
  /// - Complexity: O(*n*) in the length of the text.
  package static func wrapped(_ text: String, width: Int, lines: Int = 3) -> String {
    precondition(width >= 1 && lines >= 1, "A label needs room for one character.")
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    var result: [String] = []
    while let first = words.first {
      if result.count == lines - 1 {
        result.append(shortened(words.joined(separator: " "), to: width))
        break
      }
      var line = String(first.prefix(width))
      if first.count > width {
        words[words.startIndex] = first.dropFirst(width)
      } else {
        words.removeFirst()
        while let next = words.first, line.count + 1 + next.count <= width {
          line += " " + next
          words.removeFirst()
        }
      }
      result.append(line)
    }
    return result.joined(separator: "\n")
  }

  /// Returns a name on one line, cut to at most `characters` visible characters.
  package static func short(_ name: String, _ characters: Int) -> String {
    shortened(name.split(whereSeparator: \.isWhitespace).joined(separator: " "), to: characters)
  }

  /// Returns a name that may stand before and after other words: one that is read from the right keeps its direction to
  /// itself.
  package static func isolated(_ name: String) -> String {
    let isFromRight = name.unicodeScalars.contains { scalar in
      (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFE).contains(scalar.value)
    }
    return isFromRight ? "\u{2068}\(name)\u{2069}" : name
  }
}
