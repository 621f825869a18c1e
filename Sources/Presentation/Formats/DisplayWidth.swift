/// How many columns of a terminal a text takes.
package enum DisplayWidth {
  /// Columns of a text: the sum over its grapheme clusters.
  package static func of(_ text: String) -> Int {
    // Printable ASCII makes no clusters: most cells of a table.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    var width = 0
    for character in text { width += of(character) }
    return width
  }

  /// Columns of a grapheme cluster: 2 for wide East Asian characters and emoji, 0 for a lone combining mark, else 1.
  ///
  /// Reference: Unicode Standard Annex #11, "East Asian Width" (wide and fullwidth), and Unicode Technical
  /// Standard #51 for emoji presentation.
  package static func of(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    var width = 0
    for scalar in character.unicodeScalars {
      let isEmojiVariant = scalar.value == 0xFE0F && width == 1
      width = max(width, isEmojiVariant ? 2 : of(scalar))
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Blocks of wide and fullwidth characters.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text cut to so many columns of a terminal, with … as the last of them where something is missing.
  func fitted(to width: Int) -> String {
    guard DisplayWidth.of(self) > width else { return self }
    guard width > 0 else { return "" }
    var fitted = ""
    var used = 0
    for character in self {
      let next = DisplayWidth.of(character)
      if used + next > width - 1 { break }
      fitted.append(character)
      used += next
    }
    return fitted + "…"
  }
}
