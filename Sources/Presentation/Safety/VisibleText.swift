extension String {
  /// The text without anything that a terminal or reader could take as a command: control characters, escape
  /// sequences, line breaks, and marks that turn the direction of writing are replaced by visible signs.
  package var withoutControls: String {
    var isClean = true
    for scalar in unicodeScalars where String.isControl(scalar) {
      isClean = false
      break
    }
    if isClean { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        text.append(picture)
      } else {
        text.append(String.isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(text)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
