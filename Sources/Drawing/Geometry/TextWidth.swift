/// How wide words are in the font of our pictures, so that what stands beside them has room on any machine.
///
/// Widths of U+0020 to U+007E are those of DejaVu Sans 2.37, in hundredths of the letters' size; other characters are taken
/// for as wide as the widest common ones of their script. Fonts that stand in for it are narrower or much the same.
enum TextWidth {
  /// The width of one line, in the unit of `points`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func of(_ line: some StringProtocol, points: Double, isBold: Bool = false) -> Double {
    let table = isBold ? bold : regular
    let hundredths = line.unicodeScalars.reduce(0) { sum, scalar in
      let place = Int(scalar.value) - 0x20
      return sum + (table.indices.contains(place) ? table[place] : other(scalar, isBold: isBold))
    }
    return Double(hundredths) * points / 100
  }

  /// The words cut to a width, with an ellipsis where they are cut; never less than one character.
  static func fitted(_ words: String, points: Double, width: Double, isBold: Bool = false) -> String {
    guard of(words, points: points, isBold: isBold) > width else { return words }
    // No character is narrower than a quarter of its size, but some have no width: much of a long text is dropped at once.
    var kept = words.prefix(max(1, Int(4 * width / points) + 8))
    while kept.count > 1, of(kept, points: points, isBold: isBold) + points * 0.9 > width { kept.removeLast() }
    while let last = kept.last, last.isWhitespace, kept.count > 1 { kept.removeLast() }
    return kept + "…"
  }

  /// The words broken into lines of at most a width, after blanks where there are any, and cut with an ellipsis after so
  /// many lines; no line is empty.
  ///
  /// - Parameter lines: at least 1.
  static func wrapped(
    _ text: String, points: Double, width: Double, lines: Int, isBold: Bool = false
  ) -> [String] {
    precondition(lines >= 1, "Words need room for one line.")
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    var result: [String] = []
    while let first = words.first {
      guard result.count < lines - 1 else {
        return result + [fitted(words.joined(separator: " "), points: points, width: width, isBold: isBold)]
      }
      var line = String(first)
      if of(line, points: points, isBold: isBold) > width {
        line = beginning(of: first, points: points, width: width, isBold: isBold)
        words[words.startIndex] = first.dropFirst(line.count)
      } else {
        words.removeFirst()
        while let next = words.first, of("\(line) \(next)", points: points, isBold: isBold) <= width {
          line += " \(next)"
          words.removeFirst()
        }
      }
      result.append(line)
    }
    return result
  }

  /// As many characters as there is room for, at least one.
  private static func beginning(of word: Substring, points: Double, width: Double, isBold: Bool) -> String {
    var (kept, used) = ("", 0.0)
    for character in word {
      used += of(String(character), points: points, isBold: isBold)
      if used > width, !kept.isEmpty { break }
      kept.append(character)
    }
    return kept
  }

  private static func other(_ scalar: Unicode.Scalar, isBold: Bool) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x0591...0x05C7, 0x064B...0x065F, 0x200B...0x200F, 0x2060...0x2069, 0xFE00...0xFE0F: 0
    case 0x0080...0x024F: isBold ? 78 : 70
    case 0x0250...0x10FF: isBold ? 88 : 80
    case 0x2000...0x2BFF: 100
    case 0x1F000...0x1FAFF: 140
    default: 100
    }
  }

  private static let regular = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
  ]

  private static let bold = [
    35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 40, 40, 84, 84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85,
    73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72,
    71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84,
  ]
}
